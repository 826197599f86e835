package org.broadsheet.article;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Links and pictures in HTML that was found elsewhere than at the article's own address. */
final class RelativeLinks {

    private static final List<String> REFERENCES = List.of("href", "src", "poster", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src",
            "data-full-src", "data-orig-file", "data-large-file", "data-bg");
    private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset");

    private RelativeLinks() {
    }

    /** The HTML with references resolved against {@code base} and any xml:base in it; unchanged if that is where the article is anyway. */
    static String resolved(String html, String base, String address) {
        if (base.isEmpty() || base.equals(address) || html.isBlank()) {
            return html;
        }
        var document = Jsoup.parseBodyFragment(html, base);
        document.outputSettings().prettyPrint(false);
        adoptBases(document.body());
        for (var attribute : REFERENCES) {
            document.body().select("[" + attribute + "]").forEach(element -> resolve(element, attribute));
        }
        for (var attribute : SETS) {
            document.body().select("[" + attribute + "]").forEach(element -> resolveSet(element, attribute));
        }
        document.body().select("[xml:base]").forEach(element -> element.removeAttr("xml:base"));
        return document.body().html();
    }

    /** From here on, references within an element with an xml:base are resolved against that (XML Base, section 4). */
    static void adoptBases(Element body) {
        for (var element : body.select("[xml:base]")) {
            var base = element.absUrl("xml:base");
            if (!base.isEmpty()) {
                element.setBaseUri(base);
            }
        }
    }

    private static void resolve(Element element, String attribute) {
        var absolute = element.absUrl(attribute);
        if (!absolute.isEmpty() && !element.attr(attribute).strip().startsWith("#")) {
            element.attr(attribute, absolute);
        }
    }

    private static void resolveSet(Element element, String attribute) {
        element.attr(attribute, Arrays.stream(element.attr(attribute).split(",\\s+")).map(candidate -> resolvedCandidate(element, candidate.strip()))
                .collect(Collectors.joining(", ")));
    }

    private static String resolvedCandidate(Element element, String candidate) {
        var parts = candidate.split("\\s+", 2);
        var probe = element.shallowClone().attr("src", parts[0]);
        probe.setBaseUri(element.baseUri());
        var absolute = probe.absUrl("src");
        return (absolute.isEmpty() ? parts[0] : absolute) + (parts.length > 1 ? " " + parts[1] : "");
    }
}
