package org.broadsheet.platform;

import java.time.Duration;

/**
 * What one fetch may cost (F4).
 *
 * @param connect       for each address tried, and for the TLS handshake
 * @param firstByte     longest silence of the server
 * @param total         from the first connection to the last byte, all redirects included; waiting for a free slot is not counted
 * @param wireBytes     of the body as transferred
 * @param inflatedBytes of the body after decompression
 * @param ratio         of inflated to transferred bytes, checked from 1 MiB on
 * @param redirects     followed at most
 * @param perHost       fetches at the same time from one host
 * @param slotWait      longest wait for such a slot
 * @param pause         between the beginnings of two fetches from one host
 */
public record FetchLimits(Duration connect, Duration firstByte, Duration total, long wireBytes, long inflatedBytes, int ratio,
        int redirects, int perHost, Duration slotWait, Duration pause) {

    /** What feeds and pages need and no more (F4 to F6). */
    public static FetchLimits standard() {
        return new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), 10_000_000, 50_000_000, 100,
                5, 2, Duration.ofSeconds(60), Duration.ofMillis(50));
    }
}
