package org.broadsheet.edition;

import java.util.List;
import java.util.Optional;

/** Something of the publication's own beside the stories. Everything is resolved, as in {@link Digest}; absent text is "". */
public sealed interface Block {

    Place place();

    /** {@code note}, {@code sponsor} or {@code notice}: the tag that sets it. */
    String kind();

    /**
     * Words of the editor.
     *
     * @param heading    "" if there is none
     * @param paragraphs at least one
     * @param signature  who speaks, "" if nobody signs
     */
    record Note(Place place, String heading, List<RichText.Paragraph> paragraphs, String signature) implements Block {

        @Override
        public String kind() {
            return "note";
        }
    }

    /**
     * What somebody paid for; always labelled.
     *
     * @param label    "Advertisement", "Sponsored by …"; never empty
     * @param url      where the picture, the headline and the link lead
     * @param linkText what the link says; "" if the headline alone leads there
     */
    record Sponsor(Place place, String label, Optional<Picture> picture, String headline, String text, String url, String linkText) implements Block {

        @Override
        public String kind() {
            return "sponsor";
        }

        /** The picture, or none: for templates, which loop. */
        public List<Picture> pictures() {
            return picture.stream().toList();
        }
    }

    /**
     * A standing notice of a line or two.
     *
     * @param url      "" if it leads nowhere
     * @param linkText what the link says; there is one where there is an address
     */
    record Notice(Place place, String text, String url, String linkText) implements Block {

        @Override
        public String kind() {
            return "notice";
        }
    }

    /**
     * A picture of a block, served by us.
     *
     * @param width  its own, in pixels
     * @param height likewise
     */
    record Picture(String url, String alt, int width, int height) {

        private static final int MEASURE = 168;

        /** How wide it is set in mail: as a story's thumbnail, or less where that would enlarge it. */
        public int shownWidth() {
            return Math.min(MEASURE, width);
        }

        public int shownHeight() {
            return Math.max(1, Math.round((float) shownWidth() * height / width));
        }
    }

    /**
     * Where a block stands. An edition with fewer sections has it after its last.
     *
     * @param section which one, from 1; 0 unless it stands after a section
     */
    record Place(Spot spot, int section) {

        public static final Place OPENING = new Place(Spot.OPENING, 0);
        public static final Place AFTER_LEAD = new Place(Spot.AFTER_LEAD, 0);
        public static final Place END = new Place(Spot.END, 0);

        /** @param section from 1 */
        public static Place afterSection(int section) {
            return new Place(Spot.AFTER_SECTION, section);
        }
    }

    /** The kinds of places. */
    enum Spot {
        /** Below the masthead. */
        OPENING,
        AFTER_LEAD,
        AFTER_SECTION,
        /** Below the briefs. */
        END
    }
}
