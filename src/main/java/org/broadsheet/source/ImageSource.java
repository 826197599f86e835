package org.broadsheet.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/**
 * Where the picture of an {@code img} really is: many pages put it into other attributes until a script moves it, or name it in several sizes
 * and formats around it. Addresses are as written, possibly relative.
 */
public final class ImageSource {

    private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset", "data-src-set", "data-original-set");
    private static final List<String> LAZY = List.of(
            "data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-full-src", "data-orig-file", "data-large-file", "data-lazy",
            "data-echo", "data-image", "data-url", "data-original-src", "data-src-large", "data-pin-media", "data-actualsrc", "data-img-src",
            "data-cfsrc", "data-runner-src", "data-delayed-url", "nitro-lazy-src");
    private static final List<String> BACKGROUNDS = List.of("data-bg", "data-background", "data-background-image", "data-bg-src", "data-lazy-background");
    private static final Set<String> WORDS = Set.of("alt", "title");
    private static final Pattern BACKGROUND = Pattern.compile("(?i)background(?:-image)?\\s*:[^;]*?url\\(\\s*['\"]?([^'\")\\s]+)");
    private static final Pattern AN_ADDRESS = Pattern.compile("(?i)(https?:)?//\\S+|[^\\s{}<>]*[/.][^\\s{}<>]*");
    private static final Pattern A_PICTURE = Pattern.compile("(?i)[^\\s{}<>]+\\.(?:jpe?g|png|webp|avif|gif)(?:[?#]\\S*)?");
    private static final Pattern UNREADABLE = Pattern.compile("(?i)image/(avif|avif-sequence|heic|heif|jxl|svg\\+xml|jp2|vnd.*)");
    private static final Pattern AVIF = Pattern.compile("(?i)\\.avif(?:[?#]|$)");
    /** What stands in the place of a picture until a script has fetched it; a photograph may well be called grey-whales.jpg. */
    private static final Pattern STAND_IN = Pattern.compile("(?i)(?:^|/)(?:(?:[^/]*[-_.])?(?:placeholder|spacer)"
            + "|blank|transparent|pixel|gr[ea]y|loading|loader|lazy(?:load)?(?![^/]*\\.(?:jpe?g|webp))|1x1|empty|dummy|default-image)"
            + "(?:[-_.]?(?:placeholder|spacer|blank|transparent|pixel|gr[ea]y|loading|loader|lazy(?:load)?|img|image|small|large|white|\\d++(?:x\\d++)?+))*+"
            + "\\.(?:gif|png|svg|jpe?g|webp)(?:[?#].*)?$");
    private static final int LONGEST_SET = 20_000;
    /** More than any rendition needs; a larger file only costs. */
    private static final int SENSIBLE = 2600;
    /** As wide as the largest rendition. */
    private static final int ENOUGH = 1200;
    /** How wide a picture is shown that does not say it, in CSS pixels. */
    private static final int SHOWN = 600;

    private ImageSource() {
    }

    /** One size of a picture. @param width in pixels, 0 if unstated */
    public record Size(String address, int width) {
    }

    /** The largest size that is sensible, in a format that is widely read; its address is "" if there is none worth fetching. */
    public static Size of(Element image) {
        return largest(image).or(() -> lazy(image)).or(() -> plain(image)).or(() -> anywhere(image)).orElse(new Size("", 0));
    }

    /** The picture behind an element; "" if there is none. */
    public static String background(Element element) {
        var match = BACKGROUND.matcher(element.attr("style"));
        var source = match.find() ? match.group(1) : BACKGROUNDS.stream().map(element::attr).filter(value -> !value.isBlank()).findFirst().orElse("");
        var bare = source.replaceFirst("(?i)^url\\(['\"]?", "").replaceFirst("['\"]?\\)$", "");
        return bare.isBlank() || isInline(bare) ? "" : bare;
    }

    /** Whether a {@code source} of a {@code picture} is in a format that mail clients and we can show. */
    public static boolean isReadable(Element source) {
        return !UNREADABLE.matcher(source.attr("type").strip()).matches();
    }

    /** What a width is worth among the sizes of one photograph: more is better, as far as it is of use; beyond that it comes after what is enough. */
    public static int worth(int width) {
        return width <= SENSIBLE ? width : ENOUGH - width / 100;
    }

    /** A length in pixels as pages write it, 0 if it is none. */
    public static int pixels(String written) {
        var bare = written.strip().replaceFirst("(?i)px$", "");
        return bare.matches("\\d{1,5}") ? Integer.parseInt(bare) : 0;
    }

    private static Optional<Size> largest(Element image) {
        var shown = shown(image);
        var sizes = new ArrayList<Size>();
        SETS.forEach(attribute -> sizes.addAll(sizes(image.attr(attribute), shown)));
        var holder = image.parent();
        if (holder != null && holder.nameIs("picture")) {
            holder.children().stream().filter(source -> source.nameIs("source") && isReadable(source))
                    .forEach(source -> SETS.forEach(attribute -> sizes.addAll(sizes(source.attr(attribute), shown))));
        }
        sizes.removeIf(size -> isInline(size.address()) || AVIF.matcher(size.address()).find() || isStandIn(size.address()));
        return sizes.stream().max(Comparator.comparingInt(size -> worth(size.width())));
    }

    private static int shown(Element image) {
        var width = pixels(image.attr("width"));
        return width > 0 ? width : SHOWN;
    }

    /** Whatever it is called: no script would put a stand-in in the place of another. */
    private static Optional<Size> lazy(Element image) {
        return LAZY.stream().map(attribute -> image.attr(attribute).strip()).filter(value -> AN_ADDRESS.matcher(value).matches() && !isInline(value))
                .findFirst().map(ImageSource::unstated);
    }

    private static Optional<Size> plain(Element image) {
        return Optional.of(image.attr("src").strip()).filter(ImageSource::isOfUse).map(ImageSource::unstated);
    }

    private static Optional<Size> anywhere(Element image) {
        return image.attributes().asList().stream().filter(attribute -> !WORDS.contains(attribute.getKey())).map(attribute -> attribute.getValue().strip())
                .filter(value -> A_PICTURE.matcher(value).matches() && isOfUse(value)).findFirst().map(ImageSource::unstated);
    }

    private static Size unstated(String address) {
        return new Size(address, 0);
    }

    private static boolean isOfUse(String address) {
        return !address.isEmpty() && !isInline(address) && !isStandIn(address);
    }

    private static boolean isStandIn(String address) {
        return STAND_IN.matcher(address).find();
    }

    private static boolean isInline(String address) {
        return address.regionMatches(true, 0, "data:", 0, 5) || address.regionMatches(true, 0, "blob:", 0, 5) || address.regionMatches(true, 0, "about:", 0, 6);
    }

    /**
     * The candidates of a srcset (HTML, section 4.8.4.2.2). An address ends at white space and may hold commas.
     *
     * @param shown how wide the picture is shown, in CSS pixels: what a density multiplies
     */
    static List<Size> sizes(String srcset, int shown) {
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
                sizes.add(new Size(address, width(descriptor, shown)));
            }
        }
        return sizes;
    }

    private static int width(String descriptor, int shown) {
        var first = descriptor.split("\\s+")[0].toLowerCase(Locale.ROOT);
        if (first.matches("\\d{1,5}w")) {
            return Integer.parseInt(first.substring(0, first.length() - 1));
        }
        return first.matches("\\d{1,2}(\\.\\d{1,3})?x") ? (int) (Double.parseDouble(first.substring(0, first.length() - 1)) * shown) : 0;
    }
}
