package org.broadsheet.mail;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A one-off mail as its templates see it: a headline, a paragraph or two, one button. Absent text is "".
 *
 * @param name   of the publication
 * @param logo   stands in place of the name
 * @param detail a second paragraph
 * @param link   written out below the button
 * @param note   the last paragraph
 */
public record Letter(String language, String direction, MailTheme theme, String subject, String name, Optional<Logo> logo, String homeUrl, String accentLight,
        String accentDark, String headline,
        String body, String detail, String button, String buttonUrl, String linkIntro, String link, String note, String legalName,
        List<String> postalAddress) {

    private static final int PADDING = 40;

    /** How its script is set, see {@link Script}. */
    public String script() {
        return Script.of(language);
    }

    /** The name, cut at its ampersands, which are set apart. */
    public List<String> nameParts() {
        return List.of(name.split("&", -1));
    }

    public String wrappedHeadline() {
        return TextColumn.wrap(headline);
    }

    /** As long as the invisible padding after the preheader. */
    public List<Integer> padding() {
        return Collections.nCopies(PADDING, 0);
    }

    public String underline() {
        return "-".repeat(TextColumn.wrap(headline).lines().mapToInt(TextColumn::cells).max().orElse(1));
    }

    /** Whether the link below the button is another than the button's. */
    public boolean showLink() {
        return !link.equals(buttonUrl);
    }

    public String wrappedBody() {
        return TextColumn.wrap(body);
    }

    public String wrappedDetail() {
        return TextColumn.wrap(detail);
    }

    public String wrappedLinkIntro() {
        return TextColumn.wrap(linkIntro);
    }

    public String wrappedNote() {
        return TextColumn.wrap(note);
    }

    /** The same in another look. */
    Letter withTheme(MailTheme other) {
        return new Letter(language, direction, other, subject, name, logo, homeUrl, accentLight, accentDark, headline, body, detail, button, buttonUrl, linkIntro, link,
                note, legalName, postalAddress);
    }

    /** Something to try a template on. */
    static Letter sample() {
        return new Letter("en-GB", "ltr", MailTheme.DEFAULT, "A subject", "Sample & Daily", Optional.empty(), "https://example.org/", "#7a1f2b", "#e7a3a5", "A headline",
                "A paragraph.", "A detail.", "A button", "https://example.org/a", "Or here:", "https://example.org/b", "A note.", "Sample Ltd", List.of("1 Sample Street"));
    }

    /** That sample in all designs. */
    static List<Letter> samples() {
        return Stream.of(MailTheme.Design.values()).map(MailTheme::of).map(sample()::withTheme).toList();
    }
}
