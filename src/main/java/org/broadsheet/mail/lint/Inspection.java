package org.broadsheet.mail.lint;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A mail taken apart once, for all checks.
 *
 * @param bytes of the whole HTML part in UTF-8, whatever of it was read
 */
record Inspection(Mail mail, Markup page, Markup word, Lines htmlLines, Optional<Message> message, long bytes) {

    /** More than a mail may have is not read: it is refused for its size anyway. */
    static final int LARGEST_READ = 1_000_000;

    static Inspection of(Mail mail) {
        var html = mail.html().length() > LARGEST_READ ? mail.html().substring(0, LARGEST_READ) : mail.html();
        var lines = new Lines(html);
        return new Inspection(mail, Markup.of(html, lines), Markup.of(ConditionalComments.asWordSees(html), lines), lines,
                mail.wire().map(wire -> Message.read(wire.getBytes(StandardCharsets.ISO_8859_1))), mail.html().getBytes(StandardCharsets.UTF_8).length);
    }

    boolean toList() {
        return mail.purpose() == Mail.Purpose.LIST;
    }

    Place html(int offset) {
        return htmlLines.place(Place.Part.HTML, offset, "");
    }
}
