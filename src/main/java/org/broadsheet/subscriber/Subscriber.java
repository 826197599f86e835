package org.broadsheet.subscriber;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;

import org.broadsheet.mail.MailAddress;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A person by address; what they read is in their subscriptions. */
@Entity
public class Subscriber extends PanacheEntity {

    /** As the person wrote it; mails go there. */
    public String address;
    /** {@link MailAddress#key()}. */
    public String addressKey;
    public String name = "";
    public Instant createdAt;

    static Optional<Subscriber> find(MailAddress address) {
        return find("addressKey", address.key()).firstResultOptional();
    }

    static Subscriber findOrCreate(MailAddress address, Instant now) {
        return find(address).orElseGet(() -> {
            var subscriber = new Subscriber();
            subscriber.address = address.written();
            subscriber.addressKey = address.key();
            subscriber.createdAt = now;
            subscriber.persist();
            return subscriber;
        });
    }

    /** @throws IllegalStateException if what is stored is no address, which the database's owner must have caused */
    public MailAddress mailAddress() {
        return MailAddress.parse(address).orElseThrow(() -> new IllegalStateException("Subscriber " + id + " has no valid address"));
    }
}
