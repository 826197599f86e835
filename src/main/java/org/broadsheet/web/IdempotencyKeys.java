package org.broadsheet.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;

/** Remembers the answers to requests with an {@code Idempotency-Key} for a day, in the database, for all nodes. */
@Singleton
class IdempotencyKeys {

    /** An earlier request; without a status while it is at work. */
    record Earlier(String fingerprint, Optional<Integer> status, Optional<String> location, String body) {
    }

    private final DataSource database;

    IdempotencyKeys(DataSource database) {
        this.database = database;
    }

    /** Takes the key, or returns the earlier request that has it. */
    Optional<Earlier> begin(String key, String fingerprint) throws SQLException {
        try (var connection = database.getConnection()) {
            return taken(connection, key, fingerprint) ? Optional.empty() : Optional.of(find(connection, key));
        }
    }

    void finish(String key, int status, Optional<String> location, String body) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update idempotency_key set status = ?, location = ?, body = ? where key = ?")) {
            update.setInt(1, status);
            update.setString(2, location.orElse(null));
            update.setString(3, body);
            update.setString(4, key);
            update.executeUpdate();
        }
    }

    void forget(String key) throws SQLException {
        try (var connection = database.getConnection(); var delete = connection.prepareStatement("delete from idempotency_key where key = ?")) {
            delete.setString(1, key);
            delete.executeUpdate();
        }
    }

    @Scheduled(every = "1h", identity = "forget-idempotency-keys")
    void forgetOld() throws SQLException {
        try (var connection = database.getConnection(); var delete = connection.createStatement()) {
            delete.executeUpdate("delete from idempotency_key where created_at < now() - interval '1 day'");
        }
    }

    private static boolean taken(Connection connection, String key, String fingerprint) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into idempotency_key (key, fingerprint) values (?, ?) on conflict do nothing")) {
            insert.setString(1, key);
            insert.setString(2, fingerprint);
            return insert.executeUpdate() == 1;
        }
    }

    private static Earlier find(Connection connection, String key) throws SQLException {
        try (var select = connection.prepareStatement("select fingerprint, status, location, body from idempotency_key where key = ?")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw Refusal.conflict("The first request with this Idempotency-Key failed just now; send it again");
                }
                return new Earlier(row.getString(1), Optional.ofNullable((Integer) row.getObject(2)), Optional.ofNullable(row.getString(3)),
                        row.getString(4));
            }
        }
    }
}
