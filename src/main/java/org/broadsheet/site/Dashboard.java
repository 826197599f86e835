package org.broadsheet.site;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.delivery.Counts;
import org.broadsheet.delivery.EditionActions;
import org.broadsheet.delivery.RelayGate;
import org.broadsheet.edition.CalendarEntry;
import org.broadsheet.edition.Edition;
import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.OneOffMails;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.publication.Publication;
import org.broadsheet.source.Source;
import org.broadsheet.subscriber.Subscription;
import org.broadsheet.web.Link;

/** Composes what an operator should see. */
@ApplicationScoped
class Dashboard {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK);
    private static final int EDITIONS = 10;

    private final EditionActions editions;
    private final RelayGate relay;
    private final OneOffMails mails;
    private final MailTemplates templates;
    private final BroadsheetConfig config;

    Dashboard(EditionActions editions, RelayGate relay, OneOffMails mails, MailTemplates templates, BroadsheetConfig config) {
        this.editions = editions;
        this.relay = relay;
        this.mails = mails;
        this.templates = templates;
        this.config = config;
    }

    @Transactional
    DashboardPage page() throws SQLException {
        var papers = new ArrayList<DashboardPage.Paper>();
        for (Publication publication : Publication.<Publication>list("order by name")) {
            papers.add(paper(publication));
        }
        return new DashboardPage(notes(), papers);
    }

    @Transactional
    EditionDeskPage edition(long id) throws SQLException {
        var edition = editions.require(id);
        return new EditionDeskPage(String.valueOf(id), name(edition), edition.status.name(), edition.reason, editions.troubles(edition));
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        relay.problem().ifPresent(notes::add);
        mails.waiting().ifPresent(notes::add);
        templates.problems().forEach(problem -> notes.add(problem.toString()));
        if (!"https".equals(config.publicUrl().getScheme())) {
            notes.add("broadsheet.public-url is " + config.publicUrl() + ": one-click unsubscribe (RFC 8058) needs https, and mail providers ask for it");
        }
        return notes;
    }

    private DashboardPage.Paper paper(Publication publication) throws SQLException {
        var lines = new ArrayList<DashboardPage.EditionLine>();
        for (Edition edition : Edition.<Edition>find("publication = ?1 order by id desc", publication).page(0, EDITIONS).list()) {
            lines.add(line(edition, editions.counts(edition.id)));
        }
        var next = CalendarEntry.<CalendarEntry>findByIdOptional(publication.id).map(entry -> "the next scheduled edition is that of " + entry.nextDate)
                .orElse("no edition is scheduled");
        return new DashboardPage.Paper(publication.slug, publication.name, String.valueOf(Subscription.count("publication = ?1 and status = 'ACTIVE'", publication)),
                next, lines, Source.<Source>find("publication = ?1 order by id", publication).stream().map(source -> line(source, publication.timeZone)).toList());
    }

    private static DashboardPage.EditionLine line(Edition edition, Counts counts) {
        return new DashboardPage.EditionLine(String.valueOf(edition.id), name(edition), edition.status.name(), edition.reason, counts, edition.number != null,
                actions(edition, counts));
    }

    private static List<Link> actions(Edition edition, Counts counts) {
        var cancel = new Link("Cancel", "cancel");
        return switch (edition.status) {
            case DRAFT -> List.of(new Link("Send", "send"), cancel);
            case SCHEDULED -> List.of(cancel);
            case SENDING -> List.of(new Link("Pause", "pause"), cancel);
            case PAUSED -> List.of(new Link("Resume", "resume"), cancel);
            case SENT -> counts.failed() > 0 ? List.of(new Link("Try the failed again", "retry-failed")) : List.of();
            case SKIPPED, CANCELLED -> List.of();
        };
    }

    private static DashboardPage.SourceLine line(Source source, ZoneId zone) {
        return new DashboardPage.SourceLine(source.displayName(), source.url, Optional.ofNullable(source.lastSuccessAt).map(at -> time(at, zone)).orElse("never"),
                source.lastProblem, time(source.nextTryAt, zone));
    }

    private static String name(Edition edition) {
        return edition.editionDate + (edition.number == null ? "" : ", no. " + edition.number);
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
