package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.broadsheet.web.Refusal;
import org.junit.jupiter.api.Test;

/** Lists of sources in the shapes that other readers give them. */
class OpmlReaderTest {

    @Test
    void feedlyNamesFoldersByTextAndTitle() {
        assertThat(read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="1.0"><head><title>Ada subscriptions in feedly Cloud</title></head><body>
                  <outline text="Harbours" title="Harbours">
                    <outline type="rss" text="Quay News" title="Quay News" xmlUrl="https://quay.example/feed" htmlUrl="https://quay.example"/>
                  </outline></body></opml>""")).singleElement()
                .isEqualTo(new Outline(4, "Quay News", "https://quay.example/feed", List.of("Harbours"), java.util.Map.of(), ""));
    }

    @Test
    void netNewsWireHasDescriptionsAndVersionsAndFeedsOutsideOfFolders() {
        var outlines = read("""
                <opml version="1.1"><head><title>Subscriptions.opml</title></head><body>
                <outline text="Signal Box" title="Signal Box" description="" type="rss" version="RSS" htmlUrl="https://signal.example/" xmlUrl="https://signal.example/rss"/>
                <outline text="Rail" title="Rail">
                    <outline text="Sleepers" description="About &quot;ties&quot; &amp; rails" type="rss" version="RSS" htmlUrl="" xmlUrl="feed://sleepers.example/atom.xml"/>
                </outline></body></opml>""");
        assertThat(outlines).extracting(Outline::url).containsExactly("https://signal.example/rss", "http://sleepers.example/atom.xml");
        assertThat(outlines).extracting(Outline::categories).containsExactly(List.of(), List.of("Rail"));
    }

    @Test
    void minifluxNestsByCategoryAndFreshRssBringsSettingsOfItsOwn() {
        var outlines = read("""
                <opml version="2.0" xmlns:frss="https://freshrss.org/opml"><body>
                <outline text="All"><outline title="Lock Gate" text="Lock Gate" xmlUrl="https://lock.example/rss.xml" htmlUrl="https://lock.example/"></outline></outline>
                <outline text="Ports">
                  <outline text="Crane" type="rss" xmlUrl="https://crane.example/?a=1&amp;b=2" frss:priority="important" frss:cssFullContent="article"/>
                  <outline text="Scraped" type="HTML+XPath" xmlUrl="https://page.example/" frss:xPathItem="//article"/>
                </outline></body></opml>""");
        assertThat(outlines).extracting(Outline::url).containsExactly("https://lock.example/rss.xml", "https://crane.example/?a=1&b=2", "https://page.example/");
        assertThat(outlines.get(1).own()).containsEntry("pages", "ALWAYS").containsEntry("articleSelectors", "{\"text\":\"article\"}");
        assertThat(outlines.get(2).own()).containsEntry("kind", "PAGE").containsEntry("selectors", "{\"syntax\":\"XPATH\",\"item\":\"//article\"}");
        assertThat(outlines.get(2).obstacle()).isEmpty();
    }

    @Test
    void whatFreshRssReadsByPathsIsReadByThemHereToo() {
        var outlines = read("""
                <opml version="2.0"><body>
                <outline xmlns:f="https://freshrss.org/opml" text="Page" type="HTML+XPath" xmlUrl="https://page.example/" f:xPathItem="//a[contains(@href, '/x/')]/ancestor::article" f:xPathItemTitle="descendant::h2"
                  f:xPathItemContent="." f:xPathItemUri="descendant::a[string-length(@href)&gt;0]/@href" f:xPathItemThumbnail="descendant::img/@src" f:xPathItemTimestamp="descendant::time" f:xPathItemUid="@id"/>
                <outline text="Xml" type="XML+XPath" xmlUrl="https://xml.example/" f:xPathItem="//call" f:xPathItemAuthor='"Anonymous"'/>
                <outline text="Json" type="JSON+DotNotation" xmlUrl="https://json.example/" f:jsonItem="data.items" f:jsonItemTitle="meta.title" f:jsonItemUri="'https://json.example/' &amp; meta.id &amp; &quot;.html&quot;"
                  f:jsonItemCategories="tags"/>
                <outline text="Script" type="HTML+XPath+JSON+DotNotation" xmlUrl="https://script.example/" f:xPathToJson="descendant::script[@id='x']" f:jsonItem="items[0].list"/>
                <outline text="Nothing" type="HTML+XPath" xmlUrl="https://none.example/"/>
                </body></opml>""");
        assertThat(outlines).extracting(outline -> outline.own().getOrDefault("kind", "")).containsExactly("PAGE", "FEED", "FEED", "PAGE", "");
        assertThat(outlines.get(0).own().get("selectors")).contains("\"link\":\"descendant::a[string-length(@href)>0]/@href\"", "\"body\":\".\"", "\"guid\":\"@id\"", "\"date\":\"descendant::time\"");
        assertThat(outlines.get(2).own().get("selectors")).contains("\"syntax\":\"JSONPATH\"", "\"item\":\"data.items\"", "\"link\":\"https://json.example/{+meta.id}.html\"", "\"category\":\"tags\"");
        assertThat(outlines.get(3).own().get("selectors")).contains("\"script\":\"./descendant::script[@id='x']\"", "\"item\":\"items[0].list\"");
        assertThat(outlines.get(4).obstacle()).contains("html+xpath");
    }

    @Test
    void inoreaderMayHoldAFeedInTwoFolders() {
        assertThat(read("""
                <opml version="1.0"><body><outline text="A" title="A"><outline text="Twice" type="rss" xmlUrl="https://twice.example/f"/></outline>
                <outline text="B" title="B"><outline text="Twice" type="rss" xmlUrl="https://twice.example/f"/></outline></body></opml>"""))
                .extracting(Outline::line).containsExactly(1, 2);
    }

    @Test
    void addressesStandInMoreThanOneAttribute() {
        assertThat(read("""
                <opml><body>
                <outline text="url alone" type="rss" url="https://a.example/feed"/>
                <outline text="small letters" xmlurl="https://b.example/feed"/>
                <outline text="page alone" htmlUrl="https://c.example/"/>
                <outline text="category list" xmlUrl="https://d.example/feed" category="/Trade/Rail,ports"/>
                <outline text="no type" title="A title" xmlUrl="https://e.example/feed"/>
                <outline text="nothing" type="rss"/>
                <outline text="elsewhere" type="include" url="https://f.example/list.opml"/>
                </body></opml>""")).extracting(Outline::title, Outline::url, Outline::categories, outline -> outline.obstacle().isEmpty()).containsExactly(
                        org.assertj.core.groups.Tuple.tuple("url alone", "https://a.example/feed", List.of(), true),
                        org.assertj.core.groups.Tuple.tuple("small letters", "https://b.example/feed", List.of(), true),
                        org.assertj.core.groups.Tuple.tuple("page alone", "https://c.example/", List.of(), true),
                        org.assertj.core.groups.Tuple.tuple("category list", "https://d.example/feed", List.of("Rail", "Trade", "ports"), true),
                        org.assertj.core.groups.Tuple.tuple("A title", "https://e.example/feed", List.of(), true),
                        org.assertj.core.groups.Tuple.tuple("nothing", "", List.of(), false),
                        org.assertj.core.groups.Tuple.tuple("elsewhere", "https://f.example/list.opml", List.of(), false));
    }

    @Test
    void brokenMarkupCostsItselfAlone() {
        var outlines = read("""
                <opml version="2.0"><head><title>Fish & Ships</title>
                <body>
                <outline text="Rail & road" xmlUrl="https://a.example/feed?x=1&y=2"/>
                <outline text="unquoted" xmlUrl=https://b.example/feed />
                <outline text="Folder"><outline text="less < more" xmlUrl="https://c.example/feed">
                </outline>
                """);
        assertThat(outlines).extracting(Outline::url).containsExactly("https://a.example/feed?x=1&y=2", "https://b.example/feed", "https://c.example/feed");
        assertThat(outlines).extracting(Outline::title).containsExactly("Rail & road", "unquoted", "less < more");
    }

    @Test
    void textIsReadInTheCharsetThatItHas() {
        var list = "<?xml version='1.0' encoding='%s'?><opml><body><outline text='Häfen & Züge' xmlUrl='https://a.example/'/></body></opml>";
        for (var charset : List.of("UTF-8", "ISO-8859-1", "UTF-16LE")) {
            assertThat(OpmlReader.read(list.formatted(charset).getBytes(Charset.forName(charset)), Optional.empty())).singleElement().extracting(Outline::title)
                    .isEqualTo("Häfen & Züge");
        }
        assertThat(OpmlReader.read(list.formatted("UTF-8").getBytes(StandardCharsets.ISO_8859_1), Optional.of("utf-8"))).singleElement().extracting(Outline::title)
                .isEqualTo("Häfen & Züge");
    }

    @Test
    void entitiesFetchAndMultiplyNothing() {
        assertThat(read("""
                <!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>
                <opml><body><outline text="x&a;&b;" xmlUrl="https://a.example/"/></body></opml>""")).singleElement().extracting(Outline::title).asString().doesNotContain("root:");
    }

    @Test
    void passwordsInTitlesAreLeftOut() {
        assertThat(read("<opml><body><outline text='https://ada:secret@a.example/feed' xmlUrl='https://ada:secret@a.example/feed'/></body></opml>")).singleElement()
                .extracting(Outline::title).isEqualTo("https://a.example/feed");
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThatThrownBy(() -> read("<html><body>Log in</body></html>")).isInstanceOf(Refusal.class).hasMessageContaining("not a list of sources");
        assertThat(read("<opml version='2.0'><body/></opml>")).isEmpty();
    }

    private static List<Outline> read(String list) {
        return OpmlReader.read(list.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
}
