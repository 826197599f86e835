package org.broadsheet.site;

import java.util.List;

import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.PageWords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The publications of this server. */
public record HomePage(Masthead head, PageWords words, List<Link> publications) {

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance home(HomePage page);
    }

    TemplateInstance page() {
        return Templates.home(this);
    }
}
