package org.broadsheet.edition;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.mail.MailWords;
import org.broadsheet.mail.TextColumn;
import org.broadsheet.publication.Contact;

/** An edition as plain text, written from the model for people who read mail in a terminal (D10): the same order and the same links. */
final class DigestText {

    private final Digest digest;
    private final MailWords words;
    private final TextSheet sheet = new TextSheet();
    private final BlockText blocks;

    private DigestText(Digest digest, MailWords words) {
        this.digest = digest;
        this.words = words;
        this.blocks = new BlockText(sheet, digest.language());
    }

    static String of(Digest digest, MailWords words) {
        var text = new DigestText(digest, words);
        text.masthead();
        text.blocks.write(digest.opening());
        digest.lead().ifPresent(text::lead);
        text.blocks.write(digest.afterLead());
        for (var index = 0; index < digest.sections().size(); index++) {
            text.section(digest.sections().get(index));
            text.blocks.write(digest.afterSection(index));
        }
        text.briefs();
        text.blocks.write(digest.closing());
        text.footer();
        return text.sheet.text();
    }

    private void masthead() {
        var masthead = digest.masthead();
        sheet.wrapped(masthead.name());
        if (!masthead.strapline().isEmpty()) {
            sheet.wrapped(masthead.strapline());
        }
        sheet.line(masthead.homeUrl());
        sheet.blank();
        sheet.edges(words.dateLine(digest.date()), words.number(digest.number()));
        for (var row : masthead.contactRows()) {
            sheet.edges(named(row.getFirst()), row.size() > 1 ? named(row.get(1)) : "");
        }
        sheet.blank();
        sheet.heavyRule();
    }

    private static String named(Contact contact) {
        return (contact.label() + " " + contact.phone()).strip();
    }

    private void lead(Digest.Item item) {
        sheet.blank();
        if (!item.kicker().isEmpty()) {
            sheet.paragraph(capitals(item.kicker()));
        }
        sheet.underlined(item.headline());
        sheet.blank();
        Stream.of(item.standfirst(), item.summary()).distinct().filter(text -> !text.isEmpty()).forEach(sheet::paragraph);
        correction(item);
        source(item);
        others(item);
        item.picture().ifPresent(this::picture);
    }

    private void section(Digest.Group group) {
        heading(words.heading(group.name()));
        for (var item : group.items()) {
            sheet.blank();
            sheet.underlined(item.headline());
            var text = Stream.of(runIn(item.kicker()), item.text()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
            if (!text.isEmpty()) {
                sheet.paragraph(text);
            }
            correction(item);
            source(item);
            others(item);
            sheet.blank();
        }
    }

    private void briefs() {
        if (digest.briefs().isEmpty()) {
            return;
        }
        heading(words.say("inBrief"));
        for (var item : digest.briefs()) {
            sheet.blank();
            sheet.line(TextColumn.wrap("* " + item.headline(), TextColumn.WIDTH, "  "));
            sheet.address("  ", item.url());
        }
        sheet.blank();
    }

    private void footer() {
        var footer = digest.footer();
        sheet.blank();
        sheet.heavyRule();
        sheet.blank();
        sheet.paragraph(footer.reason());
        sheet.link(words.say("preferences"), footer.preferencesUrl());
        sheet.link(words.say("unsubscribe"), footer.unsubscribeUrl());
        sheet.link(words.say("browser"), footer.webUrl());
        footer.privacyUrl().ifPresent(url -> sheet.link(words.say("privacy"), url));
        sheet.wrapped(footer.legalName());
        footer.postalAddress().forEach(sheet::wrapped);
    }

    private void heading(String label) {
        sheet.blank();
        sheet.blank();
        sheet.wrapped(capitals(label));
        sheet.heavyRule();
    }

    private String capitals(String label) {
        return label.toUpperCase(Locale.forLanguageTag(digest.language()));
    }

    /** A kicker that opens a paragraph. */
    private String runIn(String kicker) {
        var stop = "cjk".equals(digest.script()) ? "：" : ".";
        return kicker.isEmpty() || kicker.matches("(?s).*\\p{Po}") ? kicker : kicker + stop;
    }

    private void correction(Digest.Item item) {
        item.correction().ifPresent(correction -> sheet.paragraph(words.corrected(correction.date()) + " " + correction.text()));
    }

    private void source(Digest.Item item) {
        var by = Stream.of(item.source(), item.minutes() > 0 ? words.minutes(item.minutes()) : "").filter(part -> !part.isEmpty())
                .collect(Collectors.joining(words.say("comma")));
        if (!by.isEmpty()) {
            sheet.wrapped(by);
        }
        sheet.address("", item.url());
    }

    private void others(Digest.Item item) {
        if (item.others().isEmpty()) {
            return;
        }
        sheet.blank();
        sheet.wrapped(words.say("also"));
        sheet.list(item.named().stream().map(other -> new TextSheet.Labelled(other.source(), other.url())).toList());
        if (item.unnamed() > 0) {
            sheet.line("  " + (words.beforeLast() + words.others(item.unnamed())).strip());
            sheet.line("  " + digest.masthead().homeUrl() + "/stories/" + item.id());
        }
    }

    private void picture(Digest.Illustration picture) {
        var caption = picture.caption().isEmpty() ? picture.alt() : picture.caption();
        var text = Stream.of(caption, picture.credit()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            sheet.blank();
            sheet.wrapped(words.say("picture") + ": " + text);
        }
    }
}
