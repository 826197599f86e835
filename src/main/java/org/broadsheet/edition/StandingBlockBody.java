package org.broadsheet.edition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.broadsheet.publication.ScheduleBody.Day;
import org.broadsheet.web.Concerns;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A standing block as the API takes it.
 *
 * @param from  first day, in the publication's zone; null for always
 * @param until last day; null for good
 * @param days  only in editions of these days; empty for all
 * @param rank  among those in the same place: lower ones come first; 0 if left out
 */
public record StandingBlockBody(
        @NotNull(message = "is missing") @Valid BlockContent block,
        @JsonProperty("from") LocalDate from,
        LocalDate until,
        Set<@NotNull(message = "must be one of MON, TUE, WED, THU, FRI, SAT, SUN") Day> days,
        Integer rank) {

    static StandingBlockBody of(StandingBlock block) {
        return new StandingBlockBody(block.content, block.fromDate, block.untilDate,
                block.days.stream().map(day -> Day.values()[day.ordinal()]).collect(Collectors.toCollection(TreeSet::new)), block.rank);
    }

    @JsonIgnore
    @AssertTrue(message = "must not be before from")
    @Concerns("until")
    public boolean isOrdered() {
        return from == null || until == null || !until.isBefore(from);
    }

    void writeTo(StandingBlock block, BlockContent checked) {
        block.content = checked;
        block.fromDate = from;
        block.untilDate = until;
        block.days = Optional.ofNullable(days).orElse(Set.of()).stream().map(day -> DayOfWeek.values()[day.ordinal()]).collect(Collectors.toSet());
        block.rank = Optional.ofNullable(rank).orElse(0);
    }
}
