package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://news.example/a/b?id=3", "https://news.example/a/b?id=3", "https://NEWS.example/a/b?id=3#top", "https://news.example:443/a/b?id=3",
            "http://news.example:80/a/b?id=3&utm_source=rss", "https://news.example/a/b?utm_campaign=x&id=3&fbclid=y", "https://news.example/a/b?id=3&",
            "https://news.example/a/b?mc_cid=1&id=3&at_medium=RSS"})
    void differentDecorationIsOneArticle(String url) {
        assertThat(CanonicalAddress.key(url)).isEqualTo("news.example/a/b?id=3");
    }

    @ParameterizedTest
    @CsvSource({"https://news.example/a?id=3, https://news.example/a?id=4", "https://news.example/A, https://news.example/a",
            "https://news.example/a, https://other.example/a", "https://news.example:8443/a, https://news.example/a",
            "https://news.example/?p=12, https://news.example/?p=13", "https://news.example/a?page=2, https://news.example/a",
            "https://news.example/a?reference=1, https://news.example/a?reference=2"})
    void differentPagesAreDifferentArticles(String one, String other) {
        assertThat(CanonicalAddress.key(one)).isNotEqualTo(CanonicalAddress.key(other));
    }

    @ParameterizedTest
    @CsvSource({"https://news.example/a/, https://news.example/a", "https://news.example, https://news.example/",
            "https://news.example/?utm_source=x, https://news.example/", "https://news.example/a/?utm_source=x, https://news.example/a",
            "https://news.example/a/?id=3, https://news.example/a?id=3"})
    void aSlashAtTheEndMakesNoDifference(String one, String other) {
        assertThat(CanonicalAddress.key(one)).isEqualTo(CanonicalAddress.key(other));
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/x?UTM_Source=1&b=2, https://a.example/x?b=2", "https://a.example/x?utm_source=1, https://a.example/x",
            "https://a.example/x?gclid=1#part, https://a.example/x#part", "https://a.example/x#a?utm_source=1, https://a.example/x#a?utm_source=1",
            "https://a.example/x?a=b=c&utm_x=1&d, https://a.example/x?a=b=c&d", "/rel?utm_source=1&x=%20y, /rel?x=%20y",
            "https://a.example/x?igshid&utm_term&z, https://a.example/x?z", "https://a.example/x?utmost=1, https://a.example/x?utmost=1",
            "https://a.example/x?fb_comment_id=1&hmb_source=2&mc_tc=3&hsCtaTracking=4&_bhlid=5&_branch_match_id=6&__readwiseLocation=7&gad_source=8&b=9, https://a.example/x?b=9",
            "https://a.example/x?ref=a.example&ref=main, https://a.example/x?ref=main", "'', ''"})
    void onlyTrackingParametersGo(String url, String without) {
        assertThat(CanonicalAddress.withoutTracking(url)).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "", "urn:uuid:1", "mailto:a@b.example"})
    void whatIsNoAddressIsItsOwnKey(String text) {
        assertThat(CanonicalAddress.key(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.news.example/a/b?id=3", "https://m.news.example/a/b?id=3", "https://amp.news.example/a/b?id=3", "https://news.example/amp/a/b?id=3",
            "https://news.example/a/b/amp?id=3", "https://news.example/a/b/amp/?id=3", "https://news.example/a/b?id=3&amp=1", "https://news.example/a/b?id=3&print=1",
            "https://news.example/a/b?outputType=amp&id=3", "https://news.example/a/b/index.html?id=3", "https://news.example/%61/b?id=3", "https://news.example/a/b/print?id=3",
            "https://news.example/a/b;jsessionid=0123456789ABCDEF?id=3", "https://news.example/a/b?id=3&PHPSESSID=0123456789abcdef0123", "https://news.example/a/b?id=3&ref=news.example",
            "https://news.example/a/b?ref=other.example&id=3"})
    void variantsForTelephonesAndPrintersAreOneArticle(String url) {
        assertThat(CanonicalAddress.key(url)).isEqualTo("news.example/a/b?id=3");
    }

    @ParameterizedTest
    @CsvSource({"https://news.example/a?b=2&c=3, https://news.example/a?c=3&b=2", "https://news.example/a%2fb, https://news.example/a%2Fb",
            "https://news.example/%7Ejo, https://news.example/~jo", "https://en.m.news.example/a, https://en.news.example/a"})
    void orderAndEscapesMakeNoDifference(String one, String other) {
        assertThat(CanonicalAddress.key(one)).isEqualTo(CanonicalAddress.key(other));
    }

    @ParameterizedTest
    @CsvSource({"https://news.example/?article=1, https://news.example/?article=2", "https://news.example/a?ref=12, https://news.example/a?ref=13",
            "https://news.example/a?sid=7, https://news.example/a?sid=8", "https://m.example/a, https://example/a", "https://news.example/amplifiers, https://news.example/",
            "https://news.example/a/footprint, https://news.example/a/foot", "https://blog.news.example/a, https://news.example/a"})
    void whatNamesAnArticleStays(String one, String other) {
        assertThat(CanonicalAddress.key(one)).isNotEqualTo(CanonicalAddress.key(other));
    }
}
