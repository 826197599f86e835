package org.broadsheet.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads JSON of unknown make into a tree, as much of it as one source may take of the memory; of a document that breaks off, or is too large, what came
 * before. Numbers stay as they are written, so that none can be too large; of a name that is given twice, the last counts, as everywhere.
 */
final class JsonTree {

    static final int MOST_VALUES = 300_000;
    private static final int MOST_TEXT = 20_000_000;
    private static final int DEEPEST = 200;
    private static final int LONGEST_TEXT = 4_000_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** As scripts write it too: names without quotes, text in single ones. Names are not interned, since a stranger makes them up. */
    private static final JsonFactory JSON = JsonFactory.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA,
            JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
            JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_SINGLE_QUOTES).disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).maxNestingDepth(DEEPEST).build()).build();

    /** There is more than may be kept. */
    private static final class FullException extends IOException {

        private static final long serialVersionUID = 1;
    }

    private int values;
    private long text;
    private String trouble = "";
    private long end;

    /** Why the last document was not read to its end, in words; "" if it was. */
    String trouble() {
        return trouble;
    }

    /** Where the last value ended, in characters from its reader's beginning. */
    long end() {
        return end;
    }

    boolean isFull() {
        return values >= MOST_VALUES || text >= MOST_TEXT;
    }

    /** The first value there, missing if there is none. What is behind it is not looked at. */
    JsonNode read(Reader reader) {
        trouble = "";
        var root = new JsonNode[] {NODES.missingNode()};
        try (var parser = JSON.createParser(reader)) {
            try {
                parser.nextToken();
                root(parser, root);
            } catch (FullException full) {
                trouble = "The JSON is larger than a list of articles may be; what stands behind the first " + values + " values is left out";
            } catch (StreamConstraintsException limit) {
                trouble = "The JSON was read as far as line " + line(parser) + ", where it goes deeper, or a text in it is longer, than can be read";
            } catch (JsonProcessingException broken) {
                trouble = "This is broken JSON, in line " + line(parser);
            }
            end = parser.currentLocation().getCharOffset();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
        return root[0];
    }

    private static int line(JsonParser parser) {
        return parser.currentLocation().getLineNr();
    }

    private void root(JsonParser parser, JsonNode[] root) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var object = NODES.objectNode();
            root[0] = object;
            object(parser, object);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            var array = NODES.arrayNode();
            root[0] = array;
            array(parser, array);
        } else if (parser.currentToken() != null) {
            root[0] = plain(parser);
        }
    }

    private void object(JsonParser parser, ObjectNode object) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            text += field.length();
            switch (count(parser.nextToken())) {
                case START_OBJECT -> object(parser, object.putObject(field));
                case START_ARRAY -> array(parser, object.putArray(field));
                default -> object.set(field, plain(parser));
            }
        }
    }

    private void array(JsonParser parser, ArrayNode array) throws IOException {
        try {
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                switch (count(parser.currentToken())) {
                    case START_OBJECT -> object(parser, array.addObject());
                    case START_ARRAY -> array(parser, array.addArray());
                    default -> array.add(plain(parser));
                }
            }
        } catch (FullException | JsonProcessingException breaksOff) {
            if (!array.isEmpty() && array.get(array.size() - 1).isContainerNode() && trouble.isEmpty()) {
                array.remove(array.size() - 1); // nobody knows what is missing of it
                trouble = "cut off";
            }
            throw breaksOff;
        }
    }

    private JsonToken count(JsonToken token) throws FullException {
        values++;
        if (isFull()) {
            throw new FullException();
        }
        return token;
    }

    private JsonNode plain(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> {
                var value = CharacterReferences.mended(parser.getText());
                text += value.length();
                yield NODES.textNode(value);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> NODES.textNode(parser.getText());
            default -> NODES.nullNode();
        };
    }
}
