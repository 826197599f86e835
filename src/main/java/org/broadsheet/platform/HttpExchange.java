package org.broadsheet.platform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import java.util.zip.ZipException;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jboss.logging.Logger;

/** One request and its answer. The client below follows no redirect, keeps no connection and no cookie, and decompresses nothing by itself. */
final class HttpExchange implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HttpExchange.class);
    private final FetchLimits limits;
    private final String userAgent;
    private final Clock clock;
    private final CloseableHttpClient client;

    HttpExchange(CheckedAddresses addresses, FetchLimits limits, String userAgent, Clock clock) {
        this.limits = limits;
        this.userAgent = userAgent;
        this.clock = clock;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(addresses, limits))
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(Timeout.of(limits.firstByte())).build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling().disableContentCompression().disableCookieManagement().disableAuthCaching()
                .disableAutomaticRetries().disableDefaultUserAgent()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(CheckedAddresses addresses, FetchLimits limits) {
        Timeout connect = Timeout.of(limits.connect());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build()).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(limits.firstByte())).build())
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setMaxConnTotal(10_000).setMaxConnPerRoute(10_000) // HostSlots counts, not the pool
                .build();
    }

    Hop run(FetchRequest wanted, WebAddress address, Optional<WebAddress> moved) {
        HttpUriRequestBase request = request(wanted, address);
        HttpHost host = new HttpHost(address.scheme(), address.host(), address.port());
        try (ClassicHttpResponse answer = client.executeOpen(host, request, null)) {
            try {
                return new Answer(wanted, address, moved, answer).read();
            } finally {
                request.cancel(); // closing alone would read the rest of a body that may never end
            }
        } catch (IOException e) {
            LOG.debugf(e, "Fetching from %s failed", address.host());
            return failure(e);
        }
    }

    private HttpUriRequestBase request(FetchRequest wanted, WebAddress address) {
        HttpUriRequestBase request = wanted.post().<HttpUriRequestBase>map(post -> posted(post, address)).orElseGet(() -> new HttpGet(address.toUri()));
        request.setHeader("User-Agent", userAgent);
        request.setHeader("Accept", wanted.accept());
        request.setHeader("Accept-Encoding", "gzip, deflate");
        wanted.etag().filter(AnswerHead::isHarmless).ifPresent(v -> request.setHeader("If-None-Match", v));
        wanted.lastModified().filter(AnswerHead::isHarmless).ifPresent(v -> request.setHeader("If-Modified-Since", v));
        if (WebAddress.of(wanted.url()).filter(address::sameOrigin).isPresent()) {
            wanted.headers().entrySet().stream().filter(header -> AnswerHead.isHarmless(header.getValue()))
                    .forEach(header -> request.setHeader(header.getKey(), header.getValue()));
        }
        return request;
    }

    private static HttpUriRequestBase posted(FetchRequest.Post post, WebAddress address) {
        HttpPost request = new HttpPost(address.toUri());
        request.setEntity(new ByteArrayEntity(post.body(), ContentType.parse(post.contentType())));
        return request;
    }

    private static Hop failure(Exception e) {
        return switch (e) {
            case CheckedAddresses.AddressBlockedException blocked -> Hop.refused("Blocked: " + blocked.getMessage());
            case LimitedBody.TooLargeException large -> Hop.failed("too-large", "Too large: " + large.getMessage());
            case LimitedBody.UnknownEncodingException unknown -> Hop.failed("encoding", unknown.getMessage());
            case ZipException zip -> Hop.failed("encoding", "The document is not compressed the way the server says: " + words(zip));
            case UnknownHostException unknown -> Hop.failed("dns", "There is no host of that name: " + words(unknown));
            case ConnectTimeoutException late -> Hop.failed("timeout", "The server did not accept a connection in time");
            case HttpHostConnectException refused -> Hop.failed("connect", "The server refuses connections: " + words(refused));
            case SocketTimeoutException late -> Hop.failed("timeout", "The server fell silent");
            case InterruptedIOException late -> Hop.failed("timeout", "The server took too long");
            case SSLException tls -> Hop.failed("tls", "No secure connection could be made: " + words(tls));
            default -> Hop.failed("protocol", "The answer could not be read: " + words(e));
        };
    }

    private static String words(Exception e) {
        return WebAddressParser.shown(String.valueOf(e.getMessage()));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /** An answer whose body has not been read yet. */
    private final class Answer {

        private final FetchRequest wanted;
        private final WebAddress address;
        private final Optional<String> movedTo;
        private final ClassicHttpResponse answer;
        private final AnswerHead head;

        Answer(FetchRequest wanted, WebAddress address, Optional<WebAddress> moved, ClassicHttpResponse answer) {
            this.wanted = wanted;
            this.address = address;
            this.movedTo = moved.map(WebAddress::toString);
            this.answer = answer;
            this.head = new AnswerHead(answer, clock);
        }

        Hop read() throws IOException {
            int status = answer.getCode();
            return switch (status) {
                case 301, 302, 303, 307, 308 -> wanted.post().isEmpty() ? redirect(status == 301 || status == 308) : unsuccessful(status);
                case 304 -> wanted.isConditional() ? notModified() : unsuccessful(status);
                default -> status >= 200 && status < 300 ? fetched(status) : unsuccessful(status);
            };
        }

        private Hop redirect(boolean permanent) {
            String location = head.first("Location").orElse("");
            if (location.isEmpty()) {
                return Hop.failed("protocol", "It is redirected to nowhere: there is no Location");
            }
            try {
                return new Hop.Redirected(address.resolve(location), permanent);
            } catch (InvalidWebAddressException e) {
                return Hop.refused("The server redirects to an address we would not visit: " + e.getMessage());
            }
        }

        private Hop notModified() {
            return new Hop.Ended(new FetchOutcome.NotModified(address.toString(), movedTo, head.validator("ETag"),
                    head.validator("Last-Modified"), head.maxAge()));
        }

        private Hop fetched(int status) throws IOException {
            byte[] body = answer.getEntity() == null ? new byte[0] : new LimitedBody(limits, wanted.maxBytes())
                    .read(answer.getEntity().getContent(), head.first("Content-Encoding").orElse(""));
            return new Hop.Ended(new FetchOutcome.Fetched(address.toString(), movedTo, status, head.mediaType(), head.charset(),
                    head.validator("ETag"), head.validator("Last-Modified"), head.retryAfter(), body, head.maxAge(), head.all("Link")));
        }

        private Hop unsuccessful(int status) {
            String reason = address.host() + " answered " + status + ": " + meaning(status);
            return new Hop.Ended(new FetchOutcome.Failed("http-" + status, status, reason, head.retryAfter()));
        }

        private String meaning(int status) {
            if (head.first("cf-mitigated").isPresent()) {
                return "it wants to see a person in a browser";
            }
            return switch (status) {
                case 401, 403 -> "it refuses us";
                case 404 -> "there is nothing at this address";
                case 410 -> "it is gone for good";
                case 429 -> "we ask too often";
                default -> status >= 500 ? "it has trouble of its own" : "it does not answer with a document";
            };
        }
    }
}
