package org.broadsheet.site;

import java.util.List;

import org.broadsheet.delivery.DeliveryItem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One edition for the operator: what went wrong with whom, and how it looks. */
public record EditionDeskPage(String id, String name, String state, String reason, List<DeliveryItem> troubles) {

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance edition(EditionDeskPage page);
    }

    TemplateInstance page() {
        return Templates.edition(this);
    }
}
