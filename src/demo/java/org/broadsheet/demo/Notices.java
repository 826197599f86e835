package org.broadsheet.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Short items that appear while the demo runs: two at each start, then one every ten minutes, so that there is something for another edition.
 * The same number gives the same item for ever; the numbers of one start and of the next share hardly a sentence, or the service would
 * take the second for the first and print it no more.
 */
final class Notices {

    private static final int AT_START = 2;
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    /** Numbers that belong to one start. From start to start events move on by two, and no list of sentences stays where it was. */
    private static final int PER_START = 58;

    private final int start;
    private final Instant startedAt;
    private final List<String> places = list("place");
    private final List<String[]> events = list("event").stream().map(line -> line.split(" \\| ")).toList();
    private final List<String> answers = list("answer");
    private final List<String> details = list("detail");
    private final List<String> outlooks = list("outlook");

    /** @param start how often the demo was started on these data before */
    Notices(int start, Instant startedAt) {
        this.start = start;
        this.startedAt = startedAt;
    }

    /** What has appeared by now, oldest first. */
    List<SampleArticle> until(Instant now) {
        var later = Duration.between(startedAt, now).dividedBy(INTERVAL);
        return IntStream.range(0, (int) Math.min(PER_START, AT_START + Math.max(0, later))).mapToObj(this::notice).toList();
    }

    private SampleArticle notice(int index) {
        var number = start * PER_START + index;
        var event = events.get(number % events.size());
        var place = places.get(number % places.size());
        var count = 12 + number * 29 % 77;
        var published = index < AT_START ? startedAt.minusSeconds(60L * (AT_START - index)) : startedAt.plus(INTERVAL.multipliedBy(index - 1L));
        var paragraphs = List.of(answers.get(number % answers.size()), details.get(number % details.size()), outlooks.get(number % outlooks.size()));
        return new SampleArticle(Publisher.of(event[0]), "notice-" + start + "-" + index, fill(event[2], place, count), event[1],
                "From our correspondents", published, fill(event[3], place, count), paragraphs, Optional.empty(), SampleArticle.InFeed.FULL);
    }

    private static String fill(String pattern, String place, int count) {
        return pattern.replace("{place}", place).replace("{n}", String.valueOf(count));
    }

    private static List<String> list(String kind) {
        return Resources.text("articles/notices.txt").lines().filter(line -> line.startsWith(kind + ": "))
                .map(line -> line.substring(kind.length() + 2)).toList();
    }
}
