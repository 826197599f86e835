package org.broadsheet.edition;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.broadsheet.web.Card;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

/**
 * One story and everybody who reported it.
 *
 * @param card    how it shows itself elsewhere
 * @param text    clean HTML, as much as the source's publisher allows to be shown; "" if no more than the summary
 * @param reports in the order of their publishing
 * @param edition the edition it appeared in; empty if it was in none that is published
 */
public record StoryPage(Masthead masthead, WebStory story, Card card, String text, List<Report> reports, Optional<Link> edition) {

    /**
     * @param source    name of the publisher; "" for the publication's own
     * @param url       "" if it cannot be linked
     * @param published in the publication's zone; empty if unknown
     * @param language  where it differs from the publication's, else ""
     */
    public record Report(String source, String headline, String url, Optional<ZonedDateTime> published, String language) {

        public Report {
            url = Link.outside(url);
        }
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance story(StoryPage page);
    }

    /** @param section name of the story's section; "" for none */
    public static StoryPage of(Masthead masthead, Digest.Item item, Card card, String section, String text, List<Report> reports, Optional<Link> edition) {
        return new StoryPage(masthead, WebStory.of(item, section, masthead.homeUrl()), card, text, reports, edition);
    }

    /** For the template, which escapes everything else. */
    public RawString markup() {
        return new RawString(text);
    }

    public TemplateInstance html() {
        return Templates.story(this);
    }
}
