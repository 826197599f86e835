package org.broadsheet.subscriber;

import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The form alone, for a frame in somebody else's page. Its answer opens in a window of its own, since no other page of ours may be framed.
 *
 * @param form    language and time zone are posted without asking: the chosen ones
 * @param consent the words above the button
 */
public record EmbedPage(Masthead masthead, String when, ReaderForm form, String consent) {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance embed(EmbedPage page);
    }

    /** The time zone that is posted unasked; "" if none is chosen. */
    public String timeZone() {
        return form.zones().stream().flatMap(region -> region.zones().stream()).filter(Choice::chosen).map(Choice::value).findFirst().orElse("");
    }

    /** The language that is posted unasked. */
    public String mailLanguage() {
        return form.languages().stream().filter(Choice::chosen).map(Choice::value).findFirst().orElse(masthead.language());
    }

    public TemplateInstance html() {
        return Templates.embed(this);
    }
}
