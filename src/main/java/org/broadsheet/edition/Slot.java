package org.broadsheet.edition;

/**
 * A place in a rendered edition that is filled for each reader. An edition is rendered once; the slots are spliced into the
 * encoded bytes of each copy. The marks are noncharacters of the private use area, which are removed from all that comes in from outside.
 */
public enum Slot {
    /** The reader's token in the addresses of the preference and unsubscribe pages; URL-safe. */
    TOKEN,
    /** The day on which the reader confirmed, written in the edition's language. */
    SINCE;

    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';

    /** The mark that stands for this slot in rendered text. */
    public String mark() {
        return OPEN + name() + CLOSE;
    }
}
