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
 */
record Standing(Map<Long, String> out, String editionStatus) {

    /** What a claim says: it looked at the readers itself. */
    static final Standing JUST_CLAIMED = new Standing(Map.of(), "SENDING");

    static Standing read(ResultSet rows) throws SQLException {
        var out = new HashMap<Long, String>();
        var status = "";
        while (rows.next()) {
            if (rows.getLong(1) == 0) {
                status = rows.getString(2);
            } else {
                out.put(rows.getLong(1), rows.getString(2));
            }
        }
        return new Standing(out, status);
    }

    boolean editionGoesOn() {
        return "SENDING".equals(editionStatus);
    }

    Optional<String> objection(long subscription) {
        return Optional.ofNullable(out.get(subscription)).map(status -> "The reader is " + status);
    }
}
