package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sitemaps of every kind, read as lists of what is new. */
class SitemapReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String NEWS = """
            <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc>https://a.example/tide</loc><lastmod>2026-03-02T10:00:00+01:00</lastmod><news:news><news:publication><news:name>The Harbour Post</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-03-02T08:00:00Z</news:publication_date><news:title>The tide &amp; the town</news:title><news:keywords>tides, harbour, </news:keywords></news:news>
            <image:image><image:loc>https://a.example/tide.jpg</image:loc><image:title>A quay</image:title><image:caption>The quay at noon</image:caption></image:image></url>
            <url><loc>https://a.example/older</loc><news:news><news:publication_date>2026-03-01</news:publication_date><news:title><![CDATA[Older <news>]]></news:title></news:news></url></urlset>""";

    private final Map<String, byte[]> site = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void newsComesWithTitleDateKeywordsLanguageAndPicture() throws NotAFeedException {
        var sitemap = read(NEWS);
        assertThat(sitemap.news()).isTrue();
        assertThat(sitemap.document().title()).isEqualTo("The Harbour Post");
        assertThat(sitemap.document().language()).isEqualTo("en");
        assertThat(sitemap.document().entries()).hasSize(2);
        var first = sitemap.document().entries().getFirst();
        assertThat(first.title()).isEqualTo("The tide &amp; the town");
        assertThat(first.publishedAt()).contains(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(first.updatedAt()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(first.categories()).containsExactly("tides", "harbour");
        assertThat(first.language()).isEqualTo("en");
        assertThat(first.pictures().getFirst()).extracting(FoundPicture::url, FoundPicture::alt, FoundPicture::caption).containsExactly("https://a.example/tide.jpg", "A quay", "The quay at noon");
        assertThat(sitemap.document().entries().get(1).title()).isEqualTo("Older &lt;news&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm:", "s:", ""})
    void prefixesAreChosenAtWill(String prefix) throws NotAFeedException {
        var xml = "<" + prefix + "urlset><" + prefix + "url><" + prefix + "loc>https://a.example/1</" + prefix + "loc><n:news xmlns:n='x'><n:title>T</n:title></n:news></" + prefix + "url></" + prefix + "urlset>";
        assertThat(read(xml).document().entries()).extracting(FeedEntry::title).containsExactly("T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<urlset><url><loc>https://a.example/1?a=1&b=2</loc></url><url><loc>https://a.example/2</loc></url></urlset>",
            "<urlset><url><loc>https://a.example/1?a=1&amp;b=2<url><loc>https://a.example/2</loc>", "\n\n  <urlset>junk<url>\n<loc>\n https://a.example/1?a=1&amp;b=2 \n</loc></lastmod></url><url><loc>/2</loc></url></urlset>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>https://a.example/1?a=1&amp;b=2</loc></url><url><loc></loc></url><url/><url><loc>javascript:1</loc></url><url><loc>https://a.example/2</loc></url>"})
    void aBrokenSitemapIsReadAsFarAsItGoes(String xml) throws NotAFeedException {
        assertThat(read(xml).document().entries()).extracting(FeedEntry::url).containsExactly("https://a.example/1?a=1&b=2", "https://a.example/2");
    }

    @Test
    void whereThereIsNewsOfTheLastDaysNothingOlderIsTaken() throws NotAFeedException {
        assertThat(read("<urlset>" + page("old", "2026-02-01") + page("new", "2026-03-01") + page("newer", "2026-03-02T01:00Z") + "<url><loc>https://a.example/undated</loc></url></urlset>").document().entries())
                .extracting(FeedEntry::url).containsExactly("https://a.example/newer", "https://a.example/new");
    }

    @Test
    void whereNothingIsNewTheLatestAreTakenAFew() throws NotAFeedException {
        var xml = new StringBuilder("<urlset>");
        for (var day = 1; day <= 28; day++) {
            xml.append(page("d" + day, "2025-02-%02d".formatted(day)));
        }
        assertThat(read(xml + "</urlset>").document().entries()).hasSize(20).first().extracting(FeedEntry::url).isEqualTo("https://a.example/d28");
    }

    @Test
    void ofFiftyThousandTheNewestAreKept() throws NotAFeedException {
        var xml = new StringBuilder("<urlset>");
        for (var number = 0; number < 50_000; number++) {
            xml.append(page("n" + number, NOW.minusSeconds(60L * ((number * 7919) % 50_000)).toString()));
        }
        var entries = read(xml + "</urlset>").document().entries();
        assertThat(entries).hasSize(SitemapReader.MOST_ENTRIES);
        assertThat(entries).allMatch(entry -> entry.updatedAt().orElseThrow().isAfter(NOW.minusSeconds(60 * 201)));
    }

    @Test
    void ofAnIndexTheNewestSitemapsAreReadAFew() throws NotAFeedException {
        var index = new StringBuilder("<sitemapindex>");
        for (var month = 1; month <= 9; month++) {
            index.append("<sitemap><loc>https://a.example/m" + month + ".xml</loc><lastmod>2025-0" + month + "-01</lastmod></sitemap>");
            publish("https://a.example/m" + month + ".xml", "<urlset>" + page("p" + month, "2025-0" + month + "-01") + "</urlset>");
        }
        var sitemap = read(index + "</sitemapindex>");
        assertThat(asked).containsExactly("https://a.example/m9.xml", "https://a.example/m8.xml", "https://a.example/m7.xml");
        assertThat(sitemap.document().entries()).hasSize(3);
        assertThat(sitemap.index()).isTrue();
    }

    @Test
    void withoutDatesTheNamesOfSitemapsTellWhichAreNew() throws NotAFeedException {
        read("<sitemapindex><sitemap><loc>https://a.example/page-sitemap.xml</loc></sitemap><sitemap><loc>https://a.example/post-sitemap2.xml</loc></sitemap><sitemap><loc>https://a.example/post-sitemap10.xml</loc></sitemap>"
                + "<sitemap><loc>https://a.example/category-sitemap.xml</loc></sitemap><sitemap><loc>https://a.example/news-sitemap.xml</loc></sitemap></sitemapindex>");
        assertThat(asked).containsExactly("https://a.example/news-sitemap.xml", "https://a.example/post-sitemap10.xml", "https://a.example/post-sitemap2.xml");
    }

    @Test
    void anIndexThatNamesItselfIsReadOnce() throws NotAFeedException {
        publish("https://a.example/s.xml", "<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>");
        assertThat(read("<sitemapindex><sitemap><loc>https://a.example/sitemap.xml</loc></sitemap><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>").document().entries()).isEmpty();
        assertThat(asked).containsExactly("https://a.example/s.xml");
    }

    @Test
    void aBrokenSitemapOfAnIndexCostsItselfAlone() throws NotAFeedException {
        publish("https://a.example/2.xml", "<html><body>Sorry</body></html>");
        publish("https://a.example/1.xml", "<urlset>" + page("x", "2026-03-01") + "</urlset>");
        var document = read("<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap><sitemap><loc>https://a.example/2.xml</loc></sitemap></sitemapindex>").document();
        assertThat(document.entries()).hasSize(1);
        assertThat(document.problems()).extracting(FeedProblem::message).anyMatch(message -> message.startsWith("https://a.example/2.xml: This is a web page"));
    }

    @Test
    void aPackedSitemapIsUnpacked() throws NotAFeedException {
        assertThat(read(packed(NEWS.getBytes(StandardCharsets.UTF_8))).document().entries()).hasSize(2);
    }

    @Test
    void aPackedSitemapThatIsCutOffIsReadAsFarAsItGoes() throws NotAFeedException {
        var xml = new StringBuilder("<urlset>");
        for (var number = 0; number < 2_000; number++) {
            xml.append(page(Integer.toHexString(number * 104_729), "2026-03-01"));
        }
        var packed = packed(xml.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(read(java.util.Arrays.copyOf(packed, packed.length / 2)).document().entries()).isNotEmpty();
    }

    @Test
    void aBombIsRefusedInWords() {
        var bomb = packed(new byte[30_000_000]);
        assertThatThrownBy(() -> read(bomb)).isInstanceOf(NotAFeedException.class).hasMessageContaining("larger than we read");
    }

    @Test
    void aListOfAddressesIsASitemap() throws NotAFeedException {
        assertThat(read("\uFEFFhttps://a.example/1\r\nhttps://a.example/2\r\n\r\n").document().entries()).extracting(FeedEntry::url).containsExactly("https://a.example/1", "https://a.example/2");
        assertThatThrownBy(() -> read("Hello,\nhttps://a.example/1\nis where I am.\nBye")).isInstanceOf(NotAFeedException.class);
    }

    @Test
    void aFeedMayStandInForASitemap() throws NotAFeedException {
        assertThat(read("<rss version='2.0'><channel><title>F</title><item><title>t</title><link>https://a.example/1</link></item></channel></rss>").document().entries()).extracting(FeedEntry::title).containsExactly("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>no</body></html>", "just words", "<svg xmlns='http://www.w3.org/2000/svg'/>", "{}"})
    void whatIsNoneIsRefusedInWords(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(NotAFeedException.class).hasMessageNotContaining("not a feed");
    }

    private static String page(String name, String date) {
        return "<url><loc>https://a.example/" + name + "</loc><lastmod>" + date + "</lastmod></url>";
    }

    private void publish(String url, String document) {
        site.put(url, document.getBytes(StandardCharsets.UTF_8));
    }

    private SitemapReader.Sitemap read(String document) throws NotAFeedException {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    private SitemapReader.Sitemap read(byte[] document) throws NotAFeedException {
        return SitemapReader.read(new SitemapReader.Sheet("https://a.example/sitemap.xml", "application/xml", document), url -> {
            asked.add(url);
            return Optional.ofNullable(site.get(url)).map(body -> new SitemapReader.Sheet(url, "", body));
        }, NOW);
    }

    private static byte[] packed(byte[] document) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
