package org.broadsheet.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.broadsheet.edition.Edition;
import org.broadsheet.edition.EditionDesk;
import org.broadsheet.edition.EditionLint;
import org.broadsheet.mail.lint.LintReport;
import org.broadsheet.mail.lint.Mail;
import org.broadsheet.mail.lint.MailLinter;
import org.broadsheet.mail.lint.Promised;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.web.Refusal;
import org.jboss.logging.Logger;

/**
 * Has the linter look over each edition once, as the whole paper and as a reader would get it, and keeps what it counts. Whatever becomes of that,
 * nothing waits for it longer than {@value #PATIENCE_SECONDS} seconds.
 */
@ApplicationScoped
public class LintDesk {

    private static final Logger LOG = Logger.getLogger(LintDesk.class);
    private static final int PATIENCE_SECONDS = 15;
    /** Somebody who chose no sections and gets everything; he does not exist. */
    private static final Claim NOBODY = new Claim(0, 1, Claim.Resent.NO, "reader@example.org", "", List.of(), Optional.empty());

    @Inject
    LintDesk self;

    private final EditionPress press;
    private final MailLinter linter;
    private final BroadsheetConfig config;
    private final Clock clock;

    LintDesk(EditionPress press, MailLinter linter, BroadsheetConfig config, Clock clock) {
        this.press = press;
        this.linter = linter;
        this.config = config;
        this.clock = clock;
    }

    /** What an edition promises its readers, and which of its revisions it is. */
    record Subject(int revision, Promised promised) {
    }

    /**
     * What the linter finds in an edition as it stands.
     *
     * @throws Refusal 404, or 409 if there is nothing to look at, or 503 if it takes too long
     */
    public LintReport report(long edition) {
        return report(edition, self.subject(edition).promised());
    }

    /** Looks at an edition that was not looked at yet, and keeps the counts with it. Never fails: what goes wrong is logged, and kept as well. Not within a transaction. */
    public void look(long edition) {
        try {
            var subject = self.subject(edition);
            self.keep(edition, subject.revision(), counted(edition, subject));
        } catch (RuntimeException problem) {
            LOG.errorf(problem, "What the linter says of edition %d cannot be kept; it goes its way all the same", edition);
        }
    }

    private EditionLint counted(long edition, Subject subject) {
        try {
            var report = report(edition, subject.promised());
            return new EditionLint(report.errors(), report.warnings(), report.notes(), "", clock.instant());
        } catch (RuntimeException problem) {
            LOG.warnf(problem, "The linter could not look over edition %d; it goes its way all the same", edition);
            return EditionLint.failed("The linter could not look: " + Optional.ofNullable(problem.getMessage()).orElse(problem.toString()), clock.instant());
        }
    }

    private LintReport report(long edition, Promised promised) {
        var looking = new FutureTask<>(() -> linter.lint(mail(edition, promised)));
        var thread = Thread.ofVirtual().name("linter").start(looking);
        try {
            return looking.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            thread.interrupt();
            throw Refusal.unavailable("The linter took longer than " + PATIENCE_SECONDS + " seconds");
        } catch (ExecutionException problem) {
            throw problem.getCause() instanceof Refusal refusal ? refusal
                    : Refusal.conflict("The edition cannot be looked over: " + Optional.ofNullable(problem.getCause().getMessage()).orElse(problem.getCause().toString()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("The service stops");
        }
    }

    private Mail mail(long edition, Promised promised) throws Unprintable {
        var message = press.preview(edition, NOBODY).message();
        return new Mail(message.html(), Optional.of(message.text()), Optional.of(new String(message.toBytes(), StandardCharsets.ISO_8859_1)), Mail.Purpose.LIST, promised);
    }

    @Transactional
    Subject subject(long id) {
        Edition edition = Edition.<Edition>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no edition " + id));
        if (edition.status == Edition.Status.SKIPPED) {
            throw Refusal.conflict("This edition was skipped: " + edition.reason);
        }
        var publication = edition.publication;
        return new Subject(edition.revision, new Promised("", config.publicBase() + "/" + publication.slug + "/editions/" + edition.number, publication.postalLines()));
    }

    /** Unless somebody changed the edition meanwhile: then it is looked at again. */
    @Transactional
    void keep(long id, int revision, EditionLint lint) {
        var edition = EditionDesk.require(id);
        if (edition.revision == revision) {
            edition.lint = lint;
        }
    }
}
