package org.broadsheet.article;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The pictures in the texts of articles, as they were copied. */
@ApplicationScoped
public class BodyPictures {

    private static final String READY = """
            select body_picture.url, picture.hash, picture.width, picture.height, picture.sketch from body_picture join picture on picture.hash = body_picture.hash
            where article_id = ? and state = 'READY' order by place""";
    private static final String LEAD = """
            select coalesce((select picture_url from article where id = ? and picture_hash = picture.hash), ''), hash, width, height, sketch from picture where hash = ?""";

    private final DataSource database;

    BodyPictures(DataSource database) {
        this.database = database;
    }

    /** @param sketch empty for pictures that were stored before there were any */
    private record Known(BodyPicture picture, Optional<PictureSketch> sketch) {

        /** Whether a reader would see the same photograph. */
        boolean shows(Known other) {
            return picture.hash().equals(other.picture.hash())
                    || !other.picture.url().isEmpty() && PictureAddress.of(picture.url()).key().equals(PictureAddress.of(other.picture.url()).key())
                    || sketch.isPresent() && other.sketch.isPresent() && sketch.get().shows(picture.ratio(), other.sketch.get(), other.picture.ratio());
        }
    }

    /**
     * What may be shown in an article's text beside the picture above it: neither that one again, nor any of them twice. Whether its rights allow
     * any is not asked here.
     *
     * @param lead hash of the picture above; "" if there is none
     */
    public List<BodyPicture> beside(long article, String lead) {
        try (var connection = database.getConnection()) {
            var shown = new ArrayList<Known>();
            var pictures = new ArrayList<BodyPicture>();
            if (!lead.isEmpty()) {
                shown.addAll(known(connection, LEAD, article, lead));
            }
            for (var picture : known(connection, READY, article)) {
                if (shown.stream().noneMatch(picture::shows)) {
                    shown.add(picture);
                    pictures.add(picture.picture());
                }
            }
            return pictures;
        } catch (SQLException problem) {
            throw new IllegalStateException("The pictures of article " + article + " could not be looked up", problem);
        }
    }

    /** How far the pictures of these texts are, by article, in their order; articles without any are missing. */
    public Map<Long, List<BodyPicture.Status>> status(Collection<Long> articles) {
        var found = new HashMap<Long, List<BodyPicture.Status>>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select article_id, url, state, problem from body_picture where article_id = any (?) order by article_id, place")) {
            select.setArray(1, connection.createArrayOf("bigint", articles.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getLong(1), article -> new ArrayList<>())
                            .add(new BodyPicture.Status(rows.getString(2), BodyPicture.State.valueOf(rows.getString(3)), rows.getString(4)));
                }
            }
            return found;
        } catch (SQLException problem) {
            throw new IllegalStateException("The pictures of " + articles.size() + " articles could not be looked up", problem);
        }
    }

    private static List<Known> known(Connection connection, String sql, Object... values) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (var place = 0; place < values.length; place++) {
                select.setObject(place + 1, values[place]);
            }
            var known = new ArrayList<Known>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    known.add(new Known(new BodyPicture(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getInt(4)), Optional.ofNullable(rows.getBytes(5)).map(PictureSketch::new)));
                }
            }
            return known;
        }
    }
}
