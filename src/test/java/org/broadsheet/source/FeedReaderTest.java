package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTest {

    private static final String URL = "https://news.example/feeds/all.xml";

    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <title>Harbour Post</title><link>https://news.example/</link><language>en-gb</language>
                <atom:link rel="self" href="https://news.example/feeds/all.xml"/>
                <item>
                  <title>Ferries &amp;amp; fog</title>
                  <link>/2026/ferries?id=7</link>
                  <guid isPermaLink="false">post-7</guid>
                  <pubDate>Mon, 02 Mar 2026 07:30:00 +0100</pubDate>
                  <dc:creator>Ada Quay</dc:creator>
                  <category>Transport</category><category> Weather </category><category>Transport</category>
                  <description>All boats &lt;b&gt;stay&lt;/b&gt; in port.</description>
                  <content:encoded><![CDATA[<p>All boats stay in port until noon.</p>]]></content:encoded>
                  <media:thumbnail url="/img/small.jpg" width="120"/>
                  <media:content url="/img/large.jpg" medium="image" width="1600" height="900">
                    <media:description>A ferry in fog</media:description><media:credit role="photographer">B. Moor</media:credit>
                  </media:content>
                  <media:content url="/clip.mp4" medium="video"/>
                </item>
              </channel>
            </rss>
            """;

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://journal.example/blog/">
              <title type="html">Le &lt;i&gt;Journal&lt;/i&gt;</title>
              <link rel="self" href="atom.xml"/><link href="./"/>
              <author><name>Rédaction</name></author>
              <entry xml:base="2026/">
                <id>urn:uuid:1</id><title type="text">1 &lt; 2</title>
                <link rel="enclosure" type="image/jpeg" href="une.jpg"/><link href="un.html"/>
                <published>2026-03-02T08:00:00Z</published><updated>2026-03-02T09:00:00+01:00</updated>
                <category term="t1" label="Ville"/>
                <summary>Court.</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Bonjour, <em>la</em> ville.</p></div></content>
              </entry>
            </feed>
            """;

    @Test
    void rssGivesTextDatePictureAndItsCredit() throws NotAFeedException {
        var feed = read(RSS);
        assertThat(feed.title()).isEqualTo("Harbour Post");
        assertThat(feed.siteUrl()).isEqualTo("https://news.example/");
        assertThat(feed.problems()).isEmpty();
        var entry = feed.entries().getFirst();
        assertThat(entry.guid()).isEqualTo("post-7");
        assertThat(entry.url()).isEqualTo("https://news.example/2026/ferries?id=7");
        assertThat(entry.author()).isEqualTo("Ada Quay");
        assertThat(entry.publishedAt()).contains(Instant.parse("2026-03-02T06:30:00Z"));
        assertThat(entry.summaryHtml()).isEqualTo("All boats <b>stay</b> in port.");
        assertThat(entry.contentHtml()).isEqualTo("<p>All boats stay in port until noon.</p>");
        assertThat(entry.categories()).containsExactly("Transport", "Weather");
        assertThat(entry.language()).isEqualTo("en-GB");
        assertThat(entry.pictures()).extracting(FoundPicture::url).containsExactly("https://news.example/img/large.jpg", "https://news.example/img/small.jpg");
        assertThat(entry.pictures().getFirst().credit()).isEqualTo("B. Moor");
        assertThat(entry.pictures().getFirst().caption()).isEqualTo("A ferry in fog");
    }

    @Test
    void rdfItemsBesideTheChannelAreFound() throws NotAFeedException {
        var feed = read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link>
                    <items><rdf:Seq><rdf:li rdf:resource="https://old.example/1"/></rdf:Seq></items></channel>
                  <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link><dc:date>2020-05-01T10:00:00Z</dc:date></item>
                  <item rdf:about="https://old.example/2"><title>Two</title></item>
                </rdf:RDF>""");
        assertThat(feed.title()).isEqualTo("Old");
        assertThat(feed.entries()).extracting(FeedEntry::url).containsExactly("https://old.example/1", "https://old.example/2");
        assertThat(feed.entries().getFirst().publishedAt()).contains(Instant.parse("2020-05-01T10:00:00Z"));
    }

    @Test
    void atomResolvesAgainstItsBasesAndKeepsItsXhtml() throws NotAFeedException {
        var feed = read(ATOM);
        assertThat(feed.siteUrl()).isEqualTo("https://journal.example/blog/");
        assertThat(feed.language()).isEqualTo("fr");
        var entry = feed.entries().getFirst();
        assertThat(entry.url()).isEqualTo("https://journal.example/blog/2026/un.html");
        assertThat(entry.title()).isEqualTo("1 &lt; 2");
        assertThat(entry.contentHtml()).contains("<p>Bonjour, <em>la</em> ville.</p>");
        assertThat(entry.summaryHtml()).isEqualTo("Court.");
        assertThat(entry.author()).isEqualTo("Rédaction");
        assertThat(entry.categories()).containsExactly("Ville");
        assertThat(entry.publishedAt()).contains(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(entry.pictures()).extracting(FoundPicture::url).containsExactly("https://journal.example/blog/2026/une.jpg");
    }

    @Test
    void atomTextWithoutATypeIsPlainText() throws NotAFeedException {
        var entry = read("<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title><entry><id>1</id><title>Use of &lt;table&gt; today</title></entry></feed>")
                .entries().getFirst();
        assertThat(org.jsoup.Jsoup.parse(entry.title()).text()).isEqualTo("Use of <table> today");
    }

    @Test
    void jsonFeedIsReadToo() throws NotAFeedException {
        var feed = read("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Small", "home_page_url": "https://small.example/", "language": "de",
                 "authors": [{"name": "Eva"}], "items": [
                   {"id": 3, "url": "/a", "title": "A < B", "content_text": "One.\\n\\nTwo & three.", "date_published": "2026-01-02T03:04:05+01:00",
                    "image": "a.jpg", "tags": ["x", "x", " "]},
                   "nonsense",
                   {"id": "4", "external_url": "https://other.example/b", "content_html": "<p>b</p>", "author": {"name": "Jo"}, "date_published": "soon"}]}
                """);
        assertThat(feed.entries()).extracting(FeedEntry::guid).containsExactly("3", "4");
        var first = feed.entries().getFirst();
        assertThat(first.url()).isEqualTo("https://news.example/a");
        assertThat(first.title()).isEqualTo("A &lt; B");
        assertThat(first.contentHtml()).isEqualTo("<p>One.</p><p>Two &amp; three.</p>");
        assertThat(first.publishedAt()).contains(Instant.parse("2026-01-02T02:04:05Z"));
        assertThat(first.pictures().getFirst().url()).isEqualTo("https://news.example/feeds/a.jpg");
        assertThat(first.author()).isEqualTo("Eva");
        assertThat(first.language()).isEqualTo("de");
        assertThat(feed.entries().get(1).author()).isEqualTo("Jo");
        assertThat(feed.problems()).extracting(FeedProblem::code).containsExactly("bad-item", "bad-date");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<title>broken & <b>unclosed</title><pubDate>Never</pubDate>",
            "<title>x</title><description>a <p> b</description>",
            "<title>x</title><link>::::</link><enclosure/><media:content/><category/>",
            "<title>bad entity &nbsp; &bogus; &#0; &#xFFFFFFFF;</title>",
            "<title>control \u0001\u0008 </title>"})
    void anOddElementInTheMiddleCostsOnlyItself(String middle) throws NotAFeedException {
        var feed = read("<rss version='2.0'><channel><title>T</title>" + item("first") + "<item>" + middle + "</item>" + item("last") + "</channel></rss>");
        assertThat(feed.entries()).hasSize(3);
        assertThat(feed.entries().getFirst().title()).isEqualTo("first");
        assertThat(feed.entries().getLast().title()).isEqualTo("last");
        assertThat(feed.entries().getLast().url()).isEqualTo("https://news.example/last");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<description><![CDATA[ never closed </description>  | unclosed-cdata",
            "<!-- never closed                                   | unclosed-comment",
            "<category a='never closed > <b>x</b>                | unclosed-tag",
            "<?php never closed                                  | unclosed-comment",
            "<!DOCTYPE [ never closed                            | unclosed-declaration",
            "<title>no end <category>x</category>                | mismatched-tag",
            "<p>a<b>c</p></i>                                    | mismatched-tag",
            "a & b                                               | bare-ampersand"})
    void whatIsNeverClosedCostsOnlyItselfAndIsNamedWithItsLine(String broken, String code) throws NotAFeedException {
        var feed = read("<rss version='2.0'><channel><title>T</title>\n" + item("first") + "\n<item>" + broken + "</item>" + item("second") + item("last")
                + "</channel></rss>");
        assertThat(feed.entries()).extracting(FeedEntry::title).contains("first", "second", "last");
        assertThat(feed.problems()).filteredOn(problem -> problem.code().equals(code)).first().extracting(FeedProblem::line).isEqualTo(3);
    }

    @Test
    void anItemWhoseEndIsMissingEndsWhereTheNextBegins() throws NotAFeedException {
        var feed = read("<rss><channel>" + item("one").replace("</item>", "") + item("two") + "</channel></rss>");
        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("one", "two");
    }

    @Test
    void aWarningOfTheServerBeforeTheFeedIsPassedOver() throws NotAFeedException {
        assertThat(read("<br />\n<b>Warning</b>: something in line 3 <br />\n<?xml version='1.0'?><rss><channel>" + item("one") + "</channel></rss>").entries()).hasSize(1);
    }

    @Test
    void extensionsAreKnownByTheirNamespaceWhateverTheirPrefix() throws NotAFeedException {
        var entry = read("<rss xmlns:who='http://purl.org/dc/elements/1.1/' xmlns:c='http://purl.org/rss/1.0/modules/content/'><channel><item><title>a</title>"
                + "<link>https://a.example/</link><who:creator>Jo</who:creator><c:encoded>body</c:encoded><media:title>other</media:title></item></channel></rss>").entries().getFirst();
        assertThat(entry.author()).isEqualTo("Jo");
        assertThat(entry.contentHtml()).isEqualTo("body");
        assertThat(entry.title()).isEqualTo("a");
    }

    @Test
    void shortEntitiesOfTheDocumentItselfAreKnown() throws NotAFeedException {
        assertThat(read("<!DOCTYPE rss [<!ENTITY house 'Quay &#38; Kiln'><!ENTITY paper \"The Quay\">]><rss><channel><title>&paper; &house;</title>" + item("a")
                + "</channel></rss>").title()).isEqualTo("The Quay &house;");
    }

    @Test
    void peopleAreNamedWithoutTheirAddresses() throws NotAFeedException {
        for (var author : List.of("jo@example.org (Jo Doe)", "Jo Doe &lt;jo@example.org&gt;", "Jo Doe (jo@example.org)", "Jo Doe", "\"Jo Doe\" &lt;jo@example.org&gt;")) {
            assertThat(read("<rss><channel><item><title>a</title><author>" + author + "</author></item></channel></rss>").entries().getFirst().author()).isEqualTo("Jo Doe");
        }
        assertThat(read("<rss><channel><item><title>a</title><author>jo@example.org</author></item></channel></rss>").entries().getFirst().author()).isEmpty();
    }

    @Test
    void aFeedSaysHowOftenItWantsToBeAsked() throws NotAFeedException {
        var pace = read("<rss><channel><ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>3</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
                + item("a") + "</channel></rss>").head().pace();
        assertThat(pace.ttl()).isEqualTo(Duration.ofMinutes(90));
        assertThat(pace.skipHours()).containsExactlyInAnyOrder(0, 3);
        assertThat(pace.allowed(Instant.parse("2026-03-01T10:00:00Z"))).isEqualTo(Instant.parse("2026-03-02T01:00:00Z")); // a Sunday, then hour 0
        assertThat(read("<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
                + item("a") + "</channel></rss>").head().pace().ttl()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void hubsAndTheFeedsOwnAddressAreKnown() throws NotAFeedException {
        var head = read("<rss><channel><title>T</title><atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' href='https://news.example/feed'/>"
                + item("a") + "</channel></rss>").head();
        assertThat(head.hubs()).containsExactly("https://hub.example/");
        assertThat(head.selfUrl()).isEqualTo("https://news.example/feed");
    }

    @Test
    void ofTooManyEntriesTheNewestAreKept() throws NotAFeedException {
        var items = new StringBuilder();
        for (var number = 0; number < 5000; number++) {
            items.append("<item><title>").append(number).append("</title><link>https://news.example/").append(number).append("</link><pubDate>")
                    .append(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * number)).append("</pubDate></item>");
        }
        var feed = read("<rss><channel>" + items + "</channel></rss>");
        assertThat(feed.entries()).hasSize(1000).last().extracting(FeedEntry::title).isEqualTo("4999");
        assertThat(feed.problems().getFirst().message()).contains("4000 oldest");
    }

    @Test
    void aFewStrayBytesDoNotSpoilUtf8() throws NotAFeedException {
        var good = "<rss><channel><title>Žluťoučký kůň – Ærø</title>" + item("a") + "</channel></rss>";
        var bytes = good.replace("– ", "@ ").getBytes(StandardCharsets.UTF_8);
        for (var place = 0; place < bytes.length; place++) {
            bytes[place] = bytes[place] == '@' ? (byte) 0x97 : bytes[place]; // a dash as Windows has it
        }
        assertThat(FeedReader.read(bytes, "text/xml; charset=utf-8", URL).title()).isEqualTo("Žluťoučký kůň — Ærø");
    }

    @Test
    void aJsonFeedThatBreaksOffKeepsWhatCame() throws NotAFeedException {
        var feed = read("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"url\":\"https://a.example/\",\"title\":\"a\"},{\"id\":\"2");
        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("a");
        assertThat(feed.problems()).extracting(FeedProblem::code).contains("cut-off");
    }

    @Test
    void aFeedCutInTheMiddleKeepsWhatCame() throws NotAFeedException {
        var whole = "<rss><channel><title>T</title>" + item("one") + item("two") + item("three");
        var feed = read(whole.substring(0, whole.length() - 20));
        assertThat(feed.entries()).extracting(FeedEntry::title).startsWith("one", "two");
    }

    @Test
    void whatOnlySaysWhenItWasUpdatedWasPublishedThen() throws NotAFeedException {
        var item = read("<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><item><title>a</title><atom:updated>2024-05-07T08:00:00+02:00</atom:updated></item></channel></rss>").entries().getFirst();
        assertThat(item.publishedAt()).isEqualTo(item.updatedAt()).contains(Instant.parse("2024-05-07T06:00:00Z"));
    }

    @Test
    void aBadDateIsReportedAndIsNoDate() throws NotAFeedException {
        var feed = read("<rss><channel><item><title>a</title><link>https://a.example/</link><pubDate>half past nine</pubDate></item></channel></rss>");
        assertThat(feed.entries().getFirst().publishedAt()).isEmpty();
        assertThat(feed.problems()).extracting(FeedProblem::code).containsExactly("bad-date");
        assertThat(feed.problems().getFirst().line()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<!DOCTYPE html><html><head><title>Hello</title></head><body><feed></feed></body></html> | web page (HTML)",
            "<html><body>rss</body></html>                                          | web page (HTML)",
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>  | sitemap",
            "<opml version='2.0'><body><outline/></body></opml>                     | OPML",
            "<note>hello</note>                                                     | XML",
            "just words                                                             | neither XML nor JSON",
            "{\"a\": 1}                                                             | no JSON Feed",
            "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [         | broken JSON",
            "''                                                                     | empty"})
    void whatIsNoFeedIsToldInWords(String document, String words) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(NotAFeedException.class).hasMessageContaining(words);
    }

    @Test
    void entitiesFromOutsideAreNeverFetched() throws NotAFeedException {
        var feed = read("""
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY % more SYSTEM "http://127.0.0.1:9/x">%more;]>
                <rss><channel><title>T</title><item><title>a &secret; b</title><link>https://a.example/</link></item></channel></rss>""");
        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().getFirst().title()).doesNotContain("root:");
        assertThat(feed.title()).isEqualTo("T");
    }

    @Test
    void entitiesThatMultiplyDoNot() {
        var entities = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (var level = 1; level < 30; level++) {
            entities.append("<!ENTITY l").append(level).append(" \"").append(("&l" + (level - 1) + ";").repeat(10)).append("\">");
        }
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [" + entities + "]><rss><channel><item><title>&l29;</title></item></channel></rss>";
        var feed = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(bomb));
        assertThat(feed.entries().getFirst().title()).hasSizeLessThan(100);
    }

    @Test
    void deepNestingAndManyAttributesEndQuickly() {
        var deep = "<rss><channel>" + item("one") + "<x>".repeat(100_000) + "</channel></rss>";
        var wide = "<rss><channel><item " + "a='1' ".repeat(50_000) + "><title>one</title></item></channel></rss>";
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(deep)).entries()).hasSize(1);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(wide)).entries()).hasSize(1);
    }

    @Test
    void aFeedWithoutEndIsCapped() throws NotAFeedException {
        var feed = read("<rss><channel>" + item("x").repeat(1500) + "</channel></rss>");
        assertThat(feed.entries()).hasSize(1000);
        assertThat(feed.problems()).extracting(FeedProblem::code).containsExactly("too-many-entries");
    }

    @ParameterizedTest
    @CsvSource({
            "windows-1252, UTF-8, '', Café “Zürich” – €",
            "UTF-8, windows-1252, '', Café “Zürich” – €",
            "UTF-8, ISO-8859-1, '', Ærø",
            "UTF-8, UTF-8, application/rss+xml; charset=iso-8859-1, Ærø",
            "windows-1251, windows-1251, '', Привет",
            "Shift_JIS, Shift_JIS, '', 日本語の見出し",
            "UTF-16LE, UTF-16, '', Žluťoučký",
            "UTF-16BE, UTF-16, '', Žluťoučký",
            "windows-1252, unheard-of, '', Café"})
    void textIsReadInTheCharsetItReallyIs(String really, String declared, String contentType, String title) throws NotAFeedException {
        var document = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><rss><channel><title>" + title + "</title>" + item("a") + "</channel></rss>";
        assertThat(FeedReader.read(document.getBytes(Charset.forName(really)), contentType, URL).title()).isEqualTo(title);
    }

    @Test
    void theHeaderDecidesWhereTheDocumentSaysNothing() throws NotAFeedException {
        var bytes = "<rss><channel><title>Привет</title></channel></rss>".getBytes(Charset.forName("windows-1251"));
        assertThat(FeedReader.read(bytes, "text/xml; charset=\"windows-1251\"", URL).title()).isEqualTo("Привет");
    }

    @ParameterizedTest
    @CsvSource({"http://,''", "https://,''", "HTTP://,''", "http:///a,''", "http://?a,''", "Http://News.example/A,http://News.example/A", "HTTPS://news.example/a,https://news.example/a"})
    void anAddressHasAHostAndASchemeInSmallLetters(String link, String address) throws NotAFeedException {
        for (var feed : List.of("<rss><channel><item><title>t</title><link>" + link + "</link></item></channel></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>t</title><link href='" + link + "'/></entry></feed>",
                "<rss><channel><item><title>t</title><guid>" + link + "</guid></item></channel></rss>",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"t\",\"url\":\"" + link + "\"}]}")) {
            assertThat(read(feed).entries()).singleElement().satisfies(entry -> assertThat(entry.url()).as(feed).isEqualTo(address));
        }
    }

    @Test
    void linksThatRunAreNotAddresses() throws NotAFeedException {
        var feed = read("<rss><channel><item><title>a</title><link>javascript:alert(1)</link><guid>file:///etc/passwd</guid></item></channel></rss>");
        assertThat(feed.entries().getFirst().url()).isEmpty();
        assertThat(feed.problems()).extracting(FeedProblem::code).containsExactly("no-address");
    }

    private static String item(String name) {
        return "<item><title>" + name + "</title><link>https://news.example/" + name + "</link></item>";
    }

    private static FeedDocument read(String text) throws NotAFeedException {
        return FeedReader.read(text.getBytes(StandardCharsets.UTF_8), "", URL);
    }
}
