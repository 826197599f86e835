package org.broadsheet.source;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What a piece of work costs, however busy the machine is. */
final class CpuTime {

    private CpuTime() {
    }

    static Duration of(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
    }
}
