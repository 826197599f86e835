package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.mail.MailTheme.Density;
import org.broadsheet.mail.MailTheme.Design;
import org.broadsheet.mail.MailTheme.Fonts;
import org.broadsheet.mail.TextColumn;
import org.broadsheet.testsupport.SampleEditions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestRendererTest {

    private static final MailTemplates TEMPLATES = new MailTemplates(Optional.empty(), Clock.systemUTC());
    private static final DigestRenderer RENDERER = new DigestRenderer(TEMPLATES);

    /** A start tries each packaged template once, since it should be quick. */
    @Test
    void packagedTemplatesSayWhatEveryEditionMustInAllSamplesAndDesigns() {
        assertThatCode(TEMPLATES::tryPackaged).doesNotThrowAnyException();
    }

    static Stream<Named<Digest>> editions() {
        var samples = new LinkedHashMap<>(SampleDigest.all());
        samples.put("ordinary", SampleEditions.ordinary());
        samples.put("many", SampleEditions.many(30, 12));
        samples.put("hostile", SampleEditions.hostile());
        samples.put("logo", SampleDigest.withLogo(SampleDigest.rich()));
        return samples.entrySet().stream().flatMap(sample -> Stream.of(Design.values())
                .map(design -> Named.of(sample.getKey() + " as " + design, sample.getValue().withTheme(MailTheme.of(design)))));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theHeadIsWhatClientsExpect(Digest digest) {
        var html = RENDERER.render(digest).html();
        assertThat(html).startsWith("<!doctype html>\n<html lang=\"").contains("<meta charset=\"utf-8\">", "name=\"viewport\"", "x-apple-disable-message-reformatting",
                "format-detection", "<meta name=\"color-scheme\" content=\"light dark\">", "supported-color-schemes", "<o:PixelsPerInch>96</o:PixelsPerInch>",
                "prefers-color-scheme", "[data-ogsc]").doesNotContain("var(--", "data-sheets", "url(");
        var kept = Pattern.compile("(?s)<style>(.*?)</style>").matcher(html).results().mapToInt(style -> style.group(1).length()).sum();
        assertThat(kept).isLessThan(8_000);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void wordFindsWidthsAndGhostTables(Digest digest) {
        var html = RENDERER.render(digest).html();
        var page = Jsoup.parse(html.replaceAll("(?s)<!--\\[if !mso]><!-->.*?<!--<!\\[endif]-->", "").replaceAll("<!--\\[if mso]>|<!\\[endif]-->", ""));
        assertThat(page.select("table")).allSatisfy(table -> assertThat(table.attr("width")).isNotEmpty());
        assertThat(page.select("img")).allSatisfy(image -> {
            assertThat(Integer.parseInt(image.attr("width"))).isBetween(1, 640);
            assertThat(image.hasAttr("alt")).isTrue();
        });
        assertThat(page.select("table")).allSatisfy(table -> assertThat(table.attr("role")).isEqualTo("presentation"));
        assertThat(count(html, "<!--[if")).isEqualTo(count(html, "<![endif]-->"));
        assertThat(page.select("v|rect").size()).isEqualTo(digest.theme().magazine() && digest.lead().isPresent() ? 1 : 0);
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
            assertThat(image.attr("style")).contains("border:0");
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
        for (var design : Design.values()) {
            var page = page(HardSamples.hebrew().withTheme(MailTheme.of(design)));
            assertThat(page.html()).doesNotContain("letter-spacing", "font-style:italic");
            assertThat(page.selectFirst("table[role=presentation]").attr("style")).contains("text-align:right");
            assertThat(page.selectFirst("h3[lang=en]").attr("dir")).isEqualTo("auto");
        }
        var page = page(HardSamples.hebrew());
        assertThat(page.selectFirst("div.thumb").parent().attr("dir")).isEqualTo("ltr");
        assertThat(page.selectFirst("div.thumb").attr("dir")).isEqualTo("rtl");
    }

    @Test
    void blocksStandWhereTheyBelongInBothParts() {
        for (var design : Design.values()) {
            var rendered = RENDERER.render(SampleDigest.rich().withTheme(MailTheme.of(design)));
            for (var text : List.of(Jsoup.parse(rendered.html()).text().toLowerCase(Locale.ROOT), rendered.text().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))) {
                var places = Stream.of("from the desk", "nine small railways", "what the new ring costs", "advertisement", "instruments that survive", "ferries may plug in",
                        "an ice core arrives", "the desk is closed on friday", "choose sections and days", "privacy policy").map(words -> text.lastIndexOf(words)).toList();
                assertThat(places).isSorted().doesNotContain(-1);
            }
            assertThat(rendered.text()).contains("https://example.org/sponsor", "https://example.org/quay/calendar", "https://example.org/quay/method", "mailto:desk@example.org",
                    "Mara Olsen, editor");
        }
    }

    @Test
    void aBlockAfterASectionThatIsNotThereStandsAfterTheLast() {
        var notice = new Block.Notice(Block.Place.afterSection(9), "Standing notice", "", "");
        assertThat(page(SampleDigest.rich().withBlocks(List.of(notice))).text()).containsPattern("The tide tables.*Standing notice.*In brief");
        assertThat(page(SampleDigest.poor().withBlocks(List.of(notice))).text()).containsPattern("One thing happened.*Standing notice");
    }

    @Test
    void aCorrectionIsShownWithItsDateInBothParts() {
        var rendered = RENDERER.render(SampleDigest.rich());
        assertThat(Jsoup.parse(rendered.html()).text()).contains("Corrected on 24 November 2026: An earlier version said");
        assertThat(rendered.text()).contains("Corrected on 24 November 2026: An earlier version said");
    }

    @Test
    void twentyStoriesAreFarFromBeingClipped() {
        for (var design : Design.values()) {
            for (var density : Density.values()) {
                var rendered = RENDERER.render(SampleDigest.rich().withTheme(new MailTheme(design, Fonts.AUTO, density)));
                var size = DigestRenderer.size(rendered.html());
                System.out.printf("20 stories and three blocks, %s %s: %d bytes of HTML, %d of text%n", design, density, size,
                        rendered.text().getBytes(StandardCharsets.UTF_8).length);
                assertThat(size).isLessThan(50_000);
            }
        }
    }

    @Test
    void anEditionThatWouldBeClippedLeavesAsLittleAsPossibleToTheWeb() {
        var digest = SampleEditions.many(48, 80);
        assertThat(DigestRenderer.size(RENDERER.render(digest).html())).isLessThanOrEqualTo(100_000).isGreaterThan(99_000);
        var page = page(digest);
        var briefs = 80 - Integer.parseInt(page.select("a[href=" + digest.footer().webUrl() + "]").first().text().replaceAll("\\D.*", ""));
        assertThat(briefs).isPositive();
        assertThat(page.text()).contains("Brief " + (briefs - 1) + " in").doesNotContain("Brief " + briefs + " in");
        assertThat(page.select("h3")).hasSize(48);
    }

    @Test
    void afterTheBriefsTextsAreShedAndThenStories() {
        var texts = page(SampleEditions.many(57, 5));
        assertThat(texts.text()).doesNotContain("Brief 0 in");
        assertThat(texts.select("h3")).hasSize(57);
        assertThat(count(texts.text(), "A summary that says")).isBetween(1, 56);
        var stories = RENDERER.render(SampleEditions.many(150, 5));
        assertThat(DigestRenderer.size(stories.html())).isLessThanOrEqualTo(100_000);
        assertThat(Jsoup.parse(stories.html()).select("h3").size()).isBetween(30, 149);
        assertThat(stories.text()).contains("Headline number 149", "Brief 4");
    }

    @Test
    void everyColourInTheMarkUpIsARoleOfTheSheetOrTheAccent() throws IOException {
        for (var design : Design.values()) {
            var sheet = Files.readString(Path.of("templates/mail/themes/" + design.name().toLowerCase(Locale.ROOT) + ".css"));
            var roles = Pattern.compile("--(?!dark)[a-z]+: (#[0-9a-f]{6});").matcher(sheet).results().map(role -> role.group(1)).toList();
            var colours = new ArrayList<String>();
            page(SampleDigest.rich().withTheme(MailTheme.of(design))).select("[style]").forEach(element -> colours.addAll(coloursOf(element)));
            assertThat(roles).hasSize(6);
            assertThat(colours).isNotEmpty().allMatch(colour -> roles.contains(colour) || colour.equals("#7a1f2b"));
        }
    }

    @Test
    void textOfEveryColourHasItsClassForTheDark() {
        for (var element : page(SampleDigest.rich()).select("p, h1, h2, h3, a, span, img, td")) {
            var style = element.attr("style");
            if (element.tagName().equals("a") && style.contains("color:#fdfbf7")) {
                assertThat(element.classNames()).contains("button");
            } else if (style.matches("(?s).*(^|[; ])color:#1d1b19.*")) {
                assertThat(element.classNames()).as(element.outerHtml()).contains("ink");
            } else if (style.matches("(?s).*(^|[; ])color:#5a544d.*")) {
                assertThat(element.classNames()).as(element.outerHtml()).contains("soft");
            } else if (style.matches("(?s).*(^|[; ])color:#7a1f2b.*")) {
                assertThat(element.classNames()).as(element.outerHtml()).contains("accent");
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
