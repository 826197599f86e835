package org.broadsheet.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.web.Refusal;

/**
 * Reads lists of sources (OPML 1.0 and 2.0) as other readers write them: in any charset, with broken mark-up, with or without {@code type}, by
 * {@code title} or {@code text}. It knows no DTD (F6); a bad outline costs itself alone.
 */
final class OpmlReader {

    /** Ours, for settings that no other reader has. */
    static final String NAMESPACE = "urn:broadsheet:opml:1";
    private static final String USUAL_PREFIX = "broadsheet";
    private static final int DEEPEST = 20;
    private static final int LONGEST_TITLE = 120;
    /** They are read by rules that are not ours: another reader's selectors. */
    private static final Set<String> FOREIGN = Set.of("html+xpath", "xml+xpath", "json+dotnotation", "json+xpath", "html+xpath+json+dotnotation");

    private final XmlScanner scanner;
    private final String text;
    /** Folders that are open, from the outside in; a feed that is open counts as "". */
    private final List<String> open = new ArrayList<>();
    private final List<Outline> outlines = new ArrayList<>();
    private String prefix = USUAL_PREFIX;
    private String freshRss = FreshRssOutline.USUAL_PREFIX;
    private boolean opml;
    private int counted;
    private int line = 1;

    private OpmlReader(String text) {
        this.text = text;
        this.scanner = new XmlScanner(() -> new StringReader(text));
    }

    /**
     * @param charset as the request states it
     * @return the outlines that stand for sources, in their order
     * @throws Refusal 400 if it is no such list
     */
    static List<Outline> read(byte[] body, Optional<String> charset) {
        var reader = new OpmlReader(text(FeedText.of(body, charset)));
        reader.read();
        if (!reader.opml) {
            throw Refusal.invalid("body", "is not a list of sources (OPML): it has neither an opml element nor outlines");
        }
        return List.copyOf(reader.outlines);
    }

    private static String text(FeedText text) {
        var all = new StringWriter();
        try (var reader = text.reader()) {
            reader.transferTo(all);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
        return all.toString();
    }

    private void read() {
        for (var token = scanner.next(); token != XmlScanner.Token.EOF; token = scanner.next()) {
            var name = Namespaces.localName(scanner.name());
            if (token == XmlScanner.Token.START && name.equals("opml")) {
                opml = true;
                declarations();
            } else if (token == XmlScanner.Token.START && name.equals("outline")) {
                opml = true;
                declarations();
                begin();
            } else if (token == XmlScanner.Token.END && name.equals("outline") && !open.isEmpty()) {
                open.removeLast();
            }
        }
    }

    /** FreshRSS declares its namespace on the list or on an outline, in the same way everywhere. */
    private void declarations() {
        for (var attribute : scanner.attributes()) {
            if (attribute.name().startsWith("xmlns:") && attribute.value().strip().equals(NAMESPACE)) {
                prefix = attribute.name().substring(6);
            } else if (attribute.name().startsWith("xmlns:") && attribute.value().strip().equals(FreshRssOutline.NAMESPACE)) {
                freshRss = attribute.name().substring(6);
            }
        }
    }

    private void begin() {
        var type = attribute("type").toLowerCase(Locale.ROOT);
        var title = shortened(first(attribute("title"), attribute("text"), attribute("description")));
        var url = first(attribute("xmlUrl"), attribute("feedUrl"), attribute("url"), attribute("htmlUrl"));
        if (!url.isEmpty() || !type.isEmpty() && !type.equals("folder") && !type.equals("category")) {
            var settings = new LinkedHashMap<>(FreshRssOutline.settings(type, attributesOf(freshRss)));
            var obstacle = settings.isEmpty() ? obstacle(type, url) : obstacle("", url);
            settings.putAll(attributesOf(prefix));
            outlines.add(new Outline(line(), title, FeedScheme.replaced(url), categories(), settings, obstacle));
        }
        if (!scanner.closed()) {
            open.add(url.isEmpty() ? title : "");
        }
    }

    private static String obstacle(String type, String url) {
        if (url.isEmpty()) {
            return "names no address (xmlUrl)";
        }
        if (type.equals("include") || url.toLowerCase(Locale.ROOT).endsWith(".opml")) {
            return "stands for another list; import that one by itself";
        }
        return FOREIGN.contains(type) ? "is read by rules of another reader (" + type + ") that cannot be taken over; add its page by itself" : "";
    }

    private List<String> categories() {
        var all = new ArrayList<>(open.subList(Math.max(0, open.size() - DEEPEST), open.size()).reversed());
        for (var path : attribute("category").split(",")) {
            all.addAll(Arrays.asList(path.split("/")).reversed());
        }
        return all.stream().map(String::strip).filter(category -> !category.isEmpty()).distinct().toList();
    }

    private Map<String, String> attributesOf(String namespacePrefix) {
        var found = new LinkedHashMap<String, String>();
        for (var attribute : scanner.attributes()) {
            if (attribute.name().startsWith(namespacePrefix + ":")) {
                found.put(attribute.name().substring(namespacePrefix.length() + 1), attribute.value());
            }
        }
        return found;
    }

    private String attribute(String wanted) {
        return scanner.attributes().stream().filter(attribute -> attribute.name().equalsIgnoreCase(wanted)).map(attribute -> attribute.value().strip()).findFirst()
                .orElse("");
    }

    private static String first(String... texts) {
        return Arrays.stream(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** A title that is an address may hold a password. */
    private static String shortened(String title) {
        var line = title.replaceAll("//[^/@\\s]*@", "//").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_TITLE ? line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_TITLE))) : line;
    }

    private int line() {
        for (; counted < scanner.offset(); counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}
