package org.broadsheet.edition;

import java.util.List;

import org.broadsheet.web.Masthead;
import org.broadsheet.web.PageWords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** An edition on the web: the same model as the mail's. */
public record EditionPage(Masthead head, PageWords words, Digest digest, String date) {

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance edition(EditionPage page);
    }

    /** The lead, or none: for templates, which loop. */
    public List<Digest.Item> lead() {
        return digest.lead().stream().toList();
    }

    TemplateInstance page() {
        return Templates.edition(this);
    }
}
