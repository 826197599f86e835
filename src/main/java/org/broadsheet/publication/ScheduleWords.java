package org.broadsheet.publication;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

import org.broadsheet.web.PageWords;

/** When a publication's editions come, in a reader's language. */
public final class ScheduleWords {

    /** Days without an edition are told this far ahead; who signs up later reads of later ones. */
    private static final int MONTHS_AHEAD = 2;
    private static final int MOST_SKIPS = 3;

    private final Publication publication;
    private final Schedule schedule;
    private final PageWords words;

    public ScheduleWords(Publication publication, PageWords words) {
        this.publication = publication;
        this.schedule = publication.schedule;
        this.words = words;
    }

    /** The days inside a sentence: "Monday to Friday", "on the first Monday of the month"; "" where there are no fixed ones. */
    public String days() {
        var ofWeek = schedule.days().isEmpty() ? "" : schedule.weeksOfMonth().isEmpty() ? words.days(schedule.days())
                : words.daysOfWeeks(schedule.weeksOfMonth(), schedule.days());
        if (schedule.daysOfMonth().isEmpty()) {
            return ofWeek;
        }
        var ofMonth = words.daysOfMonth(schedule.daysOfMonth());
        return ofWeek.isEmpty() ? ofMonth : words.both(ofWeek, ofMonth);
    }

    /**
     * Days, times and whose clock counts, with what is left out, in whole sentences.
     *
     * @param today in the publication's zone
     */
    public String when(LocalDate today) {
        if (schedule.onRequestOnly()) {
            return words.onNoFixedDay();
        }
        var rule = schedule.clock() == Schedule.WallClock.SUBSCRIBER ? words.whenInReadersZone(days(), words.times(schedule.times()))
                : words.whenInZone(days(), words.times(schedule.times()), publication.timeZone);
        return String.join(" ", Stream.of(rule, words.tooLittle(), pause(today), skips(today)).filter(sentence -> !sentence.isEmpty()).toList());
    }

    /** That there is a pause; "" while none is on. */
    public String pause(LocalDate today) {
        if (!schedule.pausedOn(today)) {
            return "";
        }
        return schedule.pause().until() == null ? words.pausedForNow() : words.pausedTo(schedule.pause().until());
    }

    private String skips(LocalDate today) {
        var coming = schedule.skip().stream().filter(span -> !span.to().isBefore(today) && span.from().isBefore(today.plusMonths(MONTHS_AHEAD)))
                .sorted(Comparator.comparing(DateSpan::from)).limit(MOST_SKIPS).map(span -> words.skippedSpan(span.from(), span.to())).toList();
        return coming.isEmpty() ? "" : words.skipped(coming);
    }
}
