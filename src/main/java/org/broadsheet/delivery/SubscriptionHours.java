package org.broadsheet.delivery;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.broadsheet.edition.ReaderHour;
import org.broadsheet.edition.ReaderHours;

/** The wall clocks of a publication's readers, from their subscriptions. */
@ApplicationScoped
class SubscriptionHours implements ReaderHours {

    private final EntityManager entities;

    SubscriptionHours(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Set<ReaderHour> of(long publicationId) {
        List<Object[]> rows = entities.createQuery("select distinct s.timeZone, s.hour from Subscription s where s.publication.id = :id"
                + " and s.status in ('ACTIVE', 'PAUSED')", Object[].class).setParameter("id", publicationId).getResultList();
        return rows.stream().map(row -> new ReaderHour((ZoneId) row[0], Optional.ofNullable((Integer) row[1]).map(hour -> LocalTime.of(hour, 0))))
                .collect(Collectors.toSet());
    }
}
