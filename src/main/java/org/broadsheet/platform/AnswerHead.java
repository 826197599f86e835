package org.broadsheet.platform;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** What the header fields of an answer mean to us (RFC 9110, RFC 9111). Unreadable values count as absent. */
record AnswerHead(HttpResponse answer, Clock clock) {

    private static final Duration LONGEST_RETRY = Duration.ofDays(7);
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d+)");
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu", Locale.ROOT);
    private static final Pattern NOT_KEPT = Pattern.compile("(?i)(?:^|[,\\s])no-(?:store|cache)(?:[,=\\s]|$)");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:+-]{1,40})");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");

    int status() {
        return answer.getCode();
    }

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
        return value.length() <= 1000 && isOneLine(value);
    }

    /** Whether it can stand in a header field without ending it. */
    static boolean isOneLine(String value) {
        return value.chars().noneMatch(c -> c < 32 || c == 127 || c > 255);
    }

    String mediaType() {
        String type = first("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(type).matches() ? type : "";
    }

    String charset() {
        Matcher match = CHARSET.matcher(first("Content-Type").orElse(""));
        return match.find() ? match.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /**
     * How long the answer stays fresh (RFC 9111 section 4.2): max-age, else Expires less Date, less the Age it has already. What is said to shared
     * caches (s-maxage) is not said to us. Empty if nothing is said or it is not to be kept, zero if it is stale already.
     */
    Optional<Duration> maxAge() {
        String control = String.join(",", all("Cache-Control"));
        if (NOT_KEPT.matcher(control).find()) {
            return Optional.empty();
        }
        Matcher match = MAX_AGE.matcher(control);
        Optional<Duration> life = match.find() ? Optional.of(seconds(match.group(1))) : first("Expires").map(this::lifeUntil);
        return life.map(given -> given.minus(age())).map(AnswerHead::bounded);
    }

    /** A date that cannot be read is in the past (RFC 9111 section 5.3). */
    private Duration lifeUntil(String expires) {
        Instant now = first("Date").flatMap(AnswerHead::date).orElse(clock.instant());
        return date(expires).map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
    }

    private Duration age() {
        return first("Age").filter(value -> value.matches("\\d{1,10}")).map(AnswerHead::seconds).orElse(Duration.ZERO);
    }

    private static Duration seconds(String digits) {
        return digits.length() > 10 ? LONGEST_LIFE : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Duration bounded(Duration life) {
        return life.isNegative() ? Duration.ZERO : life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
    }

    /** Seconds or a date (RFC 9110 section 10.2.3); a date in the past asks for nothing. */
    Optional<Duration> retryAfter() {
        return first("Retry-After").flatMap(this::delay).filter(d -> !d.isNegative())
                .map(d -> d.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : d);
    }

    private Optional<Duration> delay(String value) {
        return value.matches("\\d+") ? Optional.of(seconds(value)) : date(value).map(at -> Duration.between(clock.instant(), at));
    }

    /** In any of the three forms of RFC 9110 section 5.6.7; the library does not read the last, which names no zone. */
    private static Optional<Instant> date(String value) {
        return Optional.ofNullable(DateUtils.parseStandardDate(value)).or(() -> asctime(value));
    }

    private static Optional<Instant> asctime(String value) {
        try {
            return Optional.of(LocalDateTime.parse(value.replaceAll(" +", " "), ASCTIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
