package org.broadsheet.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The service's clock in tests: it goes, and it can be set. */
public final class MovableClock extends Clock {

    private static volatile Duration ahead = Duration.ZERO;

    /** Sets it; it goes on from there. */
    public static void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }

    /** Sets it right. */
    public static void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /** Takes the place of the system's clock. */
    @Singleton
    static class InPlace {

        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        Clock clock() {
            return new MovableClock();
        }
    }
}
