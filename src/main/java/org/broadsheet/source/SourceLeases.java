package org.broadsheet.source;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.broadsheet.platform.DataFolder;

/** Claims sources by lease, so that no two nodes fetch the same one at once, and a node that dies loses only its lease. */
@Singleton
public class SourceLeases {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final DataSource database;
    private final DataFolder node;
    private final Clock clock;

    SourceLeases(DataSource database, DataFolder node, Clock clock) {
        this.database = database;
        this.node = node;
        this.clock = clock;
    }

    /** Claims sources whose time has come. */
    public List<Long> claimDue(int most) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("""
                update source set lease_owner = ?, lease_until = now() + make_interval(secs => ?)
                where id in (select id from source where next_try_at <= ? and kind <> 'MAIL' and (lease_until is null or lease_until < now())
                    order by next_try_at limit ? for update skip locked)
                returning id""")) {
            update.setObject(1, node.node());
            update.setDouble(2, LEASE.toSeconds());
            update.setTimestamp(3, Timestamp.from(clock.instant()));
            update.setInt(4, most);
            try (var rows = update.executeQuery()) {
                var ids = new ArrayList<Long>();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
                return ids;
            }
        }
    }

    /** Claims this one. False if somebody has it. */
    public boolean claim(long id) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("update source set lease_owner = ?,"
                + " lease_until = now() + make_interval(secs => ?) where id = ? and (lease_until is null or lease_until < now())")) {
            update.setObject(1, node.node());
            update.setDouble(2, LEASE.toSeconds());
            update.setLong(3, id);
            return update.executeUpdate() == 1;
        }
    }

    /** Gives the lease back. */
    public void release(long id) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(
                "update source set lease_until = null where id = ? and lease_owner = ?")) {
            update.setLong(1, id);
            update.setObject(2, node.node());
            update.executeUpdate();
        }
    }
}
