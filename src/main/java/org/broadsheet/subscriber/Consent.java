package org.broadsheet.subscriber;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** One link in the proof that somebody wanted this (E13): append-only, with the exact words. */
@Entity
@Immutable
public class Consent extends PanacheEntityBase {

    /** What was done. */
    public enum Act {
        /** Pressed Subscribe under the wording. */
        REQUESTED,
        /** Pressed the button behind the link in the mail. */
        CONFIRMED,
        /** The operator attests consent given elsewhere. */
        ATTESTED,
        /** Left. */
        WITHDRAWN,
        /** Took leaving back, on the page that followed it. */
        RESTORED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public long subscriptionId;
    @Enumerated(EnumType.STRING)
    public Act act;
    public Instant at;
    public String wording;
    public String language;
    /** Through what: a form, a link in a mail, one-click, an import. */
    public String how;
    public String clientAddress;

    static void record(Subscription subscription, Act act, Instant at, String wording, String how, String clientAddress) {
        var consent = new Consent();
        consent.subscriptionId = subscription.id;
        consent.act = act;
        consent.at = at;
        consent.wording = wording;
        consent.language = subscription.language;
        consent.how = how;
        consent.clientAddress = clientAddress;
        consent.persist();
    }

    /** The chain of one subscription, oldest first. */
    public static List<Consent> of(Subscription subscription) {
        return list("subscriptionId = ?1 order by id", subscription.id);
    }
}
