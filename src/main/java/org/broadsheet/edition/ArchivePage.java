package org.broadsheet.edition;

import java.util.List;
import java.util.Optional;

import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A further part of the archive, behind the front page.
 *
 * @param url    its own path
 * @param months of its editions, newest first
 * @param older  the part behind it; empty for the last
 */
public record ArchivePage(Masthead masthead, String url, List<FrontPage.Month> months, Optional<Link> older) {

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance archive(ArchivePage page);
    }

    public TemplateInstance html() {
        return Templates.archive(this);
    }
}
