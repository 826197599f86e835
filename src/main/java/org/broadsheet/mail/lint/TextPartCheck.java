package org.broadsheet.mail.lint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plain text part (A35, D10), held against the HTML. */
final class TextPartCheck implements Check {

    private static final int COLUMN = 78;
    private static final int LARGEST = 1_000_000;
    private static final int FEW_WORDS = 20;
    private static final double ALIKE = 0.5;
    private static final int STUB = 400;
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?(?:a|p|br|div|span|table|tr|td|b|i|strong|em|h[1-6]|img|ul|li|style)(?:\\s[^<>\\n]{0,200})?/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern PADDING = Pattern.compile("[\\u034f\\u200b\\u200c\\u2060\\ufeff]{2}|(?:[\\u034f\\u200c\\u200b][\\u00a0 ]?){3}");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]{1,2000}");
    private static final Pattern STUBS = Pattern.compile("(?i)(view|see|read|open|use|enable).{0,40}html|html.{0,40}(mail|client|programm|ansehen|anzeigen|affich|ver )|does not support html");

    @Override
    public void look(Inspection mail, Findings findings) {
        mail.mail().text().ifPresent(text -> {
            if (text.isBlank()) {
                findings.add(Rule.TEXT_MISSING, Place.nowhere(Place.Part.TEXT), "The mail has no plain text part.");
            } else {
                look(mail, text.length() > LARGEST ? text.substring(0, LARGEST) : text, findings);
            }
        });
    }

    private static void look(Inspection mail, String text, Findings findings) {
        var lines = new Lines(text);
        first(ENTITY, text, lines, Rule.TEXT_ENTITIES, "The text holds a character reference: ", findings);
        first(TAG, text, lines, Rule.TEXT_MARKUP, "The text holds a tag: ", findings);
        PADDING.matcher(text).results().findFirst().ifPresent(found -> findings.add(Rule.TEXT_PADDING, lines.place(Place.Part.TEXT, found.start(), ""), "The text holds invisible characters."));
        longLines(text, lines, findings);
        links(mail, text, findings);
        if (text.length() < STUB && STUBS.matcher(text).find()) {
            findings.add(Rule.TEXT_STUB, lines.place(Place.Part.TEXT, 0, ""), "The text only says that there is more in HTML.");
        }
        different(mail, text, lines, findings);
        if (mail.toList()) {
            footer(mail, text, lines, findings);
        }
    }

    private static void first(Pattern pattern, String text, Lines lines, Rule rule, String message, Findings findings) {
        pattern.matcher(text).results().limit(20).forEach(found -> findings.add(rule, lines.place(Place.Part.TEXT, found.start(), ""), message + Place.snippet(found.group()) + "."));
    }

    /** What has no space cannot be broken. */
    private static void longLines(String text, Lines lines, Findings findings) {
        var at = 0;
        for (var line : text.split("\n", -1)) {
            var broken = line.replaceAll("\\r$", "");
            if (broken.length() > COLUMN && broken.strip().contains(" ") && !URL.matcher(broken).find() && broken.indexOf(' ', 1) < COLUMN) {
                findings.add(Rule.TEXT_LINE, lines.place(Place.Part.TEXT, at, ""), "A line of the text is longer than 78 characters.");
            }
            at += line.length() + 1;
        }
    }

    private static void links(Inspection mail, String text, Findings findings) {
        var hosts = mail.page().named("a").map(link -> link.attr("href")).filter(href -> href.regionMatches(true, 0, "http", 0, 4)).flatMap(href -> LinkCheck.host(href).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var told = URL.matcher(text).results().flatMap(url -> LinkCheck.host(url.group()).stream()).collect(Collectors.toSet());
        if (!hosts.isEmpty() && told.isEmpty()) {
            findings.add(Rule.TEXT_LINKS, Place.nowhere(Place.Part.TEXT), "The text names none of the addresses that the HTML part links to.");
            return;
        }
        hosts.stream().filter(host -> !told.contains(host)).forEach(host -> findings.add(Rule.TEXT_HOSTS, Place.nowhere(Place.Part.TEXT), "The text does not name " + host + ", to which the HTML part links."));
    }

    private static void different(Inspection mail, String text, Lines lines, Findings findings) {
        var hidden = mail.page().hidden(Media.Mode.LIGHT);
        var shown = words(mail.page().elements().stream().filter(element -> !hidden.get(element)).map(Visible::ownText).collect(Collectors.joining(" ")));
        if (shown.size() < FEW_WORDS) {
            return;
        }
        var told = words(text);
        var common = shown.stream().filter(told::contains).count();
        if (common < shown.size() * ALIKE) {
            findings.add(Rule.TEXT_DIFFERENT, lines.place(Place.Part.TEXT, 0, ""), "Of the words of the HTML part, the text has " + common * 100 / shown.size() + " in a hundred.");
        }
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))).stream().filter(word -> word.length() > 3).collect(Collectors.toSet());
    }

    private static void footer(Inspection mail, String text, Lines lines, Findings findings) {
        var promised = mail.mail().promised();
        var way = promised.unsubscribeUrl().isEmpty() ? Phrases.UNSUBSCRIBE.matcher(text).find() : text.contains(promised.unsubscribeUrl());
        var end = lines.place(Place.Part.TEXT, text.stripTrailing().length(), "");
        if (!way) {
            findings.add(Rule.TEXT_UNSUBSCRIBE, end, "The text does not say how to unsubscribe.");
        }
        var flowed = text.replaceAll("\\s+", " ");
        promised.postalAddress().stream().map(line -> line.strip().replaceAll("\\s+", " ")).filter(line -> !flowed.contains(line)).findFirst()
                .ifPresent(line -> findings.add(Rule.TEXT_ADDRESS, end, "In the text, of the postal address is missing: " + Place.snippet(line) + "."));
    }
}
