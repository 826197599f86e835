package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.broadsheet.source.FeedDocument;
import org.broadsheet.source.FeedEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoringQueueTest {

    private static final FeedDocument SMALL = document(30, 1000);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final StoringQueue queue = new StoringQueue(2);
    private final CountDownLatch stored = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void end() {
        stored.countDown();
        threads.close();
    }

    @ParameterizedTest
    @CsvSource({"101,10", "1,1000001", "50,20001"})
    void howeverManyLargeReadingsWaitASmallOneIsStoredAtOnce(int entries, int text) throws Exception {
        var large = IntStream.range(0, 5).mapToObj(number -> slow(document(entries, text))).toList();
        awaitBegun(1);
        for (var small = 0; small < 10; small++) {
            assertThat(threads.submit(() -> queue.with(SMALL, () -> "stored")).get(5, TimeUnit.SECONDS)).isEqualTo("stored");
        }
        assertThat(begun).as("large ones take turns").hasValue(1);
        stored.countDown();
        for (var one : large) {
            assertThat(one.get(5, TimeUnit.SECONDS)).isEqualTo("stored");
        }
    }

    @Test
    void noMoreAreStoredAtOnceThanThereArePlaces() throws Exception {
        var small = IntStream.range(0, 5).mapToObj(number -> slow(SMALL)).toList();
        awaitBegun(2);
        Thread.sleep(50);
        assertThat(begun).hasValue(2);
        stored.countDown();
        for (var one : small) {
            one.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatFailsGivesItsPlaceBack() {
        for (var time = 0; time < 5; time++) {
            assertThatThrownBy(() -> queue.with(document(101, 1), () -> {
                throw new IllegalStateException("no");
            })).hasMessage("no");
        }
        assertThat(queue.with(document(101, 1), () -> "stored")).isEqualTo("stored");
    }

    private Future<String> slow(FeedDocument document) {
        return threads.submit(() -> queue.with(document, () -> {
            begun.incrementAndGet();
            try {
                stored.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return "stored";
        }));
    }

    private void awaitBegun(int count) {
        org.awaitility.Awaitility.await().until(() -> begun.get() >= count);
    }

    private static FeedDocument document(int entries, int text) {
        var entry = new FeedEntry("g", "https://a.example/", "t", "", "x".repeat(text), "", Optional.empty(), Optional.empty(), List.of(), "", List.of());
        return new FeedDocument("t", "", "", java.util.Collections.nCopies(entries, entry), List.of());
    }
}
