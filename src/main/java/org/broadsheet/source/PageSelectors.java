package org.broadsheet.source;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.Size;

import org.broadsheet.web.Refusal;

/**
 * Where in a document its articles stand, as an operator says it: an override for pages, and the way into JSON and XML, that cannot be read without. All
 * may be null; what is not given is found as in any document. All but {@code script} and {@code item} are looked for within an item.
 *
 * @param syntax   what the others are written in; null for CSS
 * @param script   on a page: what holds the JSON that JSONPATH reads, by CSS, or by XPath if it begins with {@code /}, {@code ./} or {@code (}
 * @param item     one for each article, or a list of them; without it there are no others
 * @param link     the link to the article; its first link if not given
 * @param standfirst what stands below the headline, as HTML or text
 * @param body     the article itself, as HTML or text
 * @param date     an element with the date as text or in {@code datetime}, or a text or number of any form that feeds have
 * @param picture  an {@code img}, or an element around one, or an address
 * @param guid     what tells the article apart, whatever its address
 * @param category one or several
 */
public record PageSelectors(
        Syntax syntax,
        @Size(max = 300, message = "is longer than 300 characters") String script,
        @Size(max = 300, message = "is longer than 300 characters") String item,
        @Size(max = 300, message = "is longer than 300 characters") String link,
        @Size(max = 300, message = "is longer than 300 characters") String title,
        @Size(max = 300, message = "is longer than 300 characters") String standfirst,
        @Size(max = 300, message = "is longer than 300 characters") String body,
        @Size(max = 300, message = "is longer than 300 characters") String author,
        @Size(max = 300, message = "is longer than 300 characters") String date,
        @Size(max = 300, message = "is longer than 300 characters") String picture,
        @Size(max = 300, message = "is longer than 300 characters") String guid,
        @Size(max = 300, message = "is longer than 300 characters") String category) {

    /** What selectors are written in. */
    public enum Syntax {
        CSS,
        /** XPath 1.0, on pages and in XML. */
        XPATH,
        /** JSONPath (RFC 9535) without filters, {@link JsonPath}; templates, {@link JsonField}. */
        JSONPATH
    }

    /** By CSS alone. */
    static PageSelectors css(String item, String link, String title, String standfirst, String date, String picture) {
        return new PageSelectors(null, null, item, link, title, standfirst, null, null, date, picture, null, null);
    }

    /** @throws Refusal naming the field if a selector cannot be read, takes too long to evaluate, or there is no item for it to stand in */
    void check() {
        given().forEach((field, selector) -> check(field, () -> {
            switch (dialect()) {
                case CSS -> CssSelector.of(selector);
                case XPATH -> XPathQuery.of(selector);
                case JSONPATH -> JsonField.of(field, selector);
            }
        }));
        if (!written(script).isEmpty()) {
            if (dialect() != Syntax.JSONPATH) {
                throw Refusal.invalid("selectors.script", "is for paths into JSON alone (syntax JSONPATH)");
            }
            check("script", () -> ScriptPlace.of(script.strip()));
        }
        if (!selectNothing() && !given().containsKey("item")) {
            throw Refusal.invalid("selectors.item", "is missing");
        }
    }

    private static void check(String field, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException problem) {
            throw Refusal.invalid("selectors." + field, problem.getMessage());
        }
    }

    Syntax dialect() {
        return syntax == null ? Syntax.CSS : syntax;
    }

    /** Whether nothing is selected. */
    boolean selectNothing() {
        return given().isEmpty() && written(script).isEmpty();
    }

    /** "" if there is none. */
    String scriptPlace() {
        return written(script);
    }

    /** Whether they lead through the document itself, as no page is read without settings. */
    boolean arePaths() {
        return dialect() != Syntax.CSS;
    }

    /** Whether what they are for is written for machines. */
    boolean areForData() {
        return dialect() == Syntax.JSONPATH && scriptPlace().isEmpty();
    }

    /** Those for an article that are given, by the names of their fields. */
    public Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "item", item);
        put(given, "link", link);
        put(given, "title", title);
        put(given, "standfirst", standfirst);
        put(given, "body", body);
        put(given, "author", author);
        put(given, "date", date);
        put(given, "picture", picture);
        put(given, "guid", guid);
        put(given, "category", category);
        return given;
    }

    private static void put(Map<String, String> given, String field, String selector) {
        if (!written(selector).isEmpty()) {
            given.put(field, selector.strip());
        }
    }

    private static String written(String selector) {
        return selector == null ? "" : selector.strip();
    }
}
