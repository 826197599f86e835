package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.broadsheet.source.Source;
import org.junit.jupiter.api.Test;

/** How far the guids and links of a feed are trusted. */
class ReadEntriesTest {

    private final Source source = source();

    @Test
    void aGuidCountsByItselfWhileFewAreUsedAgain() {
        var drafts = feed(60);
        drafts.add(draft("guid 0", "https://a.example/other", "Another article altogether", "Something else happened, and it is told here in other words."));
        var entries = ReadEntries.of(source, drafts).entries();
        assertThat(entries.get(5).guidKey()).isEqualTo("guid 5");
        assertThat(entries.getFirst().guidKey()).startsWith("guid 0 ").isNotEqualTo(entries.getLast().guidKey());
    }

    @Test
    void whereMoreThanOneInTwentyIsUsedAgainNoGuidCountsByItself() {
        var drafts = feed(20);
        drafts.add(draft("guid 0", "https://a.example/other", "Another article altogether", "Something else happened, and it is told here in other words."));
        assertThat(ReadEntries.of(source, drafts).entries()).extracting(Entry::guidKey).doesNotContain("guid 5").anyMatch(key -> key.startsWith("guid 5 ")).doesNotHaveDuplicates();
    }

    @Test
    void anArticleThatComesTwiceIsNoReasonForDistrust() {
        var drafts = feed(4);
        drafts.add(drafts.getFirst());
        assertThat(ReadEntries.of(source, drafts).entries()).extracting(Entry::guidKey).contains("guid 0", "guid 1");
    }

    @Test
    void aLinkThatSeveralArticlesShareIsNobodysAddress() {
        var entries = ReadEntries.of(source, List.of(draft("1", "https://a.example/news", "Mill burns down", "A fire has destroyed the mill."), draft("2", "https://a.example/news", "New squid filmed",
                "A squid was filmed in the deep sea."), draft("3", "https://a.example/own", "Old town without cars", "Cars are banned."))).entries();
        assertThat(entries).extracting(Entry::addressKey).containsExactly("", "", "a.example/own");
        assertThat(entries).extracting(Entry::url).containsExactly("https://a.example/news", "https://a.example/news", "https://a.example/own");
        assertThat(entries).extracting(Entry::ownKey).doesNotHaveDuplicates();
    }

    @Test
    void aFrontPageIsNobodysAddress() {
        var entry = Entry.of(source, draft("", "https://a.example/?utm_source=feed", "Mill burns down", "A fire has destroyed the mill."));
        assertThat(entry.addressKey()).isEmpty();
        assertThat(entry.isBare()).isTrue();
    }

    @Test
    void anAddressOfARedirectorGivesWayToTheGuid() {
        var entry = Entry.of(source, draft("https://a.example/mill", "http://feedproxy.google.com/~r/Paper/~3/AbC/mill", "Mill burns down", ""));
        assertThat(entry.addressKey()).isEqualTo("a.example/mill");
        assertThat(entry.url()).isEqualTo("https://a.example/mill");
    }

    private static List<ArticleDraft> feed(int entries) {
        var drafts = new ArrayList<ArticleDraft>();
        for (var number = 0; number < entries; number++) {
            drafts.add(draft("guid " + number, "https://a.example/" + number, "Title of number " + number, "What number " + number + " says."));
        }
        return drafts;
    }

    private static ArticleDraft draft(String guid, String url, String title, String text) {
        return new ArticleDraft(guid, url, title, "", "", text, "", Optional.empty(), Optional.empty(), "en", "", List.of(), List.of());
    }

    private static Source source() {
        var source = new Source();
        source.id = 1L;
        source.url = "https://a.example/feed";
        source.siteUrl = "https://a.example/";
        return source;
    }
}
