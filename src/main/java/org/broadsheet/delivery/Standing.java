package org.broadsheet.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who must not get his copy after all, as the database says at one moment.
 *
 * @param out           by reader, how he stands
 * @param editionStatus for instance SENDING; "" if the edition was deleted
 * @param revision      how often what readers get of the edition was changed
 */
record Standing(Map<Long, String> out, String editionStatus, int revision) {

    static Standing read(ResultSet rows) throws SQLException {
        var out = new HashMap<Long, String>();
        var status = "";
        var revision = 0;
        while (rows.next()) {
            if (rows.getLong(1) == 0) {
                status = rows.getString(2);
                revision = rows.getInt(3);
            } else {
                out.put(rows.getLong(1), rows.getString(2));
            }
        }
        return new Standing(out, status, revision);
    }

    boolean editionGoesOn() {
        return "SENDING".equals(editionStatus);
    }

    Optional<String> objection(long subscription) {
        return Optional.ofNullable(out.get(subscription)).map(status -> "The reader is " + status);
    }
}
