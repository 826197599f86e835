package org.broadsheet.site;

import java.util.List;
import java.util.Optional;

import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What is published on this server. */
public record HomePage(Masthead masthead, List<Paper> papers) {

    /**
     * @param masthead of the publication
     * @param when     when editions come
     * @param latest   lead headline of the latest edition and where it is; empty before the first
     */
    public record Paper(Masthead masthead, String when, Optional<Link> latest) {
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance home(HomePage page);
    }

    public TemplateInstance html() {
        return Templates.home(this);
    }
}
