package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "nl", "es", "it", "ar", "he"})
    void everyLanguageSaysEverythingAndPutsItsArgumentsIn(String language) throws IOException {
        var english = list("");
        assertThat(list("_" + language).keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        var words = MailWords.of(language);
        for (var key : english.stringPropertyNames()) {
            var numbers = english.getProperty(key).contains("choice") || key.equals("minutes");
            for (var count : List.of(1, 2, 3, 7, 11, 48)) {
                var said = numbers ? words.say(key, count) : words.say(key, "ONE", "TWO");
                assertThat(said).as(key).isNotBlank().doesNotContain("{").doesNotContain("''");
            }
            if (!numbers && english.getProperty(key).contains("{0}")) {
                assertThat(words.say(key, "ONE", "TWO")).as(key).contains("ONE");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en-GB | Tuesday, 24 November 2026 | No. 1,407", "en-US | Tuesday, November 24, 2026 | No. 1,407",
            "de-AT | Dienstag, 24. November 2026 | Nr. 1\u00a0407", "de | Dienstag, 24. November 2026 | Nr. 1.407",
                    "nl | dinsdag 24 november 2026 | Nr. 1.407",
            "it | martedì 24 novembre 2026 | N. 1.407"})
    void datesAndNumbersAreThoseOfTheCountry(String language, String date, String number) {
        var words = MailWords.of(language);
        assertThat(words.dateLine(LocalDate.of(2026, 11, 24))).isEqualTo(date);
        assertThat(words.number(1407)).isEqualTo(number);
    }

    @Test
    void aLanguageThatWeHaveNoWordsForGetsEnglishOnes() {
        assertThat(MailWords.of("pl").say("unsubscribe")).isEqualTo("Unsubscribe");
    }

    @Test
    void listsAndCountsReadLikeSentences() {
        var words = MailWords.of("en");
        assertThat(words.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
        assertThat(words.list(List.of("A"))).isEqualTo("A");
        assertThat(words.others(4)).isEqualTo("four others");
        assertThat(words.others(12)).isEqualTo("12 others");
        assertThat(words.minutes(1)).isEqualTo("1\u00a0minute");
        assertThat(MailWords.of("ar").minutes(2)).isEqualTo("دقيقتان");
        assertThat(MailWords.of("ar").minutes(11)).contains("دقيقة");
    }

    private static Properties list(String suffix) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(Path.of("src/main/resources/org/broadsheet/mail/words" + suffix
                + ".properties"))));
        return properties;
    }
}
