package org.broadsheet.edition;

import java.sql.SQLException;
import java.util.HashSet;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.broadsheet.article.PicturesLeaving;

/** Editions show their pictures for as long as there are editions, whatever becomes of the articles. In the caller's transaction. */
@ApplicationScoped
class ShownPictures {

    private final DataSource database;

    ShownPictures(DataSource database) {
        this.database = database;
    }

    void keep(@Observes PicturesLeaving leaving) throws SQLException {
        var shown = new HashSet<String>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select distinct frozen ->> 'pictureHash' from edition_item where not withdrawn and frozen ->> 'pictureHash' = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", leaving.hashes().toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    shown.add(rows.getString(1));
                }
            }
        }
        leaving.keep(shown);
    }
}
