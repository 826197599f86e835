package org.broadsheet.subscriber;

import java.util.List;

import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A confirmation link that leads nowhere (404): expired, mangled or never sent.
 *
 * @param masthead the publication's where it is known, else the server's
 * @param signups  where to sign up anew
 */
public record ConfirmUnknownPage(Masthead masthead, List<Link> signups) {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance confirmUnknown(ConfirmUnknownPage page);
    }

    /** Where the publication is known. */
    public static ConfirmUnknownPage of(Masthead masthead) {
        return new ConfirmUnknownPage(masthead, List.of(new Link(masthead.words().signUpAgain(masthead.name()), masthead.subscribeUrl())));
    }

    public TemplateInstance html() {
        return Templates.confirmUnknown(this);
    }
}
