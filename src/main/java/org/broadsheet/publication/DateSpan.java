package org.broadsheet.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days from one to another, both included. Written as a date, or as an interval of two: {@code 2026-12-24/2027-01-01} (ISO 8601, section 5.5). */
public record DateSpan(LocalDate from, LocalDate to) {

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** Empty if it is none, or ends before it begins. */
    static Optional<DateSpan> parse(String text) {
        var ends = text.split("/", -1);
        try {
            var span = new DateSpan(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
            return ends.length > 2 || span.to.isBefore(span.from) ? Optional.empty() : Optional.of(span);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    String written() {
        return from.equals(to) ? from.toString() : from + "/" + to;
    }
}
