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
 * @param remedy   what to do about it; "" if it goes by itself
 * @param twin     that another source has the same articles, in words; "" if none has
 * @param brought  what the last reading brought, in a sentence; "" before the first
 * @param problems what could not be used of it
 * @param kept     why the page shows no article; "" if it shows some
 * @param path     of this page; what changes the source is posted below it
 */
public record AdminSourcePage(AdminHead head, String paper, String title, String url, String health, String problem, String remedy, String twin, List<Action> actions, List<Fact> facts,
        String brought, Optional<Instant> broughtAt, List<Problem> problems, List<ArticleRow> articles, String kept, List<Setting> settings, String path) {

    /** A word and what it stands for. */
    public record Fact(String name, String value, String note) {
    }

    /** Something to be set by choosing. */
    public record Setting(String name, String label, List<Option> options) {
    }

    /** @param chosen whether it is what holds */
    public record Option(String value, String label, Choice chosen) {

        /** Whether it is what holds. */
        public enum Choice {
            CHOSEN, OTHER
        }

        public boolean isChosen() {
            return chosen == Choice.CHOSEN;
        }
    }

    /** @param line of the document; 0 if the problem has no place */
    public record Problem(String message, int line) {
    }

    /**
     * @param picture path of its picture; "" if it has none
     * @param trouble with its picture or its page; "" if there is none
     * @param note    who else reports it, and what is still to come or was never there, in words; "" if there is nothing to say
     */
    public record ArticleRow(String title, String url, String picture, String summary, Optional<Instant> published, String trouble, String note) {
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance source(AdminSourcePage page);
    }

    public TemplateInstance html() {
        return Templates.source(this);
    }
}
