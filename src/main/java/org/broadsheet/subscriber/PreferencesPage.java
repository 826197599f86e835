package org.broadsheet.subscriber;

import java.time.LocalDate;

import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A reader's own page, reached by the link in each mail.
 *
 * @param maskedAddress  such as {@code a…@example.org}, since links get forwarded (E15)
 * @param form           without the address; its problems after a post
 * @param pause          first day and last day that may be chosen, and what stands in the field
 * @param unsubscribeUrl path of the page to leave on
 */
public record PreferencesPage(Masthead masthead, String maskedAddress, ReaderForm form, Pause pause, String unsubscribeUrl, State state) {

    /** What the page says at its top. */
    public enum State {
        FRESH, SAVED
    }

    /**
     * @param value    as typed or kept, ISO 8601; "" if there is no pause
     * @param earliest that may be chosen
     * @param latest   that may be chosen
     */
    public record Pause(String value, LocalDate earliest, LocalDate latest) {
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance preferences(PreferencesPage page);
    }

    /** Whether the choices were just taken. */
    public boolean saved() {
        return state == State.SAVED;
    }

    /** Whether there is a pause that holds, in words; "" if not. */
    public String pausedNow() {
        return pause.value().isEmpty() || !form.problems().isEmpty() ? "" : masthead.words().pausedUntil(LocalDate.parse(pause.value()));
    }

    public TemplateInstance html() {
        return Templates.preferences(this);
    }
}
