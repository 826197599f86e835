package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.publication.Publication;
import org.broadsheet.publication.ScheduleWords;
import org.broadsheet.publication.Section;
import org.broadsheet.web.PageWords;

/** What the forms of readers offer, and how what comes back is read: anything odd becomes the publication's own setting. */
final class ReaderForms {

    static final int LONGEST_NAME = 120;

    private ReaderForms() {
    }

    /** When editions come, in words. */
    static String when(Publication publication, PageWords words, Clock clock) {
        return new ScheduleWords(publication, words).when(LocalDate.ofInstant(clock.instant(), publication.timeZone));
    }

    static List<Choice> sections(Publication publication, List<String> chosen) {
        return publication.sections.stream().map(section -> new Choice(section.slug(), section.name(), chosen.contains(section.slug()))).toList();
    }

    /** The publication's language and those that our pages and mails speak. */
    static List<Choice> languages(Publication publication, String chosen) {
        return Stream.concat(Stream.of(publication.language), PageWords.ALL.stream().map(other -> other.locale().getLanguage())
                .filter(language -> !language.equals(primary(publication.language))))
                .map(language -> new Choice(language, PageWords.nameOf(language), primary(language).equals(primary(chosen)))).toList();
    }

    static List<String> sectionsFrom(Publication publication, List<String> given) {
        Set<String> known = publication.sections.stream().map(Section::slug).collect(Collectors.toSet());
        var chosen = Optional.ofNullable(given).orElse(List.of()).stream().filter(known::contains).distinct().toList();
        return chosen.size() == known.size() ? List.of() : chosen;
    }

    static String languageFrom(Publication publication, String given) {
        return languages(publication, publication.language).stream().map(Choice::value).filter(value -> value.equals(given)).findFirst()
                .orElse(publication.language);
    }

    static ZoneId zoneFrom(Publication publication, String given) {
        return given != null && ZoneId.getAvailableZoneIds().contains(given) ? ZoneId.of(given) : publication.timeZone;
    }

    /** One line, without controls, not longer than a name is. */
    static String nameFrom(String given) {
        var name = Optional.ofNullable(given).orElse("").replaceAll("[\\p{Cntrl}\\u2028\\u2029\\uE000\\uE001]", " ").strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME)));
    }

    /** @return empty if the field was left empty; an empty date inside if it is none */
    static Optional<Optional<LocalDate>> dateFrom(String given) {
        var text = Optional.ofNullable(given).orElse("").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Optional.of(LocalDate.parse(text)));
        } catch (DateTimeException notADate) {
            return Optional.of(Optional.empty());
        }
    }

    private static String primary(String language) {
        return language.split("-")[0];
    }
}
