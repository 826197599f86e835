package org.broadsheet.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * One source on the desk: how it is, what the last reading brought, what was wrong with it, and its latest articles.
 *
 * @param paper    name of the publication
 * @param health   how reading it goes, in a sentence
 * @param problem  the last error in words; "" if it goes well
 * @param brought  what the last reading brought, in a sentence; "" before the first
 * @param problems what could not be used of it
 * @param kept     why the page shows no article; "" if it shows some
 */
public record AdminSourcePage(AdminHead head, String paper, String title, String url, String health, String problem, List<Action> actions, List<Fact> facts,
        String brought, Optional<Instant> broughtAt, List<Problem> problems, List<ArticleRow> articles, String kept) {

    /** A word and what it stands for. */
    public record Fact(String name, String value, String note) {
    }

    /** @param line of the document; 0 if the problem has no place */
    public record Problem(String message, int line) {
    }

    /**
     * @param picture path of its picture; "" if it has none
     * @param trouble with its picture or its page; "" if there is none
     * @param others  who else reports it, in words; "" if nobody does
     */
    public record ArticleRow(String title, String url, String picture, String summary, Optional<Instant> published, String trouble, String others) {
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance source(AdminSourcePage page);
    }

    public TemplateInstance html() {
        return Templates.source(this);
    }
}
