package org.broadsheet.platform;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.jboss.logging.Logger;

/** One request and its answer. */
final class HttpExchange implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HttpExchange.class);
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,80}");
    /** RFC 6265, section 6.1: as long as a cookie may be at least. */
    private static final int LONGEST_VALUE = 4096;
    /** Where a message ends, and whom it is for, is not said by callers. */
    private static final Set<String> OURS = Set.of("host", "content-length", "transfer-encoding", "connection", "keep-alive", "proxy-connection", "te",
            "trailer", "upgrade", "expect", "accept-encoding");
    private final CheckedAddresses addresses;
    private final FetchLimits limits;
    private final String userAgent;
    private final Clock clock;
    private final HttpConnections connections;

    HttpExchange(CheckedAddresses addresses, FetchLimits limits, String userAgent, SSLContext tls, Clock clock) {
        this.addresses = addresses;
        this.limits = limits;
        this.userAgent = userAgent;
        this.clock = clock;
        this.connections = new HttpConnections(limits, tls);
    }

    /** @throws InterruptedException when the time of the fetch is over */
    Hop run(FetchRequest wanted, WebAddress address, Optional<WebAddress> moved, BodyMemory.Share memory) throws InterruptedException {
        try {
            return reach(wanted, address, moved, memory);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) { // the client below throws whatever its event loops met
            LOG.debugf(e, "Fetching from %s failed", address.host());
            return FetchTrouble.toldAs(e);
        }
    }

    private Hop reach(FetchRequest wanted, WebAddress address, Optional<WebAddress> moved, BodyMemory.Share memory) throws Exception {
        Iterator<InetAddress> places = addresses.resolve(address.host(), address.port()).iterator();
        while (true) {
            InetAddress place = places.next();
            try {
                return ask(wanted, address, place, moved, memory);
            } catch (Exception e) {
                if (!FetchTrouble.isOfTheWayThere(e) || !places.hasNext()) {
                    throw e;
                }
            }
        }
    }

    /**
     * A kept connection may have been closed by the server at this very moment, and HTTP/2 may be beyond one of the two sides; then the question is put
     * once more. If that fails, too, the first failure says more.
     */
    private Hop ask(FetchRequest wanted, WebAddress address, InetAddress place, Optional<WebAddress> moved, BodyMemory.Share memory) throws Exception {
        AnswerStream answer = new AnswerStream(limits.firstByte(), limits.wireBytes());
        try {
            return askOnce(answer, wanted, address, place, moved, memory);
        } catch (Exception e) {
            boolean oldWays = address.isSecure() && FetchTrouble.isOfHttp2(e);
            if (answer.hasBegun() || wanted.post().isPresent() || !oldWays && !FetchTrouble.isOfAKeptConnection(e)) {
                throw e;
            }
            if (oldWays) {
                connections.giveUpHttp2(address);
            }
            return askAgain(e, wanted, address, place, moved, memory);
        }
    }

    private Hop askAgain(Exception first, FetchRequest wanted, WebAddress address, InetAddress place, Optional<WebAddress> moved, BodyMemory.Share memory)
            throws Exception {
        AnswerStream answer = new AnswerStream(limits.firstByte(), limits.wireBytes());
        try {
            return askOnce(answer, wanted, address, place, moved, memory);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw answer.hasBegun() ? e : first;
        }
    }

    private Hop askOnce(AnswerStream answer, FetchRequest wanted, WebAddress address, InetAddress place, Optional<WebAddress> moved, BodyMemory.Share memory)
            throws Exception {
        if (wanted.protocol() == FetchRequest.Protocol.HTTP_1_1 && address.isSecure()) {
            connections.giveUpHttp2(address);
        }
        Future<Void> exchange = connections.open(address, place, request(wanted, address), answer);
        try {
            Hop hop = new Answer(wanted, address, moved, new AnswerHead(answer.head(limits.connect().plus(limits.connect())
                    .plus(limits.firstByte())), clock)).read(answer, new LimitedBody(limits, wanted.maxBytes(), memory));
            answer.settle();
            return hop;
        } finally {
            exchange.cancel(true); // breaks off what was not read to its end
        }
    }

    private AsyncRequestProducer request(FetchRequest wanted, WebAddress address) {
        HttpHost host = new HttpHost(address.scheme(), address.host(), address.port());
        BasicHttpRequest request = new BasicHttpRequest(wanted.post().isPresent() ? "POST" : "GET", host, address.path());
        request.setHeader("User-Agent", userAgent);
        request.setHeader("Accept", wanted.accept());
        request.setHeader("Accept-Encoding", ContentCoding.OFFERED);
        wanted.etag().filter(AnswerHead::isHarmless).ifPresent(v -> request.setHeader("If-None-Match", v));
        wanted.lastModified().filter(AnswerHead::isHarmless).ifPresent(v -> request.setHeader("If-Modified-Since", v));
        boolean own = WebAddress.of(wanted.url().strip()).filter(address::sameOrigin).isPresent();
        wanted.headers().forEach((name, value) -> {
            if ((own || name.equalsIgnoreCase(FetchRequest.USER_AGENT)) && isSendable(name, value)) {
                request.setHeader(name, value);
            }
        });
        return new BasicRequestProducer(request, wanted.post()
                .map(post -> new BasicAsyncEntityProducer(post.body(), ContentType.parse(post.contentType()))).orElse(null));
    }

    private static boolean isSendable(String name, String value) {
        return FIELD_NAME.matcher(name).matches() && !OURS.contains(name.toLowerCase(Locale.ROOT)) && value.length() <= LONGEST_VALUE && AnswerHead.isOneLine(value);
    }

    @Override
    public void close() {
        connections.close();
    }
}
