package org.broadsheet.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.broadsheet.edition.Edition;
import org.broadsheet.mail.AddrSpec;
import org.broadsheet.mail.RefusedValueException;
import org.broadsheet.platform.Keys;
import org.broadsheet.web.Ids;

/** The ledger as an operator reads and mends it. Writes join the caller's transaction. */
@Singleton
public class LedgerBook {

    private final DataSource database;
    private final Keys keys;

    LedgerBook(DataSource database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Rows of an edition by reader, after the cursor. */
    List<DeliveryItem> page(Edition edition, Optional<DeliveryState> state, Optional<Long> after, int limit) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement("""
                select d.subscription_id, p.address, d.state, d.attempts, d.reply, d.updated_at
                from delivery d left join subscription s on s.id = d.subscription_id left join subscriber p on p.id = s.subscriber_id
                where d.edition_id = ? and d.subscription_id > ? and (? = '' or d.state::text = ?) order by d.subscription_id limit ?""")) {
            select.setLong(1, edition.id);
            select.setLong(2, after.orElse(0L));
            select.setString(3, state.map(Enum::name).orElse(""));
            select.setString(4, state.map(Enum::name).orElse(""));
            select.setInt(5, limit);
            try (var rows = select.executeQuery()) {
                return items(edition, rows);
            }
        }
    }

    /** What nobody has tried yet is not tried any more. */
    int withdraw(long edition, String reason) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("""
                update delivery set state = case when state = 'unknown' then state else 'suppressed' end, due_at = null, updated_at = now(),
                    reply = case when state = 'unknown' then reply else ? end
                where edition_id = ? and (state in ('queued', 'deferred') or state = 'unknown' and due_at is not null)""")) {
            update.setString(1, reason);
            update.setLong(2, edition);
            return update.executeUpdate();
        }
    }

    /** What failed is tried again. */
    int retryFailed(long edition) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(
                "update delivery set state = 'queued', due_at = now(), updated_at = now() where edition_id = ? and state in ('failed', 'expired')")) {
            update.setLong(1, edition);
            return update.executeUpdate();
        }
    }

    private List<DeliveryItem> items(Edition edition, ResultSet rows) throws SQLException {
        var domain = senderDomain(edition);
        var items = new ArrayList<DeliveryItem>();
        while (rows.next()) {
            var subscription = rows.getLong("subscription_id");
            items.add(new DeliveryItem(Ids.text(edition.id) + "-" + subscription, Ids.text(subscription), rows.getString("address"),
                    DeliveryState.valueOf(rows.getString("state")), rows.getInt("attempts"),
                    CopyHeaders.messageId(keys, edition.id, subscription, domain), rows.getString("reply"), rows.getTimestamp("updated_at").toInstant()));
        }
        return items;
    }

    private static String senderDomain(Edition edition) {
        try {
            return AddrSpec.parse(edition.publication.sender.address()).domain();
        } catch (RefusedValueException refused) {
            throw new IllegalStateException("The publication has a sender that no mail can carry: " + refused.getMessage(), refused);
        }
    }
}
