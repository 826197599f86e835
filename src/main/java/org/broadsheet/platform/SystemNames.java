package org.broadsheet.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asks the operating system on platform threads of its own. A look-up is a native call that holds its carrier thread: a few names whose
 * servers do not answer would otherwise stop every virtual thread of the service for seconds. Who waits may be interrupted; the look-up then
 * ends when the system gives up.
 */
final class SystemNames implements NameResolver {

    private static final int AT_ONCE = 32;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("names-", 0).daemon().factory());

    SystemNames() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        var lookUp = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        threads.execute(lookUp);
        try {
            return lookUp.get();
        } catch (InterruptedException stop) {
            lookUp.cancel(false); // not begun: never begins
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + " was not found in time");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException("Looking up " + host + " failed in an unforeseen way", failed.getCause());
        }
    }
}
