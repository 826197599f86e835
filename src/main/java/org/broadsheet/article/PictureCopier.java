package org.broadsheet.article;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;

import io.quarkus.runtime.ShutdownEvent;

/**
 * Fetches a picture and makes its renditions. Decoding runs on as many threads as there are cores. No Referer is sent: servers that ask for one
 * want their own pages in it.
 */
@ApplicationScoped
class PictureCopier {

    private static final long HEAVIEST = 12_000_000;

    /**
     * @param trouble why the server gave nothing, where the same address may well answer later
     */
    record Copied(PictureStudio.Result result, Optional<FetchOutcome.Failed> trouble) {
    }

    private final GuardedHttp http;
    private final ExecutorService studio = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("picture-studio-", 0).daemon().factory());

    PictureCopier(GuardedHttp http) {
        this.http = http;
    }

    /** @param asking as its source is asked */
    Copied copy(String url, UnaryOperator<FetchRequest> asking, List<PictureShape> shapes) throws InterruptedException {
        var outcome = http.fetch(asking.apply(FetchRequest.of(url).accepting(FetchRequest.PICTURE).atMost(HEAVIEST)));
        return new Copied(made(outcome, shapes), outcome instanceof FetchOutcome.Failed failed && isPassing(failed) ? Optional.of(failed) : Optional.empty());
    }

    void close(@Observes ShutdownEvent stop) {
        studio.shutdownNow();
    }

    private static boolean isPassing(FetchOutcome.Failed failed) {
        return switch (failed.code()) {
            case "dns", "connect", "tls", "timeout", "busy", "interrupted", "protocol" -> true;
            default -> failed.status() >= 500 || failed.status() == 429 || failed.status() == 408 || failed.status() == 425;
        };
    }

    private PictureStudio.Result made(FetchOutcome outcome, List<PictureShape> shapes) throws InterruptedException {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> decoded(fetched.body(), shapes);
            case FetchOutcome.NotModified unasked -> new PictureStudio.Result.NotUsable("the server answered that it has not changed, which nobody asked");
            case FetchOutcome.Refused refused -> new PictureStudio.Result.NotUsable(refused.reason());
            case FetchOutcome.Failed failed -> new PictureStudio.Result.NotUsable(failed.reason());
        };
    }

    private PictureStudio.Result decoded(byte[] bytes, List<PictureShape> shapes) throws InterruptedException {
        try {
            return studio.submit(() -> PictureStudio.make(bytes, shapes)).get();
        } catch (ExecutionException problem) {
            return new PictureStudio.Result.NotUsable("it could not be decoded: " + problem.getCause().getMessage());
        }
    }
}
