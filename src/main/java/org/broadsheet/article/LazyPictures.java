package org.broadsheet.article;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jsoup.nodes.Element;

/** Where the picture of an {@code img} really is: many pages put it into other attributes until a script moves it. */
final class LazyPictures {

    private static final List<String> LAZY = List.of("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-full-src");

    private LazyPictures() {
    }

    /** The address as written, possibly relative; "" if there is none worth fetching. */
    static String sourceOf(Element image) {
        for (var attribute : LAZY) {
            if (image.hasAttr(attribute) && !image.attr(attribute).isBlank()) {
                return image.attr(attribute).strip();
            }
        }
        var best = largest(image.attr("srcset").isBlank() ? image.attr("data-srcset") : image.attr("srcset"));
        if (!best.isEmpty()) {
            return best;
        }
        var source = image.attr("src").strip();
        return source.regionMatches(true, 0, "data:", 0, 5) ? "" : source;
    }

    /** The candidate with the largest width or density of a srcset (HTML, section 4.8.4.2.1). */
    private static String largest(String srcset) {
        return Arrays.stream(srcset.split(",\\s+")).map(String::strip).filter(candidate -> !candidate.isEmpty() && !candidate.startsWith("data:"))
                .max(Comparator.comparingDouble(LazyPictures::size)).map(candidate -> candidate.split("\\s+")[0]).orElse("");
    }

    private static double size(String candidate) {
        var parts = candidate.split("\\s+");
        var descriptor = parts.length > 1 ? parts[1].replaceAll("[^0-9.]", "") : "";
        return descriptor.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(descriptor) : 0;
    }
}
