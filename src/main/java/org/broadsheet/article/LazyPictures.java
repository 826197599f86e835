package org.broadsheet.article;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/** Where the picture of an {@code img} really is: many pages put it into other attributes until a script moves it. */
final class LazyPictures {

    private static final List<String> LAZY = List.of("data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-orig-file", "data-large-file",
            "data-original-src", "data-actualsrc", "data-echo", "data-src-large", "data-url", "data-image", "data-img-src", "data-cfsrc", "data-runner-src", "data-delayed-url", "nitro-lazy-src");
    private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset", "data-original-set");
    /** Between candidates; commas may stand within an address (HTML, section 4.8.4.2.2). */
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\s\\d{1,6}(\\.\\d{1,3})?[wxh])\\s*,\\s*|,\\s+");
    private static final Pattern AN_ADDRESS = Pattern.compile("(?i)(https?:)?//\\S+|[^\\s{}<>]*[/.][^\\s{}<>]*");
    /** Wider than any column, in pixels: more is only slower. */
    private static final double WIDE_ENOUGH = 2400;
    private static final int LONGEST_SET = 20_000;

    private LazyPictures() {
    }

    /** The address as written, possibly relative; "" if there is none worth fetching. */
    static String sourceOf(Element image) {
        var best = SETS.stream().map(image::attr).filter(set -> !set.isBlank() && set.length() <= LONGEST_SET).map(LazyPictures::largest).filter(found -> !found.isEmpty()).findFirst().orElse("");
        if (!best.isEmpty()) {
            return best;
        }
        for (var attribute : LAZY) {
            var value = image.attr(attribute).strip();
            if (AN_ADDRESS.matcher(value).matches() && !isInline(value)) {
                return value;
            }
        }
        var source = image.attr("src").strip();
        return isInline(source) ? "" : source;
    }

    private static boolean isInline(String source) {
        return source.regionMatches(true, 0, "data:", 0, 5) || source.regionMatches(true, 0, "blob:", 0, 5) || source.regionMatches(true, 0, "about:", 0, 6);
    }

    /** The candidate with the largest reasonable width or density of a srcset (HTML, section 4.8.4.2.1). */
    private static String largest(String srcset) {
        if (srcset.contains("{")) {
            return "";
        }
        var candidates = BETWEEN.splitAsStream(srcset.strip()).map(String::strip).filter(candidate -> !candidate.isEmpty() && !isInline(candidate)).toList();
        var reasonable = candidates.stream().filter(candidate -> size(candidate) <= WIDE_ENOUGH).max(Comparator.comparingDouble(LazyPictures::size));
        return reasonable.or(() -> candidates.stream().min(Comparator.comparingDouble(LazyPictures::size)))
                .map(candidate -> candidate.split("\\s+")[0]).map(address -> address.endsWith(",") ? address.substring(0, address.length() - 1) : address).orElse("");
    }

    private static double size(String candidate) {
        var parts = candidate.split("\\s+");
        return Stream.of(parts).skip(1).map(part -> part.replaceAll("[^0-9.]", "")).filter(number -> number.matches("[0-9]+(\\.[0-9]+)?")).mapToDouble(Double::parseDouble)
                .findFirst().orElse(0);
    }
}
