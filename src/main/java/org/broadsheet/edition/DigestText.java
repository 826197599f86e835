package org.broadsheet.edition;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.mail.MailWords;
import org.broadsheet.mail.TextColumn;
import org.broadsheet.publication.Contact;

/** An edition as plain text, written from the model for people who read mail in a terminal (D10): the same order and the same links. */
final class DigestText {

    private static final String HEAVY = "=".repeat(TextColumn.WIDTH - 1);

    private final Digest digest;
    private final MailWords words;
    private final StringBuilder out = new StringBuilder();

    private DigestText(Digest digest, MailWords words) {
        this.digest = digest;
        this.words = words;
    }

    static String of(Digest digest, MailWords words) {
        var text = new DigestText(digest, words);
        text.masthead();
        digest.lead().ifPresent(text::lead);
        digest.sections().forEach(text::section);
        text.briefs();
        text.footer();
        return tidy(text.out);
    }

    /** At most two empty lines together. */
    private static String tidy(StringBuilder text) {
        return text.toString().replaceAll("\n{4,}", "\n\n\n").stripTrailing() + "\n";
    }

    private void masthead() {
        var masthead = digest.masthead();
        line(TextColumn.wrap(masthead.name()));
        if (!masthead.strapline().isEmpty()) {
            line(TextColumn.wrap(masthead.strapline()));
        }
        line(masthead.homeUrl());
        line("");
        edges(words.dateLine(digest.date()), words.number(digest.number()));
        for (var row : masthead.contactRows()) {
            edges(named(row.getFirst()), row.size() > 1 ? named(row.get(1)) : "");
        }
        line("");
        line(HEAVY);
    }

    private static String named(Contact contact) {
        return (contact.label() + " " + contact.phone()).strip();
    }

    private void lead(Digest.Item item) {
        line("");
        if (!item.kicker().isEmpty()) {
            line(TextColumn.wrap(capitals(item.kicker())));
            line("");
        }
        headline(item);
        line("");
        Stream.of(item.standfirst(), item.summary()).distinct().filter(text -> !text.isEmpty()).forEach(this::paragraph);
        source(item);
        others(item);
        item.picture().ifPresent(this::picture);
    }

    private void section(Digest.Group group) {
        line("");
        line("");
        line(TextColumn.wrap(capitals(words.heading(group.name()))));
        line(HEAVY);
        for (var item : group.items()) {
            line("");
            headline(item);
            var text = Stream.of(runIn(item.kicker()), item.text()).filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            if (!text.isEmpty()) {
                paragraph(text);
            }
            source(item);
            others(item);
            line("");
        }
    }

    private void briefs() {
        if (digest.briefs().isEmpty()) {
            return;
        }
        line("");
        line("");
        line(capitals(words.say("inBrief")));
        line(HEAVY);
        for (var item : digest.briefs()) {
            line("");
            line(TextColumn.wrap("* " + item.headline(), TextColumn.WIDTH, "  "));
            address("  ", item.url());
        }
        line("");
    }

    private void footer() {
        var footer = digest.footer();
        line(HEAVY);
        line("");
        paragraph(footer.reason());
        link(words.say("preferences"), footer.preferencesUrl());
        link(words.say("unsubscribe"), footer.unsubscribeUrl());
        link(words.say("browser"), footer.webUrl());
        line(TextColumn.wrap(footer.legalName()));
        footer.postalAddress().forEach(address -> line(TextColumn.wrap(address)));
    }

    private String capitals(String label) {
        return label.toUpperCase(Locale.forLanguageTag(digest.language()));
    }

    /** A kicker that opens a paragraph. */
    private static String runIn(String kicker) {
        return kicker.isEmpty() || kicker.matches(".*\\p{Po}") ? kicker : kicker + ".";
    }

    private void headline(Digest.Item item) {
        var headline = TextColumn.wrap(item.headline());
        line(headline);
        line("-".repeat(Math.min(TextColumn.WIDTH, headline.lines().mapToInt(TextColumn::cells).max().orElse(1))));
    }

    private void source(Digest.Item item) {
        var by = Stream.of(item.source(), item.minutes() > 0 ? words.minutes(item.minutes()) : "").filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (!by.isEmpty()) {
            line(TextColumn.wrap(by));
        }
        address("", item.url());
    }

    private void others(Digest.Item item) {
        if (!item.others().isEmpty()) {
            line("");
            line(words.say("also"));
            var widest = item.named().stream().mapToInt(other -> TextColumn.cells(other.source())).max().orElse(0);
            item.named().forEach(other -> line("  " + other.source() + (web(other.url())
                    ? " ".repeat(widest - TextColumn.cells(other.source()) + 2) + other.url() : "")));
            if (item.unnamed() > 0) {
                line("  " + (words.beforeLast() + words.others(item.unnamed())).strip());
                line("  " + digest.masthead().homeUrl() + "/stories/" + item.id());
            }
        }
    }

    private void picture(Digest.Illustration picture) {
        var caption = picture.caption().isEmpty() ? picture.alt() : picture.caption();
        var text = Stream.of(caption, picture.credit()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            line("");
            line(TextColumn.wrap(words.say("picture") + ": " + text));
        }
    }

    private void paragraph(String text) {
        line(TextColumn.wrap(text));
        line("");
    }

    private void link(String label, String url) {
        line(label);
        line(url);
        line("");
    }

    /** One at the left edge, one at the right, where there is room for both. */
    private void edges(String left, String right) {
        var room = TextColumn.WIDTH - 1 - TextColumn.cells(left) - TextColumn.cells(right);
        if (right.isEmpty() || room < 2) {
            line(left);
            Optional.of(right).filter(text -> !text.isEmpty()).ifPresent(this::line);
        } else {
            line(left + " ".repeat(room) + right);
        }
    }

    /** An address on a line of its own, whatever its length; other schemes than those of the web come from outside and are left out (D11). */
    private void address(String indent, String url) {
        if (web(url)) {
            line(indent + url);
        }
    }

    private static boolean web(String url) {
        return url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
