package org.broadsheet.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Asks for the admin token. {@code problem} is "" at first. */
public record LoginPage(String hint, String problem) {

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance login(LoginPage page);
    }

    TemplateInstance page() {
        return Templates.login(this);
    }
}
