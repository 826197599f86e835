package org.broadsheet.edition;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** When a publication is due next. */
@Entity
public class CalendarEntry extends PanacheEntityBase {

    @Id
    public long publicationId;
    /** Day of the next scheduled edition. */
    public LocalDate nextDate;
    /** Its place among that day's. */
    public int nextTurn;
    /** When to look again: no later than the edition is to be put together. */
    public Instant lookAt;

    /** The next scheduled edition. */
    public Turn turn() {
        return new Turn(nextDate, nextTurn);
    }
}
