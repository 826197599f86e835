package org.broadsheet.edition;

import java.util.List;

import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.PageWords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The front page of a publication: its latest edition, how to get the next one, and all earlier ones. Absent text is "".
 *
 * @param latest one, or none before the first edition
 * @param row    three stories with pictures, or none
 * @param next   when the next edition leaves, in words
 * @param terms  what joining means
 */
public record FrontPage(Masthead head, PageWords words, List<Latest> latest, List<Teaser> row, String next, String terms, List<Month> months) {

    /** The latest edition; {@code others} are headlines with their sections. */
    public record Latest(String date, String number, String url, String picture, String alt, String caption, String credit, String kicker, String headline,
            String standfirst, String source, List<Link> others, String more) {
    }

    /** A story with a picture. */
    public record Teaser(String url, String picture, String alt, String kicker, String headline, String source) {
    }

    /** Editions of one month, newest first. */
    public record Month(String name, List<Line> editions) {
    }

    /** An edition in the archive; a day without one has no URL, and its reason as headline. */
    public record Line(String day, String number, String url, String headline, String more) {
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance front(FrontPage page);
    }

    TemplateInstance page() {
        return Templates.front(this);
    }
}
