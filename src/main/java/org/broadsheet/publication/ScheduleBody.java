package org.broadsheet.publication;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.broadsheet.web.Concerns;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A schedule as the API takes it; all but days and time may be left out.
 *
 * @param skip   dates, or intervals such as {@code 2026-12-24/2027-01-01}
 * @param paused an object while no editions appear by schedule, with the day on which they do again, or null in it; null if they do
 * @see Schedule
 */
public record ScheduleBody(
        @NotNull(message = "is missing") Set<@NotNull(message = "must be one of MON, TUE, WED, THU, FRI, SAT, SUN") Day> days,
        @NotNull(message = "is missing") @Pattern(regexp = ScheduleBody.TIME, message = "must be a time such as 07:00") String time,
        Schedule.WallClock clock,
        @Size(max = 23, message = "has more than 23 entries") List<@NotNull(message = "is missing") @Pattern(regexp = ScheduleBody.TIME,
                message = "must be a time such as 17:30") String> alsoAt,
        @Size(max = 6, message = "has more than 6 entries") Set<@NotNull(message = "is missing") Integer> weeksOfMonth,
        @Size(max = 32, message = "has more than 32 entries") Set<@NotNull(message = "is missing") Integer> daysOfMonth,
        @Size(max = 400, message = "has more than 400 entries") List<@NotNull(message = "is missing") String> skip,
        PauseBody paused) {

    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /** Days of the week as the API writes them. */
    public enum Day { MON, TUE, WED, THU, FRI, SAT, SUN }

    /** @param until first day with editions again; null until somebody ends it */
    public record PauseBody(LocalDate until) {
    }

    static ScheduleBody of(Schedule schedule) {
        var days = new TreeSet<Day>();
        schedule.days().forEach(day -> days.add(Day.values()[day.ordinal()]));
        return new ScheduleBody(days, schedule.time().toString(), schedule.clock(), schedule.alsoAt().stream().map(LocalTime::toString).toList(),
                new TreeSet<>(schedule.weeksOfMonth()), new TreeSet<>(schedule.daysOfMonth()), schedule.skip().stream().map(DateSpan::written).toList(),
                Optional.ofNullable(schedule.pause()).map(pause -> new PauseBody(pause.until())).orElse(null));
    }

    /** On request only. */
    static Schedule none() {
        return new Schedule(EnumSet.noneOf(DayOfWeek.class), LocalTime.of(7, 0), Schedule.WallClock.PUBLICATION);
    }

    Schedule value() {
        var weekDays = EnumSet.noneOf(DayOfWeek.class);
        days.forEach(day -> weekDays.add(DayOfWeek.values()[day.ordinal()]));
        return new Schedule(weekDays, LocalTime.parse(time), Optional.ofNullable(clock).orElse(Schedule.WallClock.PUBLICATION),
                orNone(alsoAt).stream().map(LocalTime::parse).sorted().toList(), weeksOfMonth, daysOfMonth,
                orNone(skip).stream().map(DateSpan::parse).map(Optional::orElseThrow).toList(),
                Optional.ofNullable(paused).map(pause -> new Schedule.Pause(pause.until())).orElse(null));
    }

    @JsonIgnore
    @AssertTrue(message = "must hold times later than time, each once")
    @Concerns("alsoAt")
    public boolean isTimesOrdered() {
        return time == null || orNone(alsoAt).stream().allMatch(also -> also == null || also.compareTo(time) > 0)
                && orNone(alsoAt).stream().distinct().count() == orNone(alsoAt).size();
    }

    @JsonIgnore
    @AssertTrue(message = "must hold 1 to 5, or -1 for the last, and needs days")
    @Concerns("weeksOfMonth")
    public boolean isWeeksSensible() {
        return weeksOfMonth == null || weeksOfMonth.stream().allMatch(week -> week == null || week == -1 || week >= 1 && week <= 5)
                && (weeksOfMonth.isEmpty() || days == null || !days.isEmpty());
    }

    @JsonIgnore
    @AssertTrue(message = "must hold 1 to 31, or -1 for the last")
    @Concerns("daysOfMonth")
    public boolean isMonthDaysSensible() {
        return daysOfMonth == null || daysOfMonth.stream().allMatch(day -> day == null || day == -1 || day >= 1 && day <= 31);
    }

    @JsonIgnore
    @AssertTrue(message = "must hold dates such as 2026-12-25, or intervals such as 2026-12-24/2027-01-01")
    @Concerns("skip")
    public boolean isSkipReadable() {
        return orNone(skip).stream().allMatch(span -> span == null || DateSpan.parse(span).isPresent());
    }

    private static <T> List<T> orNone(List<T> list) {
        return Optional.ofNullable(list).orElse(List.of());
    }
}
