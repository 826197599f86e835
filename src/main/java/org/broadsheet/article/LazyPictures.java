package org.broadsheet.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/**
 * Where the picture of an {@code img} really is: many pages put it into other attributes until a script moves it, or name it in several sizes
 * and formats around it.
 */
final class LazyPictures {

    private static final List<String> LAZY = List.of("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-full-src", "data-orig-file", "data-large-file",
            "data-lazy", "data-echo", "data-image", "data-url", "data-original-src", "data-src-large", "data-pin-media", "data-actualsrc", "data-img-src", "data-cfsrc", "data-runner-src",
            "data-delayed-url", "nitro-lazy-src");
    private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset", "data-original-set");
    private static final Pattern AN_ADDRESS = Pattern.compile("(?i)(https?:)?//\\S+|[^\\s{}<>]*[/.][^\\s{}<>]*");
    private static final int LONGEST_SET = 20_000;
    private static final Pattern UNREADABLE = Pattern.compile("(?i)image/(avif|avif-sequence|heic|heif|jxl|svg\\+xml|jp2|vnd.*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?i)(^|[/_.-])(blank|spacer|placeholder|transparent|pixel|lazy|loading|loader|1x1|empty)([/_.-]|$)");
    /** More than any rendition needs; a larger file only costs. */
    private static final int SENSIBLE = 2600;
    private static final int ENOUGH = PictureFormat.LARGE.nominalWidth();

    private LazyPictures() {
    }

    /** One size of a picture. @param width in pixels, 0 if unstated */
    record Size(String address, int width) {
    }

    /** The address as written, possibly relative; "" if there is none worth fetching. */
    static String sourceOf(Element image) {
        return largest(image).address();
    }

    /** The largest size that is sensible; its address is "" if there is none worth fetching. */
    static Size largest(Element image) {
        var sizes = new ArrayList<Size>();
        SETS.forEach(attribute -> sizes.addAll(sizes(image.attr(attribute))));
        var holder = image.parent();
        if (holder != null && holder.normalName().equals("picture")) {
            for (var source : holder.select("> source")) {
                if (!UNREADABLE.matcher(source.attr("type").strip()).matches()) {
                    SETS.forEach(attribute -> sizes.addAll(sizes(source.attr(attribute))));
                }
            }
        }
        sizes.removeIf(size -> isData(size.address()) || size.address().toLowerCase(Locale.ROOT).matches(".*\\.avif([?#].*)?"));
        sizes.removeIf(size -> size.width() == 0 && PLACEHOLDER.matcher(size.address()).find());
        return sizes.stream().max(Comparator.comparingInt(size -> worth(size.width()))).orElseGet(() -> plain(image));
    }

    /** What a width is worth among the sizes of one photograph: more is better, as far as it is of use; beyond that it comes after what is enough. */
    static int worth(int width) {
        return width <= SENSIBLE ? width : ENOUGH - width / 100;
    }

    private static Size plain(Element image) {
        var source = image.attr("src").strip();
        for (var attribute : LAZY) {
            var address = image.attr(attribute).strip();
            if (AN_ADDRESS.matcher(address).matches() && !isData(address)) {
                return new Size(address, 0);
            }
        }
        return new Size(isData(source) || image.hasAttr("data-srcset") && PLACEHOLDER.matcher(source).find() ? "" : source, 0);
    }

    private static boolean isData(String address) {
        return address.regionMatches(true, 0, "data:", 0, 5) || address.regionMatches(true, 0, "blob:", 0, 5) || address.regionMatches(true, 0, "about:", 0, 6);
    }

    /** The candidates of a srcset (HTML, section 4.8.4.2.2). An address ends at white space and may hold commas. A density counts as so many times 600 pixels. */
    static List<Size> sizes(String srcset) {
        var sizes = new ArrayList<Size>();
        if (srcset.length() > LONGEST_SET || srcset.contains("{")) { // a template that a script would have filled in
            return sizes;
        }
        int at = 0;
        while (at < srcset.length()) {
            while (at < srcset.length() && (Character.isWhitespace(srcset.charAt(at)) || srcset.charAt(at) == ',')) {
                at++;
            }
            int end = at;
            while (end < srcset.length() && !Character.isWhitespace(srcset.charAt(end))) {
                end++;
            }
            var address = srcset.substring(at, end);
            at = end;
            var descriptor = "";
            if (!address.endsWith(",")) {
                int comma = srcset.indexOf(',', end);
                at = comma < 0 ? srcset.length() : comma;
                descriptor = srcset.substring(end, at).strip();
            }
            address = address.replaceFirst(",+$", "");
            if (!address.isEmpty()) {
                sizes.add(new Size(address, width(descriptor)));
            }
        }
        return sizes;
    }

    private static int width(String descriptor) {
        var first = descriptor.split("\\s+")[0].toLowerCase(Locale.ROOT);
        if (first.matches("\\d{1,5}w")) {
            return Integer.parseInt(first.substring(0, first.length() - 1));
        }
        return first.matches("\\d{1,2}(\\.\\d{1,3})?x") ? (int) (Double.parseDouble(first.substring(0, first.length() - 1)) * 600) : 0;
    }
}
