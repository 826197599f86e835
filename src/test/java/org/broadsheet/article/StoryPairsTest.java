package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How well reports of the same news are told from others, on pairs of invented items that were labelled by hand: the rules were made with
 * those for tuning, and measured on the held-out ones.
 */
class StoryPairsTest {

    private record Item(String language, String source, String title, String text) {

        NewsMark mark() {
            return NewsMark.of(language, source, title, "", text);
        }
    }

    private record Pair(String ids, String category, Item one, Item other, boolean same) {
    }

    /** @param precision 1 if nothing was joined */
    private record Score(int pairs, double precision, double recall) {

        static Score of(List<Pair> pairs, BiPredicate<Item, Item> judge) {
            var joined = pairs.stream().filter(pair -> judge.test(pair.one, pair.other)).toList();
            var right = joined.stream().filter(Pair::same).count();
            var all = pairs.stream().filter(Pair::same).count();
            return new Score(pairs.size(), joined.isEmpty() ? 1 : (double) right / joined.size(), all == 0 ? 1 : (double) right / all);
        }

        String in(String name) {
            return String.format(Locale.ROOT, "  %-28s %4d pairs   precision %.3f   recall %.3f", name, pairs, precision, recall);
        }
    }

    @Test
    void whatIsJoinedBelongsTogether() {
        var tuning = pairs("story-pairs-tuning.json");
        var heldOut = pairs("story-pairs-held-out.json");
        var all = new ArrayList<>(tuning);
        all.addAll(heldOut);
        print("Stories told apart", all);
        var byCategory = new LinkedHashMap<String, List<Pair>>();
        all.forEach(pair -> byCategory.computeIfAbsent(pair.category, key -> new ArrayList<>()).add(pair));
        byCategory.forEach((category, some) -> System.out.println(Score.of(some, StoryPairsTest::same).in("  " + category)));
        print("held out", heldOut);
        all.stream().filter(pair -> same(pair.one, pair.other) != pair.same)
                .forEach(pair -> System.out.println("  " + (pair.same ? "missed " : "JOINED ") + pair.ids + ": " + pair.one.title + " / " + pair.other.title));

        assertThat(all).hasSizeGreaterThanOrEqualTo(160);
        for (var measured : List.of(Score.of(all, StoryPairsTest::same), Score.of(heldOut, StoryPairsTest::same))) {
            assertThat(measured.precision).isGreaterThanOrEqualTo(0.98);
            assertThat(measured.recall).isGreaterThanOrEqualTo(0.75);
        }
    }

    @Test
    void whatBelongsTogetherIsFoundByItsBands() {
        var same = pairs("story-pairs-tuning.json");
        same.addAll(pairs("story-pairs-held-out.json"));
        same.removeIf(pair -> !same(pair.one, pair.other));
        var found = same.stream().filter(pair -> NewsMark.common(StoryBands.of(pair.one.mark()), StoryBands.of(pair.other.mark())) > 0).count();
        System.out.printf("Of %d pairs that tell the same, %d are found by their bands%n", same.size(), found);
        assertThat((double) found / same.size()).isGreaterThanOrEqualTo(0.97);
    }

    private static void print(String name, List<Pair> pairs) {
        System.out.println(name);
        System.out.println(Score.of(pairs, StoryPairsTest::same).in("Broadsheet"));
        System.out.println(Score.of(pairs, (one, other) -> one.mark().key().equals(other.mark().key())).in("same normalised title"));
        System.out.println(Score.of(pairs, (one, other) -> jaccard(one, other) >= 0.6).in("Jaccard 0.6 of words"));
    }

    private static boolean same(Item one, Item other) {
        return Likeness.sameness(one.mark(), other.mark()) > 0;
    }

    private static double jaccard(Item one, Item other) {
        var words = words(one);
        var others = words(other);
        var union = new HashSet<>(words);
        union.addAll(others);
        words.retainAll(others);
        return (double) words.size() / union.size();
    }

    private static HashSet<String> words(Item item) {
        return new HashSet<>(Arrays.asList(Headline.key(item.title + " " + item.text).split(" ")));
    }

    private static List<Pair> pairs(String file) {
        try (var stream = StoryPairsTest.class.getResourceAsStream("/" + file)) {
            var root = new ObjectMapper().readTree(stream);
            Map<String, Item> items = new LinkedHashMap<>();
            root.get("items").properties().forEach(item -> items.put(item.getKey(), item(item.getValue())));
            return new ArrayList<>(StreamSupport.stream(root.get("pairs").spliterator(), false).map(pair -> new Pair(pair.get("one").asText() + " " + pair.get("other").asText(),
                    pair.get("category").asText(), items.get(pair.get("one").asText()), items.get(pair.get("other").asText()), pair.get("same").asBoolean())).toList());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Item item(JsonNode node) {
        return new Item(node.get("language").asText(), node.get("source").asText(), node.get("title").asText(), node.get("text").asText());
    }
}
