package org.broadsheet.mail.lint;

/**
 * Where in a mail.
 *
 * @param part    which part the numbers count in
 * @param line    from 1; 0 if the finding is about something that is not there
 * @param column  in characters, from 1; 0 if unknown
 * @param snippet what stands there, one line of at most 80 characters; may be ""
 * @param path    of the element, its last four ancestors at most, for instance {@code table > tr > td.pad > img}; else ""
 */
public record Place(Part part, int line, int column, String snippet, String path) {

    private static final int LONGEST_SNIPPET = 80;

    /** The parts of a mail that are looked over. */
    public enum Part {
        /** The HTML part, decoded. */
        HTML,
        /** The plain text part, decoded. */
        TEXT,
        /** The message as it goes on the wire: header fields and encoded parts. */
        MESSAGE
    }

    static Place nowhere(Part part) {
        return new Place(part, 0, 0, "", "");
    }

    static String snippet(String text) {
        var start = text.length() > LONGEST_SNIPPET * 4 ? text.substring(0, LONGEST_SNIPPET * 4) : text;
        var line = start.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SNIPPET ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_SNIPPET - 1)) + "…";
    }
}
