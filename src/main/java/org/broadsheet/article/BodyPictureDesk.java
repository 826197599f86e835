package org.broadsheet.article;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.platform.FetchRequest;
import org.broadsheet.source.SourceSecrets;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Copies the pictures that stand in the texts of articles, where these are shown whole and with pictures: in the background alone, so that
 * neither a reading of a source nor a reader waits for them. What fails for a passing reason is tried again, later and later.
 */
@ApplicationScoped
public class BodyPictureDesk {

    private static final Logger LOG = Logger.getLogger(BodyPictureDesk.class);
    private static final int TEXTS = 20;
    private static final int BATCH = 40;
    private static final int AT_ONCE = 3;
    /** So long a round may take; what is left waits for the next one, so that one slow server holds up nobody else for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PictureCopier copier;
    private final Pictures pictures;
    private final BodyPictureQueue queue;
    private final SourceSecrets secrets;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    BodyPictureDesk(PictureCopier copier, Pictures pictures, BodyPictureQueue queue, SourceSecrets secrets) {
        this.copier = copier;
        this.pictures = pictures;
        this.queue = queue;
        this.secrets = secrets;
    }

    /** Looks through new texts, and copies what is due. */
    @Scheduled(every = "10s", delayed = "15s", identity = "body-pictures", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void getWanted() throws SQLException {
        queue.note(TEXTS);
        var until = System.nanoTime() + PATIENCE.toNanos(); // a stop watch, not a time of day
        var left = new ConcurrentLinkedQueue<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var claim : queue.claimDue(BATCH)) {
                threads.execute(() -> inTurn(claim, until, left));
            }
        }
        queue.leave(List.copyOf(left));
    }

    /** @param left gets the picture if its turn does not come in time */
    private void inTurn(BodyPictureQueue.Claim claim, long until, Collection<Long> left) {
        try {
            var patience = until - System.nanoTime();
            if (patience <= 0 || !turns.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
                left.add(claim.id());
                return;
            }
            try {
                get(claim);
            } finally {
                turns.release();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException problem) {
            LOG.errorf(problem, "A picture in the text of article %d could not be stored; it is tried again", claim.article());
        }
    }

    private void get(BodyPictureQueue.Claim claim) throws SQLException, InterruptedException {
        if (claim.isLead()) {
            queue.lead(claim.id());
            return;
        }
        settle(claim, copier.copy(claim.url(), asking(claim.article()), WholeFormat.ALL), queue.ofHouse(claim.article(), claim.url()));
    }

    /** As the article's source is asked, which may want a name and a password for its pictures, too. */
    @Transactional
    UnaryOperator<FetchRequest> asking(long article) {
        return secrets.asking(Article.<Article>findByIdOptional(article).map(found -> found.source));
    }

    /** @param ofHouse in how many articles of its source it stands, if in too many */
    @Transactional
    void settle(BodyPictureQueue.Claim claim, PictureCopier.Copied copied, int ofHouse) throws SQLException {
        switch (copied.result()) {
            case PictureStudio.Result.Made made when made.looks() == PictureSubstance.Looks.PLANE -> queue.failed(claim.id(), "it is of one colour nearly everywhere, as stand-ins for pictures are");
            case PictureStudio.Result.Made made when ofHouse > 0 && made.looks() != PictureSubstance.Looks.PHOTOGRAPH ->
                queue.recall(claim.article(), claim.url(), "it stands in " + ofHouse + " articles of this source within days, so it is no picture of this one");
            case PictureStudio.Result.Made made -> {
                pictures.store(made);
                queue.ready(claim.id(), made.hash());
            }
            case PictureStudio.Result.NotUsable problem -> failed(claim, copied, problem.reason());
        }
    }

    private void failed(BodyPictureQueue.Claim claim, PictureCopier.Copied copied, String reason) throws SQLException {
        var again = copied.trouble().flatMap(trouble -> PictureQueue.pause(claim.tries(), trouble.retryAfter()));
        if (again.isPresent()) {
            queue.again(claim.id(), again.get(), reason + "; it is tried again in " + PictureQueue.words(again.get()));
        } else {
            queue.failed(claim.id(), reason);
        }
    }
}
