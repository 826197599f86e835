package org.broadsheet.publication;

/**
 * A place where readers reach the publisher; stands in the masthead.
 *
 * @param label the office, for instance "UK office"
 * @param phone as people write it, for instance "+44 1632 960 214"
 */
public record Contact(String label, String phone) {

    /** The number as a {@code tel:} URI takes it: digits after an optional plus sign (RFC 3966, section 3). */
    public String dialled() {
        return phone.replaceAll("\\(0\\)|[^+0-9]", "");
    }
}
