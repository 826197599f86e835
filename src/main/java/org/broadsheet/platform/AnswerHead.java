package org.broadsheet.platform;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** What the header fields of an answer mean to us (RFC 9110, RFC 9111). Unreadable values count as absent. */
record AnswerHead(HttpResponse answer, Clock clock) {

    private static final Duration LONGEST_RETRY = Duration.ofDays(7);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Pattern NOT_KEPT = Pattern.compile("(?i)(?:^|[,\\s])no-(?:store|cache)(?:[,\\s]|$)");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:+-]{1,40})");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");

    Optional<String> first(String name) {
        Header header = answer.getFirstHeader(name);
        return Optional.ofNullable(header).map(Header::getValue).map(String::strip).filter(v -> !v.isEmpty());
    }

    List<String> all(String name) {
        return Arrays.stream(answer.getHeaders(name)).map(Header::getValue).toList();
    }

    /** A validator to be sent back later; one that could break a header line is of no use. */
    Optional<String> validator(String name) {
        return first(name).filter(AnswerHead::isHarmless);
    }

    static boolean isHarmless(String value) {
        return value.length() <= 1000 && value.chars().noneMatch(c -> c < 32 || c == 127 || c > 255);
    }

    String mediaType() {
        String type = first("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(type).matches() ? type : "";
    }

    String charset() {
        Matcher match = CHARSET.matcher(first("Content-Type").orElse(""));
        return match.find() ? match.group(1).toLowerCase(Locale.ROOT) : "";
    }

    Optional<Duration> maxAge() {
        String control = first("Cache-Control").orElse("");
        Matcher match = MAX_AGE.matcher(control);
        return match.find() && !NOT_KEPT.matcher(control).find() ? Optional.of(Duration.ofSeconds(Long.parseLong(match.group(1)))) : Optional.empty();
    }

    /** Seconds or a date (RFC 9110 section 10.2.3); a date in the past asks for nothing. */
    Optional<Duration> retryAfter() {
        return first("Retry-After").flatMap(this::delay).filter(d -> !d.isNegative())
                .map(d -> d.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : d);
    }

    private Optional<Duration> delay(String value) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(clock.instant(), at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
