package org.broadsheet.platform;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import org.apache.hc.core5.ssl.SSLContexts;

/**
 * The one way out to the web. It reaches no private address (F1 to F3) and spends no more than its limits (F4): every address a name
 * resolves to is checked, the connection goes to a checked address, each redirect is a new check. Bad input is an outcome, never an
 * exception. Safe for use by many threads; blocks, so call it from virtual threads.
 */
public final class GuardedHttp implements AutoCloseable {

    private final FetchLimits limits;
    private final HostSlots slots;
    private final BodyMemory memory;
    private final HttpExchange exchange;

    /**
     * @param resolver  asked once for each request
     * @param userAgent says who asks and why, with an address to complain at
     */
    public GuardedHttp(AddressPolicy policy, NameResolver resolver, FetchLimits limits, String userAgent, Clock clock) {
        this(policy, resolver, limits, userAgent, clock, SSLContexts.createSystemDefault());
    }

    GuardedHttp(AddressPolicy policy, NameResolver resolver, FetchLimits limits, String userAgent, Clock clock, SSLContext tls) {
        this.limits = limits;
        this.slots = new HostSlots(limits);
        this.memory = BodyMemory.ofHeap(Runtime.getRuntime().maxMemory(), limits);
        this.exchange = new HttpExchange(new CheckedAddresses(policy, resolver), limits, userAgent, tls, clock);
    }

    /** What is done with an outcome. */
    @FunctionalInterface
    public interface Use<T, E extends Exception> {

        T of(FetchOutcome outcome) throws E;
    }

    /**
     * Fetches, follows redirects (of a GET), and gives up in time. A body counts against the memory for bodies only until this returns; who expects
     * large ones takes {@link #fetch(FetchRequest, Use)}.
     */
    public FetchOutcome fetch(FetchRequest request) {
        return fetch(request, outcome -> outcome);
    }

    /**
     * Fetches as {@link #fetch(FetchRequest)} does. While the outcome is used, a large body keeps its share of the memory for bodies, so that however
     * many are fetched at once, no more are held than there is room for.
     *
     * @param use must let go of the body in the end, and should not fetch large bodies itself: they might wait in vain
     * @throws E what {@code use} throws
     */
    public <T, E extends Exception> T fetch(FetchRequest request, Use<T, E> use) throws E {
        try (BodyMemory.Share share = memory.share()) {
            return use.of(fetched(request, share));
        }
    }

    private FetchOutcome fetched(FetchRequest request, BodyMemory.Share share) {
        try {
            return follow(request, WebAddress.parse(request.url().strip()), share);
        } catch (InvalidWebAddressException e) {
            return new FetchOutcome.Refused("Not an address we would visit: " + e.getMessage());
        }
    }

    private FetchOutcome follow(FetchRequest request, WebAddress start, BodyMemory.Share share) {
        Trip trip = new Trip(request, share);
        WebAddress here = start;
        for (int hops = 0; hops <= limits.redirects(); hops++) {
            switch (trip.to(here)) {
                case Hop.Ended ended -> {
                    return ended.outcome();
                }
                case Hop.Redirected redirect -> here = trip.sentOn(redirect);
            }
        }
        return new FetchOutcome.Failed("redirects", 0, "The address redirects more than " + limits.redirects() + " times", Optional.empty());
    }

    @Override
    public void close() throws IOException {
        exchange.close();
    }

    /** What one fetch has met so far, and the time that is left to it. */
    private final class Trip {

        private final FetchRequest request;
        private final BodyMemory.Share share;
        private Optional<WebAddress> moved = Optional.empty();
        private boolean onlyPermanent = true;
        private Optional<Duration> retryAfter = Optional.empty();
        private Duration left = limits.total();

        Trip(FetchRequest request, BodyMemory.Share share) {
            this.request = request;
            this.share = share;
        }

        WebAddress sentOn(Hop.Redirected redirect) {
            onlyPermanent &= redirect.permanent();
            moved = onlyPermanent ? Optional.of(redirect.to()) : moved;
            retryAfter = redirect.retryAfter().or(() -> retryAfter);
            return redirect.to();
        }

        Hop to(WebAddress address) {
            String host = hostOf(address);
            Hop hop = slots.with(host, () -> timed(address));
            if (!(hop instanceof Hop.Ended(FetchOutcome outcome))) {
                return hop;
            }
            switch (outcome) {
                case FetchOutcome.Failed failed when failed.status() == 429 -> failed.retryAfter().ifPresent(time -> slots.refused(host, address.toString(), time));
                case FetchOutcome.Failed failed when failed.status() == 0 -> { } // no answer says nothing
                default -> slots.answered(host);
            }
            return outcome instanceof FetchOutcome.Fetched fetched && fetched.retryAfter().isEmpty() && retryAfter.isPresent()
                    ? new Hop.Ended(fetched.withRetryAfter(retryAfter)) : hop;
        }

        /** Waiting for a slot is not counted. */
        private Hop timed(WebAddress address) {
            long began = System.nanoTime(); // a stop watch, not a time of day
            try {
                return Deadline.run(() -> exchange.run(request, address, moved, share), left);
            } finally {
                left = left.minusNanos(System.nanoTime() - began);
            }
        }

        /** On the ports of the web one host is one server; on others each is another. */
        private static String hostOf(WebAddress address) {
            return address.port() == 80 || address.port() == 443 ? address.host() : address.host() + ":" + address.port();
        }
    }
}
