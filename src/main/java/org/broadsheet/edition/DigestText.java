package org.broadsheet.edition;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.mail.MailWords;
import org.broadsheet.mail.TextColumn;

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
        return text.out.toString();
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
            edges(row.getFirst().label() + " " + row.getFirst().phone(), row.size() > 1 ? row.get(1).label() + " " + row.get(1).phone() : "");
        }
        line("");
        line(HEAVY);
    }

    private void lead(Digest.Item item) {
        line("");
        if (!item.kicker().isEmpty()) {
            line(TextColumn.wrap(item.kicker().toUpperCase(Locale.forLanguageTag(digest.language()))));
            line("");
        }
        headline(item);
        line("");
        Stream.of(item.standfirst(), item.summary()).filter(text -> !text.isEmpty()).forEach(this::paragraph);
        source(item);
        others(item);
        item.picture().ifPresent(this::picture);
    }

    private void section(Digest.Group group) {
        line("");
        if (!group.name().isEmpty()) {
            line("");
            line(TextColumn.wrap(group.name().toUpperCase(Locale.forLanguageTag(digest.language()))));
        }
        line(HEAVY);
        for (var item : group.items()) {
            line("");
            headline(item);
            var text = Stream.of(item.kicker().isEmpty() ? "" : item.kicker() + ".", item.text()).filter(part -> !part.isEmpty())
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
        line(words.say("inBrief").toUpperCase(Locale.forLanguageTag(digest.language())));
        line(HEAVY);
        for (var item : digest.briefs()) {
            line("");
            line(TextColumn.wrap("* " + item.headline(), TextColumn.WIDTH, "  "));
            line("  " + item.url());
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

    private void headline(Digest.Item item) {
        var headline = TextColumn.wrap(item.headline());
        line(headline);
        line("-".repeat(Math.min(TextColumn.WIDTH - 1, headline.lines().mapToInt(TextColumn::cells).max().orElse(1))));
    }

    private void source(Digest.Item item) {
        var by = Stream.of(item.source(), item.minutes() > 0 ? words.minutes(item.minutes()) : "").filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (!by.isEmpty()) {
            line(TextColumn.wrap(by));
        }
        line(item.url());
    }

    private void others(Digest.Item item) {
        if (!item.others().isEmpty()) {
            line("");
            line(words.say("also"));
            item.others().forEach(other -> line("  " + other.source() + "  " + other.url()));
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

    private void line(String text) {
        out.append(text).append('\n');
    }
}
