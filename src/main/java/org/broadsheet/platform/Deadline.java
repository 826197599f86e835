package org.broadsheet.platform;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

/**
 * Runs blocking network work on a virtual thread of its own, so that the caller gets his answer in time whatever the other side does:
 * timeouts of reading alone never end against a server that sends one byte now and then. A name server that does not answer costs a parked
 * thread until it gives up, not the caller.
 */
final class Deadline {

    private static final Logger LOG = Logger.getLogger(Deadline.class);

    private Deadline() {
    }

    static Hop run(Callable<Hop> work, Duration left) {
        FutureTask<Hop> task = new FutureTask<>(work);
        Thread.ofVirtual().name("fetch").start(task);
        try {
            return task.get(Math.max(left.toMillis(), 1), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return Hop.failed("timeout", "It took longer than the time there is for a fetch");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Hop.interrupted();
        } catch (ExecutionException e) {
            LOG.error("A fetch ended in an unforeseen way", e.getCause());
            return Hop.failed("protocol", "The answer could not be read: " + e.getCause().getClass().getSimpleName());
        }
    }
}
