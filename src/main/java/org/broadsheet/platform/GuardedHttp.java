package org.broadsheet.platform;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The one way out to the web. It reaches no private address (F1 to F3) and spends no more than its limits (F4): every address a name
 * resolves to is checked, the connection goes to a checked address, each redirect is a new check. Bad input is an outcome, never an
 * exception. Safe for use by many threads; blocks, so call it from virtual threads.
 */
public final class GuardedHttp implements AutoCloseable {

    private final FetchLimits limits;
    private final HostSlots slots;
    private final HttpExchange exchange;

    /**
     * @param resolver  asked once for each connection
     * @param userAgent says who asks and why, with an address to complain at
     */
    public GuardedHttp(AddressPolicy policy, NameResolver resolver, FetchLimits limits, String userAgent, Clock clock) {
        this.limits = limits;
        this.slots = new HostSlots(limits);
        this.exchange = new HttpExchange(new CheckedAddresses(policy, resolver), limits, userAgent, clock);
    }

    /** Fetches, follows redirects (of a GET), and gives up in time. */
    public FetchOutcome fetch(FetchRequest request) {
        try {
            return follow(request, WebAddress.parse(request.url().strip()));
        } catch (InvalidWebAddressException e) {
            return new FetchOutcome.Refused("Not an address we would visit: " + e.getMessage());
        }
    }

    private FetchOutcome follow(FetchRequest request, WebAddress start) {
        WebAddress here = start;
        Optional<WebAddress> moved = Optional.empty();
        boolean onlyPermanent = true;
        Duration left = limits.total();
        for (int hops = 0; hops <= limits.redirects(); hops++) {
            long began = System.nanoTime(); // a stop watch, not a time of day
            Hop hop = slots.with(here.host(), new Attempt(request, here, moved, left));
            switch (hop) {
                case Hop.Ended ended -> {
                    return ended.outcome();
                }
                case Hop.Redirected redirect -> {
                    onlyPermanent &= redirect.permanent();
                    here = redirect.to();
                    moved = onlyPermanent ? Optional.of(here) : moved;
                }
            }
            left = left.minusNanos(System.nanoTime() - began);
        }
        return new FetchOutcome.Failed("redirects", 0, "The address redirects more than " + limits.redirects() + " times", Optional.empty());
    }

    @Override
    public void close() throws IOException {
        exchange.close();
    }

    /** One request to one address, within what is left of the time. */
    private final class Attempt implements HostSlots.Work {

        private final FetchRequest request;
        private final WebAddress address;
        private final Optional<WebAddress> moved;
        private final Duration left;

        Attempt(FetchRequest request, WebAddress address, Optional<WebAddress> moved, Duration left) {
            this.request = request;
            this.address = address;
            this.moved = moved;
            this.left = left;
        }

        @Override
        public Hop run() {
            return Deadline.run(() -> exchange.run(request, address, moved), left);
        }
    }
}
