package org.broadsheet.subscriber;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The page to join on, also with problems after a post.
 *
 * @param standfirst a sentence under the headline; "" for the common one
 * @param when       when editions come, as {@link org.broadsheet.web.PageWords#whenInZone} says it
 * @param consent    the words above the button, to be kept with the consent (E13)
 * @param sample     the latest edition, empty before the first
 */
public record SignupPage(Masthead masthead, String standfirst, String when, ReaderForm form, String consent, Optional<Sample> sample) {

    /**
     * What an edition looks like, beside the form.
     *
     * @param picture  path of the lead's picture, 1200 x 675; "" if there is none
     * @param others   further headlines
     */
    public record Sample(int number, LocalDate date, String url, String kicker, String headline, String standfirst, String picture, String alt,
            List<Headline> others) {
    }

    /** @param section name of the section; "" for none */
    public record Headline(String text, String section) {
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance signup(SignupPage page);
    }

    public TemplateInstance html() {
        return Templates.signup(this);
    }
}
