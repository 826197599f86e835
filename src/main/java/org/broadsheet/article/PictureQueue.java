package org.broadsheet.article;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Which articles still want a picture, and when. A node that takes one has it for some minutes; a node that dies loses no more. Times are the
 * database's.
 */
@ApplicationScoped
class PictureQueue {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(2), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6));
    /** Waiting, due, and had by no other node; other candidates than those that failed are due at once. */
    /** What was withdrawn has no pictures. */
    static final String STANDS = "article.story_id not in (select id from story where withdrawn_at is not null)";
    private static final String DUE = "picture_state = 'WANTED' and " + STANDS + " and (picture_next_at is null or picture_next_at <= now() or picture_tried is distinct from md5(picture_candidates::text))";
    private static final String CLAIM = """
            update article set picture_next_at = now() + make_interval(secs => ?),
                picture_tries = case when picture_tried = md5(picture_candidates::text) then picture_tries + 1 else 1 end,
                picture_tried = md5(picture_candidates::text)
            where id in (select id from article where %s and %s)
            returning id, picture_tries""";
    private static final String THESE = CLAIM.formatted(DUE, "id = any (?) order by id for update");
    private static final String OLDEST = CLAIM.formatted(DUE, "true order by picture_next_at nulls first, id desc limit ? for update skip locked");

    private final DataSource database;

    PictureQueue(DataSource database) {
        this.database = database;
    }

    /** @param tries this one included */
    record Claim(long article, int tries) {
    }

    /** Whether somebody else is fetching the picture of one of these articles just now. */
    @Transactional
    boolean underway(List<Long> articles) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(
                "select exists (select from article where id = any (?) and picture_state = 'WANTED' and picture_problem = '' and picture_next_at > now())")) {
            select.setArray(1, connection.createArrayOf("bigint", articles.toArray()));
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Those of these articles that are due. Who holds one for a moment is waited for: the caller wants them now. */
    @Transactional
    List<Claim> claim(List<Long> articles) throws SQLException {
        if (articles.isEmpty()) {
            return List.of();
        }
        try (var connection = database.getConnection(); var update = connection.prepareStatement(THESE)) {
            update.setDouble(1, LEASE.toSeconds());
            update.setArray(2, connection.createArrayOf("bigint", articles.toArray()));
            return claims(update);
        }
    }

    /** Whatever is due, the longest waiting first. */
    @Transactional
    List<Claim> claimDue(int most) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(OLDEST)) {
            update.setDouble(1, LEASE.toSeconds());
            update.setInt(2, most);
            return claims(update);
        }
    }

    /** How long to wait after so many tries; empty when it was enough. */
    static Optional<Duration> pause(int tries, Optional<Duration> asked) {
        return tries > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(Math.max(0, tries - 1))).map(usual -> asked.filter(wish -> wish.compareTo(usual) > 0).orElse(usual));
    }

    /** A pause as operators read it. */
    static String words(Duration pause) {
        return pause.toHours() > 0 ? pause.toHours() + (pause.toHours() == 1 ? " hour" : " hours") : pause.toMinutes() + " minutes";
    }

    /** In the caller's transaction. */
    void again(long article, Duration pause) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("update article set picture_next_at = now() + make_interval(secs => ?) where id = ?")) {
            update.setDouble(1, pause.toSeconds());
            update.setLong(2, article);
            update.executeUpdate();
        }
    }

    /** Gives back what was claimed and not begun: it is due again, and was no try. */
    @Transactional
    void leave(List<Long> articles) throws SQLException {
        if (articles.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update article set picture_next_at = now(), picture_tries = picture_tries - 1 where id = any (?)")) {
            update.setArray(1, connection.createArrayOf("bigint", articles.toArray()));
            update.executeUpdate();
        }
    }

    /** Notes where an article's picture was fetched from. In the caller's transaction. */
    void fetched(long article, String url) throws SQLException {
        try (Connection connection = database.getConnection(); var update = connection.prepareStatement("update article set picture_url = ?, picture_next_at = null where id = ?")) {
            update.setString(1, url);
            update.setLong(2, article);
            update.executeUpdate();
        }
    }

    private static List<Claim> claims(PreparedStatement update) throws SQLException {
        var claims = new ArrayList<Claim>();
        try (var rows = update.executeQuery()) {
            while (rows.next()) {
                claims.add(new Claim(rows.getLong(1), rows.getInt(2)));
            }
        }
        return claims;
    }
}
