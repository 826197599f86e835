package org.broadsheet.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** That a hub tells us of news of a source (WebSub), or how far we are with it. */
@Entity
public class HubSubscription extends PanacheEntity {

    /** How far it is. */
    public enum State {
        /** The hub is to be asked, now or when it has recovered. */
        WANTED,
        /** It was asked, and has not made sure yet that it was we who asked. */
        ASKED,
        /** It tells of news until the lease ends. */
        LIVE,
        /** The hub will not have us; it is asked again much later. */
        REFUSED,
        /** The hub could not reach us. */
        BLOCKED,
        /** Nobody listens any more, and the hub is to know. */
        LEAVING
    }

    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(10);
    private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);
    private static final Duration AFTER_REFUSAL = Duration.ofDays(7);
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LEASE = Duration.ofDays(90);
    /** A hub may itself poll, and a publisher may forget to tell it for a while. */
    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final int MOST_FAREWELLS = 3;

    /** Null when the source is gone, or has another hub. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_id")
    public Source source;
    public String hub;
    public String topic;
    public String token;
    public byte[] secret;
    @Enumerated(EnumType.STRING)
    public State state;
    public Instant askedAt;
    public Instant liveSince;
    public Instant leaseUntil;
    public Instant lastPushAt;
    public Instant missedAt;
    public int failures;
    /** In words; "" if all is well. */
    public String problem = "";
    public Instant nextTryAt;
    public Instant createdAt;

    static Optional<HubSubscription> of(Source source) {
        return find("source", source).firstResultOptional();
    }

    static Map<Long, HubSubscription> of(Collection<Source> sources) {
        return sources.isEmpty() ? Map.of() : HubSubscription.<HubSubscription>list("source in ?1", sources).stream()
                .collect(Collectors.toMap(found -> found.source.id, Function.identity()));
    }

    static Optional<HubSubscription> withToken(String token) {
        return find("token", token).firstResultOptional();
    }

    /** Whether news come by themselves, as far as one can tell. */
    boolean isTrusted(Instant now) {
        return state == State.LIVE && leaseUntil.isAfter(now) && (missedAt == null || lastPushAt != null && lastPushAt.isAfter(missedAt));
    }

    /**
     * Notes that the hub is about to be asked.
     *
     * @return whether there is anything to be asked; otherwise it may be forgotten
     */
    boolean asking(Instant now) {
        if (source == null && state != State.LEAVING) {
            var known = state == State.LIVE || askedAt != null;
            state = State.LEAVING;
            failures = 0;
            askedAt = null;
            if (!known) {
                return false;
            }
        }
        if (askedAt != null) {
            failures++;
            problem = "The hub " + hub + " accepted the request, but never made sure that it came from us";
        }
        if (state == State.LEAVING && failures >= MOST_FAREWELLS) {
            return false;
        }
        if (state != State.LEAVING && (state != State.LIVE || !leaseUntil.isAfter(now))) {
            state = State.ASKED;
        }
        askedAt = now;
        nextTryAt = now.plus(backOff());
        return true;
    }

    /** Notes that the hub did not take the request. */
    void failed(Instant now, String reason) {
        if (askedAt == null) {
            return; // it made sure before it answered, so it did take it
        }
        askedAt = null;
        failures++;
        problem = reason;
        state = state == State.ASKED ? State.WANTED : state;
        nextTryAt = now.plus(backOff());
    }

    /** Notes that the hub made sure. */
    void verified(Instant now, Duration granted) {
        var lease = granted.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : granted.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : granted;
        liveSince = state == State.LIVE ? liveSince : now;
        state = State.LIVE;
        askedAt = null;
        failures = 0;
        problem = "";
        leaseUntil = now.plus(lease);
        nextTryAt = now.plus(lease.multipliedBy(4).dividedBy(5));
    }

    void refused(Instant now, String reason) {
        state = State.REFUSED;
        askedAt = null;
        leaseUntil = null;
        problem = reason;
        nextTryAt = now.plus(AFTER_REFUSAL);
    }

    /** Notes that reading found this, and ends the trust if the hub should have told of it. */
    void found(Instant published, Instant now) {
        if (isTrusted(now) && published.isAfter(liveSince) && published.isBefore(now.minus(GRACE))) {
            missedAt = now;
            problem = "Something new was there that the hub " + hub + " had not told of, so the source is read as often as before until it does";
        }
    }

    private Duration backOff() {
        var doubled = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, 8));
        return doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
    }
}
