package org.broadsheet.edition;

import java.util.List;
import java.util.Locale;

/** The publication's own blocks as plain text. What is paid for stands between rules, its label first. */
final class BlockText {

    private final TextSheet sheet;
    private final Locale locale;

    BlockText(TextSheet sheet, String language) {
        this.sheet = sheet;
        this.locale = Locale.forLanguageTag(language);
    }

    void write(List<Block> blocks) {
        for (var block : blocks) {
            sheet.blank();
            switch (block) {
                case Block.Note note -> note(note);
                case Block.Sponsor sponsor -> sponsor(sponsor);
                case Block.Notice notice -> notice(notice);
            }
        }
    }

    private void note(Block.Note note) {
        if (!note.heading().isEmpty()) {
            sheet.underlined(note.heading());
            sheet.blank();
        }
        for (var paragraph : note.paragraphs()) {
            sheet.paragraph(paragraph.text());
            var links = paragraph.runs().stream().filter(run -> !run.url().isEmpty()).map(run -> new TextSheet.Labelled(run.text().strip(), run.url())).distinct().toList();
            if (!links.isEmpty()) {
                sheet.list(links);
                sheet.blank();
            }
        }
        if (!note.signature().isEmpty()) {
            sheet.paragraph(note.signature());
        }
        sheet.lightRule();
    }

    private void sponsor(Block.Sponsor sponsor) {
        sheet.lightRule();
        sheet.paragraph(sponsor.label().toUpperCase(locale));
        sheet.underlined(sponsor.headline());
        if (!sponsor.text().isEmpty()) {
            sheet.paragraph(sponsor.text());
        }
        if (!sponsor.linkText().isEmpty()) {
            sheet.wrapped(sponsor.linkText());
        }
        sheet.address("", sponsor.url());
        sheet.lightRule();
    }

    private void notice(Block.Notice notice) {
        sheet.lightRule();
        sheet.wrapped(notice.text());
        if (!notice.url().isEmpty()) {
            sheet.blank();
            sheet.wrapped(notice.linkText());
            sheet.address("", notice.url());
        }
        sheet.lightRule();
    }
}
