package org.broadsheet.article.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/** Where the picture of an {@code img} is, and how wide: the largest that is of use, also of a {@code picture} around it, also if only a script would put it there. */
final class PictureSource {

    private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset", "data-src-set", "data-original-set");
    private static final List<String> LAZY = List.of("data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-large-file", "data-orig-file",
            "data-image", "data-url", "data-echo", "data-actualsrc", "data-img-src");
    private static final Pattern PICTURE = Pattern.compile("(?i)\\S+\\.(jpe?g|png|webp|avif|gif)(?:[?#]\\S*)?");
    private static final Pattern STAND_IN = Pattern.compile("(?i)(?:^|[/_-])(?:placeholder|spacer|blank|transparent|pixel|loading|lazy|grey|gray|1x1)[^/]*\\.(?:gif|png|svg|jpe?g)(?:[?#]|$)");

    private PictureSource() {
    }

    /** @param address as written, possibly relative; "" if there is none */
    record Found(String address, int width) {

        static final Found NONE = new Found("", 0);
    }

    static Found of(Element image) {
        return largest(image).or(() -> lazy(image)).or(() -> plain(image)).or(() -> anywhere(image)).orElse(Found.NONE);
    }

    private static Optional<Found> largest(Element image) {
        var own = sets(image).toList();
        var around = image.parent() != null && image.parent().nameIs("picture") ? image.parent().children().stream().filter(PictureSource::isUsual).flatMap(PictureSource::sets).toList() : List.<String>of();
        return Stream.concat(own.stream(), around.stream()).map(SourceSet::largest).flatMap(Optional::stream)
                .max(Comparator.comparingDouble(SourceSet.Candidate::size)).map(best -> new Found(best.address(), best.width()));
    }

    /** In a format that all can show. */
    private static boolean isUsual(Element source) {
        return source.nameIs("source") && !source.attr("type").contains("avif") && !source.attr("type").contains("svg");
    }

    private static Stream<String> sets(Element element) {
        return SETS.stream().map(element::attr).filter(set -> !set.isBlank());
    }

    private static Optional<Found> lazy(Element image) {
        return LAZY.stream().map(image::attr).map(String::strip).filter(value -> !value.isEmpty() && !isStandIn(value) && value.indexOf('{') < 0).findFirst().map(address -> new Found(address, 0));
    }

    private static Optional<Found> plain(Element image) {
        return Optional.of(image.attr("src").strip()).filter(value -> !value.isEmpty() && !isStandIn(value)).map(address -> new Found(address, 0));
    }

    private static Optional<Found> anywhere(Element image) {
        return image.attributes().asList().stream().filter(attribute -> !attribute.getKey().equals("alt") && !attribute.getKey().equals("title")).map(attribute -> attribute.getValue().strip())
                .filter(value -> PICTURE.matcher(value).matches() && !isStandIn(value)).findFirst().map(address -> new Found(address, 0));
    }

    private static boolean isStandIn(String value) {
        return value.regionMatches(true, 0, "data:", 0, 5) || value.startsWith("about:") || STAND_IN.matcher(value).find();
    }
}
