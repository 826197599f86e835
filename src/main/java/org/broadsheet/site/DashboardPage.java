package org.broadsheet.site;

import java.util.List;

import org.broadsheet.delivery.Counts;
import org.broadsheet.web.Link;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The operator's dashboard. All times are words; absent text is "". */
public record DashboardPage(List<String> notes, List<Paper> publications) {

    /** A publication with its latest editions and its sources. */
    public record Paper(String slug, String name, String readers, String next, List<EditionLine> editions, List<SourceLine> sources) {
    }

    /** An edition; {@code actions} are words and the last part of the address they post to. */
    public record EditionLine(String id, String name, String state, String reason, Counts counts, boolean numbered, List<Link> actions) {

        public long waiting() {
            return counts.queued() + counts.sending() + counts.deferred();
        }

        public long other() {
            return counts.suppressed() + counts.expired();
        }
    }

    /** A source and how reading it went. */
    public record SourceLine(String name, String url, String lastSuccess, String problem, String nextTry) {
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance dashboard(DashboardPage page);
    }

    TemplateInstance page() {
        return Templates.dashboard(this);
    }
}
