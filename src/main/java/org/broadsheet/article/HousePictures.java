package org.broadsheet.article;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Pictures that a source gives to one article after another: its logo, or what it shows where it has none. */
@ApplicationScoped
class HousePictures {

    private static final int ARTICLES = 3;
    private static final int DAYS = 7;
    private static final String OF_ARTICLE = """
            select offer ->> 'url', count(distinct other.id)
            from article one
                join article other on other.source_id = one.source_id
                    and other.first_seen_at between one.first_seen_at - make_interval(days => ?) and one.first_seen_at + make_interval(days => ?)
                cross join jsonb_array_elements(other.picture_candidates) offer
            where one.id = ? and exists (select from jsonb_array_elements(one.picture_candidates) own where own ->> 'url' = offer ->> 'url')
            group by 1 having count(distinct other.id) >= ?""";
    private static final String RECALL = """
            update article set picture_state = 'WANTED', picture_next_at = null, picture_tried = null
            where source_id = (select source_id from article where id = ?) and picture_state = 'READY' and picture_url = ?""";

    private final DataSource database;

    HousePictures(DataSource database) {
        this.database = database;
    }

    /** The addresses among an article's candidates that came with at least three articles of its source within days, and with how many. */
    @Transactional
    Map<String, Integer> among(long article) throws SQLException {
        var found = new HashMap<String, Integer>();
        try (var connection = database.getConnection(); var select = connection.prepareStatement(OF_ARTICLE)) {
            select.setInt(1, DAYS);
            select.setInt(2, DAYS);
            select.setLong(3, article);
            select.setInt(4, ARTICLES);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return found;
    }

    /** Lets those articles of the same source that took this one before it was recognised look again. */
    @Transactional
    void recall(long article, String url) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(RECALL)) {
            update.setLong(1, article);
            update.setString(2, url);
            update.executeUpdate();
        }
    }
}
