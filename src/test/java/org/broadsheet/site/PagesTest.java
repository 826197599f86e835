package org.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.broadsheet.testsupport.PageEngine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every page, rich or poor (E21, F20). */
class PagesTest {

    private static final PageEngine ENGINE = new PageEngine();
    private static final Set<String> UNSEEN_INPUTS = Set.of("hidden", "submit");

    @TestFactory
    Stream<DynamicTest> isWellFormedHtml() {
        return each((name, page, html) -> {
            var parser = Parser.htmlParser().setTrackErrors(20);
            Jsoup.parse(html, "https://news.example/", parser);
            assertThat(parser.getErrors()).isEmpty();
            assertThat(html.strip()).startsWith("<!doctype html>");
        });
    }

    @TestFactory
    Stream<DynamicTest> saysItsLanguageItsDirectionAndItsName() {
        return each((name, page, html) -> {
            var root = page.selectFirst("html");
            assertThat(root.attr("lang")).isNotBlank();
            assertThat(root.attr("dir")).isIn("ltr", "rtl");
            assertThat(page.title()).isNotBlank();
            assertThat(page.select("meta[name=viewport]")).hasSize(1);
            assertThat(page.select("main")).hasSize(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> isLight() {
        return each((name, page, html) -> assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000));
    }

    @TestFactory
    Stream<DynamicTest> hasOneMainHeadingAndSkipsNoLevel() {
        return each((name, page, html) -> {
            assertThat(page.select("h1")).hasSize(1);
            var level = 0;
            for (var heading : page.select("h1, h2, h3, h4")) {
                var next = heading.tagName().charAt(1) - '0';
                assertThat(next).as(heading.text()).isLessThanOrEqualTo(Math.max(level, 1) + 1);
                level = next;
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> holdsNoStyleAndNoScript() {
        return each((name, page, html) -> {
            assertThat(page.select("style, script:not([type=application/ld+json]), [style], object, embed, base")).isEmpty();
            page.getAllElements().forEach(element -> element.attributes().forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on")));
        });
    }

    @TestFactory
    Stream<DynamicTest> loadsNothingFromElsewhereAndPostsNothingElsewhere() {
        return each((name, page, html) -> {
            page.select("[src]").forEach(element -> assertThat(element.attr("src")).matches("/[^/].*"));
            page.select("link[rel=stylesheet], link[rel=icon]").forEach(element -> assertThat(element.attr("href")).matches("/[^/].*"));
            page.select("form").forEach(form -> {
                assertThat(form.attr("method")).isEqualTo("post");
                assertThat(form.attr("action")).matches("/[^/].*");
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> linksOnlyToPagesTelephonesAndMailboxes() {
        return each((name, page, html) -> page.select("a").forEach(link -> assertThat(link.attr("href")).matches("(https?://|/|#|tel:\\+?[0-9]|mailto:).*|/")));
    }

    @TestFactory
    Stream<DynamicTest> givesEachLinkAndEachButtonWords() {
        return each((name, page, html) -> page.select("a, button").forEach(element -> assertThat(element.text() + element.select("img").attr("alt")).isNotBlank()));
    }

    @TestFactory
    Stream<DynamicTest> givesPicturesTheirSizeAndTheirWords() {
        return each((name, page, html) -> page.select("img").forEach(picture -> {
            assertThat(picture.hasAttr("alt")).isTrue();
            assertThat(picture.attr("width")).isNotBlank();
            assertThat(picture.attr("height")).isNotBlank();
        }));
    }

    @TestFactory
    Stream<DynamicTest> tiesLabelsAndProblemsToTheirFields() {
        return each((name, page, html) -> {
            var ids = new HashSet<String>();
            page.select("[id]").forEach(element -> assertThat(ids.add(element.id())).as("id " + element.id() + " once").isTrue());
            for (var attribute : List.of("aria-describedby", "aria-labelledby", "for")) {
                page.select("[" + attribute + "]").forEach(element -> assertThat(ids).containsAll(List.of(element.attr(attribute).split(" "))));
            }
            page.select("input, select").stream().filter(input -> !UNSEEN_INPUTS.contains(input.attr("type"))).forEach(input -> assertThat(labelled(page, input))
                    .as("label of " + input.attr("name")).isTrue());
            page.select("a[href^=#]").forEach(link -> assertThat(ids).contains(link.attr("href").substring(1)));
            page.select(".wrong").forEach(problem -> assertThat(page.select("[aria-invalid=true][aria-describedby~=" + problem.id() + "]")).hasSize(1));
        });
    }

    private static boolean labelled(Document page, Element input) {
        return input.closest("label") != null || !input.id().isEmpty() && !page.select("label[for=" + input.id() + "]").isEmpty();
    }

    @Test
    void aFormComesBackWithWhatWasEnteredAndEachProblemAtItsField() {
        var page = page("signup-problems");
        assertThat(page.selectFirst("#email").val()).isEqualTo("reader@example");
        assertThat(page.selectFirst("#name").val()).isEqualTo("A. \"Reader\" <b>");
        assertThat(page.selectFirst("input[name=section][value=money]").hasAttr("checked")).isTrue();
        assertThat(page.selectFirst("#timeZone option[selected]").val()).isEqualTo("Europe/Brussels");
        assertThat(page.select(".problems a").eachAttr("href")).containsExactly("#email", "#section", "#name", "#timeZone");
        assertThat(page.title()).startsWith("Please check");
        assertThat(page.selectFirst("#email-problem").text()).contains("not a complete e-mail address");
    }

    @Test
    void anAddressThatIsRefusedComesBackWithTheSectionThatWasChosen() {
        var form = page("admin-dashboard").selectFirst("form.paste:has(.wrong)");
        assertThat(form.selectFirst("input[name=url]").val()).isEqualTo("file:///etc/passwd");
        assertThat(form.selectFirst("select[name=section] option[selected]").val()).isEqualTo("transport");
    }

    @Test
    void nothingIsTickedBeforehand() {
        var poor = page("signup-poor");
        assertThat(poor.select("input[checked]")).isEmpty();
        assertThat(poor.selectFirst("input[name=language]").val()).isEqualTo("en");
    }

    @Test
    void theTrapForProgramsIsOutOfSightAndOutOfTheWay() {
        for (var name : List.of("signup", "embed")) {
            var trap = page(name).selectFirst("input[name=website]");
            assertThat(trap.attr("tabindex")).isEqualTo("-1");
            assertThat(trap.attr("autocomplete")).isEqualTo("off");
            assertThat(trap.closest("[aria-hidden=true]")).isNotNull();
        }
    }

    @Test
    void theEmbeddedFormAnswersInAWindowOfItsOwn() {
        assertThat(page("embed").selectFirst("form").attr("target")).isEqualTo("_blank");
        assertThat(page("embed").select("input[type=hidden]").eachAttr("name")).contains("form", "timeZone", "language");
    }

    @Test
    void theInboxPageNamesNoAddressOfAReader() {
        assertThat(page("checkInbox").selectFirst("main").text()).doesNotContain("reader@").contains("news@lattice-gauge.example");
    }

    @Test
    void personalPagesAskNotToBeIndexed() {
        for (var name : List.of("confirm", "confirmed", "unsubscribe", "unsubscribed", "preferences", "checkInbox")) {
            assertThat(page(name).select("meta[name=robots][content=noindex]")).as(name).hasSize(1);
        }
    }

    @Test
    void anEditionShowsEveryStoryOnceInTheOrderOfTheMail() {
        var text = page("edition").selectFirst("main").text();
        var last = -1;
        for (var headline : List.of("Nineteen railways", "Crystal archives", "Evaluators ask", "The next collider", "Inland ports", "Harbours that", "Toll by axle", "Cargo bicycles",
                "Inspectors may")) {
            assertThat(text.indexOf(headline)).as(headline).isGreaterThan(last);
            last = text.indexOf(headline);
            assertThat(text.lastIndexOf(headline)).isEqualTo(last);
        }
    }

    @Test
    void aScriptInTheAddressOfASourceBecomesNoLink() {
        assertThat(page("edition").html()).doesNotContain("javascript:").contains("Bad Wire");
        assertThat(page("story").html()).doesNotContain("javascript:").contains("Our own note");
    }

    @Test
    void wordsInAnotherLanguageThanThePublicationSaySo() {
        assertThat(page("signup-ar").selectFirst("main").attr("lang")).isEqualTo("en-GB");
        assertThat(page("front-ar").selectFirst("#join span").attr("lang")).isEqualTo("en-GB");
        assertThat(page("signup-de").selectFirst("main").hasAttr("lang")).isFalse();
    }

    @Test
    void thePreviewOfAMailHasNoRights() {
        var frames = page("admin-edition").select("iframe");
        assertThat(frames).hasSize(5).allSatisfy(frame -> {
            assertThat(frame.hasAttr("sandbox")).isTrue();
            assertThat(frame.attr("sandbox")).isEmpty();
        });
    }

    private static Document page(String name) {
        var sample = SamplePages.all().stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow();
        return Jsoup.parse(ENGINE.render(sample.template(), sample.page()));
    }

    private interface Check {
        void of(String name, Document page, String html);
    }

    private static Stream<DynamicTest> each(Check check) {
        return SamplePages.all().stream().map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
            var html = ENGINE.render(sample.template(), sample.page());
            check.of(sample.name(), Jsoup.parse(html), html);
        }));
    }
}
