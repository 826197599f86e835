package org.broadsheet.edition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The editions of a publication as a feed. */
public record EditionFeed(String title, String description, String language, String homeUrl, String author, Instant updated, List<Entry> entries) {

    /** @param html what the edition holds, headline by headline */
    public record Entry(String url, String title, Instant published, String summary, String html) {

        /** As RSS writes it (RFC 822, with four digits for the year). */
        public String rfcDate() {
            return DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC));
        }
    }

    @CheckedTemplate(basePath = "feed")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance atom(EditionFeed feed);

        static native TemplateInstance rss(EditionFeed feed);
    }

    String atom() {
        return Templates.atom(this).render().strip();
    }

    String rss() {
        return Templates.rss(this).render().strip();
    }
}
