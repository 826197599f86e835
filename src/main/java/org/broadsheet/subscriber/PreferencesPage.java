package org.broadsheet.subscriber;

import java.util.List;

import org.broadsheet.web.Masthead;
import org.broadsheet.web.PageWords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What a reader may choose. The address is masked, since mails get forwarded (E15). */
public record PreferencesPage(Masthead head, PageWords words, String maskedAddress, String notice, String problem, String name,
        List<SignupPage.Choice> sections, List<SignupPage.Choice> languages, List<SignupPage.Choice> zones, String pausedUntil, String action,
        String leaveAction) {

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance preferences(PreferencesPage page);
    }

    TemplateInstance page() {
        return Templates.preferences(this);
    }
}
