package org.broadsheet.subscriber;

import java.util.List;

import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.PageWords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The signup form, with what was entered before if something was wrong with it. Absent text is "".
 *
 * @param when     when editions come
 * @param problems what is wrong; the link leads to the field's id
 * @param formTime signed time at which the form was served
 * @param consent  the words above the button
 * @param latest   the latest edition, or none
 * @param target   whether the form stands in a frame that its answer must leave
 */
public record SignupPage(Masthead head, PageWords words, String when, String email, String emailProblem, String name, List<Choice> sections,
        List<Choice> languages, List<Choice> zones, List<Link> problems, String formTime, String consent, List<Sample> latest, boolean target) {

    /** One of several things to choose. */
    public record Choice(String value, String label, boolean chosen) {
    }

    /** The latest edition beside the form; {@code others} are headlines with their sections. */
    public record Sample(String date, String number, String url, String picture, String alt, String kicker, String headline, String standfirst,
            List<Link> others, String more) {
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance signup(SignupPage page);

        static native TemplateInstance embed(SignupPage page);
    }

    TemplateInstance page() {
        return Templates.signup(this);
    }

    TemplateInstance embedded() {
        return Templates.embed(this);
    }
}
