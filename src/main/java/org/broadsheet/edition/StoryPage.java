package org.broadsheet.edition;

import java.util.List;

import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.PageWords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A story and everybody who reports it. */
public record StoryPage(Masthead head, PageWords words, String kicker, String headline, String text, List<Link> reports) {

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance story(StoryPage page);
    }

    TemplateInstance page() {
        return Templates.story(this);
    }
}
