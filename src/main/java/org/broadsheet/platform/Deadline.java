package org.broadsheet.platform;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs blocking network work on a virtual thread of its own, so that the caller gets his answer in time whatever the other side does:
 * read timeouts alone never end against a server that sends one byte now and then. Interrupting a virtual thread closes the socket it
 * is blocked on; a name server that does not answer costs a parked thread until it gives up, not the caller.
 */
final class Deadline {

    private Deadline() {
    }

    static Hop run(Supplier<Hop> work, Duration left) {
        FutureTask<Hop> task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("fetch").start(task);
        try {
            return task.get(Math.max(left.toMillis(), 1), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return Hop.failed("timeout", "It took longer than the time there is for a fetch");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Hop.failed("interrupted", "The fetch was interrupted because the service is stopping");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fetch ended in an unforeseen way", e.getCause());
        }
    }
}
