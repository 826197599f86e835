package org.broadsheet.mail;

import java.util.Locale;

/**
 * How the mails of a publication look, beside its accent colour and its logo. Each is chosen from a list: what is on it has been tried in mail
 * clients. The looks themselves are style sheets, {@code templates/mail/themes}.
 */
public record MailTheme(Design design, Fonts fonts, Density density) {

    public static final MailTheme DEFAULT = new MailTheme(Design.BROADSHEET, Fonts.AUTO, Density.COMFORTABLE);
    private static final int BUTTON_CELL = 9;

    /** A design with what is usual for all else. */
    public static MailTheme of(Design design) {
        return new MailTheme(design, DEFAULT.fonts, DEFAULT.density);
    }

    /** The layout and its character. */
    public enum Design {
        /** A newspaper: serif headlines, rules, a nameplate in the middle. */
        BROADSHEET,
        /** A magazine: sans headlines, large pictures, a bar in the accent. */
        MAGAZINE,
        /** A letter: one column of text, the lead's picture and no other, nearly no furniture. */
        LETTER;

        private Fonts own() {
            return this == MAGAZINE ? Fonts.SANS : this == LETTER ? Fonts.BOOK : Fonts.SERIF;
        }
    }

    /** Families that are on readers' machines; mail clients load none. Names are not quoted, which CSS allows (Fonts 4, section 2.1). */
    public enum Fonts {
        /** The design's own. */
        AUTO("", "", ""),
        /** Georgia, with Helvetica for what is looked up. */
        SERIF("Georgia,Times New Roman,serif", "Georgia,Times New Roman,serif", Fonts.GROTESQUE),
        /** Palatino and its kin. */
        BOOK("Iowan Old Style,Palatino Linotype,Palatino,Book Antiqua,Georgia,serif", "Iowan Old Style,Palatino Linotype,Palatino,Book Antiqua,Georgia,serif",
                Fonts.GROTESQUE),
        /** Helvetica, Arial. */
        SANS(Fonts.GROTESQUE, Fonts.GROTESQUE, Fonts.GROTESQUE),
        /** Sans with the shapes of handwriting. */
        HUMANIST(Fonts.OPEN, Fonts.OPEN, Fonts.OPEN),
        /** Serif headlines over sans text. */
        MIXED("Georgia,Times New Roman,serif", Fonts.GROTESQUE, Fonts.GROTESQUE),
        /** A typewriter's. */
        MONO(Fonts.TYPEWRITER, Fonts.TYPEWRITER, Fonts.TYPEWRITER);

        private static final String GROTESQUE = "Helvetica Neue,Helvetica,Arial,sans-serif";
        private static final String OPEN = "Seravek,Segoe UI,Optima,Candara,Noto Sans,sans-serif";
        private static final String TYPEWRITER = "Menlo,Consolas,Courier New,monospace";

        private final String headlines;
        private final String text;
        private final String labels;

        Fonts(String headlines, String text, String labels) {
            this.headlines = headlines;
            this.text = text;
            this.labels = labels;
        }
    }

    /** How much white there is. */
    public enum Density {
        COMFORTABLE, COMPACT
    }

    /** The font families of headlines, as CSS takes them. */
    public String headlineFont() {
        return chosen().headlines;
    }

    /** The font families of running text. */
    public String textFont() {
        return chosen().text;
    }

    /** The font families of what is looked up: sources, dates, contacts, the footer. */
    public String labelFont() {
        return chosen().labels;
    }

    public boolean broadsheet() {
        return design == Design.BROADSHEET;
    }

    public boolean magazine() {
        return design == Design.MAGAZINE;
    }

    public boolean letter() {
        return design == Design.LETTER;
    }

    public boolean compact() {
        return density == Density.COMPACT;
    }

    /** Whether stories have pictures beside them, and rules between them. */
    public boolean columns() {
        return !letter();
    }

    /** The names of its style sheets, in the order of the cascade. */
    public String sheets() {
        return "base " + design.name().toLowerCase(Locale.ROOT) + " dark";
    }

    /** How wide a button has to be for this label, in pixels: Word must be told. */
    public int buttonWidth(String label) {
        return Math.clamp(64 + BUTTON_CELL * TextColumn.cells(label), 160, 560);
    }

    private Fonts chosen() {
        return fonts == Fonts.AUTO ? design.own() : fonts;
    }
}
