package org.broadsheet.web;

import java.time.Duration;
import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A page that says one thing: an error, or that something is done.
 *
 * @param paragraphs the first is set large
 * @param links      where to go from here
 * @param reference  by which an operator finds it in the log; "" if there is none
 */
public record MessagePage(Masthead masthead, String title, List<String> paragraphs, List<Link> links, String reference) {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance message(MessagePage page);
    }

    /** For status 404. */
    public static MessagePage notFound(Masthead masthead) {
        var words = masthead.words();
        return new MessagePage(masthead, words.notFoundTitle(), List.of(words.notFoundMore()), front(masthead), "");
    }

    /** For status 410. */
    public static MessagePage gone(Masthead masthead) {
        var words = masthead.words();
        return new MessagePage(masthead, words.goneTitle(), List.of(words.goneMore()), front(masthead), "");
    }

    /** For status 429. */
    public static MessagePage tooMany(Masthead masthead, Duration wait) {
        var words = masthead.words();
        return new MessagePage(masthead, words.tooManyTitle(), List.of(words.tooManyMore(wait)), front(masthead), "");
    }

    /** For status 500. */
    public static MessagePage failed(Masthead masthead, String id) {
        var words = masthead.words();
        return new MessagePage(masthead, words.failedTitle(), List.of(words.failedMore()), front(masthead),
                id.isEmpty() ? "" : words.reference(id));
    }

    /** For any other refusal, in its own words. */
    public static MessagePage of(Masthead masthead, String title, String detail) {
        return new MessagePage(masthead, title, detail.isEmpty() ? List.of() : List.of(detail), front(masthead), "");
    }

    private static List<Link> front(Masthead masthead) {
        return List.of(new Link(masthead.words().toFrontPage(), masthead.frontUrl()));
    }

    public TemplateInstance html() {
        return Templates.message(this);
    }
}
