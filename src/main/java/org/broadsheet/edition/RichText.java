package org.broadsheet.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** An editor's own words, in paragraphs, with as much mark-up as a mail needs and no more: strong, emphasis, links. */
public record RichText(List<Paragraph> paragraphs) {

    private static final Set<String> BREAKS = Set.of("p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section",
            "article", "table", "tr", "hr");
    /** Control characters, and the marks of our slots: character references may hold what no text that is typed may. */
    private static final String FORBIDDEN = "[\\p{Cntrl}\\uE000\\uE001]";
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript", "title");

    /** At least one run. */
    public record Paragraph(List<Run> runs) {

        /** Its words without mark-up. */
        public String text() {
            return runs.stream().map(Run::text).collect(Collectors.joining());
        }

        /** Where its links lead, each once, in order. */
        public List<String> links() {
            return runs.stream().map(Run::url).filter(url -> !url.isEmpty()).distinct().toList();
        }
    }

    /** @param url absolute address of a web page or of mail, "" for what is no link */
    public record Run(Weight weight, String text, String url) {

        public boolean strong() {
            return weight == Weight.STRONG;
        }

        public boolean emphasis() {
            return weight == Weight.EMPHASIS;
        }
    }

    /** How a run is set. */
    public enum Weight {
        PLAIN, STRONG, EMPHASIS
    }

    /**
     * Reads what an editor typed: plain text with an empty line between paragraphs, or HTML, of which {@code p, br, b, strong, i, em} and links
     * to http, https and mailto are kept, and of all else the words.
     */
    public static RichText of(String typed) {
        var reading = new Reading();
        var body = Jsoup.parseBodyFragment(typed.replace("\r\n", "\n").replaceAll("\\R[ \\t]*\\R", "<p>")).body();
        body.childNodes().forEach(node -> reading.read(node, Weight.PLAIN, ""));
        reading.paragraph();
        return new RichText(List.copyOf(reading.paragraphs));
    }

    private static final class Reading {

        private final List<Paragraph> paragraphs = new ArrayList<>();
        private final List<Run> runs = new ArrayList<>();

        private void read(Node node, Weight weight, String url) {
            if (node instanceof TextNode text) {
                add(new Run(weight, text.getWholeText().replaceAll("\\s+", " ").replaceAll(FORBIDDEN, ""), url));
            } else if (node instanceof Element element && !SILENT.contains(element.normalName())) {
                if (BREAKS.contains(element.normalName())) {
                    paragraph();
                }
                element.childNodes().forEach(child -> read(child, weight(element, weight), url(element, url)));
                if (BREAKS.contains(element.normalName())) {
                    paragraph();
                }
            }
        }

        private static Weight weight(Element element, Weight around) {
            return switch (element.normalName()) {
                case "b", "strong" -> Weight.STRONG;
                case "i", "em" -> Weight.EMPHASIS;
                default -> around;
            };
        }

        private static String url(Element element, String around) {
            var href = element.attr("href").strip();
            var known = href.toLowerCase(Locale.ROOT).matches("(https?://|mailto:)[^\\s\\p{Cntrl}\\uE000\\uE001]+");
            return element.normalName().equals("a") && known ? href : around;
        }

        /** Runs that are set alike are one; no two spaces meet. */
        private void add(Run run) {
            var text = (runs.isEmpty() || runs.getLast().text().endsWith(" ")) && run.text().startsWith(" ") ? run.text().substring(1) : run.text();
            if (text.isEmpty()) {
                return;
            }
            if (!runs.isEmpty() && runs.getLast().weight() == run.weight() && runs.getLast().url().equals(run.url())) {
                text = runs.removeLast().text() + text;
            }
            runs.add(new Run(run.weight(), text, run.url()));
        }

        private void paragraph() {
            if (!runs.isEmpty()) {
                var last = runs.removeLast();
                if (!last.text().isBlank()) {
                    runs.add(new Run(last.weight(), last.text().stripTrailing(), last.url()));
                }
            }
            if (!runs.isEmpty()) {
                paragraphs.add(new Paragraph(List.copyOf(runs)));
            }
            runs.clear();
        }
    }
}
