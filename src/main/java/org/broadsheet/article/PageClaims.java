package org.broadsheet.article;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

/** Claims articles whose page is to be read, so that no two nodes read the same; a node that dies loses its claims after a while. */
@Singleton
class PageClaims {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String CLAIM = """
            update article set page_due_at = now() + make_interval(secs => ?)
            where id in (select id from article where page_state = 'WANTED' and (page_due_at is null or page_due_at <= now()) %s)
            returning id""";

    private final DataSource database;

    PageClaims(DataSource database) {
        this.database = database;
    }

    /** Whether somebody else is reading the page of one of these just now. */
    boolean underway(List<Long> articles) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(
                "select exists (select from article where id = any (?) and page_state = 'WANTED' and page_problem = '' and page_due_at > now())")) {
            select.setArray(1, connection.createArrayOf("bigint", articles.toArray()));
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Of these, those that wait and that nobody has. Who holds one for a moment is waited for: the caller wants them now. */
    List<Long> claim(List<Long> articles) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(CLAIM.formatted("and id = any (?) order by id for update"))) {
            update.setDouble(1, LEASE.toSeconds());
            update.setArray(2, connection.createArrayOf("bigint", articles.toArray()));
            return ids(update);
        }
    }

    /** Of all that wait, the latest. */
    List<Long> claim(int most) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(CLAIM.formatted("order by available_at desc limit ? for update skip locked"))) {
            update.setDouble(1, LEASE.toSeconds());
            update.setInt(2, most);
            return ids(update);
        }
    }

    /** Says when these are to be read; nothing happens to those that are not wanted. */
    void due(List<Long> articles, Duration pause) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update article set page_due_at = now() + make_interval(secs => ?) where id = any(?) and page_state = 'WANTED'")) {
            update.setDouble(1, pause.toSeconds());
            update.setArray(2, connection.createArrayOf("bigint", articles.toArray()));
            update.executeUpdate();
        }
    }

    private static List<Long> ids(PreparedStatement update) throws SQLException {
        try (var rows = update.executeQuery()) {
            var ids = new ArrayList<Long>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }
}
