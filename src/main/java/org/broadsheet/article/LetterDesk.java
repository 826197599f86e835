package org.broadsheet.article;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.source.FeedProblem;
import org.broadsheet.source.Newsletter;
import org.broadsheet.source.NewsletterReader;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceRegister;
import org.broadsheet.web.Refusal;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes in newsletters, whether they come from the mailbox or by API. */
@ApplicationScoped
public class LetterDesk {

    private static final Logger LOG = Logger.getLogger(LetterDesk.class);

    private final Ingest ingest;
    private final LetterPictures pictures;
    private final SourceRegister register;
    private final BroadsheetConfig config;
    private final Clock clock;

    LetterDesk(Ingest ingest, LetterPictures pictures, SourceRegister register, BroadsheetConfig config, Clock clock) {
        this.ingest = ingest;
        this.pictures = pictures;
        this.register = register;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes in a message. The same message again changes nothing.
     *
     * @param raw as it came (RFC 5322)
     * @throws Refusal 404 for an unknown source, 409 for one that is no newsletter
     */
    public Ingest.Report take(long source, byte[] raw) {
        var destination = QuarkusTransaction.requiringNew().call(() -> destination(source));
        return switch (NewsletterReader.read(raw, destination)) {
            case Newsletter.Refused refused -> refused(source, refused.problem());
            case Newsletter.Article article -> taken(source, QuarkusTransaction.requiringNew().call(() -> unmistakable(source, article)));
        };
    }

    private NewsletterReader.Destination destination(long id) {
        var source = register.require(id);
        if (source.kind != Source.Kind.MAIL) {
            throw Refusal.conflict("This source is no newsletter: messages are for sources of kind MAIL");
        }
        return new NewsletterReader.Destination(config.publicBase(), source.publication.slug, id, source.url.substring("mailto:".length()));
    }

    /** What a newsletter calls its address on the web may be the same for each of its issues; then it says nothing of this one. */
    private Newsletter.Article unmistakable(long id, Newsletter.Article article) {
        var source = register.require(id);
        return Article.findByAddress(source.publication, CanonicalAddress.key(article.entry().url())).filter(other -> !other.guid.equals(article.entry().guid()))
                .filter(other -> other.source != null && other.source.id == id).map(other -> article.at(article.ownUrl())).orElse(article);
    }

    private Ingest.Report taken(long source, Newsletter.Article article) {
        var report = ingest.take(source, article.document());
        pictures.give(source, article.entry().guid(), article.pictures());
        QuarkusTransaction.requiringNew().run(() -> register.require(source).received(clock.instant()));
        return report;
    }

    private Ingest.Report refused(long source, FeedProblem problem) {
        QuarkusTransaction.requiringNew().run(() -> register.require(source).noticed(clock.instant(), problem.message()));
        LOG.infof("Source %d: a mail is not published (%s)", source, problem.code());
        var status = problem.code().equals("confirmation") ? Ingest.Report.Status.OK : Ingest.Report.Status.FAILED;
        return new Ingest.Report(status, 0, 0, 0, List.of(problem));
    }
}
