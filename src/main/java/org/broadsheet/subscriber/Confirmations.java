package org.broadsheet.subscriber;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.broadsheet.platform.Sha256;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Tokens of the confirmation mail (E3): 128 random bits, stored as a hash, good for some days; how many were sent bounds the mails (E5). */
@ApplicationScoped
class Confirmations {

    /** What a token leads to. */
    record Found(long subscriptionId, Instant expiresAt) {
    }

    private final EntityManager entities;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Confirmations(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** A fresh token for this subscription. */
    String issue(Subscription subscription, Duration validity) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entities.createNativeQuery("insert into confirmation (token_hash, subscription_id, expires_at, created_at) values (:hash, :id, :until, :now)")
                .setParameter("hash", Sha256.of(token)).setParameter("id", subscription.id)
                .setParameter("until", Timestamp.from(clock.instant().plus(validity))).setParameter("now", Timestamp.from(clock.instant()))
                .executeUpdate();
        return token;
    }

    /** What the token leads to, expired or not; empty if it was never issued or is purged. */
    Optional<Found> find(String token) {
        List<Object[]> rows = entities.createNativeQuery("select subscription_id, expires_at from confirmation where token_hash = :hash", Object[].class)
                .setParameter("hash", Sha256.of(token)).getResultList();
        return rows.stream().findFirst().map(row -> new Found(((Number) row[0]).longValue(), instant(row[1])));
    }

    /** How many were issued to this person, for whatever publication, since then. */
    int issuedSince(Subscriber subscriber, Instant since) {
        return ((Number) entities.createNativeQuery("select count(*) from confirmation c join subscription s on s.id = c.subscription_id"
                + " where s.subscriber_id = :id and c.created_at > :since")
                .setParameter("id", subscriber.id).setParameter("since", Timestamp.from(since)).getSingleResult()).intValue();
    }

    private static Instant instant(Object value) {
        return value instanceof Instant instant ? instant : ((java.time.OffsetDateTime) value).toInstant();
    }
}
