package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private static final double FLOOR = 0.97;

    /** A text, and where its sentences end, counted in letters other than space. */
    private record Row(Locale language, String text, List<String> sentences) {

        Set<Integer> ends() {
            return endsOf(sentences);
        }
    }

    /** What was found of what is right. */
    private static final class Score {
        private int right;
        private int found;
        private int wanted;

        void add(Set<Integer> ours, Set<Integer> theirs) {
            right += (int) ours.stream().filter(theirs::contains).count();
            found += ours.size();
            wanted += theirs.size();
        }

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return (double) right / wanted;
        }
    }

    @Test
    void sentencesEndWhereAReaderWouldEndThem() {
        var ours = new TreeMap<String, Score>();
        var theirs = new TreeMap<String, Score>();
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            var found = Sentences.of(row.text(), row.language());
            for (var name : List.of(row.language().getLanguage(), "total")) {
                ours.computeIfAbsent(name, key -> new Score()).add(endsOf(found), row.ends());
                theirs.computeIfAbsent(name, key -> new Score()).add(endsOf(breakIterator(row)), row.ends());
            }
            if (!found.equals(row.sentences())) {
                wrong.add(row.language() + ": " + String.join(" | ", found));
            }
        }
        System.out.println("Sentence boundaries: ours beside java.text.BreakIterator");
        ours.forEach((name, score) -> System.out.printf("  %-6s %3d boundaries   precision %.3f recall %.3f   BreakIterator: precision %.3f recall %.3f%n", name, score.wanted,
                score.precision(), score.recall(), theirs.get(name).precision(), theirs.get(name).recall()));
        wrong.forEach(line -> System.out.println("  still differs: " + line));
        assertThat(ours).hasSizeGreaterThan(10);
        assertThat(ours.get("total").wanted).isGreaterThanOrEqualTo(150);
        assertThat(ours.get("total").precision()).isGreaterThanOrEqualTo(FLOOR);
        assertThat(ours.get("total").recall()).isGreaterThanOrEqualTo(FLOOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "...", "?!", "A.", "(", ").", "。。。", "\"", "a.b.c", "1. 2. 3."})
    void oddTextLosesNothing(String text) {
        assertThat(String.join("", Sentences.of(text, Locale.ENGLISH)).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void longTextTakesTimeInProportion() {
        for (var text : List.of("(".repeat(100_000), "a. ".repeat(100_000), ".".repeat(200_000), "x".repeat(300_000) + ".", "( a. ".repeat(50_000))) {
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Sentences.of(text, Locale.GERMAN))).isNotEmpty();
        }
    }

    private static Set<Integer> endsOf(List<String> sentences) {
        var ends = new HashSet<Integer>();
        var letters = 0;
        for (var sentence : sentences.subList(0, Math.max(0, sentences.size() - 1))) {
            letters += sentence.replaceAll("\\s", "").length();
            ends.add(letters);
        }
        return ends;
    }

    private static List<String> breakIterator(Row row) {
        var breaks = BreakIterator.getSentenceInstance(row.language());
        breaks.setText(row.text());
        var sentences = new ArrayList<String>();
        for (int start = breaks.first(), end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            sentences.add(row.text().substring(start, end).strip());
        }
        return sentences;
    }

    private static List<Row> rows() {
        try (var file = SentencesTest.class.getResourceAsStream("sentences.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.contains("\t")).map(SentencesTest::row).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Row row(String line) {
        var parts = line.split("\t", 2);
        var between = Set.of("ja", "zh").contains(parts[0]) ? "" : " ";
        return new Row(Locale.forLanguageTag(parts[0]), parts[1].replace("|", between), Stream.of(parts[1].split("\\|")).toList());
    }
}
