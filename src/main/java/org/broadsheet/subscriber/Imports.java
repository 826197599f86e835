package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.mail.MailAddress;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Section;
import org.broadsheet.subscriber.ImportReport.RowOutcome;
import org.broadsheet.web.ValidLanguage;

/** Takes one reader after the other from an operator's list, in the caller's transaction. Nobody who left or is suppressed comes back by it. */
@ApplicationScoped
class Imports {

    private static final int LONGEST_NAME = 120;

    private final Suppressions suppressions;
    private final SignupDesk signup;
    private final Clock clock;

    Imports(Suppressions suppressions, SignupDesk signup, Clock clock) {
        this.suppressions = suppressions;
        this.signup = signup;
        this.clock = clock;
    }

    RowOutcome take(Publication publication, SubscriberBody body) {
        var address = Optional.ofNullable(body.email()).flatMap(MailAddress::parse);
        if (address.isEmpty()) {
            return new RowOutcome.Refused("email is " + (body.email() == null || body.email().isBlank() ? "missing" : "not an e-mail address"));
        }
        return problemOf(publication, body).<RowOutcome>map(RowOutcome.Refused::new).orElseGet(() -> store(publication, body, address.get()));
    }

    private static Optional<String> problemOf(Publication publication, SubscriberBody body) {
        Set<String> known = publication.sections.stream().map(Section::slug).collect(Collectors.toSet());
        if (body.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(body.timeZone())) {
            return Optional.of("timeZone is not a time zone such as Europe/London");
        }
        if (!new ValidLanguage.Check().isValid(body.language(), null)) {
            return Optional.of("language is not a language tag such as en-GB");
        }
        if (body.name() != null && (body.name().length() > LONGEST_NAME || body.name().chars().anyMatch(Character::isISOControl))) {
            return Optional.of("name is longer than " + LONGEST_NAME + " characters or holds control characters");
        }
        if (!known.containsAll(sections(body))) {
            return Optional.of("sections names one that the publication does not have; it has " + String.join(", ", known));
        }
        if (Boolean.TRUE.equals(body.confirmed()) && !attested(body)) {
            return Optional.of("confirmed without consent: say when (at), to which wording, and how it was given");
        }
        return Optional.empty();
    }

    private RowOutcome store(Publication publication, SubscriberBody body, MailAddress address) {
        if (suppressions.contains(address, publication)) {
            return new RowOutcome.Refused("the address is suppressed");
        }
        var now = clock.instant();
        var subscriber = Subscriber.findOrCreate(address, now);
        var known = Subscription.find(subscriber, publication);
        if (known.isPresent() && !known.get().live() && known.get().status != Subscription.Status.PENDING) {
            return new RowOutcome.Refused("the reader is " + known.get().status + " since " + known.get().endedAt
                    + "; only the reader can subscribe again");
        }
        var subscription = known.orElseGet(() -> SignupDesk.pending(subscriber, publication, now));
        apply(subscription, body);
        settle(subscription, body);
        return known.isPresent() ? new RowOutcome.Updated() : new RowOutcome.Added();
    }

    private void settle(Subscription subscription, SubscriberBody body) {
        if (subscription.status != Subscription.Status.PENDING) {
            return;
        }
        if (Boolean.FALSE.equals(body.confirmed()) || !attested(body)) {
            signup.invite(subscription);
            return;
        }
        subscription.activate(clock.instant());
        subscription.confirmedAt = body.consent().at();
        Consent.record(subscription, Consent.Act.ATTESTED, body.consent().at(), body.consent().wording(), body.consent().how(), "");
    }

    private void apply(Subscription subscription, SubscriberBody body) {
        Optional.ofNullable(body.name()).filter(name -> !name.isBlank()).ifPresent(name -> subscription.subscriber.name = name.strip());
        Optional.ofNullable(body.timeZone()).ifPresent(zone -> subscription.timeZone = ZoneId.of(zone));
        Optional.ofNullable(body.language()).ifPresent(language -> subscription.language = language);
        if (body.sections() != null) {
            subscription.sections = sections(body);
        }
        subscription.updatedAt = clock.instant();
    }

    private static boolean attested(SubscriberBody body) {
        var consent = body.consent();
        return consent != null && consent.at() != null && consent.wording() != null && !consent.wording().isBlank()
                && consent.how() != null && !consent.how().isBlank();
    }

    private static List<String> sections(SubscriberBody body) {
        return Optional.ofNullable(body.sections()).orElse(List.of()).stream().filter(section -> section != null && !section.isBlank())
                .map(String::strip).distinct().toList();
    }
}
