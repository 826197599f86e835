package org.broadsheet.subscriber;

/**
 * Something to tick or to pick in a form.
 *
 * @param value  what is posted
 * @param label  what is read
 * @param chosen whether it is ticked or picked
 */
public record Choice(String value, String label, boolean chosen) {
}
