package org.broadsheet.article;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

/** The stored pictures, by the hash of what was fetched. */
@Singleton
public class Pictures {

    /** A stored rendition. */
    public record Stored(String mediaType, byte[] bytes) {
    }

    private final DataSource database;

    Pictures(DataSource database) {
        this.database = database;
    }

    /** Stores a picture; what of it is there already stays. Joins the caller's transaction. */
    void store(PictureStudio.Result.Made made) throws SQLException {
        try (var connection = database.getConnection()) {
            try (var insert = connection.prepareStatement("""
                    insert into picture (hash, width, height, sketch, created_at) values (?, ?, ?, ?, now())
                    on conflict (hash) do update set sketch = excluded.sketch, unused_since = null""")) {
                insert.setString(1, made.hash());
                insert.setInt(2, made.width());
                insert.setInt(3, made.height());
                insert.setBytes(4, made.sketch().light());
                insert.executeUpdate();
            }
            for (var rendition : made.renditions()) {
                store(connection, made.hash(), rendition);
            }
        }
    }

    /** The rendition of this width, or empty. */
    public Optional<Stored> find(String hash, int width) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(
                "select media_type, bytes from picture_rendition where hash = ? and width = ?")) {
            select.setString(1, hash);
            select.setInt(2, width);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(new Stored(row.getString(1), row.getBytes(2))) : Optional.empty();
            }
        }
    }

    private static void store(Connection connection, String hash, PictureStudio.Rendition rendition) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into picture_rendition (hash, width, height, media_type, bytes) values (?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, hash);
            insert.setInt(2, rendition.shape().nominalWidth());
            insert.setInt(3, rendition.height());
            insert.setString(4, rendition.mediaType());
            insert.setBytes(5, rendition.bytes());
            insert.executeUpdate();
        }
    }
}
