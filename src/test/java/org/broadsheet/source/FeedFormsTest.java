package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.broadsheet.article.CleanText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms that feeds have, and the ways in which they are broken: each row is a document of a few lines, and what a reader is to find in it. */
class FeedFormsTest {

    private static final String URL = "https://news.example/feeds/all.xml";

    /** What is looked at in a document's first entry, or its head. */
    private enum Field {
        TITLE, URL, GUID, SUMMARY, CONTENT, AUTHOR, PUBLISHED, UPDATED, TAGS, LANGUAGE, PICTURE, CAPTION, CREDIT, PLAYING, FEED_TITLE, FEED_LINK, FEED_SUBTITLE, FEED_LANGUAGE, TITLES
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                row("RSS 0.90", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>Old Tide</title>"
                        + "<link>http://tide.example/</link></channel><item><title>Ebb</title><link>http://tide.example/ebb</link></item></rdf:RDF>",
                        Field.FEED_TITLE, "Old Tide", Field.TITLE, "Ebb", Field.URL, "http://tide.example/ebb"),
                row("RSS 0.91 with a document type", "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'>"
                        + "<rss version='0.91'><channel><title>Mill</title><language>nl</language><item><title>Grist</title><link>/grist</link></item></channel></rss>",
                        Field.FEED_TITLE, "Mill", Field.FEED_LANGUAGE, "nl", Field.URL, "https://news.example/grist", Field.LANGUAGE, "nl"),
                row("RSS 0.92 without titles", "<rss version='0.92'><channel><item><description>Only &lt;i&gt;words&lt;/i&gt;</description><category>a</category></item></channel></rss>",
                        Field.TITLE, "", Field.CONTENT, "Only <i>words</i>", Field.TAGS, "a"),
                row("RSS 1.0 with modules", "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:d='http://purl.org/dc/elements/1.1/'>"
                        + "<channel r:about='http://q.example/'><title>Q</title></channel><item r:about='http://q.example/1'><title>One</title><d:creator>Ann Ox</d:creator><d:date>2026-01-02T03:04:05+02:00</d:date>"
                        + "<d:subject>harbour</d:subject></item></r:RDF>",
                        Field.GUID, "http://q.example/1", Field.URL, "http://q.example/1", Field.AUTHOR, "Ann Ox", Field.PUBLISHED, "2026-01-02T01:04:05Z", Field.TAGS, "harbour"),
                row("RSS 1.1", "<Channel xmlns='http://purl.org/net/rss1.1#' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' rdf:about='http://eleven.example/'><title>Eleven</title>"
                        + "<link>http://eleven.example/</link><items rdf:parseType='Collection'><item rdf:about='http://eleven.example/a'><title>A</title><link>http://eleven.example/a</link></item></items></Channel>",
                        Field.FEED_TITLE, "Eleven", Field.TITLE, "A", Field.URL, "http://eleven.example/a"),
                row("CDF", "<CHANNEL HREF='http://cdf.example/'><TITLE>Cast</TITLE><ABSTRACT>About</ABSTRACT><ITEM HREF='http://cdf.example/x' LASTMOD='1998-11-05T10:00'><TITLE>X</TITLE>"
                        + "<ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>",
                        Field.FEED_TITLE, "Cast", Field.FEED_SUBTITLE, "About", Field.TITLE, "X", Field.URL, "http://cdf.example/x", Field.CONTENT, "Short", Field.PUBLISHED, "1998-11-05T10:00:00Z"),
                row("Atom 0.3", "<feed version='0.3' xmlns='http://purl.org/atom/ns#' xml:lang='it'><title mode='escaped' type='text/html'>La &lt;b&gt;Riva&lt;/b&gt;</title><tagline>Sotto</tagline>"
                        + "<entry><title>Uno</title><link rel='alternate' type='text/html' href='http://riva.example/1'/><id>tag:riva.example,2004:1</id><issued>2004-05-06T07:08:09Z</issued>"
                        + "<modified>2004-05-07T07:08:09Z</modified><content type='text/html' mode='escaped'>&lt;p&gt;Ciao&lt;/p&gt;</content></entry></feed>",
                        Field.FEED_SUBTITLE, "Sotto", Field.GUID, "tag:riva.example,2004:1", Field.PUBLISHED, "2004-05-06T07:08:09Z", Field.UPDATED, "2004-05-07T07:08:09Z", Field.CONTENT, "<p>Ciao</p>",
                        Field.LANGUAGE, "it"),
                row("Atom 1.0 with a prefix", "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>P</a:title><a:entry><a:title>E</a:title><a:link href='http://p.example/e'/><a:id>urn:e</a:id>"
                        + "<a:author><a:name>Bo</a:name></a:author><a:updated>2026-01-01T00:00:00Z</a:updated></a:entry></a:feed>",
                        Field.FEED_TITLE, "P", Field.TITLE, "E", Field.URL, "http://p.example/e", Field.AUTHOR, "Bo", Field.PUBLISHED, "2026-01-01T00:00:00Z"),
                row("an Atom entry that stands alone", "<entry xmlns='http://www.w3.org/2005/Atom'><title>Alone</title><id>urn:a</id><link href='https://a.example/'/></entry>",
                        Field.TITLE, "Alone", Field.URL, "https://a.example/"),
                row("JSON Feed 1.0", "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"J\",\"author\":{\"name\":\"Kim\"},\"items\":[{\"id\":\"1\",\"url\":\"https://j.example/1\",\"content_text\":\"a < b\"}]}",
                        Field.FEED_TITLE, "J", Field.AUTHOR, "Kim", Field.CONTENT, "<p>a &lt; b</p>"),
                row("JSON Feed 1.1", "\uFEFF{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"language\":\"sv\",\"items\":[{\"id\":7,\"url\":\"/1\",\"authors\":[{\"name\":\"A\"},{\"name\":\"B\"}],"
                        + "\"content_html\":\"<p>x</p>\",\"date_published\":\"2026-02-03T04:05:06.789+01:00\",\"image\":\"i.jpg\",\"tags\":[\"x\"],},]}",
                        Field.GUID, "7", Field.URL, "https://news.example/1", Field.AUTHOR, "A, B", Field.LANGUAGE, "sv", Field.PUBLISHED, "2026-02-03T03:05:06Z", Field.PICTURE, "https://news.example/feeds/i.jpg",
                        Field.TAGS, "x"),
                row("a JSON Feed with a control and half a character", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"a\\u0000b\",\"title\":\"x\\ud800y\\u0007\tz\",\"url\":\"https://j.example/1\"}]}",
                        Field.GUID, "ab", Field.TITLE, "x\uFFFDy z"));
    }

    static Stream<Arguments> modules() {
        return Stream.of(
                row("content beside a description", item("<title>t</title><description>short</description><content:encoded><![CDATA[<p>long &amp; wide</p>]]></content:encoded>"),
                        Field.SUMMARY, "short", Field.CONTENT, "<p>long &amp; wide</p>"),
                row("content under another prefix", "<rss xmlns:x='http://purl.org/rss/1.0/modules/content/'><channel><item><title>t</title><x:encoded>body</x:encoded></item></channel></rss>", Field.CONTENT, "body"),
                row("dcterms", item("<title>t</title><dcterms:issued>2026-01-02</dcterms:issued><dcterms:modified>2026-01-03</dcterms:modified>"),
                        Field.PUBLISHED, "2026-01-02T00:00:00Z", Field.UPDATED, "2026-01-03T00:00:00Z"),
                row("several creators", item("<title>t</title><dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator>"), Field.AUTHOR, "Ann, Bob"),
                row("the widest of several sizes", item("<title>t</title><media:group><media:content url='/s.jpg' width='300' type='image/jpeg'/><media:content url='/l.jpg' width='1200px' type='image/jpeg'/>"
                        + "<media:credit role='photographer'>Ann Lens</media:credit><media:credit role='owner'>Agency</media:credit><media:description>A quay</media:description></media:group>"),
                        Field.PICTURE, "https://news.example/l.jpg", Field.CREDIT, "Ann Lens", Field.CAPTION, "A quay"),
                row("a credit of its own before that of all", item("<title>t</title><media:credit>Everybody</media:credit><media:content url='/p.webp' medium='image'><media:credit>One</media:credit></media:content>"),
                        Field.CREDIT, "One"),
                row("a thumbnail in a content that is a film", item("<title>t</title><media:content url='/f.mp4' type='video/mp4'><media:thumbnail url='/still.jpg'/></media:content>"),
                        Field.PICTURE, "https://news.example/still.jpg"),
                row("media without its namespace", item("<title>t</title><media:thumbnail url='/m.png' />").replaceFirst("xmlns:media='[^']*'", ""), Field.PICTURE, "https://news.example/m.png"),
                row("an enclosure that only its name makes a picture", item("<title>t</title><enclosure url='https://p.example/a.JPEG?w=1' type='application/octet-stream' length='1'/>"), Field.PICTURE, "https://p.example/a.JPEG?w=1"),
                row("an enclosure that is no picture", item("<title>t</title><enclosure url='https://p.example/a.mp3' type='audio/mpeg'/>"), Field.PICTURE, ""),
                row("itunes", item("<itunes:title>t</itunes:title><itunes:author>Cast Er</itunes:author><itunes:summary>Long</itunes:summary><itunes:image href='/c.jpg'/><itunes:keywords>a, b</itunes:keywords>"),
                        Field.TITLE, "t", Field.AUTHOR, "Cast Er", Field.CONTENT, "Long", Field.PICTURE, "https://news.example/c.jpg", Field.TAGS, "a|b"),
                row("an episode and how long it is", item("<title>t</title><enclosure url='/a.mp3' type='audio/mpeg' length='1'/><itunes:duration>1:02:03</itunes:duration>"), Field.PLAYING, "PT1H2M3S"),
                row("an episode's minutes and seconds", item("<title>t</title><enclosure url='/a.mp3' type='audio/mpeg'/><itunes:duration> 62:03 </itunes:duration>"), Field.PLAYING, "PT1H2M3S"),
                row("an episode's seconds", item("<title>t</title><enclosure url='/a.m4a'/><itunes:duration>3723.5</itunes:duration>"), Field.PLAYING, "PT1H2M3S"),
                row("a duration that is none", item("<title>t</title><enclosure url='/a.mp3' type='audio/mpeg'/><itunes:duration>about an hour</itunes:duration>"), Field.PLAYING, ""),
                row("a duration longer than a day", item("<title>t</title><enclosure url='/a.mp3' type='audio/mpeg'/><itunes:duration>62:03:00</itunes:duration>"), Field.PLAYING, ""),
                row("a duration of nothing to be heard", item("<title>t</title><enclosure url='/a.pdf' type='application/pdf'/><itunes:duration>10:00</itunes:duration>"), Field.PLAYING, ""),
                row("a film in several sizes", item("<title>t</title><media:group><media:content url='/s.mp4' medium='video' duration='90'/><media:content url='/l.mp4' type='video/mp4' duration='95'/></media:group>"),
                        Field.PLAYING, "PT1M35S", Field.PICTURE, ""),
                row("a peer's link is no file of the entry", item("<title>t</title><media:peerLink type='application/x-bittorrent' href='/a.torrent'/>"), Field.URL, "", Field.PLAYING, ""),
                row("an episode of Atom", "<feed xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><entry><title>t</title><link rel='enclosure' type='audio/ogg' href='/a.ogg'/><itunes:duration>90</itunes:duration></entry></feed>",
                        Field.PLAYING, "PT1M30S", Field.URL, "https://news.example/a.ogg"),
                row("an episode of JSON Feed", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"attachments\":[{\"url\":\"/a.mp3\",\"mime_type\":\"audio/mpeg\",\"duration_in_seconds\":600.5},"
                        + "{\"url\":\"/a.opus\",\"mime_type\":\"audio/ogg\",\"duration_in_seconds\":601}]}]}", Field.PLAYING, "PT10M1S", Field.URL, "https://news.example/a.mp3"),
                row("an episode without a page", item("<title>t</title><enclosure url='/cover.jpg' type='image/jpeg'/><enclosure url='/notes.pdf' type='application/pdf'/><enclosure url='/a.mp3' type='audio/mpeg'/>"),
                        Field.URL, "https://news.example/a.mp3"),
                row("nothing but a picture without a page", item("<title>t</title><enclosure url='/cover.jpg' type='image/jpeg'/>"), Field.URL, ""),
                row("googleplay", item("<title>t</title><googleplay:author>G</googleplay:author><googleplay:description>D</googleplay:description>"), Field.AUTHOR, "G", Field.CONTENT, "D"),
                row("georss, slash and thr are passed over", item("<title>t</title><georss:point>1 2</georss:point><slash:comments>3</slash:comments><thr:total>4</thr:total><description>d</description>"),
                        Field.CONTENT, "d", Field.TAGS, ""),
                row("feedburner's own address", item("<title>t</title><link>https://redirect.example/1</link><feedburner:origLink>https://real.example/1</feedburner:origLink>"), Field.URL, "https://real.example/1"),
                row("Atom's elements in RSS", item("<atom:title type='html'>t</atom:title><atom:link href='https://a.example/x'/><atom:updated>2026-01-01T00:00:00Z</atom:updated><atom:author><atom:name>At</atom:name></atom:author>"),
                        Field.TITLE, "t", Field.URL, "https://a.example/x", Field.UPDATED, "2026-01-01T00:00:00Z", Field.AUTHOR, "At"),
                row("upper case throughout", "<RSS><CHANNEL><TITLE>Loud</TITLE><ITEM><TITLE>T</TITLE><LINK>https://l.example/</LINK><PUBDATE>2026-01-01</PUBDATE><DC:CREATOR>Al</DC:CREATOR></ITEM></CHANNEL></RSS>",
                        Field.FEED_TITLE, "Loud", Field.URL, "https://l.example/", Field.PUBLISHED, "2026-01-01T00:00:00Z", Field.AUTHOR, "Al"),
                row("a wrong namespace on the root", "<rss xmlns='http://www.w3.org/2005/Atom' version='2.0'><channel><title>W</title><item><title>T</title><link>https://w.example/</link></item></channel></rss>",
                        Field.FEED_TITLE, "W", Field.URL, "https://w.example/"),
                row("a namespace that nobody knows on the root", "<feed xmlns='http://example.org/mistyped'><title>W</title><entry><title>T</title><link href='https://w.example/'/></entry></feed>",
                        Field.FEED_TITLE, "W", Field.URL, "https://w.example/"),
                row("a prefix on the root that nobody declared", "<x:rss><x:channel><x:title>W</x:title><x:item><x:title>T</x:title><x:link>https://w.example/</x:link></x:item></x:channel></x:rss>",
                        Field.FEED_TITLE, "W", Field.TITLE, "T", Field.URL, "https://w.example/"));
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                row("xml:base on every level", "<feed xml:base='https://b.example/a/'><entry xml:base='b/'><title>t</title><link xml:base='c/' href='d'/></entry></feed>", Field.URL, "https://b.example/a/b/c/d"),
                row("an address without scheme", item("<link>//cdn.example/x</link>"), Field.URL, "https://cdn.example/x"),
                row("an address without scheme, as people type it", item("<link>www.news.example/x</link>"), Field.URL, "http://www.news.example/x"),
                row("an address over two lines", item("<link>\n  https://news.example/\n  long/name\n</link>"), Field.URL, "https://news.example/long/name"),
                row("an ampersand escaped once too often", item("<link><![CDATA[https://n.example/?a=1&amp;b=2]]></link>"), Field.URL, "https://n.example/?a=1&b=2"),
                row("dots on the way", item("<link>../../x</link>"), Field.URL, "https://news.example/x"),
                row("a guid that is the address", item("<title>t</title><guid>https://n.example/1</guid>"), Field.URL, "https://n.example/1", Field.GUID, "https://n.example/1"),
                row("a guid that says so, relative", item("<title>t</title><guid isPermaLink='true'>/1</guid>"), Field.URL, "https://news.example/1", Field.GUID, "/1"),
                row("a guid that says it is none", item("<title>t</title><guid isPermaLink='false'>https://n.example/1</guid>"), Field.URL, "", Field.GUID, "https://n.example/1"),
                row("a link that runs", item("<link>javascript:alert(1)</link>"), Field.URL, ""),
                row("HTML before the feed among alternates", "<feed><entry><link rel='alternate' type='application/json' href='/j'/><link rel='alternate' type='text/html' href='/h'/></entry></feed>", Field.URL, "https://news.example/h"),
                row("a relation by its address", "<feed><entry><link rel='http://www.iana.org/assignments/relation/alternate' href='/h'/></entry></feed>", Field.URL, "https://news.example/h"),
                row("a language on the text alone", "<feed xml:lang='en'><entry><title>t</title><content xml:lang='de' type='text'>Guten Tag</content></entry></feed>", Field.LANGUAGE, "de"),
                row("a language with an underscore", "<rss><channel><language>pt_br</language><item><title>t</title></item></channel></rss>", Field.LANGUAGE, "pt-BR"));
    }

    static Stream<Arguments> broken() {
        var next = "<item><title>next</title><link>https://n.example/next</link></item>";
        return Stream.of(
                row("blank lines and a warning before the declaration", "\n\n<b>Notice</b>: x in y on line 3<br />\n<?xml version='1.0'?><rss><channel><title>T</title></channel></rss>", Field.FEED_TITLE, "T"),
                row("a log line in brackets before it", "[12:00] starting\n<?xml version='1.0'?><rss><channel><title>T</title></channel></rss>", Field.FEED_TITLE, "T"),
                row("a declaration that is not closed rightly", "<?xml version='1.0' encoding='utf-8'>\n<rss><channel><title>T</title>" + next + "</channel></rss>" + " ".repeat(300), Field.FEED_TITLE, "T", Field.TITLES, "next"),
                row("two roots", "<rss><channel><title>T</title>" + next + "</channel></rss><rss><channel><title>U</title><item><title>more</title></item></channel></rss>", Field.FEED_TITLE, "T", Field.TITLES, "next|more"),
                row("entities of HTML", item("<title>caf&eacute; &ndash; &nbsp;&hearts;</title>"), Field.TITLE, "café – ♥"),
                row("entities escaped twice", item("<title>caf&amp;eacute; &amp;amp; bar</title>"), Field.TITLE, "café & bar"),
                row("an entity that nobody knows", item("<title>a &unheard; b &; c &#; d &#x; e</title>"), Field.TITLE, "a &unheard; b &; c &#; d &#x; e"),
                row("Windows' characters by number", item("<title>&#147;quoted&#148; &#x96; it&#146;s</title>"), Field.TITLE, "“quoted” – it’s"),
                row("a CDATA section in another", item("<title><![CDATA[a <![CDATA[b]]> c</title><link>https://n.example/1</link>"), Field.URL, "https://n.example/1"),
                row("a CDATA section without end", "<rss><channel><item><title><![CDATA[lost</title><link>https://n.example/1</link></item><item><title><![CDATA[next]]></title></item></channel></rss>",
                        Field.TITLE, "lost", Field.URL, "https://n.example/1", Field.TITLES, "lost|next"),
                row("a comment without end", "<rss><channel><item><title>a</title><!-- lost </item><item><title>b</title></item><!-- fine --><item><title>c</title></item></channel></rss>", Field.TITLES, "a|b|c"),
                row("an item that is commented out", "<rss><channel><!-- <item><title>a</title></item> --><item><title>b</title></item></channel></rss>", Field.TITLES, "b"),
                row("controls in the text", item("<title>a\u0001b\u000B\u0000c</title><guid>x\u0000y</guid>"), Field.TITLE, "abc", Field.GUID, "xy"),
                row("the end of a CDATA section without its beginning", item("<title>a ]]> b</title>"), Field.TITLE, "a ]]> b"),
                row("bare ampersands and brackets", item("<title>R&D: 3 < 4 & 5 > 2</title><link>https://n.example/?a=1&b=2&copy=3</link>"), Field.TITLE, "R&D: 3 < 4 & 5 > 2", Field.URL, "https://n.example/?a=1&b=2&copy=3"),
                row("attributes without quotes", item("<title>t</title><enclosure url=https://n.example/a.jpg type=image/jpeg />"), Field.PICTURE, "https://n.example/a.jpg"),
                row("attributes with one quote", "<rss><channel><item><title>a</title><enclosure url='https://n.example/a.jpg></enclosure><link>https://n.example/1</link></item><item><title>it's</title></item></channel></rss>",
                        Field.URL, "https://n.example/1", Field.TITLES, "a|it's"),
                row("mark-up in an attribute", item("<title>t</title><media:content url='/a.jpg' medium='image' alt='a <b>c</b>' /><link>https://n.example/1</link>"), Field.PICTURE, "https://news.example/a.jpg", Field.URL, "https://n.example/1"),
                row("the same attribute twice", item("<title>t</title><enclosure url='/a.jpg' url='/b.jpg' type='image/jpeg'/>"), Field.PICTURE, "https://news.example/a.jpg"),
                row("a title without end", item("<title>lost<link>https://n.example/1</link><description>d</description>"), Field.TITLE, "lost", Field.URL, "https://n.example/1", Field.CONTENT, "d"),
                row("nothing with an end", "<rss><channel><title>T<link>https://n.example/<item><title>a<link>https://n.example/1<item><title>b<link>https://n.example/2", Field.FEED_TITLE, "T", Field.TITLES, "a|b", Field.URL, "https://n.example/1"),
                row("ends in the wrong order", item("<title>t</title><description><p>x <b>y</p></b></description><link>https://n.example/1</link>"), Field.URL, "https://n.example/1"),
                row("an end too many", item("<title>t</title></title></p></link><link>https://n.example/1</link>"), Field.URL, "https://n.example/1"),
                row("an end under another prefix", item("<dc:creator>Ann</creator><title>t</title>"), Field.AUTHOR, "Ann", Field.TITLE, "t"),
                row("a tag that never ends", "<rss><channel><item><title>a</title><link>https://n.example/1</link><category <item><title>b</title></item></channel></rss>", Field.TITLES, "a|b", Field.URL, "https://n.example/1"),
                row("cut off in a tag", "<rss><channel><item><title>a</title></item><item><title>b</title><li", Field.TITLES, "a|b"),
                row("cut off in an entity", "<rss><channel><item><title>a</title></item><item><title>b &am", Field.TITLES, "a|b &am"),
                row("cut off in CDATA", "<rss><channel><item><title>a</title></item><item><title>b</title><description><![CDATA[<p>so fa", Field.TITLES, "a|b"),
                row("mark-up where text should be", item("<title>A <b>bold</b> &lt; one</title>"), Field.TITLE, "A bold < one"),
                row("XHTML that keeps what it escaped", "<feed><entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>the &lt;em&gt; tag &amp;amp;</div></content></entry></feed>", Field.CONTENT, "the &lt;em> tag &amp;amp;"),
                row("XHTML that is escaped", "<feed><entry><content type='xhtml'>&lt;p&gt;hi&lt;/p&gt;</content></entry></feed>", Field.CONTENT, "<p>hi</p>"),
                row("text that is text", "<feed><entry><title>t</title><content type='text'>the &lt;em&gt; tag</content></entry></feed>", Field.CONTENT, "the &lt;em> tag"),
                row("HTML in base64", "<feed><entry><content mode='base64' type='text/html'>PHA+aGk8L3A+</content></entry></feed>", Field.CONTENT, "<p>hi</p>"),
                row("a frame that has no end", item("<description>&lt;iframe src='https://v.example/'/&gt;&lt;p&gt;text&lt;/p&gt;</description>"), Field.CONTENT, "<iframe src='https://v.example/'/></iframe><p>text</p>"),
                row("code in a headline", item("<title>safe&lt;script&gt;alert(1)&lt;/script&gt; words</title>"), Field.TITLE, "safe words"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"formats", "modules", "addresses", "broken"})
    void whatAReaderIsToFindIsFound(String name, String document, List<Object> expected) throws NotAFeedException {
        var feed = FeedReader.read(document.getBytes(StandardCharsets.UTF_8), "", URL);
        for (var place = 0; place < expected.size(); place += 2) {
            assertThat(found(feed, (Field) expected.get(place))).as(expected.get(place).toString()).isEqualTo(expected.get(place + 1));
        }
    }

    static Stream<Arguments> encodings() {
        var rows = new ArrayList<Arguments>();
        for (var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            for (var mark : List.of("", "\uFEFF")) {
                for (var declared : List.of("", "utf-8", "utf-16", "iso-8859-1")) {
                    rows.add(Arguments.of(charset, mark, declared, "", "Žluťoučký – “kůň” 🐎"));
                }
            }
        }
        rows.add(Arguments.of("windows-1252", "", "", "", "Café – “now”"));
        rows.add(Arguments.of("windows-1252", "", "utf-8", "utf-8", "Café – “now”"));
        rows.add(Arguments.of("windows-1250", "", "windows-1250", "iso-8859-1", "Žluťoučký kůň"));
        rows.add(Arguments.of("windows-1251", "", "", "windows-1251", "Новости дня"));
        rows.add(Arguments.of("windows-1251", "", "utf-8", "", "Новости дня и погода на завтра"));
        rows.add(Arguments.of("KOI8-R", "", "koi8-r", "", "Новости"));
        rows.add(Arguments.of("KOI8-R", "", "iso-8859-2", "koi8-r", "Новости"));
        rows.add(Arguments.of("ISO-8859-7", "", "iso-8859-7", "", "Ειδήσεις"));
        rows.add(Arguments.of("ISO-8859-15", "", "ISO8859-15", "", "Œuvre à 5 €"));
        rows.add(Arguments.of("EUC-JP", "", "euc-jp", "utf-8", "港のニュース"));
        rows.add(Arguments.of("ISO-2022-JP", "", "iso-2022-jp", "", "港のニュース"));
        rows.add(Arguments.of("windows-31j", "", "shift_jis", "", "港のニュース①"));
        rows.add(Arguments.of("GB18030", "", "gb2312", "", "港口新闻"));
        rows.add(Arguments.of("Big5", "", "big5", "", "港口新聞"));
        rows.add(Arguments.of("EUC-KR", "", "ks_c_5601-1987", "", "항구 소식"));
        rows.add(Arguments.of("windows-874", "", "tis-620", "", "ข่าวท่าเรือ"));
        rows.add(Arguments.of("x-MacRoman", "", "macintosh", "", "Café – now"));
        rows.add(Arguments.of("UTF-8", "\uFEFF\uFEFF", "", "", "Café"));
        rows.add(Arguments.of("UTF-8", "", "no-such-charset", "nor-this", "Café"));
        rows.add(Arguments.of("IBM037", "", "ebcdic-cp-us", "", "Harbour"));
        return rows.stream();
    }

    @ParameterizedTest(name = "{0}, mark ''{1}'', declared {2}, header {3}")
    @MethodSource("encodings")
    void textIsReadInWhatItReallyIsWritten(String really, String mark, String declared, String header, String title) throws NotAFeedException {
        var declaration = "<?xml version=\"1.0\"" + (declared.isEmpty() ? "" : " encoding=\"" + declared + "\"") + "?>";
        var document = mark + declaration + "<rss><channel><title>" + title + "</title><item><title>" + title + "</title></item></channel></rss>";
        var contentType = header.isEmpty() ? "application/rss+xml" : "text/xml; charset=" + header;
        assertThat(FeedReader.read(document.getBytes(Charset.forName(really)), contentType, URL).title()).isEqualTo(title);
    }

    @Test
    void aJsonFeedMayBeInTwoBytesACharacter() throws NotAFeedException {
        var feed = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Žluť\",\"items\":[]}";
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            assertThat(FeedReader.read(feed.getBytes(charset), "", URL).title()).isEqualTo("Žluť");
        }
    }

    @Test
    void anEntryWithoutAnAddressComesOutAndIsNamed() throws NotAFeedException {
        var feed = FeedReader.read(("<rss><channel>\n<item><title>Quay closed</title></item>\n<item><guid isPermaLink='false'>id-2</guid><description>x</description></item>\n<item/>\n"
                + "<item><title>fine</title><link>/f</link></item></channel></rss>").getBytes(StandardCharsets.UTF_8), "", URL);
        assertThat(feed.entries()).extracting(FeedEntry::url).containsExactly("", "", "", "https://news.example/f");
        assertThat(feed.problems()).extracting(FeedProblem::message).containsExactly("The entry “Quay closed” has no address of its own",
                "The entry “id-2” has no address of its own", "An entry has no address of its own, nor a title");
        assertThat(feed.problems()).extracting(FeedProblem::line).containsExactly(2, 3, 4);
    }

    private static String found(FeedDocument feed, Field field) {
        var entry = feed.entries().isEmpty() ? null : feed.entries().getFirst();
        return switch (field) {
            case FEED_TITLE -> CleanText.line(feed.title());
            case FEED_LINK -> feed.siteUrl();
            case FEED_SUBTITLE -> CleanText.line(feed.head().subtitle());
            case FEED_LANGUAGE -> feed.language();
            case TITLES -> String.join("|", feed.entries().stream().map(each -> CleanText.line(each.title())).toList());
            case TITLE -> CleanText.line(entry.title());
            case URL -> entry.url();
            case GUID -> entry.guid();
            case SUMMARY -> entry.summaryHtml();
            case CONTENT -> entry.contentHtml();
            case AUTHOR -> entry.author();
            case PUBLISHED -> entry.publishedAt().map(FeedFormsTest::seconds).orElse("");
            case UPDATED -> entry.updatedAt().map(FeedFormsTest::seconds).orElse("");
            case TAGS -> String.join("|", entry.categories());
            case LANGUAGE -> entry.language();
            case PICTURE -> entry.pictures().isEmpty() ? "" : entry.pictures().getFirst().url();
            case PLAYING -> entry.playing().map(Object::toString).orElse("");
            case CAPTION -> entry.pictures().getFirst().caption();
            case CREDIT -> entry.pictures().getFirst().credit();
        };
    }

    private static String seconds(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond()).toString();
    }

    private static Arguments row(String name, String document, Object... expected) {
        return Arguments.of(name, document, List.of(expected));
    }

    private static String item(String inside) {
        return "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'"
                + " xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' xmlns:atom='http://www.w3.org/2005/Atom'"
                + " xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0' xmlns:googleplay='http://www.google.com/schemas/play-podcasts/1.0'><channel><title>T</title><item>"
                + inside + "</item></channel></rss>";
    }
}
