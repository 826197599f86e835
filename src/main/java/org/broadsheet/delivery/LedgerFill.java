package org.broadsheet.delivery;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.broadsheet.edition.ReaderHour;

/** Enters who is due: one statement per due slot, whatever the number of readers. A reader who is in already stays as he is. */
@Singleton
class LedgerFill {

    private static final String INSERT = """
            insert into delivery (edition_id, subscription_id, state, due_at, reply, updated_at)
            select ?, s.id, case when served then 'queued'::delivery_state else 'suppressed' end, case when served then now() end,
                case when not served then 'The edition has no story in the sections that the reader chose' end, now()
            from (select s.id, s.time_zone, s.hour, s.sections = '[]' or ? or jsonb_exists_any(s.sections, ?) as served, jsonb_hash(s.sections) as choice
                from subscription s where s.publication_id = ? and s.frequency = 'EACH'
                    and (s.status = 'ACTIVE' or s.status = 'PAUSED' and s.paused_until <= ?)) s
            """;

    /**
     * Where an edition may have more variants than are kept at once, readers with the same choice are entered together: rows that are due at the same
     * time are claimed as they were entered, so each variant is rendered about once. Elsewhere the order would only cost (a third more).
     */
    private static final String TOGETHER = "order by s.choice ";
    private static final int FEW_SECTIONS = 8;

    /**
     * What decides whether a reader who chose sections gets anything.
     *
     * @param sections of the edition's stories
     * @param open     whether it has stories of no section, which everybody gets
     */
    record Content(Set<String> sections, boolean open) {
    }

    private final DataSource database;

    LedgerFill(DataSource database) {
        this.database = database;
    }

    /** All active readers. */
    int all(long edition, long publication, LocalDate date, Content content) throws SQLException {
        return insert(INSERT + order(content) + "on conflict do nothing", edition, publication, date, content, List.of());
    }

    /** Those with one of these wall clocks. */
    int some(long edition, long publication, LocalDate date, Content content, List<ReaderHour> hours) throws SQLException {
        return insert(INSERT + """
                join unnest(?, ?) as h (zone, hour) on h.zone = s.time_zone and h.hour = coalesce(s.hour, -1)
                """ + order(content) + "on conflict do nothing", edition, publication, date, content, hours);
    }

    private static String order(Content content) {
        return content.sections().size() > FEW_SECTIONS ? TOGETHER : "";
    }

    private int insert(String sql, long edition, long publication, LocalDate date, Content content, List<ReaderHour> hours) throws SQLException {
        try (var connection = database.getConnection(); var insert = connection.prepareStatement(sql)) {
            insert.setLong(1, edition);
            insert.setBoolean(2, content.open());
            insert.setArray(3, connection.createArrayOf("text", content.sections().toArray()));
            insert.setLong(4, publication);
            insert.setObject(5, date);
            if (!hours.isEmpty()) {
                insert.setArray(6, connection.createArrayOf("text", hours.stream().map(hour -> hour.zone().getId()).toArray()));
                insert.setArray(7, connection.createArrayOf("int", hours.stream().map(hour -> hour.time().map(time -> time.getHour()).orElse(-1)).toArray()));
            }
            return insert.executeUpdate();
        }
    }
}
