package org.broadsheet.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Where the operator shows the admin token.
 *
 * @param action   path that the form posts to, field {@code token}
 * @param problem  what was wrong with the last try; "" at first
 * @param tokenSet whether the server has a token at all; without one nobody gets in, and the page says how to set it
 */
public record LoginPage(String action, String problem, Token tokenSet) {

    /** Whether the server has an admin token. */
    public enum Token {
        SET, MISSING
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance login(LoginPage page);
    }

    public boolean tokenMissing() {
        return tokenSet == Token.MISSING;
    }

    public TemplateInstance html() {
        return Templates.login(this);
    }
}
