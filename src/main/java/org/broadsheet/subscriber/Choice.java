package org.broadsheet.subscriber;

/**
 * Something to tick or to pick in a form.
 *
 * @param value  what is posted
 * @param label  what is read
 * @param note   a second line in small type; "" if there is none
 * @param chosen whether it is ticked or picked
 */
public record Choice(String value, String label, String note, Standing chosen) {

    /** How a choice stands. */
    public enum Standing {
        CHOSEN, OPEN
    }

    /** Whether it is ticked or picked. */
    public boolean on() {
        return chosen == Standing.CHOSEN;
    }

    static Standing standing(boolean on) {
        return on ? Standing.CHOSEN : Standing.OPEN;
    }
}
