package org.broadsheet.subscriber;

import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Behind the unsubscribe link: opening it changes nothing, the button does (A19). An unknown token gets the same page.
 *
 * @param action         path that the button posts to
 * @param maskedAddress  such as {@code a…@example.org}, since links get forwarded (E15); "" if unknown
 * @param preferencesUrl path of the reader's own page; "" if unknown
 */
public record UnsubscribePage(Masthead masthead, String action, String maskedAddress, String preferencesUrl) {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance unsubscribe(UnsubscribePage page);
    }

    public TemplateInstance html() {
        return Templates.unsubscribe(this);
    }
}
