package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailWords;
import org.broadsheet.testsupport.SampleEditions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an edition that mail clients would clip (A32). */
class SheddingTest {

    private static final DigestRenderer RENDERER = new DigestRenderer(new MailTemplates(Optional.empty(), Clock.systemUTC()));
    /** A token as it is, and the longest day that any of our languages has. */
    private static final String TOKEN = "AQAAAAAAAAABq1xN6yVQ2s4kq0pT8m1bRw";
    private static final String SINCE = "den 23. september 2026 (mittwoch), donnerstag";
    private static final List<String> SCRIPTS = List.of("Ships & trains \"wait\" <here>. ", "Süßwasserfische über Ærø. ", "Москва не сразу строилась. ", "東京の港は静かだった。",
            "\u0645\u0631\u062D\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645. ", "\uD83D\uDEA2\uD83D\uDC69\u200D\uD83D\uDE80");

    @ParameterizedTest
    @CsvSource({"60, 0", "60, 40", "150, 0", "150, 60", "100, 100"})
    void longDaysAreNeverClipped(int stories, int briefs) {
        assertHolds(day(new Random(stories), stories, briefs, 700), "long day");
    }

    @Test
    void whateverStandsInAnEditionItIsNeverClippedAndShedsInOrderAndNoMoreThanItMust() {
        for (var seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            assertHolds(day(random, 20 + random.nextInt(100), random.nextInt(60), 40 + random.nextInt(900)), "seed " + seed);
        }
    }

    @Test
    void eachStepTakesOneThingMoreAndTheLeadStays() {
        for (var seed = 0; seed < 30; seed++) {
            var random = new Random(seed);
            var digest = day(random, random.nextInt(20), random.nextInt(12), 80);
            var shedding = new Shedding(digest);
            var before = amounts(digest);
            for (var step = 1; step <= shedding.steps(); step++) {
                var after = amounts(shedding.digest(step));
                var one = List.of(before.get(0) - after.get(0), before.get(1) - after.get(1), before.get(2) - after.get(2));
                assertThat(one).as("seed %d, step %d: briefs, texts, stories", seed, step).isIn(List.of(1, 0, 0), List.of(0, 1, 0), List.of(0, 0, 1));
                if (one.get(1) == 1) {
                    assertThat(after.get(0)).as("briefs go first").isZero();
                }
                if (one.get(2) == 1) {
                    assertThat(after.get(1)).as("texts go before stories").isZero();
                }
                assertThat(shedding.omitted(step)).isEqualTo(amounts(digest).get(0) - after.get(0) + amounts(digest).get(2) - after.get(2));
                assertThat(shedding.digest(step).lead()).isEqualTo(digest.lead());
                before = after;
            }
            assertThat(before).containsExactly(0, 0, 0);
        }
    }

    @Test
    void ownBlocksOfAnyLengthAndNumberAreNeverClippedNorKeepAnEditionFromBeingMade() {
        for (var text : List.of("A word. ".repeat(620), "水".repeat(4_990), "<b>x</b>x".repeat(550), "a\n\n".repeat(1_660), "<a href='http://a'>b</a>".repeat(200), "\"".repeat(4_990))) {
            for (var number : List.of(1, 100)) {
                var blocks = new ArrayList<Block>(IntStream.range(0, number).mapToObj(at -> new Block.Note(Block.Place.OPENING, "Note " + at, RichText.of(text).paragraphs(), "")).toList());
                blocks.add(new Block.Notice(Block.Place.END, "A short notice stays.", "", ""));
                var digest = SampleEditions.many(20, 5).withBlocks(blocks);
                var rendered = RENDERER.render(digest);
                assertThat(bytes(rendered.html())).as("%d of %.20s", number, text).isLessThan(100_000);
                assertThat(rendered.html()).contains("A short notice stays.").contains(digest.footer().unsubscribeUrl()).contains(digest.lead().orElseThrow().headline());
                assertThat(rendered.text()).contains("A short notice stays.").contains(digest.sections().getLast().items().getLast().headline());
            }
        }
    }

    @Test
    void theLongestBlocksGoFirstAndOnlyAfterTheStories() {
        var note = new Block.Note(Block.Place.OPENING, "", RichText.of("Long. ".repeat(100)).paragraphs(), "");
        var notice = new Block.Notice(Block.Place.END, "Short.", "", "");
        var shedding = Shedding.of(SampleEditions.many(3, 2).withBlocks(List.of(notice, note)));
        var stories = amounts(shedding.digest()).get(0) + 2 * amounts(shedding.digest()).get(2);
        assertThat(shedding.steps()).isEqualTo(stories + 2);
        assertThat(shedding.digest(stories).blocks()).containsExactly(notice, note);
        assertThat(shedding.digest(stories + 1).blocks()).containsExactly(notice);
        assertThat(shedding.digest(stories + 2).blocks()).isEmpty();
        assertThat(shedding.omitted(stories + 2)).isEqualTo(shedding.omitted(stories));
    }

    private static void assertHolds(Digest digest, String what) {
        var html = RENDERER.render(digest).html();
        var personal = html.replace(Slot.TOKEN.mark(), TOKEN).replace(Slot.SINCE.mark(), SINCE);
        assertThat(bytes(personal)).as(what).isLessThan(100_000);
        var unsubscribe = personal.indexOf("/unsubscribe/" + TOKEN);
        assertThat(unsubscribe).as(what).isPositive();
        assertThat(bytes(personal.substring(0, unsubscribe))).as(what).isLessThan(102_400);
        var page = Jsoup.parse(html);
        var kept = page.select("h3").size();
        var stories = amounts(digest).get(2);
        var briefs = digest.briefs().stream().filter(brief -> page.text().contains(brief.headline())).count();
        var omitted = stories - kept + digest.briefs().size() - (int) briefs;
        if (omitted > 0) {
            assertThat(page.select("a[href=" + digest.footer().webUrl() + "]").eachText()).as(what).contains(MailWords.of(digest.language()).more(omitted));
        }
        if (kept < stories) {
            assertThat(briefs).as("briefs before stories, " + what).isZero();
        }
        if (omitted > 0 || kept < stories) {
            assertThat(bytes(html)).as("no more than it must, " + what).isGreaterThan(100_000 - 6_000);
        }
        assertThat(RENDERER.render(digest).text()).as("the text holds everything, " + what).contains(digest.sections().getLast().items().getLast().headline());
        assertThat(RENDERER.render(digest).html()).as(what).isEqualTo(html);
    }

    /** Briefs, stories with text, stories. */
    private static List<Integer> amounts(Digest digest) {
        var items = digest.sections().stream().flatMap(group -> group.items().stream()).toList();
        return List.of(digest.briefs().size(), (int) items.stream().filter(item -> !item.text().isEmpty()).count(), items.size());
    }

    private static Digest day(Random random, int stories, int briefs, int textLength) {
        var ordinary = SampleEditions.ordinary();
        var groups = new ArrayList<Digest.Group>();
        for (var from = 0; from < stories;) {
            var to = Math.min(stories, from + 1 + random.nextInt(5));
            groups.add(new Digest.Group("Section " + groups.size(), IntStream.range(from, to).mapToObj(number -> item(random, number, textLength)).toList()));
            from = to;
        }
        return SampleEditions.digest("en-GB", "ltr", ordinary.masthead(), ordinary.lead(), groups,
                IntStream.range(0, briefs).mapToObj(number -> brief("Brief item number " + number + ".")).toList());
    }

    private static Digest.Item item(Random random, int number, int textLength) {
        var script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
        var text = script.repeat(1 + textLength / script.length());
        var picture = random.nextBoolean() ? SampleEditions.ordinary().lead().orElseThrow().picture() : Optional.<Digest.Illustration>empty();
        return new Digest.Item("s" + number, "https://signal-box.example/" + number + "?a=1&b=2", "", "Headline number " + number + ", " + script.strip(), "", text, "Source " + number % 7, 3, picture, List.of(), "");
    }

    private static Digest.Item brief(String headline) {
        return new Digest.Item("b", "https://signal-box.example/b", "", headline, "", "", "", 0, Optional.empty(), List.of(), "");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
