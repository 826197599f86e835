package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Documents that are read by an operator's paths: JSON, scripts of pages, XML and pages by XPath. All documents are our own. */
class PathReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String URL = "https://harbour.example/api/news.json";
    private static final String JSON = """
            {"status": "ok", "data": {"posts": [
             {"no": 17, "meta": {"head": "Ferries return & stay"}, "links": ["/a/17", "https://harbour.example/b/17"], "at": 1772400000, "text": "First.\\n\\nSecond.",
              "shot": {"file": "/img/17.jpg"}, "who": [{"n": "Ada Quill"}, {"n": "Jo Rails"}], "topics": ["Ports", "Trade"], "key": "k-17"},
             {"no": 18, "meta": {"head": "Council rejects the tower"}, "links": ["/a/18"], "at": 1772313600000, "text": "<p>One <b>bold</b> word.</p>", "who": [], "topics": []},
             {"no": null, "meta": {"head": "Nobody knows where"}, "links": []}]}}""";

    @Test
    void jsonIsReadByPathsAndByDotsAlone() {
        for (var item : List.of("$.data.posts[*]", "$['data'][\"posts\"]", "data.posts", "$..posts", "@.data.posts.*")) {
            var document = read(JSON, Map.of("item", item, "link", "links[0]", "title", "@.meta.head", "body", "text", "date", "at", "picture", "shot.file", "author", "who[*].n", "category", "topics",
                    "guid", "key"));
            assertThat(document.entries()).extracting(FeedEntry::title).containsExactly("Ferries return &amp; stay", "Council rejects the tower");
            var first = document.entries().getFirst();
            assertThat(first.url()).isEqualTo("https://harbour.example/a/17");
            assertThat(first.guid()).isEqualTo("k-17");
            assertThat(first.publishedAt()).contains(Instant.parse("2026-03-01T21:20:00Z"));
            assertThat(first.contentHtml()).isEqualTo("<p>First.</p><p>Second.</p>");
            assertThat(first.pictures()).extracting(FoundPicture::url).containsExactly("https://harbour.example/img/17.jpg");
            assertThat(first.author()).isEqualTo("Ada Quill, Jo Rails");
            assertThat(first.categories()).containsExactly("Ports", "Trade");
            assertThat(document.entries().get(1).contentHtml()).isEqualTo("<p>One <b>bold</b> word.</p>");
            assertThat(document.entries().get(1).publishedAt()).contains(Instant.parse("2026-02-28T21:20:00Z"));
            assertThat(document.problems()).extracting(FeedProblem::message).containsExactly("1 item has no link to an article");
        }
    }

    @Test
    void aLinkIsMadeOfATemplateAroundAValueThatStaysOneSegment() {
        var json = "[{\"id\": \"a b/c?d\", \"p\": \"2026/03/x\", \"t\": \"One\"}, {\"t\": \"Two\"}]";
        assertThat(read(json, Map.of("item", "$", "link", "https://other.example/n/{id}.html", "title", "t")).entries()).extracting(FeedEntry::url)
                .containsExactly("https://other.example/n/a%20b%2Fc%3Fd.html");
        assertThat(read(json, Map.of("item", "$", "link", "/n/{+p}/{@['id']}", "title", "“{t}” in {$[0].p}")).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.url()).isEqualTo("https://harbour.example/n/2026/03/x/a%20b%2Fc%3Fd");
            assertThat(entry.title()).isEqualTo("“One” in 2026/03/x");
        });
        assertThat(read(json, Map.of("item", "$", "link", "javascript:{id}", "title", "t")).entries()).isEmpty();
    }

    @Test
    void aPathThatFitsNothingSaysSoAndWhatIsThere() {
        assertThat(messages(read(JSON, Map.of("item", "$.data.articles[*]", "link", "links[0]")))).containsExactly(
                "The path for items, $.data.articles[*], fits nothing in the document. What stands at $.data is an object with posts");
        assertThat(messages(read(JSON, Map.of("item", "$.data.posts[*]", "link", "links[0]", "date", "published")))).containsExactly(
                "The path for date, published, fits nothing within any of the 3 items", "1 item has no link to an article");
        assertThat(messages(read("<html><body>x", Map.of("item", "$")))).singleElement().asString().contains("This is a web page (HTML), not JSON");
        assertThat(messages(read("nonsense", Map.of("item", "$")))).contains("This is no JSON");
    }

    @Test
    void jsonWithinAPageIsReadByASelectorForTheScriptAndPaths() {
        var page = "<html lang='en'><head><title>The Harbour Post</title><script>var x = {a: 1}; window.__STATE__ = {posts: {a: {t: 'Ferries return', u: '/1', gone: undefined}, 'b': {t: 'Tower', u: '/2'},}};</script>"
                + "<script id='data' type='application/json'>{\"list\": [{\"t\": \"Mayor\", \"u\": \"3\"}]}</script><script id=p>x = JSON.parse('[{\"t\": \"Parsed \\\\u2013 twice\", \"u\": \"/4\"}]')</script></head><body><div data-j='[{\"t\":\"Attribute\",\"u\":\"/5\"}]'></div></body></html>";
        assertThat(titles(read(page, Map.of("script", "script:containsData(__STATE__)", "item", "posts.*", "link", "u", "title", "t")))).containsExactly("Ferries return", "Tower");
        assertThat(titles(read(page, Map.of("script", "#data", "item", "list", "link", "u", "title", "t")))).containsExactly("Mayor");
        assertThat(titles(read(page, Map.of("script", "//script[@type='application/json']/text()", "item", "list", "link", "u", "title", "t")))).containsExactly("Mayor");
        assertThat(titles(read(page, Map.of("script", "#p", "item", "$", "link", "u", "title", "t")))).containsExactly("Parsed – twice");
        assertThat(titles(read(page, Map.of("script", "//div/@data-j", "item", "$", "link", "u", "title", "t")))).containsExactly("Attribute");
        assertThat(read(page, Map.of("script", "#data", "item", "list", "link", "u", "title", "t")).title()).isEqualTo("The Harbour Post");
        assertThat(messages(read(page, Map.of("script", "#none", "item", "list")))).containsExactly("The selector for script, #none, fits nothing on the page");
        assertThat(messages(read(page, Map.of("script", "title", "item", "list")))).containsExactly("The selector for script, title, fits what holds no JSON");
    }

    @Test
    void xmlOfAnyMakeIsReadByXPath() {
        var xml = """
                <?xml version="1.0"?><!DOCTYPE ports [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <ports xmlns="urn:ports" xmlns:dc="http://purl.org/dc/elements/1.1/"><port name="Harbour"><call id="17" href="/calls/17"><ship>The Gull &amp; Co</ship><dc:date>2 March 2026 08:00 GMT</dc:date>
                <note><![CDATA[<p>On time, &x; again.</p>]]></note><pic src="/gull.jpg"/></call><call id="18" href="/calls/18"><ship>The Tern</ship></call></port></ports>""";
        var document = read(xml, Map.of("syntax", "XPATH", "item", "//call", "link", "concat('https://ports.example/', @id)", "title", "ship", "date", "dc:date", "body", "note", "picture", "pic/@src",
                "category", "../@name", "author", "'Harbour master'"));
        assertThat(titles(document)).containsExactly("The Gull &amp; Co", "The Tern");
        var first = document.entries().getFirst();
        assertThat(first.url()).isEqualTo("https://ports.example/17");
        assertThat(first.publishedAt()).contains(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(first.contentHtml()).isEqualTo("<p>On time, &x; again.</p>");
        assertThat(first.pictures()).extracting(FoundPicture::url).containsExactly("https://harbour.example/gull.jpg");
        assertThat(first.categories()).containsExactly("Harbour");
        assertThat(first.author()).isEqualTo("Harbour master");
        assertThat(document.problems()).isEmpty();
        assertThat(messages(read(xml, Map.of("syntax", "XPATH", "item", "//ferry")))).containsExactly("The expression for items, //ferry, fits nothing in the document, whose root is <ports>");
    }

    @Test
    void aPageIsReadByXPathWithWhatIsNotGivenFoundByItself() {
        var page = "<html><body><div class=n><h2><a href='/1#top'>Ferries return</a></h2><time datetime='2026-03-01T10:00:00Z'>then</time><p>Two boats will cross every half hour from the first of May.</p>"
                + "<div class=full><p>All of <a href='/x'>it</a>.</p></div><img src='/1.jpg' width=600></div><div class=n><h2><a href='/2'>Tower</a></h2></div></body></html>";
        var document = read(page, Map.of("syntax", "XPATH", "item", "//div[@class='n'][descendant::a]", "link", "descendant::a/@href", "title", "normalize-space(h2)", "body", "div[@class='full']"));
        assertThat(titles(document)).containsExactly("Ferries return", "Tower");
        var first = document.entries().getFirst();
        assertThat(first.url()).isEqualTo("https://harbour.example/1");
        assertThat(first.publishedAt()).contains(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(first.contentHtml()).isEqualTo("<p>All of <a href=\"/x\">it</a>.</p>");
        assertThat(first.summaryHtml()).startsWith("Two boats");
        assertThat(first.pictures()).hasSize(1);
        assertThat(messages(read(page, Map.of("syntax", "XPATH", "item", "//div[@class='n']", "title", "h3")))).containsExactly("The expression for title, h3, fits nothing within any of the 2 items");
    }

    static FeedDocument read(String text, Map<String, String> selectors) {
        return PathReader.read(text.getBytes(StandardCharsets.UTF_8), "", URL, selectors(selectors), NOW);
    }

    static PageSelectors selectors(Map<String, String> given) {
        var all = new java.util.HashMap<>(given);
        all.putIfAbsent("syntax", "JSONPATH");
        var selectors = new ObjectMapper().convertValue(all, PageSelectors.class);
        selectors.check();
        return selectors;
    }

    private static List<String> titles(FeedDocument document) {
        return document.entries().stream().map(FeedEntry::title).toList();
    }

    private static List<String> messages(FeedDocument document) {
        return document.problems().stream().map(FeedProblem::message).toList();
    }
}
