package org.broadsheet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** What lives in the heap of another JVM, by a full collection at each look; the most of what was seen while it worked. */
final class LiveHeap implements AutoCloseable {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final long PAUSE = 200_000_000;
    private final ProcessHandle process;
    private final Thread looking = new Thread(this::look, "live-heap");
    private volatile boolean ended;
    private volatile double most;
    private volatile int looks;

    private LiveHeap(ProcessHandle process) {
        this.process = process;
    }

    /** Looks now and then from now on. */
    static LiveHeap watching(ProcessHandle process) {
        var watch = new LiveHeap(process);
        watch.looking.start();
        return watch;
    }

    /** Ends looking. */
    double most() throws InterruptedException {
        ended = true;
        looking.join();
        return most;
    }

    int looks() {
        return looks;
    }

    private void look() {
        while (!ended) {
            most = Math.max(most, of(process));
            looks++;
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Bytes. */
    static double of(ProcessHandle process) {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var asked = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.class_histogram").redirectErrorStream(true).start();
            var total = TOTAL.matcher(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (!total.find()) {
                throw new IllegalStateException("jcmd tells no total");
            }
            return Double.parseDouble(total.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        most();
    }
}
