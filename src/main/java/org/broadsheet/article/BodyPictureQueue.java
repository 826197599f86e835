package org.broadsheet.article;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Which pictures of texts are still to be copied, and when; only of articles that may be shown whole and with pictures. A node that takes one has
 * it for some minutes; a node that dies loses no more. Times are the database's.
 */
@ApplicationScoped
class BodyPictureQueue {

    /** Pictures of one article. */
    static final int MOST = 20;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int HOUSE = 3;
    private static final int HOUSE_DAYS = 7;
    /** Sources whose articles are shown whole and with pictures. */
    private static final String GENEROUS = "select id from source where rights ->> 'text' = 'FULL' and coalesce(rights ->> 'pictures', 'COPY') = 'COPY'";
    /** What was pushed by API is the publisher's own; of a source that was removed nobody knows what is allowed. */
    private static final String OWN = "article.source_id is null and article.source_name = ''";
    static final String ALLOWED = "((coalesce(article.source_id in (" + GENEROUS + "), false) or " + OWN + ") and " + PictureQueue.STANDS + ")";
    /** Texts not looked through yet, once it is clear which picture stands above them. */
    private static final String TEXTS = """
            select id, body_html from article
            where body_unpictured and %s and (picture_state <> 'WANTED' or picture_problem <> '')
            order by id desc limit ? for update skip locked""";
    private static final List<String> TEXTS_OF_EACH = List.of(TEXTS.formatted("source_id in (" + GENEROUS + ") and " + PictureQueue.STANDS), TEXTS.formatted(OWN + " and " + PictureQueue.STANDS));
    private static final String PUT = """
            insert into body_picture (article_id, place, url, state, problem) values (?, ?, ?, ?, ?)
            on conflict (article_id, md5(url)) do update set place = excluded.place, state = case when body_picture.state = 'LEAD' then 'WANTED' else body_picture.state end""";
    private static final String CLAIM = """
            update body_picture set next_at = now() + make_interval(secs => ?), tries = tries + 1 from article
            where article.id = body_picture.article_id and body_picture.id in (
                select body_picture.id from body_picture join article on article.id = article_id
                where state = 'WANTED' and (next_at is null or next_at <= now()) and %s order by next_at nulls first, body_picture.id limit ? for update of body_picture skip locked)
            returning body_picture.id, article_id, body_picture.url, tries, picture_state = 'READY', picture_url""".formatted(ALLOWED);
    private static final String OF_HOUSE = """
            select count(distinct other.id) from article one join article other on other.source_id = one.source_id
                and other.first_seen_at between one.first_seen_at - make_interval(days => ?) and one.first_seen_at + make_interval(days => ?)
                join body_picture on body_picture.article_id = other.id
            where one.id = ? and md5(body_picture.url) = md5(?) and body_picture.url = ?""";
    private static final String RECALL = """
            update body_picture set state = 'FAILED', hash = null, problem = ? from article
            where article.id = article_id and source_id = (select source_id from article where id = ?) and md5(body_picture.url) = md5(?) and body_picture.url = ?""";

    private final DataSource database;

    BodyPictureQueue(DataSource database) {
        this.database = database;
    }

    /**
     * @param tries this one included
     * @param lead  where the article's own picture was fetched from; "" if it has none
     */
    record Claim(long id, long article, String url, int tries, String lead) {

        boolean isLead() {
            return !lead.isEmpty() && PictureAddress.of(url).key().equals(PictureAddress.of(lead).key());
        }
    }

    /** Looks through so many texts and notes which pictures they want; what a text has no more is forgotten. */
    @Transactional
    void note(int most) throws SQLException {
        try (var connection = database.getConnection()) {
            for (var texts : TEXTS_OF_EACH) {
                note(connection, texts, most);
            }
        }
    }

    private static void note(Connection connection, String texts, int most) throws SQLException {
        try (var select = connection.prepareStatement(texts); var done = connection.prepareStatement("update article set body_pictured = md5(body_html) where id = ?")) {
            select.setInt(1, most);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    put(connection, rows.getLong(1), PictureChooser.standing(rows.getString(2)));
                    done.setLong(1, rows.getLong(1));
                    done.addBatch();
                }
            }
            done.executeBatch();
        }
    }

    private static void put(Connection connection, long article, List<String> urls) throws SQLException {
        try (var forget = connection.prepareStatement("delete from body_picture where article_id = ? and not (url = any (?))"); var put = connection.prepareStatement(PUT)) {
            var kept = urls.subList(0, Math.min(MOST, urls.size()));
            forget.setLong(1, article);
            forget.setArray(2, connection.createArrayOf("text", kept.toArray()));
            forget.executeUpdate();
            for (var place : IntStream.range(0, Math.min(MOST + 1, urls.size())).toArray()) {
                put.setLong(1, article);
                put.setInt(2, place);
                put.setString(3, urls.get(place));
                put.setString(4, (place < MOST ? BodyPicture.State.WANTED : BodyPicture.State.FAILED).name());
                put.setString(5, place < MOST ? "" : "an article has " + MOST + " pictures in its text at most; this one and what comes after it are left out (" + (urls.size() - MOST) + ")");
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    /** Whatever is due, the longest waiting first. */
    @Transactional
    List<Claim> claimDue(int most) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(CLAIM)) {
            update.setDouble(1, LEASE.toSeconds());
            update.setInt(2, most);
            var claims = new ArrayList<Claim>();
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    claims.add(new Claim(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getInt(4), rows.getBoolean(5) ? rows.getString(6) : ""));
                }
            }
            return claims;
        }
    }

    /** Gives back what was claimed and not begun: it is due again, and was no try. */
    @Transactional
    void leave(List<Long> pictures) throws SQLException {
        change("update body_picture set next_at = now(), tries = tries - 1 where id = any (?)", (Object) pictures.toArray(Long[]::new));
    }

    /** In the caller's transaction. */
    void again(long id, Duration pause, String problem) throws SQLException {
        change("update body_picture set next_at = now() + make_interval(secs => ?), problem = ? where id = ?", (double) pause.toSeconds(), problem, id);
    }

    /** In the caller's transaction. */
    void failed(long id, String problem) throws SQLException {
        change("update body_picture set state = 'FAILED', problem = ?, hash = null where id = ?", problem, id);
    }

    /** In the caller's transaction. @param hash of a stored picture */
    void ready(long id, String hash) throws SQLException {
        change("update body_picture set state = 'READY', problem = '', hash = ? where id = ?", hash, id);
    }

    /** It is the picture above the text. In the caller's transaction. */
    void lead(long id) throws SQLException {
        change("update body_picture set state = 'LEAD', problem = '', next_at = null, tries = 0, hash = (select picture_hash from article where article.id = article_id) where id = ?", id);
    }

    /** In how many articles of its source a picture stood within days, if in so many that it is a picture of the house; else 0. */
    @Transactional
    int ofHouse(long article, String url) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(OF_HOUSE)) {
            set(connection, select, HOUSE_DAYS, HOUSE_DAYS, article, url, url);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1) < HOUSE ? 0 : rows.getInt(1);
            }
        }
    }

    /** Takes a picture of the house off all articles of its source. In the caller's transaction. */
    void recall(long article, String url, String problem) throws SQLException {
        change(RECALL, problem, article, url, url);
    }

    private void change(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(sql)) {
            set(connection, update, values);
            update.executeUpdate();
        }
    }

    private static void set(Connection connection, PreparedStatement statement, Object... values) throws SQLException {
        for (var place = 0; place < values.length; place++) {
            if (values[place] instanceof Long[] ids) {
                statement.setArray(place + 1, connection.createArrayOf("bigint", ids));
            } else {
                statement.setObject(place + 1, values[place]);
            }
        }
    }
}
