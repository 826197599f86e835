package org.broadsheet.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON that stands in scripts of a page: by itself, assigned to a name ({@code window.state = {…}}), or as a text for {@code JSON.parse}. */
final class ScriptedData {

    private static final Pattern BEGINNING = Pattern.compile("=\\s{0,20}(?=[\\[{])|JSON\\.parse\\(\\s{0,20}(?=[\"'])");
    /** A value that scripts have and JSON has not. */
    private static final Pattern UNDEFINED = Pattern.compile("(?<=[:\\[,])(\\s{0,10})(?:undefined|void 0)(?=\\s{0,10}[,}\\]])");
    private static final Pattern NO_MARKUP = Pattern.compile("^\\s{0,200}(//)?\\s{0,20}<!(\\[CDATA\\[|--)|(//)?(]]|--)>\\s{0,200}$");
    private static final String SCRIPTS = "script[type*=json], script:not([type]), script[type*=javascript], script[type=module]";
    private static final int MOST_BEGINNINGS = 300;
    private static final int MOST_SCRIPTS = 200;
    private static final int A_LIST = 200;

    private ScriptedData() {
    }

    /** The texts of scripts that may hold a list. */
    static List<String> scripts(Document page) {
        return page.select(SCRIPTS).stream().map(script -> script.data()).filter(data -> data.length() >= A_LIST).limit(MOST_SCRIPTS).toList();
    }

    /** @param tree by which the values on one page are counted */
    static List<JsonNode> in(String script, JsonTree tree) {
        var text = NO_MARKUP.matcher(script).replaceAll("").strip();
        if (text.contains("undefined") || text.contains("void 0")) {
            text = UNDEFINED.matcher(text).replaceAll("$1null");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            var root = tree.read(new StringReader(text));
            return root.isContainerNode() ? List.of(root) : List.of();
        }
        return assigned(text, tree);
    }

    private static List<JsonNode> assigned(String text, JsonTree tree) {
        var found = new ArrayList<JsonNode>();
        var beginning = BEGINNING.matcher(text);
        var at = 0;
        for (var count = 0; count < MOST_BEGINNINGS && !tree.isFull() && at < text.length() && beginning.find(at); count++) {
            var value = tree.read(from(text, beginning.end()));
            at = beginning.end() + (tree.trouble().isEmpty() ? (int) Math.max(1, tree.end()) : 1);
            if (value.isTextual()) {
                value = tree.read(new StringReader(value.asText()));
            }
            if (value.isContainerNode() && !value.isEmpty()) {
                found.add(value);
            }
        }
        return found;
    }

    private static StringReader from(String text, int place) {
        try {
            var reader = new StringReader(text);
            reader.skip(place);
            return reader;
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }
}
