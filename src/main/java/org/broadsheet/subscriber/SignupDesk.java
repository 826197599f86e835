package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.publication.Publication;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/** Joining: a request, one mail, a confirmation. Nobody learns here whether an address is known (E4). */
@ApplicationScoped
public class SignupDesk {

    private static final Logger LOG = Logger.getLogger(SignupDesk.class);

    /** What a confirmation link led to. */
    public sealed interface Confirmed {
        /** The reader is in, now or since an earlier press. */
        record Welcome(Subscription subscription) implements Confirmed {
        }

        /** The link was good once. */
        record Expired(Publication publication) implements Confirmed {
        }

        /** No such link was ever sent. */
        record Unknown() implements Confirmed {
        }
    }

    private final Confirmations confirmations;
    private final Suppressions suppressions;
    private final SubscriberMails mails;
    private final SignupConfig config;
    private final Clock clock;

    SignupDesk(Confirmations confirmations, Suppressions suppressions, SubscriberMails mails, SignupConfig config, Clock clock) {
        this.confirmations = confirmations;
        this.suppressions = suppressions;
        this.mails = mails;
        this.config = config;
        this.clock = clock;
    }

    /** Takes a request from the form. Whatever comes of it, the answer to the person is the same. */
    @Transactional
    public void request(Publication publication, SignupRequest request) {
        if (suppressions.contains(request.address(), publication)) {
            LOG.debugf("%s: a suppressed address asked to join", publication.slug);
            return;
        }
        var now = clock.instant();
        var subscriber = Subscriber.findOrCreate(request.address(), now);
        var subscription = Subscription.find(subscriber, publication).orElseGet(() -> pending(subscriber, publication, now));
        if (!subscription.live()) {
            apply(subscription, request, now);
            Consent.record(subscription, Consent.Act.REQUESTED, now, request.wording(), "signup form", request.clientAddress());
        }
        if (mayMail(subscriber, now)) {
            mail(subscription);
        } else {
            LOG.debugf("%s: no further mail, since this address had its share", publication.slug);
        }
    }

    /** Looks at a confirmation link without changing anything (E2). */
    @Transactional
    public Confirmed look(String token) {
        return confirmations.find(token).map(this::verdict).orElseGet(Confirmed.Unknown::new);
    }

    /** Presses the button behind the link; pressing it again changes nothing. */
    @Transactional
    public Confirmed confirm(String token, String clientAddress) {
        var verdict = look(token);
        if (verdict instanceof Confirmed.Welcome welcome && welcome.subscription().status == Subscription.Status.PENDING) {
            var subscription = welcome.subscription();
            subscription.activate(clock.instant());
            Consent.record(subscription, Consent.Act.CONFIRMED, clock.instant(), "", "link in the confirmation mail", clientAddress);
            mails.welcome(subscription);
            LOG.infof("%s: one more reader", subscription.publication.slug);
        }
        return verdict;
    }

    /** For an import without confirmation: the mail that asks for it, within the same limits. */
    void invite(Subscription subscription) {
        if (mayMail(subscription.subscriber, clock.instant())) {
            mail(subscription);
        }
    }

    /** Forgets requests that were never confirmed (E20). */
    @Transactional
    @Scheduled(every = "1h", identity = "forget-pending", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void forgetPending() {
        var before = clock.instant().minus(config.forgetPendingAfter());
        var forgotten = Subscription.delete("status = 'PENDING' and updatedAt < ?1", before);
        Subscriber.delete("createdAt < ?1 and not exists (select 1 from Subscription s where s.subscriber = this)", before);
        if (forgotten > 0) {
            LOG.infof("%d requests that nobody confirmed are forgotten", forgotten);
        }
    }

    private Confirmed verdict(Confirmations.Found found) {
        Optional<Subscription> subscription = Subscription.findByIdOptional(found.subscriptionId());
        if (subscription.isEmpty()) {
            return new Confirmed.Unknown();
        }
        var confirmable = subscription.get().status == Subscription.Status.PENDING || subscription.get().live();
        if (!confirmable || subscription.get().status == Subscription.Status.PENDING && found.expiresAt().isBefore(clock.instant())) {
            return new Confirmed.Expired(subscription.get().publication);
        }
        return new Confirmed.Welcome(subscription.get());
    }

    private void mail(Subscription subscription) {
        var token = confirmations.issue(subscription, config.confirmWithin()); // counted for known readers, too
        if (subscription.live()) {
            mails.alreadySubscribed(subscription);
        } else {
            mails.confirmation(subscription, token, config.confirmWithin());
        }
    }

    private boolean mayMail(Subscriber subscriber, Instant now) {
        return confirmations.issuedSince(subscriber, now.minus(Duration.ofDays(1))) < config.mailsPerAddressAndDay()
                && confirmations.issuedSince(subscriber, now.minus(Duration.ofDays(30))) < config.mailsPerAddressAndMonth();
    }

    static Subscription pending(Subscriber subscriber, Publication publication, Instant now) {
        var subscription = new Subscription();
        subscription.subscriber = subscriber;
        subscription.publication = publication;
        subscription.status = Subscription.Status.PENDING;
        subscription.language = publication.language;
        subscription.timeZone = publication.timeZone;
        subscription.createdAt = now;
        subscription.updatedAt = now;
        subscription.persist();
        return subscription;
    }

    private static void apply(Subscription subscription, SignupRequest request, Instant now) {
        subscription.status = Subscription.Status.PENDING;
        subscription.language = request.language();
        subscription.timeZone = request.timeZone();
        subscription.sections = request.sections();
        subscription.updatedAt = now;
        if (!request.name().isEmpty()) {
            subscription.subscriber.name = request.name();
        }
    }
}
