package org.broadsheet.source;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.platform.Vault;

/** What is known of hubs: which there are, what they said to us, and whether they can be trusted to tell. */
@ApplicationScoped
public class HubDesk {

    static final String PURPOSE = "hub secret";
    private static final int TOKEN_BYTES = 32;
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_REASON = 300;
    private static final int TRIES_BEFORE_THE_NEXT_HUB = 3;

    /**
     * Who may push.
     *
     * @param secret that signs what is pushed
     */
    public record Sender(long source, String secret) {
    }

    private final BroadsheetConfig config;
    private final HubConfig settings;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HubDesk(BroadsheetConfig config, HubConfig settings, Vault vault, Clock clock) {
        this.config = config;
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
    }

    /** Notes who tells of news of a source, after it was read. In the caller's transaction. */
    public void discovered(Source source, FeedHead head, List<String> linkFields, String url) {
        var links = HubLinks.of(head, linkFields, url);
        var known = HubSubscription.of(source);
        if (links.isPresent() && known.isPresent() && known.get().topic.equals(links.get().topic()) && known.get().hub.equals(choose(links.get(), known.get()))) {
            reconsider(known.get());
            return;
        }
        known.ifPresent(subscription -> {
            subscription.source = null;
            subscription.nextTryAt = clock.instant();
            HubSubscription.flush(); // a source has one at a time
        });
        links.ifPresent(found -> create(source, known.map(before -> choose(found, before)).orElse(found.hubs().getFirst()), found.topic()));
    }

    /** Notes what reading a source found that was new, to tell whether its hub does what it promised. In the caller's transaction. */
    public void polled(Source source, List<Instant> published) {
        HubSubscription.of(source).ifPresent(subscription -> published.forEach(at -> subscription.found(at, clock.instant())));
    }

    /** Whether polling may be rare. */
    public SourcePace.Pushing pushing(Source source) {
        return HubSubscription.of(source).filter(subscription -> subscription.isTrusted(clock.instant())).map(trusted -> SourcePace.Pushing.YES)
                .orElse(SourcePace.Pushing.NO);
    }

    /**
     * Whether it was we who asked the hub (WebSub, section 5.3).
     *
     * @param seconds that the hub grants; empty if it doesn't say
     */
    @Transactional
    public boolean verify(String token, String mode, String topic, Optional<Long> seconds) {
        var asked = HubSubscription.withToken(token).filter(subscription -> subscription.topic.equals(topic) && subscription.askedAt != null);
        if (asked.isEmpty()) {
            return false;
        }
        var subscription = asked.get();
        if (mode.equals("subscribe") && subscription.source != null) {
            subscription.verified(clock.instant(), seconds.map(Duration::ofSeconds).orElse(settings.lease()));
            return true;
        }
        if (mode.equals("unsubscribe") && subscription.state == HubSubscription.State.LEAVING) {
            subscription.delete();
            return true;
        }
        return false;
    }

    /** Notes that the hub will not have us (WebSub, section 5.2); it may say so at any time. */
    @Transactional
    public boolean denied(String token, String topic, String reason) {
        var found = HubSubscription.withToken(token).filter(subscription -> subscription.topic.equals(topic));
        found.ifPresent(subscription -> {
            if (subscription.source == null) {
                subscription.delete();
                return;
            }
            var words = reason.replaceAll("\\p{Cntrl}+", " ").strip();
            subscription.refused(clock.instant(), "The hub " + subscription.hub + " refuses"
                    + (words.isEmpty() ? "" : ": " + words.substring(0, Math.min(LONGEST_REASON, words.length()))));
        });
        return found.isPresent();
    }

    /** Who may push to this callback; empty if nobody may any more. */
    @Transactional
    public Optional<Sender> sender(String token) {
        return HubSubscription.withToken(token).filter(subscription -> subscription.source != null)
                .map(subscription -> new Sender(subscription.source.id, vault.unlock(PURPOSE, subscription.secret)));
    }

    /** Notes that a push was taken; in a transaction of its own unless there is one. */
    @Transactional
    public void pushed(String token) {
        HubSubscription.update("lastPushAt = ?1, problem = '' where token = ?2", clock.instant(), token);
    }

    /** Notes that a push was not taken, and why. */
    @Transactional
    public void ignored(String token, String reason) {
        HubSubscription.update("problem = ?1 where token = ?2", reason, token);
    }

    /** Lets a source be read at once: a push that cannot be used still tells that there is news. */
    @Transactional
    public void pollSoon(long source) {
        Source.update("nextTryAt = ?1 where id = ?2 and nextTryAt > ?1", clock.instant(), source);
    }

    private void create(Source source, String hub, String topic) {
        var subscription = new HubSubscription();
        subscription.source = source;
        subscription.hub = hub;
        subscription.topic = topic;
        subscription.token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
        subscription.secret = vault.lock(PURPOSE, HexFormat.of().formatHex(bytes(SECRET_BYTES)));
        subscription.createdAt = clock.instant();
        subscription.state = HubSubscription.State.BLOCKED;
        reconsider(subscription);
        subscription.persist();
    }

    /** The settings may have changed since. */
    private void reconsider(HubSubscription subscription) {
        if (subscription.state != HubSubscription.State.BLOCKED) {
            return;
        }
        var obstacle = HubReach.obstacle(config.publicUrl(), subscription.hub);
        subscription.problem = obstacle.orElse("");
        subscription.state = obstacle.isPresent() ? HubSubscription.State.BLOCKED : HubSubscription.State.WANTED;
        subscription.nextTryAt = obstacle.isPresent() ? null : clock.instant();
    }

    /** The hub that we are with, unless it fails again and again and there is another. */
    private static String choose(HubLinks links, HubSubscription known) {
        var place = links.hubs().indexOf(known.hub);
        var failing = known.failures >= TRIES_BEFORE_THE_NEXT_HUB;
        return links.hubs().get(place < 0 ? 0 : failing ? (place + 1) % links.hubs().size() : place);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
