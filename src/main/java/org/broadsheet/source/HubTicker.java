package org.broadsheet.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.platform.Vault;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** Asks hubs to tell us of news, renews that before it runs out, and takes leave of them (WebSub, section 5.1). */
@Singleton
public class HubTicker {

    private static final Logger LOG = Logger.getLogger(HubTicker.class);
    private static final int AT_ONCE = 16;
    private static final int CLAIM_SECONDS = 120;

    /** A request to a hub. */
    private record Errand(String hub, Map<String, String> form) {
    }

    private final DataSource database;
    private final GuardedHttp http;
    private final BroadsheetConfig config;
    private final HubConfig settings;
    private final Vault vault;
    private final Clock clock;

    HubTicker(DataSource database, GuardedHttp http, BroadsheetConfig config, HubConfig settings, Vault vault, Clock clock) {
        this.database = database;
        this.http = http;
        this.config = config;
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
    }

    /** Asks what is due; a hub that fails harms only itself. */
    @Scheduled(every = "${broadsheet.websub.every:30s}", delayed = "10s", identity = "hubs", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() throws SQLException {
        for (var due = claim(); !due.isEmpty(); due = claim()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(id -> threads.execute(() -> ask(id)));
            }
        }
    }

    private List<Long> claim() throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("""
                update hub_subscription set claimed_until = now() + make_interval(secs => ?)
                where id in (select id from hub_subscription where (next_try_at <= ? or source_id is null and state <> 'LEAVING')
                    and (claimed_until is null or claimed_until < now()) order by next_try_at limit ? for update skip locked)
                returning id""")) {
            update.setInt(1, CLAIM_SECONDS);
            update.setTimestamp(2, Timestamp.from(clock.instant()));
            update.setInt(3, AT_ONCE);
            var ids = new ArrayList<Long>();
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    private void release(long id) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("update hub_subscription set claimed_until = null where id = ?")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    private void ask(long id) {
        try {
            QuarkusTransaction.requiringNew().call(() -> errand(id)).ifPresent(errand -> {
                var refusal = refusal(http.fetch(FetchRequest.of(errand.hub()).atMost(100_000).posting("application/x-www-form-urlencoded", body(errand.form()))));
                QuarkusTransaction.requiringNew().run(() -> refusal.ifPresent(reason -> failed(id, errand.hub(), reason)));
            });
            release(id);
        } catch (SQLException | RuntimeException problem) {
            LOG.errorf(problem, "The hub of subscription %d could not be asked; it is tried again", id);
        }
    }

    /** The hub may make sure of us before it answers, so what is asked is stored first. */
    private Optional<Errand> errand(long id) {
        HubSubscription subscription = HubSubscription.findById(id);
        if (subscription == null) {
            return Optional.empty();
        }
        if (!subscription.asking(clock.instant())) {
            subscription.delete();
            return Optional.empty();
        }
        var form = new LinkedHashMap<String, String>();
        var leaving = subscription.state == HubSubscription.State.LEAVING;
        form.put("hub.mode", leaving ? "unsubscribe" : "subscribe");
        form.put("hub.topic", subscription.topic);
        form.put("hub.callback", config.publicBase() + "/websub/" + subscription.token);
        if (!leaving) {
            form.put("hub.lease_seconds", String.valueOf(settings.lease().toSeconds()));
            form.put("hub.secret", vault.unlock(HubDesk.PURPOSE, subscription.secret));
        }
        return Optional.of(new Errand(subscription.hub, form));
    }

    private void failed(long id, String hub, String reason) {
        HubSubscription subscription = HubSubscription.findById(id);
        if (subscription != null) {
            subscription.failed(clock.instant(), "The hub " + hub + " could not be asked to tell of news: " + reason);
        }
    }

    private static Optional<String> refusal(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched accepted -> Optional.empty();
            case FetchOutcome.NotModified unasked -> Optional.of("it answered that nothing has changed, which nobody asked");
            case FetchOutcome.Refused refused -> Optional.of(refused.reason());
            case FetchOutcome.Failed failed -> Optional.of(failed.reason());
        };
    }

    private static byte[] body(Map<String, String> form) {
        return form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
