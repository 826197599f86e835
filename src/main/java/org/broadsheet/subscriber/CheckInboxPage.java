package org.broadsheet.subscriber;

import java.time.Duration;

import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * After the form was taken. It is the same for every address (E4), so it names none.
 *
 * @param sender   whom the mail comes from
 * @param validity how long the link in it works
 */
public record CheckInboxPage(Masthead masthead, String sender, Duration validity) {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance checkInbox(CheckInboxPage page);
    }

    public TemplateInstance html() {
        return Templates.checkInbox(this);
    }
}
