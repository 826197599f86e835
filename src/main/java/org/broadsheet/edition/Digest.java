package org.broadsheet.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.broadsheet.article.PictureFormat;
import org.broadsheet.mail.Logo;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.mail.Script;
import org.broadsheet.mail.TextColumn;
import org.broadsheet.publication.Contact;

/**
 * One edition as a reader sees it: the model behind the HTML mail, the plain text, the web page and nothing else.
 * Everything is resolved (absolute URLs, sizes, names), text is plain text without mark-up, and absent text is "".
 *
 * @param language  BCP 47 tag of the publication
 * @param direction {@code ltr} or {@code rtl}
 * @param subject   of the mail
 * @param preheader the standfirst (else the summary) of the lead, plain text of 40 to 130 characters where there is that much
 * @param number    of the edition, from 1
 * @param date      of the edition in the publication's zone
 * @param lead      the first story; absent only in an edition of briefs
 * @param sections  further stories in the publication's order of sections; no empty ones
 * @param briefs    headlines only
 * @param blocks    the publication's own between them
 */
public record Digest(
        String language,
        String direction,
        String subject,
        String preheader,
        MailTheme theme,
        Masthead masthead,
        int number,
        LocalDate date,
        Optional<Item> lead,
        List<Group> sections,
        List<Item> briefs,
        List<Block> blocks,
        Footer footer) {

    private static final int SHORT_CREDIT = 44;
    private static final int LEAD_MEASURE = 576;
    private static final int NAMED = 3;
    private static final int PAGE = 640;
    private static final int LONG_HEADLINE = 90;

    /** The side where lines begin. */
    public String start() {
        return "rtl".equals(direction) ? "right" : "left";
    }

    /** The side where lines end. */
    public String end() {
        return "rtl".equals(direction) ? "left" : "right";
    }

    /** The direction against that of the text: a row set in it shows its first cell last. */
    public String across() {
        return "rtl".equals(direction) ? "ltr" : "rtl";
    }

    /** How its script is set: {@code western}, {@code rtl} or {@code cjk}. */
    public String script() {
        return Script.of(language);
    }

    /** The same with less in it, for a mail that would be clipped. */
    Digest with(List<Group> fewerSections, List<Item> fewerBriefs) {
        return new Digest(language, direction, subject, preheader, theme, masthead, number, date, lead, fewerSections, fewerBriefs, blocks, footer);
    }

    /** The same in another look. */
    public Digest withTheme(MailTheme other) {
        return new Digest(language, direction, subject, preheader, other, masthead, number, date, lead, sections, briefs, blocks, footer);
    }

    /** The same with these blocks. */
    public Digest withBlocks(List<Block> others) {
        return new Digest(language, direction, subject, preheader, theme, masthead, number, date, lead, sections, briefs, others, footer);
    }

    /** Blocks below the masthead. */
    public List<Block> opening() {
        return blocks.stream().filter(block -> block.place().spot() == Block.Spot.OPENING).toList();
    }

    /** Blocks after the lead; also those after sections, where there are none. */
    public List<Block> afterLead() {
        return blocks.stream().filter(block -> block.place().spot() == Block.Spot.AFTER_LEAD
                || sections.isEmpty() && block.place().spot() == Block.Spot.AFTER_SECTION).toList();
    }

    /** Blocks after the section at this index, from 0; after the last also those of sections that this edition lacks. */
    public List<Block> afterSection(int index) {
        return blocks.stream().filter(block -> block.place().spot() == Block.Spot.AFTER_SECTION)
                .filter(block -> Math.clamp(block.place().section(), 1, sections.size()) == index + 1).toList();
    }

    /** Blocks before the footer. */
    public List<Block> closing() {
        return blocks.stream().filter(block -> block.place().spot() == Block.Spot.END).toList();
    }

    /**
     * @param name        of the publication; an ampersand in it is set in italics and in the accent
     * @param strapline   "" if there is none
     * @param homeUrl     front page of the publication
     * @param accentLight accent on light paper, {@code #rrggbb}, contrast at least 4.5
     * @param accentDark  accent on dark paper, contrast at least 7
     * @param logo        stands in place of the name
     */
    public record Masthead(String name, String strapline, String homeUrl, List<Contact> contacts, String accentLight, String accentDark, Optional<Logo> logo) {

        private static final int FITS_ONE_LINE = 20;
        private static final int FITS_TWO_LINES = 44;

        /** Which of three sizes of type the name is set in: 1 for a short name, 3 for one that would else fill the page. */
        public int nameSize() {
            var cells = TextColumn.cells(name);
            return cells <= FITS_ONE_LINE ? 1 : cells <= FITS_TWO_LINES ? 2 : 3;
        }

        /** The name, cut at its ampersands, which are set apart. */
        public List<String> nameParts() {
            return List.of(name.split("&", -1));
        }

        /** Contacts two by two, as they stand at the two edges. */
        public List<List<Contact>> contactRows() {
            var rows = new ArrayList<List<Contact>>();
            for (var from = 0; from < contacts.size(); from += 2) {
                rows.add(contacts.subList(from, Math.min(from + 2, contacts.size())));
            }
            return rows;
        }
    }

    /** Stories under a section's name; the name is "" for stories filed under none. */
    public record Group(String name, List<Item> items) {

        /** Two equals with a picture each stand side by side. */
        public boolean pair() {
            return items.size() == 2 && items.stream().allMatch(item -> item.picture().isPresent());
        }

        /** Whether all have a kicker; in a pair, one alone would push its headline below the other's. */
        public boolean kickers() {
            return items.stream().noneMatch(item -> item.kicker().isEmpty());
        }
    }

    /**
     * A story.
     *
     * @param url      where "Read on" leads
     * @param source   name of the publisher, "" for the publication's own
     * @param minutes  reading time, at least 1; 0 if unknown
     * @param others   who else reports it
     * @param language of the story where it differs from the edition's, else ""
     * @param correction of what an earlier version of it said
     */
    public record Item(
            String id,
            String url,
            String kicker,
            String headline,
            String standfirst,
            String summary,
            String source,
            int minutes,
            Optional<Illustration> picture,
            List<Other> others,
            String language,
            Optional<Correction> correction) {

        /** One that was right from the start. */
        public Item(String id, String url, String kicker, String headline, String standfirst, String summary, String source, int minutes,
                Optional<Illustration> picture, List<Other> others, String language) {
            this(id, url, kicker, headline, standfirst, summary, source, minutes, picture, others, language, Optional.empty());
        }

        /** The picture, or none: for templates, which loop. */
        public List<Illustration> pictures() {
            return picture.stream().toList();
        }

        /** What stands below a headline that is not the lead's: one paragraph. */
        public String text() {
            return summary.isEmpty() ? standfirst : summary;
        }

        /** Whether the headline would take more than three or four lines in its usual size. */
        public boolean longHeadline() {
            return TextColumn.cells(headline) > LONG_HEADLINE;
        }

        /** Those others that are named: three, or two where more than three are. */
        public List<Other> named() {
            return others.size() <= NAMED ? others : others.subList(0, NAMED - 1);
        }

        /** How many others are only counted. */
        public int unnamed() {
            return others.size() - named().size();
        }

        /** Without its text. */
        Item bare() {
            return new Item(id, url, kicker, headline, "", "", source, minutes, picture, others, language, correction);
        }
    }

    /**
     * What was put right, shown below the story.
     *
     * @param text what was wrong and what is right, a sentence or two
     * @param date when it was put right, in the publication's zone
     */
    public record Correction(String text, LocalDate date) {
    }

    /** Another report of the same story. */
    public record Other(String source, String url) {
    }

    /**
     * A picture of a story, served by us.
     *
     * @param large     16:9
     * @param small     3:2
     * @param largeSize its own, in pixels: 1200 x 675, or less where the original was small
     * @param smallSize its own, in pixels: 600 x 400, or less
     */
    public record Illustration(String large, String small, String alt, String caption, String credit, PictureFormat.Size largeSize, PictureFormat.Size smallSize) {

        /** One whose original was large enough. */
        public Illustration(String large, String small, String alt, String caption, String credit) {
            this(large, small, alt, caption, credit, PictureFormat.LARGE.of(0, 0), PictureFormat.SMALL.of(0, 0));
        }

        /** How wide the lead's picture is set in mail: over the whole measure, unless that would enlarge it. */
        public int leadWidth() {
            return Math.min(LEAD_MEASURE, largeSize.width());
        }

        public int leadHeight() {
            return height(leadWidth());
        }

        /** How wide it is where it runs over the whole page, from edge to edge. */
        public int bleedWidth() {
            return Math.min(PAGE, largeSize.width());
        }

        public int bleedHeight() {
            return height(bleedWidth());
        }

        private int height(int width) {
            return Math.round((float) width * largeSize.height() / largeSize.width());
        }

        /** Whether the credit fits on a line of a phone, so that it need not break. */
        public boolean shortCredit() {
            return credit.length() <= SHORT_CREDIT;
        }
    }

    /**
     * @param legalName      of the publisher
     * @param postalAddress  its lines
     * @param webUrl         this edition on the web
     * @param preferencesUrl the reader's own; in the common rendering the slot {@link Slot#TOKEN} stands for the token
     * @param unsubscribeUrl likewise
     * @param reason         why the reader gets this, a whole sentence, may hold slots
     * @param privacyUrl     the publisher's privacy policy
     */
    public record Footer(
            String legalName,
            List<String> postalAddress,
            String webUrl,
            String preferencesUrl,
            String unsubscribeUrl,
            String reason,
            Optional<String> privacyUrl) {
    }
}
