package org.broadsheet.article;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.broadsheet.source.FeedDocument;

/**
 * Who may clean and store what was read: as many at a time as the machine can do, since whoever waits for a server needs no processor, and who cleans
 * and stores does. Of large readings there is one at a time, so that the other places are left to ordinary ones: nobody who asks for a small source waits
 * for two archives. Nor do large ones of a publication wait for each other within their transactions, where there is a time limit.
 */
final class StoringQueue {

    /** More entries than an ordinary feed has. */
    static final int MOST_ENTRIES = 100;
    /** More text than an ordinary feed has, in characters. */
    static final int MOST_TEXT = 1_000_000;

    private final Semaphore places;
    private final Semaphore forLarge = new Semaphore(1, true);

    /** @param places at least two */
    StoringQueue(int places) {
        this.places = new Semaphore(places, true);
    }

    /** Does the work when there is a place for it, in the order of asking among the large and among the others. */
    <T> T with(FeedDocument document, Supplier<T> work) {
        return isLarge(document) ? within(forLarge, () -> within(places, work)) : within(places, work);
    }

    private static <T> T within(Semaphore semaphore, Supplier<T> work) {
        semaphore.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            semaphore.release();
        }
    }

    private static boolean isLarge(FeedDocument document) {
        return document.entries().size() > MOST_ENTRIES
                || document.entries().stream().mapToLong(entry -> entry.contentHtml().length() + entry.summaryHtml().length()).sum() > MOST_TEXT;
    }
}
