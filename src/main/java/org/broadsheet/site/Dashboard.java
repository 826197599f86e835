package org.broadsheet.site;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.delivery.Counts;
import org.broadsheet.delivery.EditionActions;
import org.broadsheet.delivery.RelayGate;
import org.broadsheet.edition.Calendar;
import org.broadsheet.edition.CalendarEntry;
import org.broadsheet.edition.Edition;
import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.OneOffMails;
import org.broadsheet.mail.RelayConfig;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Schedule;
import org.broadsheet.source.Source;
import org.broadsheet.subscriber.Subscription;
import org.broadsheet.web.PageWords;

/** Composes what an operator should see. */
@ApplicationScoped
class Dashboard {

    private static final PageWords WORDS = PageWords.in("en");
    private static final int EDITIONS = 10;

    private final EditionActions editions;
    private final RelayGate relay;
    private final OneOffMails mails;
    private final MailTemplates templates;
    private final RelayConfig mailRelay;
    private final BroadsheetConfig config;
    private final Clock clock;

    Dashboard(EditionActions editions, RelayGate relay, OneOffMails mails, MailTemplates templates, RelayConfig mailRelay,
            BroadsheetConfig config, Clock clock) {
        this.editions = editions;
        this.relay = relay;
        this.mails = mails;
        this.templates = templates;
        this.mailRelay = mailRelay;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    DashboardPage page() throws SQLException {
        return page(DashboardPage.Pasted.NOTHING);
    }

    /** @param pasted an address of a source that was refused */
    @Transactional
    DashboardPage page(DashboardPage.Pasted pasted) throws SQLException {
        var papers = new ArrayList<DashboardPage.Paper>();
        for (Publication publication : Publication.<Publication>list("order by name")) {
            papers.add(paper(publication));
        }
        return new DashboardPage(head(), "", problems(), relay(), papers, pasted);
    }

    AdminHead head() {
        return new AdminHead(clock.instant(), "/admin/logout");
    }

    private DashboardPage.Relay relay() {
        var address = mailRelay.configured() ? mailRelay.host() + ":" + mailRelay.port() : "";
        var state = !mailRelay.configured() ? DashboardPage.Relay.State.MISSING
                : relay.problem().isPresent() ? DashboardPage.Relay.State.TROUBLED : DashboardPage.Relay.State.READY;
        return new DashboardPage.Relay(state, address);
    }

    private List<DashboardPage.Problem> problems() {
        var problems = new ArrayList<DashboardPage.Problem>();
        relay.problem().ifPresent(words -> problems.add(new DashboardPage.Problem("Mail relay", words, "")));
        mails.waiting().ifPresent(words -> problems.add(new DashboardPage.Problem("Confirmation and other single mails", words, "")));
        templates.problems().forEach(refused -> problems
                .add(new DashboardPage.Problem("Mail template refused", refused.toString(), "The last good one stays in use.")));
        if (!"https".equals(config.publicUrl().getScheme())) {
            problems.add(new DashboardPage.Problem("Public address", "broadsheet.public-url is " + config.publicUrl() + ".",
                    "One-click unsubscribe (RFC 8058) needs https, and mail providers ask for it."));
        }
        return problems;
    }

    private DashboardPage.Paper paper(Publication publication) throws SQLException {
        var rows = new ArrayList<DashboardPage.EditionRow>();
        for (Edition edition : Edition.<Edition>find("publication = ?1 order by id desc", publication).page(0, EDITIONS).list()) {
            rows.add(row(edition, editions.counts(edition.id)));
        }
        var schedule = publication.schedule;
        Optional<CalendarEntry> entry = CalendarEntry.findByIdOptional(publication.id);
        var readersClock = schedule.clock() == Schedule.WallClock.SUBSCRIBER;
        var next = entry.map(due -> Calendar.of(publication, Set.of()).atHome(due.turn()));
        var about = "of " + publication.name;
        return new DashboardPage.Paper(publication.name, publication.slug, days(schedule), publication.timeZone, next,
                readersClock ? "Each reader gets it by his own clock." : "", readers(publication),
                List.of(new Action("Make a draft", about, "/admin/" + publication.slug + "/draft", false),
                        new Action("Put together and send now", about, "/admin/" + publication.slug + "/send", true)),
                publication.sections.stream().map(section -> new DashboardPage.Choice(section.slug(), section.name())).toList(),
                Source.<Source>find("publication = ?1 order by id", publication).stream().map(Dashboard::row).toList(), rows);
    }

    private static String days(Schedule schedule) {
        if (schedule.pause() != null) {
            return "Paused" + Optional.ofNullable(schedule.pause().until()).map(day -> " until " + day).orElse("");
        }
        return schedule.days().isEmpty() ? "On request only" : WORDS.sentence(WORDS.days(schedule.days())) + " at " + schedule.time();
    }

    private static DashboardPage.Readers readers(Publication publication) {
        return new DashboardPage.Readers(count(publication, "'ACTIVE'"), count(publication, "'PENDING'"), count(publication, "'PAUSED'"),
                count(publication, "'UNSUBSCRIBED', 'BOUNCED', 'COMPLAINED'"));
    }

    private static long count(Publication publication, String statuses) {
        return Subscription.count("publication = ?1 and status in (" + statuses + ")", publication);
    }

    private static DashboardPage.EditionRow row(Edition edition, Counts counts) {
        var at = Optional.ofNullable(edition.startedAt).or(() -> Optional.ofNullable(edition.sendAt))
                .or(() -> Optional.of(edition.createdAt));
        return new DashboardPage.EditionRow(Optional.ofNullable(edition.number).orElse(0), edition.kind.name(), edition.status.name(),
                reason(edition), edition.subject, at, "/admin/editions/" + edition.id,
                counts.due() == 0 ? Optional.empty() : Optional.of(Tally.of(counts)),
                actions(edition, counts));
    }

    /** Why it waits or ended, and what the linter counted, as far as somebody should know. */
    private static String reason(Edition edition) {
        var linted = edition.lint().filter(lint -> lint.errors() > 0 || !lint.problem().isEmpty())
                .map(lint -> lint.problem().isEmpty() ? "Linter: " + lint.errors() + " errors, " + lint.warnings() + " warnings" : lint.problem());
        return Stream.of(Optional.of(edition.reason), linted).flatMap(Optional::stream).filter(words -> !words.isEmpty()).collect(Collectors.joining(". "));
    }

    static List<Action> actions(Edition edition, Counts counts) {
        var cancel = action(edition, "Cancel", "cancel");
        return switch (edition.status) {
            case DRAFT -> edition.slotDate == null ? List.of(action(edition, "Send", "send"), cancel)
                    : List.of(action(edition, "Approve", "approve"), action(edition, "Send now", "send"), cancel);
            case SCHEDULED -> List.of(cancel);
            case SENDING -> List.of(action(edition, "Pause", "pause"), cancel);
            case PAUSED -> List.of(action(edition, "Resume", "resume"), cancel);
            case SENT -> counts.failed() > 0 ? List.of(action(edition, "Try the failed again", "retry-failed")) : List.of();
            case SKIPPED, CANCELLED -> List.of();
        };
    }

    private static Action action(Edition edition, String label, String path) {
        var name = edition.number == null ? "the edition of " + edition.editionDate : "no. " + edition.number;
        return new Action(label, name, "/admin/editions/" + edition.id + "/" + path, false);
    }

    private static DashboardPage.SourceRow row(Source source) {
        return new DashboardPage.SourceRow(source.displayName(), "/admin/sources/" + source.id, source.url, source.readKind().name(), Optional.ofNullable(source.lastSuccessAt),
                source.lastProblem, Optional.ofNullable(source.nextTryAt));
    }
}
