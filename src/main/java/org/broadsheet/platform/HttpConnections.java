package org.broadsheet.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

import javax.net.ssl.SSLContext;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jboss.logging.Logger;

/**
 * Connections to addresses that were checked: HTTP/2 where a server offers it by ALPN (RFC 9113 section 3.2), HTTP/1.1 elsewhere. The client below
 * follows no redirect, keeps no cookie, looks no name up and decompresses nothing. A connection is used again for a few seconds, and only
 * by a fetch whose own check has led to the very address that it goes to.
 */
final class HttpConnections implements AutoCloseable {

    private static final TimeValue KEPT = TimeValue.ofSeconds(5);
    private static final TimeValue LONGEST_KEPT = TimeValue.ofSeconds(60);
    private static final int MOST = 10_000; // HostSlots counts, not the pool
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_FIELDS = 100;
    private static final int LARGEST_HEAD = 65_536;
    private static final Logger LOG = Logger.getLogger(HttpConnections.class);
    private final CloseableHttpAsyncClient client;
    private final Set<String> withoutHttp2 = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    HttpConnections(FetchLimits limits, SSLContext tls) {
        // The last resort alone: a reader that waits for memory or a processor is not a server that is silent. AnswerStream tells them apart.
        Timeout silence = Timeout.of(limits.total());
        this.client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDnsResolver(new NoLookUps())
                        .setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(tls).buildAsync())
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.of(limits.connect()))
                                .setSocketTimeout(silence).setTimeToLive(LONGEST_KEPT).build())
                        .setTlsConfigResolver(host -> TlsConfig.custom().setHandshakeTimeout(Timeout.of(limits.connect()))
                                .setVersionPolicy(withoutHttp2.contains(host.toHostString()) ? HttpVersionPolicy.FORCE_HTTP_1 : HttpVersionPolicy.NEGOTIATE).build())
                        .setMaxConnTotal(MOST).setMaxConnPerRoute(MOST)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(silence).setConnectionRequestTimeout(Timeout.of(limits.connect()))
                        .setProtocolUpgradeEnabled(false).setHardCancellationEnabled(true).build())
                .setHttp1Config(Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_FIELDS).setMaxEmptyLineCount(10).build())
                .setH2Config(H2Config.custom().setPushEnabled(false).setMaxHeaderListSize(LARGEST_HEAD).setMaxContinuations(16)
                        .setMaxConcurrentStreams(1).build())
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(Math.max(2, Runtime.getRuntime().availableProcessors()))
                        .setSoTimeout(silence).build())
                .setIoReactorExceptionCallback(this::eventLoopFailed)
                .setKeepAliveStrategy((answer, context) -> KEPT)
                .evictExpiredConnections().evictIdleConnections(KEPT)
                .disableRedirectHandling().disableContentCompression().disableCookieManagement().disableAuthCaching()
                .disableAutomaticRetries()
                .build();
        client.start();
    }

    /**
     * Begins an exchange.
     *
     * @param address that was checked just now
     * @return to be cancelled unless the answer was read to its end
     */
    Future<Void> open(WebAddress target, InetAddress address, AsyncRequestProducer request, AnswerStream answer) {
        return client.execute(new HttpHost(target.scheme(), address, target.host(), target.port()), request, answer, null, null, answer);
    }

    /** From now on HTTP/1.1 is spoken with this server, whatever it offers. */
    void giveUpHttp2(WebAddress target) {
        if (withoutHttp2.size() >= MOST) {
            withoutHttp2.clear();
        }
        withoutHttp2.add(new HttpHost(target.host(), target.port()).toHostString());
    }

    /** Closing takes the selectors away from under the loops, which they report. */
    private void eventLoopFailed(Exception e) {
        if (closing) {
            LOG.debug("An event loop ended with the client", e);
        } else {
            LOG.error("An event loop of the web client failed", e);
        }
    }

    @Override
    public void close() {
        closing = true;
        client.close(CloseMode.IMMEDIATE);
    }

    /** All addresses are known before the client is asked. */
    private static final class NoLookUps implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host + " was to be looked up a second time");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
