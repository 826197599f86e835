package org.broadsheet.mail;

import java.util.Collections;
import java.util.List;

/**
 * A one-off mail as its templates see it: a headline, a paragraph or two, one button. Absent text is "".
 *
 * @param name   of the publication
 * @param detail a second paragraph
 * @param link   written out below the button
 * @param note   the last paragraph
 */
public record Letter(String language, String direction, String subject, String name, String homeUrl, String accentLight, String accentDark, String headline,
        String body, String detail, String button, String buttonUrl, String linkIntro, String link, String note, String legalName,
        List<String> postalAddress) {

    private static final int PADDING = 40;

    public String start() {
        return "rtl".equals(direction) ? "right" : "left";
    }

    public String end() {
        return "rtl".equals(direction) ? "left" : "right";
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

    /** Something to try a template on. */
    static Letter sample() {
        return new Letter("en-GB", "ltr", "A subject", "Sample & Daily", "https://example.org/", "#7a1f2b", "#e7a3a5", "A headline", "A paragraph.", "A detail.",
                "A button", "https://example.org/a", "Or here:", "https://example.org/b", "A note.", "Sample Ltd", List.of("1 Sample Street"));
    }
}
