package org.broadsheet.article;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.platform.FetchRequest;
import org.broadsheet.source.SourceSecrets;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Fetches and stores the pictures that articles came with: the first usable candidate of each. What fails for a passing reason is tried again,
 * later and later.
 */
@ApplicationScoped
public class PictureDesk {

    private static final Logger LOG = Logger.getLogger(PictureDesk.class);
    private static final int MOST_CANDIDATES = 3;
    private static final int SEARCHES_AT_ONCE = 4;
    private static final int BATCH = 50;
    /** So long may those wait who asked for a source to be read; for the rest the next turn in the background comes. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Whether the turn in the background, which had taken one already, is done with it. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final PictureCopier copier;
    private final Pictures pictures;
    private final PictureQueue queue;
    private final HousePictures house;
    private final SourceSecrets secrets;
    private final Semaphore searches = new Semaphore(SEARCHES_AT_ONCE);

    PictureDesk(PictureCopier copier, Pictures pictures, PictureQueue queue, HousePictures house, SourceSecrets secrets) {
        this.copier = copier;
        this.pictures = pictures;
        this.queue = queue;
        this.house = house;
        this.secrets = secrets;
    }

    /** One article's wish. @param asking as its source has it */
    private record Wish(long article, int tries, List<PictureOffer> offers, UnaryOperator<FetchRequest> asking) {
    }

    /** How looking for one ended. */
    private sealed interface Search {
        /** A picture that was made, of this offer. */
        record Found(PictureStudio.Result.Made made, PictureOffer offer) implements Search {
        }

        /** @param after how long to wait before trying again; empty if that would be of no use */
        record Nothing(String problem, Optional<Duration> after) implements Search {
        }
    }

    /** Gets the pictures of these articles, several at a time; whatever goes wrong is noted with the article. */
    public void get(List<Long> articles) {
        get(articles, PATIENCE);
    }

    void get(List<Long> articles, Duration patience) {
        try {
            var until = System.nanoTime() + patience.toNanos(); // a stop watch, not a time of day
            fulfil(queue.claim(articles), patience);
            while (!articles.isEmpty() && System.nanoTime() - until < 0 && queue.underway(articles)) {
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (SQLException problem) {
            LOG.errorf(problem, "Pictures of %d articles could not be looked up; they are tried again", articles.size());
        }
    }

    /** Gets what was left over: after a failure, after a crash, or from articles stored by a node that died. */
    @Scheduled(every = "60s", delayed = "30s", identity = "pictures", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void getWanted() throws SQLException {
        fulfil(queue.claimDue(BATCH), PATIENCE);
    }

    private void fulfil(List<PictureQueue.Claim> claims, Duration patience) throws SQLException {
        var until = System.nanoTime() + patience.toNanos(); // a stop watch, not a time of day
        var left = new ConcurrentLinkedQueue<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var wish : wishes(claims)) {
                threads.execute(() -> inTurn(wish, until, left));
            }
        }
        queue.leave(List.copyOf(left));
    }

    @Transactional
    List<Wish> wishes(List<PictureQueue.Claim> claims) {
        Map<Long, Integer> tries = claims.stream().collect(Collectors.toMap(PictureQueue.Claim::article, PictureQueue.Claim::tries));
        return tries.isEmpty() ? List.of() : Article.<Article>list("id in ?1", tries.keySet()).stream()
                .map(article -> new Wish(article.id, tries.get(article.id), article.pictureCandidates, secrets.asking(Optional.ofNullable(article.source)))).toList();
    }

    @Transactional
    void settle(long id, Search search) throws SQLException {
        Article article = Article.findById(id);
        if (article == null) {
            return;
        }
        switch (search) {
            case Search.Found found -> hang(article, found);
            case Search.Nothing nothing when nothing.after().isPresent() -> {
                article.pictureProblem = nothing.problem() + "; it is tried again in " + PictureQueue.words(nothing.after().get());
                queue.again(id, nothing.after().get());
            }
            case Search.Nothing nothing -> {
                article.pictureState = Article.PictureState.FAILED;
                article.pictureProblem = nothing.problem();
                article.pictureHash = null;
                article.pictureWidth = 0;
                article.pictureHeight = 0;
            }
        }
    }

    private void hang(Article article, Search.Found found) throws SQLException {
        pictures.store(found.made());
        article.pictureHash = found.made().hash();
        article.pictureWidth = found.made().width();
        article.pictureHeight = found.made().height();
        article.pictureState = Article.PictureState.READY;
        article.pictureProblem = "";
        article.pictureAlt = CleanText.line(found.offer().alt(), 300);
        article.pictureCaption = CleanText.line(found.offer().caption(), 400);
        article.pictureCredit = CleanText.line(found.offer().credit(), 160);
        queue.fetched(article.id, found.offer().url());
    }

    /** @param left gets the article if its turn does not come in time */
    private void inTurn(Wish wish, long until, Collection<Long> left) {
        try {
            var patience = until - System.nanoTime();
            if (patience <= 0 || !searches.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
                left.add(wish.article());
                return;
            }
            try {
                settle(wish.article(), search(wish));
            } finally {
                searches.release();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException problem) {
            LOG.errorf(problem, "The picture of article %d could not be stored; it is tried again", wish.article());
        }
    }

    /** The first that is a picture; a plane of one colour, or what the source gives to one article after another, only where there is no other. */
    private Search search(Wish wish) throws InterruptedException, SQLException {
        var common = house.among(wish.article());
        var problems = new ArrayList<String>();
        var passing = false;
        Optional<Duration> asked = Optional.empty();
        Optional<Search> lastResort = Optional.empty();
        for (var offer : ownFirst(wish.offers(), common.keySet())) {
            var copied = copier.copy(offer.url(), wish.asking(), PictureFormat.ALL);
            switch (copied.result()) {
                case PictureStudio.Result.Made made when common.containsKey(offer.url()) && made.looks() != PictureSubstance.Looks.PHOTOGRAPH -> {
                    house.recall(wish.article(), offer.url());
                    problems.add(offer.url() + ": it came with " + common.get(offer.url()) + " articles of this source within days, so it is no picture of this one");
                }
                case PictureStudio.Result.Made made when made.looks() == PictureSubstance.Looks.PLANE -> lastResort = lastResort.or(() -> Optional.of(new Search.Found(made, offer)));
                case PictureStudio.Result.Made made -> {
                    return new Search.Found(made, offer);
                }
                case PictureStudio.Result.NotUsable problem -> problems.add(offer.url() + ": " + problem.reason());
            }
            if (copied.trouble().isPresent()) {
                passing = true;
                asked = copied.trouble().get().retryAfter();
            }
        }
        var again = passing ? PictureQueue.pause(wish.tries(), asked) : Optional.<Duration>empty();
        return lastResort.orElseGet(() -> new Search.Nothing(String.join("; ", problems), again));
    }

    private static List<PictureOffer> ownFirst(List<PictureOffer> offers, Set<String> common) {
        return offers.stream().sorted(Comparator.comparing(offer -> common.contains(offer.url()))).limit(MOST_CANDIDATES).toList(); // stable
    }
}
