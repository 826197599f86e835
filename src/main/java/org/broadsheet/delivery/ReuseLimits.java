package org.broadsheet.delivery;

import java.time.Duration;

/**
 * For how long one connection is used (G13): big receivers close after as many themselves, and a fresh one spreads load over a relay's nodes.
 *
 * @param messages at least 1
 * @param age      since it was opened
 */
public record ReuseLimits(int messages, Duration age) {

    public static final ReuseLimits DEFAULT = new ReuseLimits(100, Duration.ofMinutes(5));
}
