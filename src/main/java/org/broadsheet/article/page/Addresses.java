package org.broadsheet.article.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.broadsheet.source.ImageSource;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Addresses on a page, made absolute: against its own, or what its base element says (HTML, section 4.2.3). */
final class Addresses {

    private static final List<String> SINGLE = List.of("href", "src", "poster", "cite");

    private static final Set<String> KEPT = Set.of("src", "alt", "title", "width", "height");
    private static final Pattern HOST_ALONE = Pattern.compile("(?i)https?://[^/?#]+");

    private final String page;
    private final Element at;

    private Addresses(String page, String base) {
        this.page = page;
        this.at = new Element("a");
        at.setBaseUri(base);
    }

    /** @param page where the document was found */
    static Addresses of(Document document, String page) {
        var base = document.selectFirst("base[href]");
        var own = new Addresses(page, page);
        return base == null ? own : new Addresses(page, own.absolute(base.attr("href")).isEmpty() ? page : own.absolute(base.attr("href")));
    }

    /** "" if it leads nowhere on the web. */
    String absolute(String reference) {
        var stripped = reference.strip();
        if (stripped.isEmpty()) {
            return "";
        }
        at.attr("href", stripped);
        var absolute = at.absUrl("href");
        return HOST_ALONE.matcher(absolute).matches() ? absolute + "/" : absolute;
    }

    void settle(Element element) {
        if (element.attributesSize() == 0) {
            return;
        }
        if (element.nameIs("img")) {
            settlePicture(element);
            return;
        }
        for (var attribute : SINGLE) {
            var value = element.attr(attribute).strip();
            if (!value.isEmpty() && !value.regionMatches(true, 0, "javascript:", 0, 11) && !value.regionMatches(true, 0, "data:", 0, 5)) {
                var absolute = absolute(value);
                element.attr(attribute, absolute.isEmpty() ? value : absolute);
            }
        }
    }

    /** The one best source, which no one needs a script or a choice for. */
    private void settlePicture(Element image) {
        var source = ImageSource.of(image);
        for (var attribute : image.attributes().asList()) {
            if (!KEPT.contains(attribute.getKey())) {
                image.removeAttr(attribute.getKey());
            }
        }
        var address = absolute(source.address());
        if (address.isEmpty()) {
            image.removeAttr("src");
        } else {
            image.attr("src", address);
        }
    }

    String page() {
        return page;
    }
}
