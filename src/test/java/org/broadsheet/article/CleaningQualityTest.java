package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CleaningQualityTest {

    private static final String BASE = "https://news.example/2026/03/story.html";

    static Stream<CleaningCases> cases() {
        return CleaningCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatAnEditorWouldTakeOutGoesAndTheRestStays(CleaningCases given) {
        assertThat(BodyCleaner.clean(given.html(), BASE)).isEqualTo(given.clean());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cleaningTwiceGivesTheSame(CleaningCases given) {
        var clean = BodyCleaner.clean(given.html(), BASE);
        assertThat(BodyCleaner.clean(clean, BASE)).isEqualTo(clean);
    }

    @Test
    void theTableIsNotShort() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"de, Ansehen: Nebel", "fr, Voir: Nebel", "en, Watch: Nebel", "fi, Watch: Nebel"})
    void aFilmIsAnnouncedInTheLanguageOfTheArticle(String language, String words) {
        var clean = BodyCleaner.clean("<iframe src='https://www.youtube.com/embed/abcDEF12345' title='Nebel'></iframe>", BASE, Locale.forLanguageTag(language));
        assertThat(clean.html()).contains(">" + words + "</a>");
    }

    @ParameterizedTest
    @CsvSource({"<a href=\"x.html\">x</a>, https://other.example/d/x.html", "<img src=\"/p.jpg\">, https://other.example/p.jpg",
            "'<img srcset=\"p.jpg 1x, q.jpg 2x\">', 'https://other.example/d/p.jpg 1x, https://other.example/d/q.jpg 2x'",
            "<p xml:base=\"e/\"><a href=\"x\">x</a></p>, https://other.example/d/e/x", "<img data-src=\"p.jpg\">, https://other.example/d/p.jpg",
            "<a href=\"#note\">1</a>, #note"})
    void referencesOfAFeedElsewhereAreResolvedThere(String html, String address) {
        assertThat(RelativeLinks.resolved(html, "https://other.example/d/", BASE)).contains("\"" + address + "\"");
    }
}
