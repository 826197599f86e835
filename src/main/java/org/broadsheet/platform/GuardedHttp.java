package org.broadsheet.platform;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches what others name: feeds, pages, pictures (promise 6). It connects only to addresses that the policy lets through, checked after resolving
 * and for each redirect again (F1), and spends no more than its limits (F4). Whatever is at the other end, the result is an outcome; nothing is thrown.
 */
public final class GuardedHttp implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(7);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    private final CheckedAddresses addresses;
    private final FetchLimits limits;
    private final String userAgent;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fetch-deadlines").daemon().factory());

    /** @param userAgent says who fetches and why */
    public GuardedHttp(AddressPolicy policy, NameResolver resolver, FetchLimits limits, String userAgent, Clock clock) {
        this.addresses = new CheckedAddresses(policy, resolver);
        this.limits = limits;
        this.userAgent = userAgent;
        this.clock = clock;
        this.client = client(addresses, limits);
    }

    /** Fetches; takes no longer than the limits say. */
    public FetchOutcome fetch(FetchRequest request) {
        try {
            return fetch(request, WebAddress.parse(request.url()));
        } catch (InvalidWebAddressException problem) {
            return new FetchOutcome.Refused("The address is refused: " + problem.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    private FetchOutcome fetch(FetchRequest request, WebAddress first) {
        var slot = slots.computeIfAbsent(first.host(), host -> new Semaphore(limits.perHost()));
        try {
            if (!slot.tryAcquire(limits.slotWait().toMillis(), TimeUnit.MILLISECONDS)) {
                return failed("busy", "Too many fetches from " + first.host() + " are under way");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return failed("interrupted", "The fetch was interrupted");
        }
        try {
            return new Visit(request, System.nanoTime() + limits.total().toNanos()).from(first);
        } finally {
            slot.release();
        }
    }

    private static CloseableHttpClient client(CheckedAddresses addresses, FetchLimits limits) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(limits.perHost())
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout(limits.firstByte())).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.firstByte())).setTimeToLive(timeout(KEEP_ALIVE)).build())
                .build();
        return HttpClients.custom().setConnectionManager(connections).disableRedirectHandling().disableCookieManagement().disableAuthCaching()
                .disableAutomaticRetries().disableContentCompression()
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout(limits.firstByte()))
                        .setConnectionRequestTimeout(timeout(limits.slotWait())).build())
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    private static FetchOutcome.Failed failed(String code, String reason) {
        return new FetchOutcome.Failed(code, 0, reason, Optional.empty());
    }

    /** One fetch with all its redirects. */
    private final class Visit {

        private final FetchRequest request;
        private final long deadline;
        private int redirects;
        private boolean onlyPermanent = true;
        private Optional<String> permanently = Optional.empty();

        Visit(FetchRequest request, long deadline) {
            this.request = request;
            this.deadline = deadline;
        }

        FetchOutcome from(WebAddress first) {
            var address = first;
            while (true) {
                var step = step(address);
                switch (step) {
                    case Step.Ended ended -> {
                        return ended.outcome();
                    }
                    case Step.Redirected redirected -> address = redirected.to();
                }
            }
        }

        private Step step(WebAddress address) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                return new Step.Ended(failed("timeout", "It took longer than " + limits.total().toSeconds() + " seconds"));
            }
            var get = get(address);
            var alarm = deadlines.schedule(get::abort, left, TimeUnit.NANOSECONDS);
            try {
                return client.execute(get, response -> read(address, response));
            } catch (IOException problem) {
                return new Step.Ended(get.isAborted() || deadline - System.nanoTime() <= 0
                        ? failed("timeout", "It took longer than " + limits.total().toSeconds() + " seconds") : explained(address, problem));
            } catch (RuntimeException problem) {
                return new Step.Ended(failed("protocol", "The answer of " + address.host() + " cannot be read: " + problem.getMessage()));
            } finally {
                alarm.cancel(false);
            }
        }

        private HttpGet get(WebAddress address) {
            var get = new HttpGet(address.toUri());
            get.setHeader("User-Agent", userAgent);
            get.setHeader("Accept", request.accept());
            get.setHeader("Accept-Encoding", "gzip, deflate");
            if (redirects == 0 || onlyPermanent) {
                request.etag().ifPresent(etag -> get.setHeader("If-None-Match", etag));
                request.lastModified().ifPresent(date -> get.setHeader("If-Modified-Since", date));
            }
            return get;
        }

        private Step read(WebAddress address, ClassicHttpResponse response) throws IOException {
            var status = response.getCode();
            if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
                return redirect(address, response);
            }
            if (status == 304) {
                return new Step.Ended(new FetchOutcome.NotModified(address.toString(), permanently, header(response, "ETag"),
                        header(response, "Last-Modified"), maxAge(response)));
            }
            if (status < 200 || status > 299) {
                return new Step.Ended(new FetchOutcome.Failed("http-" + status, status, words(address, status), retryAfter(response)));
            }
            var entity = response.getEntity();
            var body = entity == null ? new byte[0] : new LimitedBody(limits, request.maxBytes())
                    .read(entity.getContent(), header(response, "Content-Encoding").orElse(""));
            var type = header(response, "Content-Type").orElse("");
            return new Step.Ended(new FetchOutcome.Fetched(address.toString(), permanently, status, mediaType(type), charset(type),
                    header(response, "ETag"), header(response, "Last-Modified"), retryAfter(response), body, maxAge(response)));
        }

        private Step redirect(WebAddress address, HttpResponse response) {
            if (++redirects > limits.redirects()) {
                return new Step.Ended(failed("redirects", "It is redirected more than " + limits.redirects() + " times"));
            }
            var location = header(response, "Location");
            if (location.isEmpty()) {
                return new Step.Ended(failed("protocol", "It is redirected to nowhere: there is no Location"));
            }
            try {
                var to = address.resolve(location.get());
                onlyPermanent = onlyPermanent && (response.getCode() == 301 || response.getCode() == 308);
                if (onlyPermanent) {
                    permanently = Optional.of(to.toString());
                }
                return new Step.Redirected(to);
            } catch (InvalidWebAddressException problem) {
                return new Step.Ended(new FetchOutcome.Refused("It is redirected to an address that is refused: " + problem.getMessage()));
            }
        }

        private FetchOutcome explained(WebAddress address, IOException problem) {
            var host = address.host();
            return switch (problem) {
                case CheckedAddresses.AddressBlockedException blocked -> new FetchOutcome.Refused("The address is refused: " + blocked.getMessage());
                case UnknownHostException unknown -> failed("dns", "The name " + host + " cannot be resolved");
                case LimitedBody.TooLargeException large -> failed("too-large", "It is too large: " + large.getMessage());
                case LimitedBody.UnknownEncodingException encoding -> failed("encoding", encoding.getMessage());
                case SSLException tls -> failed("tls", "No secure connection to " + host + ": " + tls.getMessage());
                case SocketTimeoutException slow -> failed("timeout", host + " did not answer in time");
                case java.net.ConnectException refused -> failed("connect", "No connection to " + host + ": " + refused.getMessage());
                default -> failed("connect", "The connection to " + host + " broke: " + problem.getMessage());
            };
        }
    }

    private sealed interface Step {
        record Ended(FetchOutcome outcome) implements Step {
        }

        record Redirected(WebAddress to) implements Step {
        }
    }

    private static String words(WebAddress address, int status) {
        var meaning = switch (status) {
            case 401, 403 -> "it refuses us";
            case 404 -> "there is nothing at this address";
            case 410 -> "it is gone for good";
            case 429 -> "we ask too often";
            default -> status >= 500 ? "it has trouble of its own" : "it does not answer with a document";
        };
        return address.host() + " answered " + status + ": " + meaning;
    }

    private static Optional<String> header(HttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue).filter(value -> !value.isBlank());
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String charset(String contentType) {
        var parameter = contentType.toLowerCase(Locale.ROOT).split("charset\\s*=", 2);
        return parameter.length < 2 ? "" : parameter[1].split(";")[0].replaceAll("[\"'\\s]", "");
    }

    private static Optional<Duration> maxAge(HttpResponse response) {
        return header(response, "Cache-Control").map(value -> value.toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
                .flatMap(value -> java.util.Arrays.stream(value.split(",")).filter(part -> part.matches("max-age=\\d{1,9}")).findFirst())
                .map(part -> Duration.ofSeconds(Long.parseLong(part.substring("max-age=".length()))));
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3). */
    private Optional<Duration> retryAfter(HttpResponse response) {
        return header(response, "Retry-After").map(String::strip).flatMap(value -> value.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : until(value))
                .map(wait -> wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait);
    }

    private Optional<Duration> until(String date) {
        try {
            Instant at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(clock.instant(), at)).filter(wait -> !wait.isNegative());
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
