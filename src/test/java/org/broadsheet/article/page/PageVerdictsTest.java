package org.broadsheet.article.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.page.SamplePages.ENGLISH;
import static org.broadsheet.article.page.SamplePages.GERMAN;
import static org.broadsheet.article.page.SamplePages.JAPANESE;
import static org.broadsheet.article.page.SamplePages.page;
import static org.broadsheet.article.page.SamplePages.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page turns out to be, in which charset, and what of what it states is believed. */
class PageVerdictsTest {

    @Test
    void aPageThatOnlyAScriptFillsSaysSo() {
        var article = read(page("<title>News</title>", "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div><script src='/a.js'></script>"));
        assertThat(article.verdict()).isEqualTo(PageVerdict.NEEDS_SCRIPT);
        assertThat(article.verdict().words()).isEqualTo("The page shows its text only to a script");
        assertThat(article.verdict().isOfAnArticle()).isTrue();
        assertThat(PageVerdict.TURNED_AWAY.isOfAnArticle()).isFalse();
    }

    @Test
    void theTextThatItGivesToMachinesIsTakenInstead() {
        var text = Jsoup.parse(ENGLISH).text();
        var article = read(page("<title>News</title><script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":[\"NewsArticle\"],\"headline\":\"A new quay\",\"articleBody\":\"" + text + "\"}]}</script>",
                "<div id='root'></div>"));
        assertThat(article.bodyHtml()).contains("three years of dredging");
        assertThat(article.verdict()).isEqualTo(PageVerdict.READABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Subscribe to continue reading this story.", "Dieser Artikel ist nur für Abonnenten.", "Il vous reste 70% de cet article à lire, réservé à nos abonnés."})
    void aTeaserSaysThatItIsOne(String words) {
        var article = read(page("<title>A new quay</title>", "<article><p>" + ENGLISH.substring(3, 230) + "</p><div class='barrier'><p>" + words + "</p></div></article>"));
        assertThat(article.verdict()).isEqualTo(PageVerdict.FOR_SUBSCRIBERS);
    }

    @Test
    void aPageThatGivesItsWholeTextIsReadableEvenIfItSellsSubscriptions() {
        var article = read(page("<title>A new quay</title>", "<article>" + ENGLISH.repeat(4) + "</article><div class='paywall-promo'>Subscribe to read more of this.</div>"));
        assertThat(article.verdict()).isEqualTo(PageVerdict.READABLE);
    }

    @Test
    void aTurnedAwayRobotIsToldSo() {
        assertThat(read(page("<title>Just a moment...</title>", "<p>Checking your browser before accessing the site.</p>")).verdict()).isEqualTo(PageVerdict.TURNED_AWAY);
    }

    @ParameterizedTest
    @CsvSource({"windows-1252,''", "ISO-8859-1,text/html; charset=iso-8859-1", "UTF-8,text/html; charset=iso-8859-1", "UTF-16LE,text/html; charset=utf-16le"})
    void germanIsReadInItsCharset(String charset, String contentType) {
        var marked = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        var bytes = (marked + "<html><title>Neuer Kai</title><body><article>" + GERMAN.replace("„", "\"").replace("“", "\"") + "</article>").getBytes(Charset.forName(charset));
        assertThat(PageReader.read(bytes, contentType, "https://news.example.org/a").bodyHtml()).contains("Die Kräne löschen ein Schiff");
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS", "EUC-JP", "ISO-2022-JP"})
    void japaneseIsReadAsThePageStates(String charset) {
        var bytes = ("<html><meta http-equiv='Content-Type' content='text/html; charset=" + charset + "'><title>新岸壁</title><body><div>" + JAPANESE + "</div>").getBytes(Charset.forName(charset));
        assertThat(PageReader.read(bytes, "text/html", "https://news.example.org/a").bodyHtml()).contains("北浜の新しい岸壁");
    }

    @Test
    void aCharsetThatNobodyStatesIsFoundOut() {
        var bytes = ("<html><title>x</title><body><div>" + JAPANESE.repeat(3) + "</div>").getBytes(Charset.forName("Shift_JIS"));
        assertThat(PageReader.read(bytes, "", "https://news.example.org/a").bodyHtml()).contains("北浜の新しい岸壁");
    }

    @ParameterizedTest
    @CsvSource({"https://news.example.org/,''", "https://elsewhere.example.com/quay,''", "https://www.news.example.org/quay,https://www.news.example.org/quay", "/2026/quay,https://news.example.org/2026/quay"})
    void onlyAPlausibleCanonicalAddressIsBelieved(String stated, String expected) {
        var article = read(page("<link rel='canonical' href='" + stated + "'>", "<article>" + ENGLISH + "</article>"));
        assertThat(article.canonicalUrl()).isEqualTo(Optional.of(expected).filter(address -> !address.isEmpty()));
    }

    @Test
    void anotherSitesAddressIsBelievedIfThePageSaysItTwice() {
        var article = read(page("<link rel='canonical' href='https://agency.example.com/quay'><meta property='og:url' content='https://agency.example.com/quay'>", "<article>" + ENGLISH + "</article>"));
        assertThat(article.canonicalUrl()).contains("https://agency.example.com/quay");
    }

    @Test
    void relativeAddressesHonourTheBaseElement() {
        var article = read(page("<base href='/archive/'>", "<article>" + ENGLISH + "<p>More of this, with all its figures, is in <a href='report.pdf'>the report</a>, which the council has had since January.</p></article>"));
        assertThat(article.bodyHtml()).contains("href=\"https://news.example.org/archive/report.pdf\"");
    }

    @Test
    void theSitesDefaultPictureIsWorthLittle() {
        var article = read(page("<meta property='og:image' content='/img/og-default.png'>", "<article><figure><img src='/quay.jpg' alt=''><figcaption>The quay</figcaption></figure>" + ENGLISH + "</article>"));
        assertThat(article.pictures().getFirst().url()).isEqualTo("https://news.example.org/quay.jpg");
        assertThat(article.pictures().getLast().worth()).isLessThan(100);
    }

    @Test
    void brokenLinkedDataCostsOnlyItself() {
        var article = read(page("<title>A new quay at Harwell</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\", \"headline\": oops</script><script type='application/ld+json'>"
                + "[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"NewsArticle\",\"headline\":\"The quay\",\"author\":[{\"name\":\"Jane\"},{\"name\":\"John\"}],},]</script>", "<article>" + ENGLISH + "</article>"));
        assertThat(article.title()).isEqualTo("The quay");
        assertThat(article.author()).isEqualTo("Jane, John");
    }

    @Test
    void theDateMayStandInTheAddressAlone() {
        assertThat(read(page("<title>Quay</title>", "<article>" + ENGLISH + "</article>")).publishedAt()).map(Object::toString).contains("2026-03-02T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"The quay. Photograph: Jane Doe/Agency|The quay.|Photograph: Jane Doe/Agency", "Der Kai (Foto: Jürgen Müller)|Der Kai|Foto: Jürgen Müller", "Le quai © Luc Blanc / AFP|Le quai|© Luc Blanc / AFP",
            "The quay [Photo by Ann Poe/Getty Images]|The quay|Photo by Ann Poe/Getty Images", "A quay at dusk|A quay at dusk|''", "Photo: Ann Poe|''|Photo: Ann Poe", "Der Kai. Bild: dpa|Der Kai.|Bild: dpa", "岸壁（写真：山田太郎）|岸壁|写真：山田太郎"})
    void theCreditIsToldFromTheCaption(String line, String caption, String credit) {
        assertThat(CreditLine.of(line)).isEqualTo(new CreditLine(caption.replace("''", ""), credit.replace("''", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"By Jane Doe|Jane Doe", "Von Jürgen Müller|Jürgen Müller", "Par Claire Petit|Claire Petit", "Jane Doe, March 2, 2026|Jane Doe", "作者：王小明|王小明",
            "April 28, 2019 at 6:01 am Updated|''", "Byron Smith|Byron Smith"})
    void theNamesAreToldFromTheByline(String line, String names) {
        assertThat(Byline.names(line)).isEqualTo(names.replace("''", ""));
    }

    @Test
    void utf8WithoutAnyStatementIsRead() {
        assertThat(PageReader.read(("<p>" + GERMAN).getBytes(StandardCharsets.UTF_8), "", "https://news.example.org/a").bodyHtml()).contains("Kräne");
    }
}
