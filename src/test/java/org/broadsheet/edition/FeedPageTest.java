package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import org.broadsheet.testsupport.PageEngine;
import org.broadsheet.web.Masthead;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class FeedPageTest {

    private static final Instant PUBLISHED = Instant.parse("2026-11-24T06:00:03.456Z");
    private static final PageEngine ENGINE = new PageEngine();

    @Test
    void atomNamesEachEditionAndHoldsItsStories() throws Exception {
        var feed = xml("feed/atom.xml", page(SampleDigest.rich()));
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(text(feed, "updated")).isEqualTo("2026-11-24T06:00:03Z");
        assertThat(feed.getElementsByTagNameNS("*", "thumbnail").getLength()).isEqualTo(1);
        assertThat(feed.getElementsByTagNameNS("*", "entry").getLength()).isEqualTo(1);
        assertThat(feed.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "h3").getLength()).isEqualTo(20);
    }

    @Test
    void rssNamesEachEditionAndHoldsItsStories() throws Exception {
        var feed = xml("feed/rss.xml", page(SampleDigest.rich()));
        assertThat(text(feed, "pubDate")).isEqualTo("Tue, 24 Nov 2026 06:00:03 GMT");
        assertThat(text(feed, "guid")).isEqualTo("https://example.org/quay/editions/1407");
        assertThat(text(feed, "encoded")).contains("<h3><a href=\"https://example.org/stories/1\">Nine small railways pool their clocks, and lose an hour</a></h3>");
        assertThat(feed.getElementsByTagNameNS("http://search.yahoo.com/mrss/", "content").getLength()).isEqualTo(1);
    }

    @Test
    void aHostileHeadlineSpoilsNoFeed() throws Exception {
        var headline = "]]> <script>alert(1)</script> & \u0000\u000b\ufffe \"quoted\" 'too'";
        var item = new Digest.Item("1", "javascript:alert(1)", "", headline, "", "", "", 0, Optional.empty(), List.of(), "");
        var rich = SampleDigest.rich();
        var digest = new Digest(rich.language(), rich.direction(), headline, headline, rich.theme(), rich.masthead(), 1, rich.date(), Optional.of(item), List.of(), List.of(), List.of(),
                rich.footer());
        for (var template : List.of("feed/atom.xml", "feed/rss.xml")) {
            var feed = xml(template, page(digest));
            assertThat(feed.getElementsByTagNameNS("*", "script").getLength()).isZero();
            assertThat(feed.getElementsByTagNameNS("*", "title").item(1).getTextContent()).contains("]]> <script>alert(1)</script> &");
            assertThat(ENGINE.render(template, page(digest))).doesNotContain("javascript:");
        }
        assertThat(text(xml("feed/rss.xml", page(digest)), "encoded")).contains("&lt;script&gt;");
    }

    @Test
    void aFeedBeforeTheFirstEditionIsValid() throws Exception {
        for (var template : List.of("feed/atom.xml", "feed/rss.xml")) {
            assertThat(text(xml(template, new FeedPage(masthead(), "https://example.org/sample", PUBLISHED, List.of())), "title")).isEqualTo("Sample & Daily");
        }
    }

    private static FeedPage page(Digest digest) {
        return new FeedPage(masthead(), "https://example.org/sample", PUBLISHED, List.of(FeedPage.Entry.of(digest, PUBLISHED, PUBLISHED)));
    }

    private static Masthead masthead() {
        return new Masthead("Sample & Daily", "sample", "", "en-GB", "ltr", List.of(), "Sample & Daily Ltd", List.of(), "/sample");
    }

    private static Document xml(String template, FeedPage page) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(ENGINE.render(template, page).strip())));
    }

    private static String text(Document feed, String element) {
        return feed.getElementsByTagNameNS("*", element).item(0).getTextContent();
    }
}
