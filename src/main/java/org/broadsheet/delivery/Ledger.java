package org.broadsheet.delivery;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The rows of the ledger while they are worked on: claimed, settled, given back. Every method is one statement in a transaction of its own,
 * and all times are the database's (DESIGN, section 7).
 */
@Singleton
class Ledger {

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {
    };

    private final DataSource database;
    private final ObjectMapper json;

    Ledger(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The editions that have copies to send now, those that wait longest first. */
    List<Long> editionsWithWork() throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement("""
                select e.id from edition e where e.status = 'SENDING' and exists (
                    select 1 from delivery d where d.edition_id = e.id and d.state in ('queued', 'deferred', 'unknown') and d.due_at <= now())
                order by e.started_at""");
                var rows = select.executeQuery()) {
            var editions = new ArrayList<Long>();
            while (rows.next()) {
                editions.add(rows.getLong(1));
            }
            return editions;
        }
    }

    /**
     * Claims copies that are due, for the lease. A copy whose reader has left in the meantime is settled as suppressed by the same statement,
     * as is one of a reader who was erased; so is what was unknown marked as sent once more.
     */
    List<Claim> claim(long edition, UUID node, Duration lease, int most) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                with due as (
                    select d.subscription_id, d.state from delivery d join edition e on e.id = d.edition_id and e.status = 'SENDING'
                    where d.edition_id = ? and d.state in ('queued', 'deferred', 'unknown') and d.due_at <= now()
                    order by d.due_at limit ? for update of d skip locked),
                reader as (
                    select due.subscription_id, due.state as before, s.id is not null and (s.status = 'ACTIVE' or s.status = 'PAUSED' and
                        s.paused_until <= current_date) as live, coalesce(s.status, 'erased') as standing,
                        p.address, p.name, s.sections, s.confirmed_at
                    from due left join subscription s on s.id = due.subscription_id left join subscriber p on p.id = s.subscriber_id),
                claimed as (
                    update delivery d set
                        state = case when r.live then 'sending'::delivery_state else 'suppressed' end,
                        attempts = d.attempts + case when r.live then 1 else 0 end,
                        resent = d.resent or r.before = 'unknown',
                        owner = ?,
                        due_at = null,
                        lease_until = case when r.live then now() + make_interval(secs => ?) end,
                        reply = case when r.live then d.reply else 'The reader is ' || r.standing end,
                        updated_at = now()
                    from reader r where d.edition_id = ? and d.subscription_id = r.subscription_id
                    returning d.subscription_id, d.attempts, d.resent)
                select c.subscription_id, c.attempts, c.resent, r.address, r.name, r.sections, r.confirmed_at
                from claimed c join reader r using (subscription_id) where r.live""")) {
            statement.setLong(1, edition);
            statement.setInt(2, most);
            statement.setObject(3, node);
            statement.setDouble(4, lease.toMillis() / 1000.0);
            statement.setLong(5, edition);
            try (var rows = statement.executeQuery()) {
                return claims(rows);
            }
        }
    }

    /** Enters what became of claimed copies, all at once. Only what this node still holds, or held when it went missing, is changed. */
    void settle(long edition, UUID node, List<Settlement> settlements) throws SQLException {
        if (settlements.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection(); var update = connection.prepareStatement("""
                update delivery d set state = n.state::delivery_state, reply = nullif(n.reply, ''), lease_until = null, updated_at = now(),
                    due_at = case when n.again >= 0 then now() + make_interval(secs => n.again) end,
                    attempts = d.attempts - case when n.counts then 0 else 1 end
                from unnest(?, ?, ?, ?, ?) as n (subscription_id, state, reply, again, counts)
                where d.edition_id = ? and d.subscription_id = n.subscription_id and d.owner = ? and d.state in ('sending', 'unknown')""")) {
            update.setArray(1, array(connection, "bigint", settlements.stream().map(Settlement::subscriptionId).toArray()));
            update.setArray(2, array(connection, "text", settlements.stream().map(settlement -> settlement.state().name()).toArray()));
            update.setArray(3, array(connection, "text", settlements.stream().map(Settlement::reply).toArray()));
            update.setArray(4, array(connection, "float8",
                    settlements.stream().map(settlement -> settlement.again().map(again -> again.toMillis() / 1000.0).orElse(-1.0)).toArray()));
            update.setArray(5, array(connection, "bool",
                    settlements.stream().map(settlement -> settlement.attempt() == Settlement.Attempt.COUNTS).toArray()));
            update.setLong(6, edition);
            update.setObject(7, node);
            update.executeUpdate();
        }
    }

    /** Of these readers, those who no longer want or may not get a copy, and whether the edition may still be sent at all. */
    Standing standing(long edition, List<Long> subscriptions) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement("""
                select w.id, coalesce(s.status, 'erased'), 0 from unnest(?) as w (id) left join subscription s on s.id = w.id
                where s.id is null or not (s.status = 'ACTIVE' or s.status = 'PAUSED' and s.paused_until <= current_date)
                union all select 0, e.status, e.revision from edition e where e.id = ?""")) {
            select.setArray(1, array(connection, "bigint", subscriptions.toArray()));
            select.setLong(2, edition);
            try (var rows = select.executeQuery()) {
                return Standing.read(rows);
            }
        }
    }

    /** Stops an edition that cannot go on by itself. */
    void pause(long edition, String reason) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(
                "update edition set status = 'PAUSED', reason = ?, version = version + 1 where id = ? and status = 'SENDING'")) {
            update.setString(1, reason);
            update.setLong(2, edition);
            update.executeUpdate();
        }
    }

    /** Gives back what this node claimed before it died and provably did not send. */
    int releaseOwn(UUID node) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("""
                update delivery set state = 'queued', due_at = now(), lease_until = null, attempts = attempts - 1, updated_at = now()
                where owner = ? and state = 'sending'""")) {
            update.setObject(1, node);
            return update.executeUpdate();
        }
    }

    /** Copies of nodes that vanished: nobody knows whether they went. */
    int takeOver(Duration unknownRetryAfter) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("""
                update delivery set state = 'unknown', reply = 'The node that had this copy vanished', lease_until = null, updated_at = now(),
                    due_at = case when resent then null else now() + make_interval(secs => ?) end
                where state = 'sending' and lease_until < now()""")) {
            update.setDouble(1, unknownRetryAfter.toMillis() / 1000.0);
            return update.executeUpdate();
        }
    }

    /** Ends what was given back after its edition was cancelled. */
    int withdrawCancelled() throws SQLException {
        try (var connection = database.getConnection(); var update = connection.createStatement()) {
            return update.executeUpdate("""
                    update delivery d set state = 'suppressed', due_at = null, updated_at = now(), reply = 'The edition was cancelled'
                    from edition e where e.id = d.edition_id and e.status = 'CANCELLED' and d.state in ('queued', 'deferred')""");
        }
    }

    /** Ends what could not be sent in time. */
    int expire() throws SQLException {
        try (var connection = database.getConnection(); var update = connection.createStatement()) {
            return update.executeUpdate("""
                    update delivery d set state = 'expired', due_at = null, updated_at = now(),
                        reply = coalesce(nullif(d.reply, '') || '; ', '') || 'not handed over before the edition expired'
                    from edition e where e.id = d.edition_id and e.status = 'SENDING' and e.expires_at < now()
                        and d.state in ('queued', 'deferred')""");
        }
    }

    Counts counts(long edition) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select state, count(*) from delivery where edition_id = ? group by state")) {
            select.setLong(1, edition);
            try (var rows = select.executeQuery()) {
                var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
                while (rows.next()) {
                    counts.put(DeliveryState.valueOf(rows.getString(1)), rows.getLong(2));
                }
                return Counts.of(counts);
            }
        }
    }

    private List<Claim> claims(ResultSet rows) throws SQLException {
        var claims = new ArrayList<Claim>();
        while (rows.next()) {
            claims.add(new Claim(rows.getLong("subscription_id"), rows.getInt("attempts"),
                    rows.getBoolean("resent") ? Claim.Resent.YES : Claim.Resent.NO, rows.getString("address"), rows.getString("name"),
                    strings(rows.getString("sections")), Optional.ofNullable(rows.getTimestamp("confirmed_at")).map(Timestamp::toInstant)));
        }
        return claims;
    }

    private List<String> strings(String array) {
        try {
            return "[]".equals(array) ? List.of() : json.readValue(array, STRINGS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("subscription.sections is no list of strings", broken);
        }
    }

    private static Array array(Connection connection, String type, Object... values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
