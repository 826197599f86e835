package org.broadsheet.edition;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A wall clock by which some readers get their editions.
 *
 * @param zone their time zone
 * @param time the hour they chose, or empty for the publication's
 */
public record ReaderHour(ZoneId zone, Optional<LocalTime> time) {
}
