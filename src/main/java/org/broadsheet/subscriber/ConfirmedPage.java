package org.broadsheet.subscriber;

import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

import java.util.Optional;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The reader is in.
 *
 * @param next           when the next edition leaves, a sentence without its full stop; "" if unknown
 * @param sender         address that editions come from
 * @param preferencesUrl path of the reader's own page
 * @param latest         the latest edition, to be read at once
 */
public record ConfirmedPage(Masthead masthead, String next, String sender, String preferencesUrl, Optional<Link> latest) {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance confirmed(ConfirmedPage page);
    }

    public TemplateInstance html() {
        return Templates.confirmed(this);
    }
}
