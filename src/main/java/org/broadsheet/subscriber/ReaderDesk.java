package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

/** What a reader does through the links in a mail: choose, pause, leave, come back. */
@ApplicationScoped
public class ReaderDesk {

    private static final Logger LOG = Logger.getLogger(ReaderDesk.class);

    /** @param pausedUntil first day on which editions come again */
    public record Choices(String name, ZoneId timeZone, String language, List<String> sections, Optional<LocalDate> pausedUntil) {
    }

    private final ReaderTokens tokens;
    private final Clock clock;

    ReaderDesk(ReaderTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The subscription behind a reader's link, or empty for a token that is none of ours or of somebody erased. */
    @Transactional
    public Optional<Subscription> find(String token) {
        return tokens.read(token).flatMap(id -> Subscription.<Subscription>findByIdOptional(id));
    }

    /**
     * Leaves this publication (A18): at once, for good, as often as it is asked.
     *
     * @param how through what, for the record
     */
    @Transactional
    public Optional<Subscription> leave(String token, String how, String clientAddress) {
        var subscription = find(token);
        subscription.filter(reader -> reader.live() || reader.status == Subscription.Status.PENDING).ifPresent(reader -> {
            reader.end(Subscription.Status.UNSUBSCRIBED, clock.instant());
            Consent.record(reader, Consent.Act.WITHDRAWN, clock.instant(), "", how, clientAddress);
            LOG.infof("%s: a reader left", reader.publication.slug);
        });
        return subscription;
    }

    /** Takes leaving back; only for who has been a confirmed reader and left by himself. */
    @Transactional
    public Optional<Subscription> comeBack(String token, String clientAddress) {
        var subscription = find(token);
        subscription.filter(reader -> reader.status == Subscription.Status.UNSUBSCRIBED && reader.confirmedAt != null).ifPresent(reader -> {
            var confirmed = reader.confirmedAt;
            reader.activate(clock.instant());
            reader.confirmedAt = confirmed;
            Consent.record(reader, Consent.Act.RESTORED, clock.instant(), "", "undo on the unsubscribe page", clientAddress);
        });
        return subscription;
    }

    /** Takes over what the reader chose. */
    @Transactional
    public Optional<Subscription> choose(String token, Choices choices) {
        var subscription = find(token).filter(Subscription::live);
        subscription.ifPresent(reader -> {
            reader.subscriber.name = choices.name();
            reader.timeZone = choices.timeZone();
            reader.language = choices.language();
            reader.sections = choices.sections();
            reader.updatedAt = clock.instant();
            choices.pausedUntil().ifPresentOrElse(until -> reader.pause(until, clock.instant()), () -> reader.resume(clock.instant()));
        });
        return subscription;
    }
}
