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
    /** When to look again: no later than the first reader's hour on that day. */
    public Instant lookAt;
}
