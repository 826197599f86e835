package org.broadsheet.operator;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

/** What operators did (promise 8). Written in the transaction of the deed, so that neither stands without the other. */
@Singleton
public class AuditLog {

    private final DataSource database;
    private final Clock clock;

    AuditLog(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param action a verb and what it was done to, for instance "create publication"
     * @param target which one
     * @param detail counts and the like; never an address
     */
    public void record(String action, String target, String detail) {
        try (var connection = database.getConnection(); var insert = connection.prepareStatement(
                "insert into audit_entry (at, actor, action, target, detail) values (?, 'operator', ?, ?, ?)")) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.setString(2, action);
            insert.setString(3, target);
            insert.setString(4, detail);
            insert.executeUpdate();
        } catch (SQLException problem) {
            throw new IllegalStateException("The audit log cannot be written, so nothing is done", problem);
        }
    }
}
