package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Dates as pages show them beside their headlines. What lies in the future is the date of an event, not of an article. */
final class PageDates {

    private static final int LONGEST = 60;
    private static final Pattern CLASS = Pattern.compile("(?i)(^|[^a-z])(date|datum|dateline|time|timestamp|published|pubdate|posted|fecha|data|age|when)([^a-z]|$)|(Date|Time)([^a-z]|$)");
    private static final Pattern PREFIX = Pattern.compile("(?iu)^(published|posted|updated|date|on|am|vom|veröffentlicht( am)?|stand|datum|publié le"
            + "|le|publicado( el)?|el|pubblicato il|il|op|公開日|更新日|掲載日|日付)\\s*[:：]?\\s+");
    private static final Pattern AGE = Pattern.compile("(?iu)(?:^|\\s)(\\d{1,3})\\s*(s|sec\\w*|sekunden?|secondes?|m|mins?|minut\\w*|分|h|hrs?|hours?"
            + "|std|stunden?|heures?|horas?|時間|d|days?|tagen?|jours?|d[ií]as?|日)\\.?\\s*(ago|前|$)");
    private static final Pattern URL_DATE = Pattern.compile("/((?:19|20)\\d{2})[/-]?(\\d{2})[/-]?(\\d{2})(?=[/_-]|$)|/((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})/");
    private static final Map<String, Duration> UNITS = Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "分", Duration.ofMinutes(1), "h", Duration.ofHours(1),
            "時", Duration.ofHours(1), "d", Duration.ofDays(1), "t", Duration.ofDays(1), "j", Duration.ofDays(1), "日", Duration.ofDays(1));
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Instant now;

    PageDates(Instant now) {
        this.now = now;
    }

    /** Whether an element is called a date. */
    static boolean isNamed(Element element) {
        return CLASS.matcher(element.className()).find();
    }

    /** The first date that these elements show: where it is marked as one, else wherever a text is nothing but a date. */
    Optional<Instant> shown(List<Element> extent) {
        for (var part : extent) {
            for (var element : part.select("time, [datetime], [itemprop=datePublished], [data-timestamp]")) {
                var date = marked(element);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return extent.stream().flatMap(part -> part.getAllElements().stream()).filter(element -> CLASS.matcher(element.className()).find())
                .flatMap(element -> of(element.text()).stream()).findFirst().or(() -> plain(extent));
    }

    private Optional<Instant> marked(Element element) {
        for (var attribute : List.of("datetime", "content", "data-timestamp", "title")) {
            var date = of(element.attr(attribute));
            if (date.isPresent()) {
                return date;
            }
        }
        return of(element.text());
    }

    private Optional<Instant> plain(List<Element> extent) {
        for (var part : extent) {
            for (var element : part.getAllElements()) {
                for (var text : element.textNodes()) {
                    var date = text(text);
                    if (date.isPresent()) {
                        return date;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> text(TextNode node) {
        var text = node.text().strip();
        if (text.length() < 6 || text.length() > 120 || text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        for (var piece : text.split("[|•·–—()\\[\\]]| - ")) {
            var date = of(piece);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** A date that is given as one, in any form that feeds have, by the habits of a language; or as on a page. */
    Optional<Instant> stated(String written, String language) {
        var text = written.strip();
        return FeedDates.parse(text, () -> DateHabits.of(language)).filter(this::hasBeen).or(() -> of(text));
    }

    /** A text that is a date, or an age, and nothing else. */
    Optional<Instant> of(String written) {
        var text = written.strip();
        if (text.length() < 2 || text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        var age = AGE.matcher(text);
        if (age.find()) {
            var unit = UNITS.get(age.group(2).substring(0, 1).toLowerCase(java.util.Locale.ROOT));
            return Optional.of(now.minus(unit.multipliedBy(Long.parseLong(age.group(1)))));
        }
        var plain = PREFIX.matcher(text).replaceFirst("").replaceAll("(?i)\\s*(uhr|o[’']clock)\\b", "").replaceAll("(?i)(\\d{1,2}) ?h ?(\\d{2})\\b", "$1:$2")
                .replaceAll("(?iu)\\s+(à|um|at|às|alle)\\s+", " ").replaceAll("(?iu)(\\d) de (\\p{L}+) de (\\d)", "$1 $2 $3").replaceAll("^[\\s•·|,:–—-]+|[\\s•·|,:–—-]+$", "")
                .replaceAll("(?<=[日\\d])[(（][月火水木金土日一二三四五六][)）]", "");
        return plain.length() < 6 ? Optional.empty() : FeedDates.parse(plain).filter(this::hasBeen);
    }

    /** The day that an address names, at its beginning in UTC. */
    Optional<Instant> inAddress(String url) {
        var match = URL_DATE.matcher(url);
        if (!match.find()) {
            return Optional.empty();
        }
        var group = match.group(1) == null ? 4 : 1;
        try {
            var day = LocalDate.of(Integer.parseInt(match.group(group)), Integer.parseInt(match.group(group + 1)), Integer.parseInt(match.group(group + 2)));
            return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant()).filter(this::hasBeen);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private boolean hasBeen(Instant at) {
        return at.isBefore(now.plus(AHEAD));
    }
}
