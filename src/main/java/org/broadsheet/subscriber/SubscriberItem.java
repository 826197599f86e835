package org.broadsheet.subscriber;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.broadsheet.web.Ids;

/** A reader as the API shows him. */
public record SubscriberItem(String id, String email, String name, Subscription.Status status, String language, String timeZone, List<String> sections,
        Subscription.Frequency frequency, Integer hour, boolean textOnly, LocalDate pausedUntil, List<String> tags,
        Instant confirmedAt, Instant createdAt, Instant updatedAt) {

    static SubscriberItem of(Subscription subscription) {
        var subscriber = subscription.subscriber;
        return new SubscriberItem(Ids.text(subscription.id), subscriber.address, subscriber.name.isEmpty() ? null : subscriber.name,
                subscription.status, subscription.language, subscription.timeZone.getId(), subscription.sections, subscription.frequency,
                subscription.hour, subscription.textOnly, subscription.pausedUntil, subscription.tags, subscription.confirmedAt,
                subscription.createdAt, subscription.updatedAt);
    }
}
