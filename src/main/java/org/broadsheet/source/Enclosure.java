package org.broadsheet.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that an entry brings with it: RSS' {@code enclosure}, Atom's link of that relation (RFC 4287, section 4.2.7.2), {@code media:content}, an
 * attachment of JSON Feed. A {@code media:peerLink} is none of them, since what it leads to is for programs that share files.
 *
 * @param url    absolute
 * @param type   media type, or the medium of Media RSS; "" if nobody says
 * @param length in time; zero if nobody says, or it is nothing to be heard or seen
 */
record Enclosure(String url, String type, Duration length) {

    /** Hours and minutes may be missing, seconds have fractions. */
    private static final Pattern CLOCK = Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,4}):)?(\\d{1,6})(?:[.,]\\d{1,9})?");
    private static final Pattern RECORDING = Pattern.compile("(?i)(audio|video)(/.*)?");
    private static final Pattern PICTURE = Pattern.compile("(?i)image(/.*)?");
    private static final Pattern RECORDED = Pattern.compile("(?i)[^?#]*\\.(mp3|m4[abv]|aac|og[agv]|opus|flac|wav|mp4|webm|mov)([?#].*)?");
    private static final Pattern PAINTED = Pattern.compile("(?i)[^?#]*\\.(jpe?g|png|gif|webp|avif|svg)([?#].*)?");
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Those of an entry of RSS or Atom, in their order. */
    static List<Enclosure> of(XmlNode entry, String base) {
        var found = new ArrayList<Enclosure>();
        for (var child : entry.children()) {
            switch (child.name()) {
                case "enclosure", "media:content" -> add(found, child, child.attribute("url"), base);
                case "link", "atom:link" -> add(found, child, FeedHead.isRelation(child.attribute("rel"), "enclosure") ? child.attribute("href") : "", base);
                case "media:group" -> child.children("media:content").forEach(content -> add(found, content, content.attribute("url"), base));
                default -> { }
            }
        }
        return found;
    }

    private static void add(List<Enclosure> found, XmlNode element, String reference, String base) {
        var url = FeedValues.absolute(element.base(base), reference);
        if (!url.isEmpty()) {
            var type = element.attribute("type");
            found.add(new Enclosure(url, type.isEmpty() ? element.attribute("medium") : type, length(element.attribute("duration"))));
        }
    }

    /**
     * How long there is something to be heard or seen: of the longest recording, since the others are other forms or a trailer of it.
     *
     * @param stated what the entry says of itself, as {@code itunes:duration} does; it counts before what is said of a file
     * @return empty if there is no recording, or nobody says
     */
    static Optional<Duration> playing(List<Enclosure> enclosures, String stated) {
        var recordings = enclosures.stream().filter(Enclosure::isRecording).toList();
        if (recordings.isEmpty()) {
            return Optional.empty();
        }
        var own = length(stated);
        return Stream.concat(Stream.of(own).filter(Duration::isPositive), recordings.stream().map(Enclosure::length).sorted(Comparator.reverseOrder())).findFirst()
                .filter(Duration::isPositive);
    }

    /** Where somebody is sent who wants an entry that has no page; "" if it brings nothing but pictures. */
    static String address(List<Enclosure> enclosures) {
        return Stream.concat(enclosures.stream().filter(Enclosure::isRecording), enclosures.stream().filter(other -> !other.isPicture())).map(Enclosure::url).findFirst().orElse("");
    }

    /** @return zero for what is no time, or longer than a day */
    static Duration length(String written) {
        var clock = CLOCK.matcher(written.strip());
        if (!clock.matches()) {
            return Duration.ZERO;
        }
        var length = Duration.ofHours(number(clock.group(1))).plusMinutes(number(clock.group(2))).plusSeconds(number(clock.group(3)));
        return length.compareTo(LONGEST) > 0 ? Duration.ZERO : length;
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private boolean isRecording() {
        return RECORDING.matcher(type).matches() || saysNothing() && RECORDED.matcher(url).matches();
    }

    private boolean isPicture() {
        return PICTURE.matcher(type).matches() || saysNothing() && PAINTED.matcher(url).matches();
    }

    private boolean saysNothing() {
        var stated = type.toLowerCase(Locale.ROOT);
        return stated.isEmpty() || stated.equals("application/octet-stream") || stated.startsWith("text/");
    }
}
