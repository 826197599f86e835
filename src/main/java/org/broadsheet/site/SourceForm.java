package org.broadsheet.site;

import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be set of a source at the desk; a field that was not sent changes nothing. */
public class SourceForm {

    @RestForm
    public String section;
    @RestForm
    public String text;
    @RestForm
    public String pictures;
    @RestForm
    public String pages;
    @RestForm
    public String priority;

    /** The change as the API would take it, so that it is checked by the same rules. */
    JsonNode patch() {
        var patch = JsonNodeFactory.instance.objectNode();
        set(patch, "section", section);
        set(patch, "pages", pages);
        set(patch, "priority", priority);
        var rights = JsonNodeFactory.instance.objectNode();
        set(rights, "text", text);
        set(rights, "pictures", pictures);
        if (!rights.isEmpty()) {
            patch.set("rights", rights);
        }
        return patch;
    }

    private static void set(ObjectNode node, String field, String value) {
        Optional.ofNullable(value).ifPresent(given -> node.put(field, given));
    }
}
