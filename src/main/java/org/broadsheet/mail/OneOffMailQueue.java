package org.broadsheet.mail;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

/** The rows of {@code one_off_mail}. Written in the caller's transaction, claimed in one of their own. */
@Singleton
class OneOffMailQueue {

    /** A claimed mail. */
    record Claimed(long id, int attempts, OneOffMail mail) {
    }

    /** Whoever claims a mail has it for this long. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final DataSource database;

    OneOffMailQueue(DataSource database) {
        this.database = database;
    }

    void add(OneOffMail mail) throws SQLException {
        try (var connection = database.getConnection(); var insert = connection.prepareStatement(
                "insert into one_off_mail (purpose, sender, reply_to, recipient, subject, html, body_text, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, mail.purpose());
            insert.setString(2, mail.from().address() + " " + mail.from().name());
            insert.setString(3, mail.replyTo().orElse(null));
            insert.setString(4, mail.to());
            insert.setString(5, mail.subject());
            insert.setString(6, mail.html());
            insert.setString(7, mail.text());
            insert.setTimestamp(8, Timestamp.from(mail.expiresAt()));
            insert.executeUpdate();
        }
    }

    /** Takes some that are due; they come again after the lease, unless they are settled. */
    List<Claimed> claim(int most) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("""
                update one_off_mail set attempts = attempts + 1, due_at = now() + make_interval(secs => ?)
                where id in (select id from one_off_mail where due_at <= now() order by due_at limit ? for update skip locked)
                returning id, attempts, purpose, sender, reply_to, recipient, subject, html, body_text, expires_at""")) {
            update.setLong(1, LEASE.toSeconds());
            update.setInt(2, most);
            try (var rows = update.executeQuery()) {
                return read(rows);
            }
        }
    }

    void sent(long id) throws SQLException {
        delete(id);
    }

    void again(long id, Duration pause, String problem) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(
                "update one_off_mail set due_at = now() + make_interval(secs => ?), problem = ? where id = ?")) {
            update.setLong(1, pause.toSeconds());
            update.setString(2, problem);
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    void giveUp(long id) throws SQLException {
        delete(id);
    }

    /** How many wait, and the last problem with one. */
    Optional<String> waiting() throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(
                "select count(*), max(problem) from one_off_mail where attempts > 0 and problem is not null"); var row = select.executeQuery()) {
            row.next();
            return row.getLong(1) == 0 ? Optional.empty() : Optional.of(row.getLong(1) + " one-off mails wait: " + row.getString(2));
        }
    }

    private void delete(long id) throws SQLException {
        try (Connection connection = database.getConnection(); var delete = connection.prepareStatement("delete from one_off_mail where id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    private static List<Claimed> read(ResultSet rows) throws SQLException {
        var claimed = new ArrayList<Claimed>();
        while (rows.next()) {
            var sender = rows.getString("sender").split(" ", 2);
            claimed.add(new Claimed(rows.getLong("id"), rows.getInt("attempts"), new OneOffMail(rows.getString("purpose"),
                    new OneOffMail.Party(sender[1], sender[0]), Optional.ofNullable(rows.getString("reply_to")), rows.getString("recipient"),
                    rows.getString("subject"), rows.getString("html"), rows.getString("body_text"), rows.getTimestamp("expires_at").toInstant())));
        }
        return claimed;
    }
}
