package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.TextColumn;
import org.broadsheet.publication.AccentColour;
import org.broadsheet.testsupport.SampleEditions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestRendererTest {

    private static final DigestRenderer RENDERER = new DigestRenderer(new MailTemplates(Optional.empty(), Clock.systemUTC()));

    static Stream<Digest> editions() {
        return Stream.of(SampleEditions.ordinary(), SampleEditions.oneStory(), SampleEditions.briefsOnly(), SampleEditions.many(30, 12),
                SampleEditions.hostile(),
                SampleEditions.hebrew(), SampleEditions.arabic());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aScreenReaderFindsItsWay(Digest digest) {
        var page = page(digest);
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(digest.language());
        assertThat(page.selectFirst("html").attr("dir")).isEqualTo(digest.direction());
        var first = page.body().firstElementChild();
        assertThat(List.of(first.attr("lang"), first.attr("dir"), first.attr("role"))).containsExactly(digest.language(),
                digest.direction(), "article");
        assertThat(page.select("table")).allSatisfy(table -> assertThat(table.attr("role")).isEqualTo("presentation"));
        assertThat(page.select("img")).allSatisfy(image -> {
            assertThat(image.hasAttr("alt")).isTrue();
            assertThat(image.attr("width")).isNotEmpty();
            assertThat(image.attr("height")).isNotEmpty();
        });
        assertThat(page.title()).contains(digest.masthead().name());
        assertHeadings(page);
    }

    private static void assertHeadings(Document page) {
        assertThat(page.select("h1")).hasSize(1);
        var before = 0;
        for (var heading : page.select("h1, h2, h3, h4")) {
            var level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
            before = level;
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everythingThatMustBeSaidIsSaidInBothParts(Digest digest) {
        var rendered = RENDERER.render(digest);
        var text = Jsoup.parse(rendered.html()).text();
        for (var said : Stream.concat(Stream.of(digest.footer().legalName(), Slot.SINCE.mark()), digest.footer().postalAddress().stream())
                .toList()) {
            assertThat(text).contains(said);
            assertThat(rendered.text()).contains(said);
        }
        for (var url : List.of(digest.footer().unsubscribeUrl(), digest.footer().preferencesUrl(), digest.footer().webUrl())) {
            assertThat(Jsoup.parse(rendered.html()).select("a").eachAttr("href")).contains(url);
            assertThat(rendered.text().lines()).contains(url);
        }
        digest.masthead().contacts().forEach(contact -> assertThat(rendered.html()).contains("href=\"tel:" + contact.dialled() + "\""));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theMarksOfSlotsSurviveUntouched(Digest digest) {
        var rendered = RENDERER.render(digest);
        for (var part : List.of(rendered.html(), rendered.text())) {
            assertThat(count(part, Slot.TOKEN.mark())).isEqualTo(2);
            assertThat(count(part, Slot.SINCE.mark())).isEqualTo(1);
            assertThat(count(part, "\uE000")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theSameEditionGivesTheSameBytes(Digest digest) {
        assertThat(RENDERER.render(digest)).isEqualTo(RENDERER.render(digest));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void thePlainTextFitsATerminalAndIsFreeOfMarkUp(Digest digest) {
        var text = RENDERER.render(digest).text();
        assertThat(text.lines().filter(line -> !line.contains("://"))).allSatisfy(line -> assertThat(TextColumn.cells(line)).as(line)
                .isLessThanOrEqualTo(72));
        assertThat(text).doesNotContain("&amp;", "&#", "&nbsp;", "\u200c", "\u034f", "\n\n\n\n", "\r").endsWith("\n")
                .doesNotEndWith("\n\n");
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyLinkOfTheMailStandsInTheText(Digest digest) {
        var rendered = RENDERER.render(digest);
        assertThat(Jsoup.parse(rendered.html()).select("a[href^=http]").eachAttr("href")).allSatisfy(url -> assertThat(rendered.text())
                .contains(url));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void linesAreShortEnoughForEveryServer(Digest digest) {
        var longest = RENDERER.render(digest).html().lines()
                .map(line -> line.replaceAll("[^ ]{200,}", "")) // what has no spaces cannot be folded
                .mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length).max();
        assertThat(longest.orElseThrow()).isLessThanOrEqualTo(900);
    }

    @Test
    void whatComesFromOutsideStaysText() {
        var page = page(SampleEditions.hostile());
        assertThat(page.select("script, b, [onerror], [onclick]")).isEmpty();
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(href -> href.matches("(https?://|tel:|mailto:).*"));
        assertThat(page.select("h2").first().text()).startsWith("Donaudampf");
        assertThat(page.text()).contains("<script>alert(1)</script>", "{config:property('quarkus.datasource.password')}");
        assertThat(RENDERER.render(SampleEditions.hostile()).text()).doesNotContain("javascript:", "data:text");
    }

    @Test
    void thePreheaderComesFirstAndNothingLeaksBehindIt() {
        var page = page(SampleEditions.ordinary());
        var hidden = page.select("body > div > div[style*=display:none]");
        assertThat(hidden.get(0).text()).isEqualTo(SampleEditions.ordinary().preheader());
        assertThat(hidden.get(1).attr("aria-hidden")).isEqualTo("true");
        assertThat(hidden.get(1).wholeText().codePoints().filter(point -> point == 0x200c).count()).isEqualTo(40);
    }

    @Test
    void exactlyTwoPicturedStoriesStandSideBySide() {
        var page = page(SampleEditions.ordinary());
        assertThat(page.select("div.col")).hasSize(4);
        assertThat(page.select("div.thumb")).hasSize(1);
    }

    @Test
    void aPublicationFromRightToLeftIsMirrored() {
        var page = page(SampleEditions.hebrew());
        assertThat(page.selectFirst("div.thumb").parent().attr("dir")).isEqualTo("ltr");
        assertThat(page.selectFirst("div.thumb").attr("dir")).isEqualTo("rtl");
        assertThat(page.html()).contains("float: left").doesNotContain("letter-spacing", "font-style:italic");
        var foreign = page.selectFirst("h3[lang=en]");
        assertThat(foreign.attr("dir")).isEqualTo("auto");
        assertThat(foreign.attr("style")).contains("text-align:right");
    }

    @Test
    void anEditionThatWouldBeClippedLeavesAsLittleAsPossibleToTheWeb() {
        var digest = SampleEditions.many(36, 60);
        assertThat(DigestRenderer.size(RENDERER.render(digest).html())).isLessThanOrEqualTo(100_000).isGreaterThan(99_000);
        var page = page(digest);
        var briefs = 60 - Integer.parseInt(page.select("a[href=" + digest.footer().webUrl() + "]").first().text().replaceAll("\\D.*", ""));
        assertThat(briefs).isPositive();
        assertThat(page.text()).contains("Brief " + (briefs - 1) + " in").doesNotContain("Brief " + briefs + " in");
        assertThat(page.select("h3")).hasSize(36);
    }

    @Test
    void afterTheBriefsTextsAreShedAndThenStories() {
        var texts = page(SampleEditions.many(45, 5));
        assertThat(texts.text()).doesNotContain("Brief 0 in");
        assertThat(texts.select("h3")).hasSize(45);
        assertThat(count(texts.text(), "A summary that says")).isBetween(1, 44);
        var stories = RENDERER.render(SampleEditions.many(150, 5));
        assertThat(DigestRenderer.size(stories.html())).isLessThanOrEqualTo(100_000);
        assertThat(Jsoup.parse(stories.html()).select("h3").size()).isBetween(30, 149);
        assertThat(stories.text()).contains("Headline number 149", "Brief 4");
    }

    @Test
    void everyPairOfColoursCanBeReadInLightAndInDark() {
        for (var given : List.of("#7a1f2b", "#ffd700", "#0b5fff", "#111111", "#ffffff")) {
            var accent = AccentColour.of(given);
            for (var light : List.of("#1d1b19", "#5a544d", accent.light())) {
                assertThat(AccentColour.contrast(Color.decode(light), Color.decode("#fdfbf7"))).isGreaterThanOrEqualTo(4.5);
            }
            for (var dark : List.of("#ebe6de", "#b0a89e", accent.dark())) {
                assertThat(AccentColour.contrast(Color.decode(dark), Color.decode("#171513"))).isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @Test
    void everyColourInTheMarkUpIsOneOfThePalette() {
        var colours = new ArrayList<String>();
        page(SampleEditions.ordinary()).select("[style]").forEach(element -> colours.addAll(coloursOf(element)));
        assertThat(colours).isNotEmpty().isSubsetOf("#fdfbf7", "#1d1b19", "#5a544d", "#7a1f2b", "#d8d1c6");
    }

    @Test
    void textOfEveryColourHasItsClassForTheDark() {
        for (var element : page(SampleEditions.ordinary()).select("p, h1, h2, h3, a, span, i, td")) {
            var style = element.attr("style");
            if (style.matches("(?s).*(^|[; ])color:#1d1b19.*")) {
                assertThat(element.classNames()).as(element.outerHtml()).contains("ink");
            } else if (style.matches("(?s).*(^|[; ])color:#5a544d.*")) {
                assertThat(element.classNames()).as(element.outerHtml()).contains("soft");
            } else if (style.matches("(?s).*(^|[; ])color:#7a1f2b.*")) {
                assertThat(element.classNames()).as(element.outerHtml()).contains("acc");
            }
        }
    }

    @Test
    void anOperatorMayWriteTheTextPartAnew(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("mail"));
        Files.writeString(folder.resolve("mail/digest.txt"), """
                {#for group in it.digest.sections}
                {group.name}
                {#for item in group.items}
                {it.wrap(item.text)}
                {/for}
                {/for}
                {it.digest.footer.unsubscribeUrl} {it.digest.footer.webUrl}
                {it.digest.footer.reason} {it.digest.footer.legalName} {#for line in it.digest.footer.postalAddress}{line} {/for}
                """);
        var templates = new MailTemplates(Optional.of(folder), Clock.systemUTC());
        var text = new DigestRenderer(templates).render(SampleEditions.ordinary()).text();
        assertThat(templates.problems()).isEmpty();
        assertThat(text).startsWith("Laboratories\nWhoever reads a structure must within a year leave one behind. Small\nlaboratories say");
    }

    private static List<String> coloursOf(Element element) {
        return Pattern.compile("#[0-9a-f]{6}").matcher(element.attr("style")).results().map(MatchResult::group).toList();
    }

    private static Document page(Digest digest) {
        return Jsoup.parse(RENDERER.render(digest).html());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
