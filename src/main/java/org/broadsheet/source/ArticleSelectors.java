package org.broadsheet.source;

import java.util.Optional;

import jakarta.validation.constraints.Size;

import org.broadsheet.web.Refusal;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Where on the pages of a source's articles their text stands, as an operator says it by CSS: an override for pages whose text is not found rightly.
 *
 * @param text   what holds the text, one element or several; null to find it as on any page
 * @param remove what does not belong to the article, wherever it stands; null for nothing
 */
public record ArticleSelectors(
        @Size(max = 300, message = "is longer than 300 characters") String text,
        @Size(max = 300, message = "is longer than 300 characters") String remove) {

    /** Nothing is said. */
    public static final ArticleSelectors NONE = new ArticleSelectors(null, null);

    /** @throws Refusal naming the field if a selector cannot be read or may take for ever */
    void check() {
        check("text", text);
        check("remove", remove);
    }

    private static void check(String field, String selector) {
        try {
            written(selector).ifPresent(CssSelector::of);
        } catch (IllegalArgumentException problem) {
            throw Refusal.invalid("articleSelectors." + field, problem.getMessage());
        }
    }

    /** Whether it says where the text is. */
    @JsonIgnore
    public boolean select() {
        return written(text).isPresent();
    }

    boolean selectNothing() {
        return written(text).isEmpty() && written(remove).isEmpty();
    }

    /** Takes what does not belong to the article out of a page. */
    public void clear(Element page) {
        written(remove).ifPresent(selector -> page.select(CssSelector.of(selector)).forEach(element -> {
            if (element.parent() != null && element != page) {
                element.remove();
            }
        }));
    }

    /** What holds the text, in the order of the page, none within another; none if it fits nothing. */
    public Elements texts(Element page) {
        var found = written(text).map(selector -> page.select(CssSelector.of(selector))).orElseGet(Elements::new);
        var outermost = new Elements();
        found.stream().filter(element -> element.parents().stream().noneMatch(found::contains)).forEach(outermost::add);
        return outermost;
    }

    private static Optional<String> written(String selector) {
        return Optional.ofNullable(selector).map(String::strip).filter(given -> !given.isEmpty());
    }
}
