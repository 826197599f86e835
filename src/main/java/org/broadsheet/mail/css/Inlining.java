package org.broadsheet.mail.css;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.broadsheet.mail.css.Cascade.Style;
import org.broadsheet.mail.css.CssProblem.Kind;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** One document on its way through a {@link CssInliner}. */
final class Inlining {

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final Set<String> UNSEEN = Set.of("head", "title", "base", "link", "style", "meta", "script", "noscript");

    private final String html;
    private final Set<InlinerOption> options;
    private final Edits edits = new Edits();
    private final List<StyleElement> styleElements = new ArrayList<>();
    private final List<CssProblem> problems = new ArrayList<>();
    private final Set<Integer> written = new HashSet<>();
    private final Set<StyleRule> staying = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> keptTexts = new ArrayList<>();
    private final Lines lines;
    private final List<StyledElement> elements;
    private final Cascade cascade;

    Inlining(String html, Set<InlinerOption> options, Function<String, StyleSheet> sheets) {
        if (html.length() > MOST_CHARACTERS) {
            throw new RefusedCssException("a document of more than " + MOST_CHARACTERS + " characters");
        }
        this.html = html;
        this.options = options;
        lines = new Lines(html);
        var document = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
        elements = StyledElement.of(document);
        collect(sheets);
        cascade = cascade(document);
    }

    private void collect(Function<String, StyleSheet> sheets) {
        var base = 0;
        for (var styled : elements) {
            var element = styled.element;
            if (StyleElement.isCss(element)) {
                var range = element.childNode(0).sourceRange();
                var sheet = sheets.apply(html.substring(range.startPos(), range.endPos()));
                styleElements.add(new StyleElement(element, sheet, range.startPos(), range.endPos(), StyleElement.staysWhole(element), base));
                base += sheet.rules() + 1;
                sheet.flaws().forEach(flaw -> problem(flaw.kind(), range.startPos() + flaw.at(), flaw.reason()));
            } else if (element.normalName().equals("link") && element.attr("rel").toLowerCase(Locale.ROOT).contains("stylesheet")) {
                problem(Kind.NOT_LOADED, element.sourceRange().startPos(), "a linked sheet is never loaded: " + element.attr("href"));
            }
        }
    }

    private Cascade cascade(Document document) {
        var contest = new Contest();
        styleElements.forEach(style -> contest.add(style.sheet().items(), style.base()));
        var placed = styleElements.stream().filter(style -> !style.whole()).map(style -> new Cascade.Placed(style.sheet(), style.base())).toList();
        return new Cascade(new Candidates(placed, elements), new SelectorMatcher(document.quirksMode() == Document.QuirksMode.quirks), contest);
    }

    Inlined result() {
        var root = rootVariables();
        var inlined = styleElements.stream().filter(style -> !style.whole()).map(StyleElement::sheet).toList();
        var writer = new KeptWriter(options, root, inlined);
        var wanted = styleElements.stream().noneMatch(style -> source(style).contains("--")) ? Set.<String>of()
                : KeptWriter.asked(styleElements.stream().map(style -> style.whole() ? source(style) : writer.text(style.sheet().items(), Set.of(), _ -> false))
                        .collect(Collectors.joining()));
        cascade.want(wanted);
        writeElements();
        cascade.unresolved().forEach(this::unresolved);
        var kept = keep(writer, wanted);
        if (options.contains(InlinerOption.NO_SPARE_CLASSES)) {
            dropSpareClasses();
        }
        problems.sort(Comparator.comparingInt(CssProblem::line).thenComparingInt(CssProblem::column));
        return new Inlined(edits.applied(html), problems, kept);
    }

    /** Of html, and where body says more, of body. */
    private CustomProperties rootVariables() {
        var root = CustomProperties.NONE;
        if (styleElements.stream().anyMatch(style -> source(style).contains("--"))) {
            for (var element : elements) {
                if (element.parent == null || element.parent.parent == null && element.tag.equals("body")) {
                    root = cascade.style(element, root, element.element.attr("style")).variables();
                }
            }
            cascade.forget();
        }
        return root;
    }

    private void writeElements() {
        var variables = new IdentityHashMap<StyledElement, CustomProperties>();
        for (var element : elements) {
            if (UNSEEN.contains(element.tag)) {
                continue;
            }
            var inherited = element.parent == null ? CustomProperties.NONE : variables.getOrDefault(element.parent, CustomProperties.NONE);
            var style = cascade.style(element, inherited, element.element.attr("style"));
            if (style.variables() != CustomProperties.NONE) {
                variables.put(element, style.variables());
            }
            write(element, style);
        }
    }

    private void unresolved(Declaration declaration, StyleRule rule) {
        styleElements.stream().filter(style -> style.sheet().items().stream().anyMatch(item -> item == rule)).findFirst()
                .ifPresent(style -> problem(Kind.UNRESOLVED, style.from() + declaration.at(), "'" + declaration.text() + "' asks for a variable that has no value"));
    }

    private String source(StyleElement style) {
        return html.substring(style.from(), style.to());
    }

    private void write(StyledElement styled, Style style) {
        var element = styled.element;
        var open = place(element);
        if (open < 0) {
            staying.addAll(style.matched());
            return;
        }
        if (style.declarations().isEmpty() && style.flaws().isEmpty() || !written.add(open)) {
            return;
        }
        var tag = StartTag.at(html, open);
        tag.attribute("style").ifPresent(attribute -> style.flaws().forEach(flaw -> problem(flaw.kind(), attribute.valueStart() + flaw.at(), flaw.reason())));
        if (style.declarations().isEmpty()) {
            return;
        }
        var added = new StringBuilder();
        if (!style.matched().isEmpty() || !style.text().equals(element.attr("style")) && style.text().indexOf("var(") < 0 && element.attr("style").contains("var(")) {
            tag.attribute("style").ifPresentOrElse(attribute -> rewrite(attribute, style.text()), () -> added.append(" style=").append(quoted(style.text())));
        }
        if (options.contains(InlinerOption.OUTLOOK_ATTRIBUTES)) {
            OutlookAttributes.of(styled.tag, style.declarations()).forEach((name, value) -> {
                if (!element.hasAttr(name)) {
                    added.append(' ').append(name).append("=\"").append(value).append('"');
                }
            });
        }
        if (!added.isEmpty()) {
            edits.replace(tag.free(), tag.free(), added.toString());
        }
    }

    /** Where its start tag is in the source; -1 if the parser added it. */
    private int place(Element element) {
        var range = element.sourceRange();
        if (!range.isTracked() || range.isImplicit()) {
            return -1;
        }
        var open = range.startPos();
        return html.startsWith("<", open) && html.regionMatches(true, open + 1, element.tagName(), 0, element.tagName().length()) ? open : -1;
    }

    private void rewrite(StartTag.Attribute attribute, String text) {
        var quote = attribute.quote() == ' ' ? 0 : 1;
        var equals = html.substring(attribute.start(), attribute.end()).contains("=") ? "" : "=";
        edits.replace(attribute.valueStart() - quote, attribute.end(), equals + quoted(text));
    }

    private static String quoted(String text) {
        return '"' + text.replace("&", "&amp;").replace("\"", "&quot;") + '"';
    }

    private int keep(KeptWriter writer, Set<String> wanted) {
        var bytes = 0;
        for (var style : styleElements) {
            var text = style.whole() ? source(style) : writer.text(style.sheet().items(), wanted, staying::contains);
            keptTexts.add(text);
            var before = bytes;
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            if (before <= CssInliner.MOST_KEPT_BYTES && bytes > CssInliner.MOST_KEPT_BYTES) {
                problem(Kind.TOO_LARGE, style.from(), "more than " + CssInliner.MOST_KEPT_BYTES + " bytes of CSS stay in style elements: Gmail ignores what is beyond");
            }
            if (text.isEmpty() && style.element().endSourceRange().isTracked()) {
                edits.replace(style.element().sourceRange().startPos(), style.element().endSourceRange().endPos(), "");
            } else if (!style.whole()) {
                edits.replace(style.from(), style.to(), text);
            }
        }
        return bytes;
    }

    private void dropSpareClasses() {
        var spare = new SpareClasses();
        keptTexts.forEach(spare::ask);
        elements.getFirst().element.root().traverse((node, _) -> {
            if (node instanceof Comment comment) { // a conditional comment has sheets of its own
                spare.ask(comment.getData());
            }
        });
        var done = new HashSet<Integer>();
        for (var element : elements) {
            var open = element.classes.length == 0 ? -1 : place(element.element);
            if (open >= 0 && done.add(open)) {
                spare.remove(element, StartTag.at(html, open), html, edits);
            }
        }
    }

    private void problem(Kind kind, int at, String reason) {
        problems.add(new CssProblem(kind, lines.line(at), lines.column(at), reason));
    }
}
