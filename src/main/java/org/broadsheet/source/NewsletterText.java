package org.broadsheet.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Entities;

/** The article in the plain text of a newsletter, as paragraphs: flowed text joined (RFC 3676), the footer and what names the subscriber left out. */
final class NewsletterText {

    private static final Pattern LINK = Pattern.compile("<?(https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]'])>?");
    private static final Pattern RULE = Pattern.compile("\\s*[-=_*~#]{4,}\\s*");
    /** A line that was broken at a margin, not where a thought ends. */
    private static final int FULL_LINE = 55;
    private static final int LONGEST = 500_000;

    private NewsletterText() {
    }

    /** What the text holds; {@code view} is where the same is on the web, for everybody. */
    record Read(String html, String text, Optional<String> view) {
    }

    static Read read(MailPart part, PersonalLinks links) {
        var text = part.text();
        var taken = text.substring(0, Math.min(LONGEST, text.length()));
        var lines = part.isFlowed() ? flowed(taken, part.deletesSpace()) : Arrays.asList(taken.split("\\R", -1));
        var paragraphs = paragraphs(signatureOff(lines), part.isFlowed());
        var view = paragraphs.stream().filter(paragraph -> NewsletterWords.isView(LINK.matcher(paragraph).replaceAll(""))).flatMap(paragraph -> LINK.matcher(paragraph).results())
                .flatMap(link -> links.publishable(link.group(1)).stream()).findFirst();
        var kept = paragraphs.stream().filter(paragraph -> isArticle(paragraph, links)).toList();
        return new Read(kept.stream().map(paragraph -> "<p>" + html(paragraph, links) + "</p>").collect(Collectors.joining("\n")), String.join("\n", kept), view);
    }

    private static boolean isArticle(String paragraph, PersonalLinks links) {
        var words = LINK.matcher(paragraph).replaceAll("").strip();
        var linked = LINK.matcher(paragraph).find();
        return !links.names(words) && !(linked && (NewsletterWords.isView(words) || NewsletterWords.isLeaving(words)))
                && LINK.matcher(paragraph).results().noneMatch(link -> links.isExit(link.group(1)));
    }

    /** Lines that end in a space go on (RFC 3676, section 4); stuffed space goes. */
    private static List<String> flowed(String text, boolean deleteSpace) {
        var lines = new ArrayList<String>();
        var current = new StringBuilder();
        for (var line : text.split("\\R", -1)) {
            var unstuffed = line.startsWith(" ") ? line.substring(1) : line;
            var flows = unstuffed.endsWith(" ") && !unstuffed.equals("-- ");
            current.append(flows && deleteSpace ? unstuffed.substring(0, unstuffed.length() - 1) : unstuffed);
            if (!flows) {
                lines.add(current.toString());
                current.setLength(0);
            }
        }
        lines.add(current.toString());
        return lines;
    }

    private static List<String> signatureOff(List<String> lines) {
        var signature = lines.lastIndexOf("-- ");
        return signature > 0 ? lines.subList(0, signature) : lines;
    }

    private static List<String> paragraphs(List<String> lines, boolean flowed) {
        var paragraphs = new ArrayList<String>();
        var current = new StringBuilder();
        var last = 0;
        for (var line : lines) {
            var stripped = line.strip();
            if (stripped.isEmpty() || RULE.matcher(line).matches()) {
                add(paragraphs, current);
            } else {
                current.append(current.isEmpty() ? "" : !flowed && last >= FULL_LINE ? " " : "\n").append(stripped);
                last = stripped.length();
            }
        }
        add(paragraphs, current);
        return paragraphs;
    }

    private static void add(List<String> paragraphs, StringBuilder current) {
        if (!current.isEmpty()) {
            paragraphs.add(current.toString());
            current.setLength(0);
        }
    }

    private static String html(String paragraph, PersonalLinks links) {
        var html = new StringBuilder();
        var at = 0;
        var matcher = LINK.matcher(paragraph);
        while (matcher.find()) {
            html.append(escaped(paragraph.substring(at, matcher.start())));
            links.publishable(matcher.group(1)).ifPresent(url -> html.append("<a href=\"").append(Entities.escape(url)).append("\">").append(Entities.escape(url)).append("</a>"));
            at = matcher.end();
        }
        return html.append(escaped(paragraph.substring(at))).toString();
    }

    private static String escaped(String text) {
        return Entities.escape(text).replace("\n", "<br>");
    }
}
