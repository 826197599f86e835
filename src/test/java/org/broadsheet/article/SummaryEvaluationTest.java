package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How near our summaries come to the sentences that an editor marked, beside the first three sentences and three at random. */
class SummaryEvaluationTest {

    private static final int RANDOM_ROUNDS = 20;
    private static final int LENGTH = 420;

    /** @param marked what an editor would take */
    record Sample(Locale language, String kind, String title, List<String> sentences, List<String> marked, String body) {

        @Override
        public String toString() {
            return language + " " + kind + ": " + title;
        }
    }

    /** Agreement by words (ROUGE-1 F) and by whole sentences (F). */
    private record Agreement(double words, double sentences) {
    }

    @Test
    void editorsAgreeWithUsAtLeastAsOftenAsWithTheFirstSentences() {
        var table = new TreeMap<String, Map<String, List<Agreement>>>();
        var random = new Random(20261125);
        for (var sample : samples().toList()) {
            for (var group : List.of("all", sample.kind().equals("news") ? "news" : "blog and report", sample.language().getLanguage())) {
                var row = table.computeIfAbsent(group, key -> new HashMap<>());
                add(row, "ours", sample, Sentences.of(ours(sample, LENGTH), sample.language()));
                add(row, "lead-3", sample, sample.sentences().subList(0, 3));
                for (var round = 0; round < RANDOM_ROUNDS; round++) {
                    var shuffled = new ArrayList<>(sample.sentences());
                    Collections.shuffle(shuffled, random);
                    add(row, "random", sample, shuffled.subList(0, 3));
                }
            }
        }
        System.out.println("Summaries: agreement with an editor (ROUGE-1 F / F of sentences)");
        table.forEach((group, row) -> System.out.printf("  %-16s %2d articles   ours %.3f / %.3f   lead-3 %.3f / %.3f   random %.3f / %.3f%n", group, row.get("ours").size(), words(row, "ours"),
                sentences(row, "ours"), words(row, "lead-3"), sentences(row, "lead-3"), words(row, "random"), sentences(row, "random")));
        assertThat(table.get("all").get("ours").size()).isGreaterThanOrEqualTo(20);
        assertThat(words(table.get("news"), "ours")).isGreaterThanOrEqualTo(words(table.get("news"), "lead-3"));
        assertThat(words(table.get("blog and report"), "ours")).isGreaterThan(words(table.get("blog and report"), "lead-3") + 0.1);
        assertThat(words(table.get("all"), "ours")).isGreaterThanOrEqualTo(FLOOR);
    }

    private static final double FLOOR = 0.72;

    @ParameterizedTest
    @MethodSource("samples")
    void aSummaryIsWholeSentencesInTheirOrderWithinItsLength(Sample sample) {
        for (var length : List.of(Summary.OF_A_STORY, Summary.OF_A_LEAD, LENGTH)) {
            var summary = ours(sample, length);
            assertThat(summary.length()).isLessThanOrEqualTo(length);
            var sentences = Sentences.of(summary, sample.language());
            var places = sentences.stream().map(sample.sentences()::indexOf).toList();
            if (!summary.endsWith("…")) {
                assertThat(places).as(summary).doesNotContain(-1).isSorted().doesNotHaveDuplicates();
            }
            assertThat(summary).doesNotContain("Photo:", "Foto:", "newsletter", "Newsletter", "Read more", "Síguenos", "Volg ons", "Abonnez");
        }
        var stored = new Summary(ours(sample, Summariser.STORED), sample.language());
        assertThat(stored.text()).startsWith(stored.atMost(Summary.OF_A_STORY).replace("…", ""));
        assertThat(stored.atMost(Summary.OF_A_STORY).length()).isLessThanOrEqualTo(Summary.OF_A_STORY);
    }

    private static String ours(Sample sample, int length) {
        return new ExtractiveSummariser().summarise(sample.title(), "", sample.body(), sample.language(), length);
    }

    private static void add(Map<String, List<Agreement>> row, String who, Sample sample, List<String> chosen) {
        var right = chosen.stream().filter(sample.marked()::contains).count();
        row.computeIfAbsent(who, key -> new ArrayList<>()).add(new Agreement(rouge(String.join(" ", chosen), String.join(" ", sample.marked())),
                2.0 * right / (chosen.size() + sample.marked().size())));
    }

    /** Common words, each as often as in both (Lin, ROUGE, section 2). */
    private static double rouge(String ours, String theirs) {
        var given = counts(ours);
        var wanted = counts(theirs);
        var keys = new HashSet<>(given.keySet());
        keys.retainAll(wanted.keySet());
        var common = keys.stream().mapToInt(word -> Math.min(given.get(word), wanted.get(word))).sum();
        return 2.0 * common / (given.values().stream().mapToInt(count -> count).sum() + wanted.values().stream().mapToInt(count -> count).sum());
    }

    private static Map<String, Integer> counts(String text) {
        var counts = new HashMap<String, Integer>();
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static double words(Map<String, List<Agreement>> row, String who) {
        return row.get(who).stream().mapToDouble(Agreement::words).average().orElseThrow();
    }

    private static double sentences(Map<String, List<Agreement>> row, String who) {
        return row.get(who).stream().mapToDouble(Agreement::sentences).average().orElseThrow();
    }

    static Stream<Sample> samples() {
        try (var file = SummaryEvaluationTest.class.getResourceAsStream("summaries.txt")) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ")).skip(1).map(SummaryEvaluationTest::parsed);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Sample parsed(String text) {
        var lines = text.strip().lines().toList();
        var head = lines.getFirst().split(" ", 3);
        var all = lines.stream().skip(1).filter(line -> !line.isBlank()).toList();
        var body = String.join("\n", lines.subList(1, lines.size())).replaceAll("(?m)^\\* ", "").replaceAll("(?<!\n)\n(?!\n)", " ").replaceAll("\n+", "\n");
        return new Sample(Locale.forLanguageTag(head[0]), head[1], head[2], all.stream().map(line -> line.replaceFirst("^\\* ", "")).toList(),
                all.stream().filter(line -> line.startsWith("* ")).map(line -> line.substring(2)).toList(), body);
    }
}
