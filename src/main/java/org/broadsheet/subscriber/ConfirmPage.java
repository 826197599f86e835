package org.broadsheet.subscriber;

import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Behind the link in the confirmation mail: opening it changes nothing, the button does (E2).
 *
 * @param action path that the button posts to
 * @param when   when editions come
 */
public record ConfirmPage(Masthead masthead, String action, String when) {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance confirm(ConfirmPage page);
    }

    public TemplateInstance html() {
        return Templates.confirm(this);
    }
}
