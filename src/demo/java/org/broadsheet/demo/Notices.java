package org.broadsheet.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Short items that the publishers bring out while the demo runs, so that there is something for another edition.
 * The same number gives the same text for ever; numbers near each other share little of it, or the service would take the second for the
 * first and print it no more.
 */
final class Notices {

    /** Numbers that belong to one start: tried out, so that of 28 items in a row no two share more than two of their four texts. */
    private static final int PER_START = 68;

    private final int start;
    private final Clock clock;
    private final List<String> places = list("place");
    private final List<String[]> events = list("event").stream().map(line -> line.split(" \\| ")).toList();
    private final List<String> answers = list("answer");
    private final List<String> details = list("detail");
    private final List<String> outlooks = list("outlook");
    private final List<SampleArticle> published = new ArrayList<>();

    /** @param start how often the demo was started on these data before */
    Notices(int start, Clock clock) {
        this.start = start;
        this.clock = clock;
    }

    /** Brings out so many more, from different publishers. */
    synchronized void publish(int count) {
        for (var i = 0; i < count && published.size() < PER_START; i++) {
            published.add(notice(published.size()));
        }
    }

    /** What is out, oldest first. */
    synchronized List<SampleArticle> published() {
        return List.copyOf(published);
    }

    private SampleArticle notice(int index) {
        var number = start * PER_START + index;
        var event = events.get(number % events.size());
        var place = places.get(number % places.size());
        var count = 12 + number * 29 % 77;
        var paragraphs = List.of(answers.get(number % answers.size()), details.get(number % details.size()), outlooks.get(number % outlooks.size()));
        return new SampleArticle(Publisher.of(event[0]), "notice-" + start + "-" + index, fill(event[2], place, count), event[1],
                "From our correspondents", clock.instant(), fill(event[3], place, count), paragraphs, Optional.empty(), SampleArticle.InFeed.FULL);
    }

    private static String fill(String pattern, String place, int count) {
        return pattern.replace("{place}", place).replace("{n}", String.valueOf(count));
    }

    private static List<String> list(String kind) {
        return Resources.text("articles/notices.txt").lines().filter(line -> line.startsWith(kind + ": "))
                .map(line -> line.substring(kind.length() + 2)).toList();
    }
}
