package org.broadsheet.subscriber;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.broadsheet.mail.MailAddress;
import org.broadsheet.platform.Keys;
import org.broadsheet.publication.Publication;

/** Addresses that must not get mail, as keyed hashes (E17), so that the list outlives an erasure. */
@ApplicationScoped
public class Suppressions {

    private static final String PURPOSE = "suppression";

    private final EntityManager entities;
    private final Keys keys;

    Suppressions(EntityManager entities, Keys keys) {
        this.entities = entities;
        this.keys = keys;
    }

    /** Whether the address is suppressed for this publication or for all. */
    public boolean contains(MailAddress address, Publication publication) {
        return (Boolean) entities.createNativeQuery(
                "select exists (select 1 from suppression where address_hash = :hash and coalesce(publication_id, :publication) = :publication)")
                .setParameter("hash", keys.mac(PURPOSE, address.key())).setParameter("publication", publication.id).getSingleResult();
    }

    /** Suppresses the address for this publication; doing it again changes nothing. */
    public void add(MailAddress address, Publication publication, String reason) {
        entities.createNativeQuery("insert into suppression (address_hash, publication_id, reason, created_at)"
                + " values (:hash, :publication, :reason, now()) on conflict do nothing")
                .setParameter("hash", keys.mac(PURPOSE, address.key())).setParameter("publication", publication.id)
                .setParameter("reason", reason).executeUpdate();
    }
}
