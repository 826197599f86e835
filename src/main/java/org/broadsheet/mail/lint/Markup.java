package org.broadsheet.mail.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The HTML part as one kind of client sees it, every element with its place. */
final class Markup {

    private static final int DEEPEST = 256;
    private static final int PATH = 4;
    private static final int MOST_SHEETS = 100;

    private final String source;
    private final Lines lines;
    private final Document document;
    private final List<Element> elements;
    private final List<StyleSheet> sheets = new ArrayList<>();
    private final InlineStyles inline;
    private final Map<Media.Mode, Map<Element, Boolean>> hidden = new EnumMap<>(Media.Mode.class);
    private Cascade cascade;

    private Markup(String source, Lines lines) {
        this.source = source;
        this.lines = lines;
        this.document = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST).parseInput(source, "");
        this.elements = document.getAllElements().stream().skip(1).toList();
        this.inline = new InlineStyles(this);
        for (var element : elements) {
            if (element.normalName().equals("style") && sheets.size() < MOST_SHEETS) {
                sheets.add(StyleSheet.read(this, element));
            }
        }
    }

    static Markup of(String source, Lines lines) {
        return new Markup(source, lines);
    }

    Document document() {
        return document;
    }

    String source() {
        return source;
    }

    /** All elements in the order of the source. */
    List<Element> elements() {
        return elements;
    }

    Stream<Element> named(String name) {
        return elements.stream().filter(element -> element.normalName().equals(name));
    }

    List<StyleSheet> sheets() {
        return sheets;
    }

    InlineStyles inline() {
        return inline;
    }

    Cascade cascade() {
        if (cascade == null) {
            cascade = new Cascade(this);
        }
        return cascade;
    }

    /** Of every element, whether a reader does not see it. */
    Map<Element, Boolean> hidden(Media.Mode mode) {
        return hidden.computeIfAbsent(mode, any -> Visible.hidden(this, any));
    }

    Place place(Element element) {
        return at(offset(element), element);
    }

    /** Where the value of an attribute begins. */
    Place place(Element element, String attribute) {
        return at(offset(element, attribute), element);
    }

    Place at(int offset, Element element) {
        return lines.place(Place.Part.HTML, offset, path(element));
    }

    int offset(Element element) {
        for (var at = element; at != null; at = at.parent()) {
            if (at.sourceRange().isTracked() && !at.sourceRange().isImplicit()) {
                return at.sourceRange().startPos();
            }
        }
        return 0;
    }

    int offset(Element element, String attribute) {
        var range = element.attributes().sourceRange(attribute);
        if (!range.isTracked()) {
            return offset(element);
        }
        return range.valueRange().isTracked() && !element.attr(attribute).isEmpty() ? range.valueRange().startPos() : range.nameRange().startPos();
    }

    static String path(Element element) {
        var steps = new ArrayList<String>();
        for (var at = element; at != null && !at.normalName().startsWith("#") && steps.size() < PATH; at = at.parent()) {
            var name = at.normalName();
            var first = at.classNames().stream().findFirst();
            steps.addFirst(name.length() > 30 ? "…" : !at.id().isEmpty() && at.id().length() < 30 ? name + "#" + at.id() : name + first.filter(c -> c.length() < 30).map(c -> "." + c).orElse(""));
        }
        return String.join(" > ", steps);
    }

    /** Whether nothing is between tags but white space and what only looks like it. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.getType(point) == Character.FORMAT
                || point == 0x34f || point == 0x2800);
    }
}
