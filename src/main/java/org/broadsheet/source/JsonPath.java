package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A path into JSON: names, indexes and wildcards of RFC 9535 (sections 2.3.1 to 2.3.3), and one step to any depth (2.5.2). There are no filters, so that
 * it takes no longer than there are values. Without {@code $} (the document) or {@code @} (the item) in front it begins at the item, and may be written
 * with dots alone: {@code links.0.href}.
 */
final class JsonPath {

    private static final int DEEPEST = 200;
    private static final int MOST_STEPS = 40;
    private static final int NAMES_TOLD = 10;
    private static final int LONGEST_NAME_TOLD = 40;

    private sealed interface Step {
    }

    /** Of an object; of an array the element at a place, if it is a number. */
    private record Name(String name) implements Step {
    }

    private record Index(int place) implements Step {
    }

    private enum Wild implements Step {
        CHILDREN,
        /** The value itself and everything in it. */
        DESCENDANTS
    }

    private final String written;
    private final boolean fromRoot;
    private final List<Step> steps;

    private JsonPath(String written, boolean fromRoot, List<Step> steps) {
        this.written = written;
        this.fromRoot = fromRoot;
        this.steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException in words that follow the name of a field */
    static JsonPath of(String written) {
        return new Parsing(written.strip()).path();
    }

    /**
     * @param root    of the document
     * @param current the item
     * @param most    how many values are wanted
     * @return what the path leads to, in the order of the document
     */
    List<JsonNode> select(JsonNode root, JsonNode current, int most) {
        return select(fromRoot ? root : current, steps.size(), most);
    }

    private List<JsonNode> select(JsonNode start, int length, int most) {
        var found = new ArrayList<JsonNode>();
        follow(start, 0, length, most, found);
        return found;
    }

    private void follow(JsonNode node, int step, int length, int most, List<JsonNode> found) {
        if (found.size() >= most || node.isMissingNode()) {
            return;
        }
        if (step == length) {
            found.add(node);
            return;
        }
        switch (steps.get(step)) {
            case Name name -> follow(named(node, name.name()), step + 1, length, most, found);
            case Index index -> follow(node.path(index.place() < 0 ? node.size() + index.place() : index.place()), step + 1, length, most, found);
            case Wild.CHILDREN -> children(node, step + 1, length, most, found);
            case Wild.DESCENDANTS -> descend(node, step + 1, length, most, found, 0);
        }
    }

    private static JsonNode named(JsonNode node, String name) {
        return node.isArray() && name.matches("\\d{1,6}") ? node.path(Integer.parseInt(name)) : node.path(name);
    }

    private void children(JsonNode node, int step, int length, int most, List<JsonNode> found) {
        for (var child : node) {
            if (found.size() >= most) {
                return;
            }
            follow(child, step, length, most, found);
        }
    }

    private void descend(JsonNode node, int step, int length, int most, List<JsonNode> found, int depth) {
        follow(node, step, length, most, found);
        for (var child : node) {
            if (found.size() >= most || depth > DEEPEST) {
                return;
            }
            if (child.isContainerNode()) {
                descend(child, step, length, most, found, depth + 1);
            }
        }
    }

    /** Why it leads to nothing: as far as it goes, and what is there. */
    String why(JsonNode root) {
        var length = steps.size() - 1;
        while (length > 0 && select(root, length, 1).isEmpty()) {
            length--;
        }
        if (length < 0) {
            return "the document is empty";
        }
        var here = select(root, length, 1).getFirst();
        var place = length == 0 ? "The document" : "What stands at " + steps.subList(0, length).stream().map(JsonPath::words).collect(Collectors.joining("", "$", ""));
        return place + " is " + described(here);
    }

    private static String described(JsonNode node) {
        if (node.isArray()) {
            return "a list of " + node.size();
        }
        if (!node.isObject()) {
            return "neither an object nor a list";
        }
        var names = StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false).limit(NAMES_TOLD)
                .map(name -> name.length() > LONGEST_NAME_TOLD ? name.substring(0, LONGEST_NAME_TOLD) + "…" : name).collect(Collectors.joining(", "));
        return node.isEmpty() ? "an empty object" : "an object with " + names + (node.size() > NAMES_TOLD ? " and more" : "");
    }

    private static String words(Step step) {
        return switch (step) {
            case Name name -> "." + name.name();
            case Index index -> "[" + index.place() + "]";
            case Wild.CHILDREN -> "[*]";
            case Wild.DESCENDANTS -> "..";
        };
    }

    @Override
    public String toString() {
        return written;
    }

    /** From the left to the right, once. */
    private static final class Parsing {

        private final String text;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Parsing(String text) {
            this.text = text;
        }

        JsonPath path() {
            var marked = !text.isEmpty() && "$@".indexOf(text.charAt(0)) >= 0 && (text.length() == 1 || ".[".indexOf(text.charAt(1)) >= 0);
            at = marked ? 1 : 0;
            if (!marked && !text.equals(".") && !text.startsWith("[")) {
                shorthand();
            }
            while (at < text.length() && !text.equals(".")) {
                next();
            }
            if (steps.size() > MOST_STEPS) {
                throw new IllegalArgumentException("has more than " + MOST_STEPS + " steps");
            }
            if (steps.stream().filter(Wild.DESCENDANTS::equals).count() > 1) {
                throw new IllegalArgumentException("has .. more than once, which may take for ever");
            }
            return new JsonPath(text, marked && text.charAt(0) == '$', steps);
        }

        private void next() {
            if (text.startsWith("..", at)) {
                steps.add(Wild.DESCENDANTS);
                at += 2;
                if (at < text.length() && text.charAt(at) == '[') {
                    bracket();
                } else {
                    shorthand();
                }
            } else if (text.charAt(at) == '.') {
                at++;
                shorthand();
            } else if (text.charAt(at) == '[') {
                bracket();
            } else {
                throw unreadable();
            }
        }

        private void shorthand() {
            var start = at;
            while (at < text.length() && isOfName(text.charAt(at))) {
                at++;
            }
            if (at == start) {
                if (at < text.length() && text.charAt(at) == '*') {
                    at++;
                    steps.add(Wild.CHILDREN);
                    return;
                }
                throw unreadable();
            }
            steps.add(new Name(text.substring(start, at)));
        }

        /** More than RFC 9535 allows without brackets, since nothing else can be meant. */
        private static boolean isOfName(char character) {
            return Character.isLetterOrDigit(character) || "_-@$:#".indexOf(character) >= 0 || character > 127;
        }

        private void bracket() {
            at++;
            space();
            var first = at < text.length() ? text.charAt(at) : ' ';
            if (first == '*') {
                at++;
                steps.add(Wild.CHILDREN);
            } else if (first == '\'' || first == '"') {
                steps.add(new Name(quoted(first)));
            } else if (first == '?') {
                throw new IllegalArgumentException("has a filter in place " + (at + 1) + "; names, indexes and * are understood");
            } else {
                steps.add(new Index(number()));
            }
            space();
            if (at >= text.length() || text.charAt(at) != ']') {
                throw unreadable();
            }
            at++;
        }

        private void space() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private int number() {
            var start = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-' && at == start)) {
                at++;
            }
            var number = text.substring(start, at);
            if (!number.matches("-?[0-9]{1,7}")) {
                throw unreadable();
            }
            return Integer.parseInt(number);
        }

        private String quoted(char quote) {
            var name = new StringBuilder();
            for (at++; at < text.length() && text.charAt(at) != quote; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                name.append(text.charAt(at));
            }
            if (at >= text.length()) {
                throw unreadable();
            }
            at++;
            return name.toString();
        }

        private IllegalArgumentException unreadable() {
            return new IllegalArgumentException(at >= text.length() ? "is no path into JSON: something is missing at its end"
                    : "is no path into JSON: “" + text.substring(at, Math.min(text.length(), at + 20)) + "” in place " + (at + 1) + " is not understood");
        }
    }
}
