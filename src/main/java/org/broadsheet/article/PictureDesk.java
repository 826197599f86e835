package org.broadsheet.article;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/** Fetches and stores the pictures that articles came with: the first usable candidate of each. Decoding runs on as many threads as there are cores. */
@ApplicationScoped
public class PictureDesk {

    private static final Logger LOG = Logger.getLogger(PictureDesk.class);
    private static final long HEAVIEST = 12_000_000;
    private static final int MOST_CANDIDATES = 3;
    private static final int FETCHES_AT_ONCE = 8;
    private static final int BATCH = 50;

    private final GuardedHttp http;
    private final Pictures pictures;
    private final ExecutorService studio = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("picture-studio-", 0).daemon().factory());
    private final Semaphore fetches = new Semaphore(FETCHES_AT_ONCE);

    PictureDesk(GuardedHttp http, Pictures pictures) {
        this.http = http;
        this.pictures = pictures;
    }

    /** One article's wish. */
    private record Wish(long article, List<PictureOffer> offers) {
    }

    /** A picture that was made, of this offer; or why there is none. */
    private record Found(Optional<PictureStudio.Result.Made> made, PictureOffer offer, String problem) {
    }

    /** Gets the pictures of these articles, several at a time; whatever goes wrong is noted with the article. */
    public void get(List<Long> articles) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var wish : wishes(articles)) {
                threads.execute(() -> fulfil(wish));
            }
        }
    }

    /** Gets what was left over: after a crash, or from articles stored by a node that died. */
    @Scheduled(every = "60s", delayed = "30s", identity = "pictures", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void getWanted() {
        get(wanted());
    }

    void close(@Observes ShutdownEvent stop) {
        studio.shutdownNow();
    }

    @Transactional
    List<Long> wanted() {
        return Article.<Article>find("pictureState = ?1 order by id desc", Article.PictureState.WANTED).page(0, BATCH).stream().map(article -> article.id).toList();
    }

    @Transactional
    List<Wish> wishes(List<Long> articles) {
        return articles.isEmpty() ? List.of() : Article.<Article>list("id in ?1 and pictureState = ?2", articles, Article.PictureState.WANTED).stream()
                .map(article -> new Wish(article.id, article.pictureCandidates)).toList();
    }

    @Transactional
    void settle(long id, Found found) throws SQLException {
        Article article = Article.findById(id);
        if (article == null) {
            return;
        }
        if (found.made().isEmpty()) {
            article.pictureState = Article.PictureState.FAILED;
            article.pictureProblem = found.problem();
            article.pictureHash = null;
            return;
        }
        pictures.store(found.made().get());
        article.pictureHash = found.made().get().hash();
        article.pictureState = Article.PictureState.READY;
        article.pictureProblem = "";
        article.pictureAlt = CleanText.line(found.offer().alt(), 300);
        article.pictureCaption = CleanText.line(found.offer().caption(), 400);
        article.pictureCredit = CleanText.line(found.offer().credit(), 160);
    }

    private void fulfil(Wish wish) {
        try {
            settle(wish.article(), search(wish.offers()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException problem) {
            LOG.errorf(problem, "The picture of article %d could not be stored; it is tried again", wish.article());
        }
    }

    private Found search(List<PictureOffer> offers) throws InterruptedException {
        var problems = new ArrayList<String>();
        for (var offer : offers.subList(0, Math.min(MOST_CANDIDATES, offers.size()))) {
            fetches.acquire();
            try {
                switch (make(offer)) {
                    case PictureStudio.Result.Made made -> {
                        return new Found(Optional.of(made), offer, "");
                    }
                    case PictureStudio.Result.NotUsable problem -> problems.add(offer.url() + ": " + problem.reason());
                }
            } finally {
                fetches.release();
            }
        }
        return new Found(Optional.empty(), offers.getFirst(), String.join("; ", problems));
    }

    private PictureStudio.Result make(PictureOffer offer) throws InterruptedException {
        return switch (http.fetch(FetchRequest.of(offer.url()).accepting(FetchRequest.PICTURE).atMost(HEAVIEST))) {
            case FetchOutcome.Fetched fetched -> decoded(fetched.body());
            case FetchOutcome.NotModified unasked -> new PictureStudio.Result.NotUsable("the server answered that it has not changed, which nobody asked");
            case FetchOutcome.Refused refused -> new PictureStudio.Result.NotUsable(refused.reason());
            case FetchOutcome.Failed failed -> new PictureStudio.Result.NotUsable(failed.reason());
        };
    }

    private PictureStudio.Result decoded(byte[] bytes) throws InterruptedException {
        try {
            return studio.submit(() -> PictureStudio.make(bytes)).get();
        } catch (ExecutionException problem) {
            return new PictureStudio.Result.NotUsable("it could not be decoded: " + problem.getCause().getMessage());
        }
    }
}
