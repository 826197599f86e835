package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.broadsheet.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile documents and paths may take: a bounded time and memory, and an answer that names the limit. */
class PathLimitsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void jsonOfAnyDepthIsReadAsFarAsItGoes() {
        assertThat(problems(soon("[".repeat(100_000), Map.of("item", "$")))).contains("deeper");
        assertThat(problems(soon("{\"a\":".repeat(100_000), Map.of("item", "$..a")))).contains("deeper");
        assertThatThrownBy(() -> DataLists.read("{\"a\":[".repeat(100_000).getBytes(StandardCharsets.UTF_8), "", "https://x.example/", NOW)).isInstanceOf(NotAFeedException.class);
    }

    @Test
    void anArrayOfFiftyMegabytesIsReadToItsLimit() {
        var small = soon("[" + "1,".repeat(25_000_000) + "1]", Map.of("item", "$"));
        assertThat(problems(small)).contains("larger than a list of articles may be");
        var items = soon("[" + "{\"t\":\"Ferries\",\"u\":\"/1\"},".repeat(2_000_000) + "{}]", Map.of("item", "$", "link", "u", "title", "t"));
        assertThat(items.entries()).hasSize(1);
        assertThat(problems(items)).contains("larger than a list", "There are more than 1000 items");
        var texts = soon("[" + ("{\"t\":\"" + "x".repeat(1_000_000) + "\",\"u\":\"/1\"},").repeat(50) + "{}]", Map.of("item", "$", "link", "u", "title", "t"));
        assertThat(problems(texts)).contains("larger than a list");
        var names = new StringBuilder("[");
        for (var number = 0; number < 500_000; number++) {
            names.append("{\"name").append(number).append("\":1},");
        }
        assertThat(problems(soon(names + "{}]", Map.of("item", "$")))).contains("larger than a list");
    }

    @Test
    void aListThatIsFoundByItselfMayBeOfAnySize() throws NotAFeedException {
        var list = new StringBuilder("[");
        for (var number = 0; number < 400_000; number++) {
            list.append("{\"title\":\"The news of the port, number ").append(number).append("\",\"url\":\"/news/").append(number).append("\",\"published\":\"2026-02-11\",\"x\":{\"a").append(number)
                    .append("\":{\"title\":\"x\"}}},");
        }
        var document = assertTimeoutPreemptively(SOON, () -> DataLists.read(list.append("{}]").toString().getBytes(StandardCharsets.UTF_8), "", "https://x.example/", NOW));
        assertThat(document.entries()).hasSize(FeedReader.MOST_ENTRIES);
        assertThat(problems(document)).contains("larger than a list", "more than 1000 entries");
    }

    @Test
    void ofWhatBreaksOffTheWholeItemsAreRead() {
        var document = soon("{\"l\":[{\"t\":\"One\",\"u\":\"/1\"},{\"t\":\"Two\",\"u\":\"/2\"},{\"u\":\"/3\",\"t\":\"Thr", Map.of("item", "l", "link", "u", "title", "t"));
        assertThat(document.entries()).extracting(FeedEntry::title).containsExactly("One", "Two");
        assertThat(problems(document)).contains("This is broken JSON, in line 1");
    }

    @Test
    void numbersOfAnySizeStayAsTheyAreWrittenAndOfDoubleNamesTheLastCounts() {
        var document = soon("[{\"u\":\"/x\",\"u\":\"/y\",\"d\":1e999999,\"t\":\"A\",\"id\":123456789012345678901234567890}]", Map.of("item", "$", "link", "u", "title", "t", "date", "d", "guid", "id"));
        assertThat(document.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.url()).endsWith("/y");
            assertThat(entry.publishedAt()).isEmpty();
            assertThat(entry.guid()).isEqualTo("123456789012345678901234567890");
        });
        assertThat(problems(soon("[{\"u\":" + "9".repeat(2_000_000) + "}]", Map.of("item", "$", "link", "u")))).contains("longer, than can be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//*[count(//*[count(//*) > 0]) > 0]", "//div[//div = //div]", "//*[string(/) = string(//*)]", "//*[following::*[preceding::*[following::*]]]"})
    void anExpressionThatLoopsIsStoppedByName(String expression) {
        assertThat(problems(onDeepPage(expression))).contains("The expression for items, " + expression + ", takes too long on this document: it was stopped after 20000000 steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//*//*//*//*//*//*//*//*", "//*/ancestor::*/descendant::*/ancestor::*/descendant::*", "//*"})
    void ofItemsThatHoldOneAnotherNotAllAreLookedAt(String expression) {
        var document = onDeepPage(expression);
        assertThat(document.entries()).hasSize(1);
        assertThat(problems(document)).contains("There are more than 1000 items");
    }

    private static FeedDocument onDeepPage(String expression) {
        var page = new StringBuilder("<html><body>");
        for (var number = 0; number < 4_000; number++) {
            page.append("<div class=a><p>x").append(number).append("</p>").append(number % 40 == 39 ? "</div>".repeat(40) : "");
        }
        return soon(page.toString(), Map.of("syntax", "XPATH", "item", expression, "link", "'/x'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            XPATH    | document('http://x/') | uses document()
            XPATH    | //a[matches(., 'x')]  | uses matches()
            XPATH    | //a[$x]               | uses the variable $x
            XPATH    | //a[                  | is no expression of XPath 1.0
            XPATH    | ((((((((((((((1))))))))))))))  | brackets within brackets
            JSONPATH | $.a[?@.b =~ /(a+)+$/] | has a filter in place 5
            JSONPATH | $..a..b..c            | has .. more than once
            JSONPATH | $.a[                  | something is missing at its end
            JSONPATH | $.a b                 | “ b” in place 4
            JSONPATH | https://x/{a}         | cannot be a template
            CSS      | div[                  | is no CSS selector
            """)
    void whatCannotBeReadIsRefusedByItsField(String syntax, String item, String words) {
        assertThatThrownBy(() -> PathReaderTest.selectors(Map.of("syntax", syntax, "item", item))).isInstanceOf(Refusal.class).hasMessageContaining("selectors.item").hasMessageContaining(words);
    }

    @Test
    void scriptsOfAPageTakeABoundedTimeTogether() {
        var script = "<script>" + "a = [1,".repeat(200_000) + "</script>";
        var states = ("<script>window.x = " + "[[],".repeat(50_000) + "\n" + "y = {'a':".repeat(50_000) + "</script>").repeat(5);
        var spaces = "<script>" + "= ".repeat(100_000) + " ".repeat(1_000_000) + "]]>" + "JSON.parse(   ".repeat(10_000) + "</script>";
        var page = "<html><body>" + script + states + spaces + "</body></html>";
        assertTimeoutPreemptively(SOON, () -> PageReader.read(PageDocument.parse(page.getBytes(StandardCharsets.UTF_8), "text/html", "https://x.example/"), Optional.empty(), NOW));
        soon(page, Map.of("script", "script", "item", "$"));
    }

    @Test
    void xmlBombsAreText() {
        var bomb = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><l>" + "<i><u>/1</u><t>&b;</t></i>".repeat(3) + "<x>".repeat(200_000) + "</l>";
        var document = soon(bomb, Map.of("syntax", "XPATH", "item", "//i", "link", "u", "title", "t"));
        assertThat(document.entries()).singleElement().extracting(FeedEntry::title).isEqualTo("&amp;b;");
        assertTimeoutPreemptively(SOON, () -> DataLists.list(("<l>" + "<i a='1'><b/>".repeat(300_000)).getBytes(StandardCharsets.UTF_8), "", "https://x.example/", NOW));
    }

    private static FeedDocument soon(String text, Map<String, String> selectors) {
        return assertTimeoutPreemptively(SOON, () -> PathReaderTest.read(text, selectors));
    }

    private static String problems(FeedDocument document) {
        return document.problems().toString();
    }
}
