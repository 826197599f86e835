package org.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste, and the address they mean. */
class PastedAddressTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "example.org, https://example.org",
            "www.example.org/feed?x=1, https://www.example.org/feed?x=1",
            "//example.org/feed, https://example.org/feed",
            "example.org:8443/feed, https://example.org:8443/feed",
            "bücher.example/neu, https://bücher.example/neu",
            "例え.テスト, https://例え.テスト",
            "feed://example.org/rss, http://example.org/rss",
            "FEED:https://example.org/rss, https://example.org/rss",
            "feed:example.org/rss, https://example.org/rss",
            "<https://example.org/>, https://example.org/",
            "<URL:https://example.org/>, https://example.org/",
            "\"https://example.org/a\", https://example.org/a",
            "https://example.org/a?utm_source=x&page=2, https://example.org/a?page=2",
            "https://example.org/wiki/A_(b), https://example.org/wiki/A_(b)"})
    void isReadAsItIsMeant(String pasted, String meant) {
        assertThat(PastedAddress.of(pasted)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeffhttps://example.org/\u200b", " https://example.org/ ", "\u200ehttps://example.org/"})
    void losesWhatCannotBeSeen(String pasted) {
        assertThat(PastedAddress.of(pasted)).isEqualTo("https://example.org/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "hello world", "javascript:alert(1)", "file:///etc/passwd", "news@example.org", "mailto:news@example.org", "localhost", "1.2.3.4", "javascript:example.org",
            "example.org is our feed", "http:example.org", ""})
    void isLeftAloneWhereNothingIsBeyondDoubt(String pasted) {
        assertThat(PastedAddress.of(pasted)).isEqualTo(pasted);
    }
}
