package org.broadsheet.subscriber;

import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The reader has left; no survey, no regrets (E14).
 *
 * @param undoAction path that the undo button posts to; "" for no such button
 * @param undoField  name of a hidden input that tells the undo from leaving; "" if the path does
 */
public record UnsubscribedPage(Masthead masthead, String undoAction, String undoField) {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance unsubscribed(UnsubscribedPage page);
    }

    public TemplateInstance html() {
        return Templates.unsubscribed(this);
    }
}
