package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.broadsheet.platform.AddressPolicy;
import org.broadsheet.platform.FetchLimits;
import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.platform.WebAddress;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found to read at an address, on sites of many shapes, served on loopback. */
class DiscoveryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final FetchLimits LIMITS = new FetchLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3), 2_000_000, 5_000_000, 100, 3, 2, Duration.ofSeconds(1), Duration.ZERO);
    private static final int MOST_FETCHES = 28;
    private static final String RSS = "application/rss+xml";

    private Press press;
    private GuardedHttp http;
    private SourceReading reading;

    @BeforeEach
    void open() throws IOException {
        press = new Press();
        http = new GuardedHttp(AddressPolicy.allowing(List.of("127.0.0.1")), host -> List.of(InetAddress.ofLiteral(host.startsWith("10.") ? host : "127.0.0.1")), LIMITS, "Broadsheet/test",
                Clock.fixed(NOW, ZoneOffset.UTC));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        reading = new SourceReading(http, new Robots(http, clock), clock);
    }

    @AfterEach
    void close() throws IOException {
        assertThat(press.requests()).isLessThanOrEqualTo(MOST_FETCHES);
        http.close();
        press.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/octet-stream", "image/png", ""})
    void aFeedIsToldByWhatItIsAndNotByWhatItIsCalled(String type) {
        press.publish("/x", type, feed("Direct"));
        assertThat(found("/x")).isEqualTo("FEED /x Direct");
        assertThat(press.requests()).isEqualTo(1);
    }

    @Test
    void aJsonFeedIsAFeed() {
        press.publish("/x", "application/json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":\"1\",\"url\":\"https://a.example/1\",\"title\":\"t\"}]}");
        assertThat(found("/x")).isEqualTo("FEED /x J");
    }

    @Test
    void anEmptyFeedThatWasAskedForIsOne() {
        press.publish("/x", RSS, "<rss version='2.0'><channel><title>Nothing yet</title></channel></rss>");
        assertThat(found("/x")).isEqualTo("FEED /x Nothing yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/rss+xml", "application/atom+xml", "Application/RSS+XML; charset=utf-8", "application/feed+json", "application/json", "text/xml", "application/rdf+xml", "application/xml"})
    void aFeedThatThePageStatesIsRead(String type) {
        press.publish("/", "text/html", html("<link rel='alternate' type='" + type + "' href='/deep/feed.php'>", "")).publish("/deep/feed.php", "text/xml", feed("Stated"));
        assertThat(found("/")).isEqualTo("FEED /deep/feed.php Stated");
        assertThat(press.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<base href='/base/'><link rel='alternate' type='application/rss+xml' href='f.xml'> | /base/f.xml",
            "<link rel='home alternate' type='application/rss+xml' href='f.xml'> | /f.xml",
            "<LINK REL=ALTERNATE TYPE=application/atom+xml HREF=/f.xml> | /f.xml",
            "<link rel='alternate' href='/feeds/all.rss'> | /feeds/all.rss",
            "<link rel='feed' href='/newest'> | /newest",
            "<link rel='alternate' type='application/rss+xml' href='feed://127.0.0.1:PORT/f.xml'> | /f.xml"})
    void linksAreUnderstoodHoweverTheyAreWritten(String head, String path) {
        var port = press.url("").replaceFirst(".*:", "");
        press.publish("/", "text/html", html(head.replace("PORT", port), ""));
        press.publish(path, RSS, feed("Linked"));
        assertThat(found("/")).isEqualTo("FEED " + path + " Linked");
    }

    @Test
    void aLinkThatSlippedIntoTheBodyCounts() {
        press.publish("/", "text/html", html("", "<div><link rel='alternate' type='application/rss+xml' href='/f.xml'></div>")).publish("/f.xml", RSS, feed("Body"));
        assertThat(found("/")).isEqualTo("FEED /f.xml Body");
    }

    @Test
    void aLinkFieldOfTheServerCounts() {
        press.publish("/", "text/html", html("", ""), Map.of("Link", "</s.css>; rel=preload, </f.xml>; rel=\"alternate\"; type=\"application/atom+xml\"; title=\"News\"")).publish("/f.xml", RSS, feed("Field"));
        assertThat(found("/")).isEqualTo("FEED /f.xml Field");
    }

    @Test
    void theFeedOfAllIsPreferredToTheOneOfComments() {
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' title='Site » Comments Feed' href='/comments/feed/'><link rel='alternate' type='application/json' href='/wp-json/wp/v2/posts'>"
                + "<link rel='alternate' type='application/rss+xml' title='Site » Feed' href='/feed/'>", "")).publish("/comments/feed/", RSS, feed("Comments")).publish("/feed/", RSS, feed("All"));
        assertThat(found("/")).isEqualTo("FEED /feed/ All");
    }

    @Test
    void aFeedOfCommentsIsKnownByItsEntriesInAnyLanguage() {
        press.publish("/2026/03/post/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/2026/03/post/feed/'><link rel='alternate' type='application/rss+xml' href='/feed/'>", ""))
                .publish("/2026/03/post/feed/", RSS, feed("Post", "https://a.example/post/#comment-1", "https://a.example/post/#comment-2")).publish("/feed/", RSS, feed("All"));
        assertThat(found("/2026/03/post/")).isEqualTo("FEED /feed/ All");
    }

    @Test
    void theFeedOfThePageItselfIsPreferredToTheOneOfTheSite() {
        press.publish("/category/rail/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/feed/'><link rel='alternate' type='application/rss+xml' href='/category/rail/feed/'>", ""))
                .publish("/feed/", RSS, feed("All")).publish("/category/rail/feed/", RSS, feed("Rail"));
        assertThat(found("/category/rail/")).isEqualTo("FEED /category/rail/feed/ Rail");
    }

    @Test
    void aFeedThatIsNamedButBrokenOrEmptyGivesWayToTheNext() {
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/gone'><link rel='alternate' type='application/rss+xml' href='/web'><link rel='alternate' type='application/rss+xml' href='/empty'>"
                + "<link rel='alternate' type='application/rss+xml' href='/good'>", "")).publish("/web", "text/html", html("", "")).publish("/empty", RSS, "<rss version='2.0'><channel><title>E</title></channel></rss>")
                .publish("/good", RSS, feed("Good"));
        assertThat(found("/")).isEqualTo("FEED /good Good");
    }

    @Test
    void anEmptyFeedIsTakenWhereThereIsNothingElse() {
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/empty'>", "<p>Soon.</p>")).publish("/empty", RSS, "<rss version='2.0'><channel><title>E</title></channel></rss>");
        assertThat(found("/")).isEqualTo("FEED /empty E");
    }

    @Test
    void aLinkToBeClickedThatLooksLikeAFeedIsFollowed() {
        press.publish("/", "text/html", html("", "<a href='/feedback'>Feedback</a><a href='https://feedly.com/i/subscription/feed%2Fx'>Feedly</a><a href='/export/rss2.xml'>Follow us</a>"))
                .publish("/export/rss2.xml", RSS, feed("Clicked"));
        assertThat(found("/")).isEqualTo("FEED /export/rss2.xml Clicked");
        assertThat(press.asked("/feedback")).isEmpty();
    }

    @Test
    void aPageAboutFeedsIsFollowedOnce() {
        press.publish("/", "text/html", html("", "<a href='/services/rss'>RSS</a>")).publish("/services/rss", "text/html", html("", "<a href='/services/top.rss'>Top stories</a><a href='/services/sport.rss'>Sport</a>"))
                .publish("/services/top.rss", RSS, feed("Top"));
        assertThat(found("/")).isEqualTo("FEED /services/top.rss Top");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed/", "/feed", "/rss", "/rss/", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.atom", "/index.rss", "/rss/feed.xml", "/feed.json"})
    void usualPlacesAreTried(String place) {
        press.publish("/", "text/html", html("", "<p>Welcome</p>")).publish(place, RSS, feed("Usual"));
        assertThat(found("/")).isEqualTo("FEED " + place + " Usual");
    }

    @ParameterizedTest
    @CsvSource({"/blog/,/blog/feed/", "/blog,/blog/atom.xml", "/blog/index.html,/blog/rss.xml", "/blog/,/feed.xml"})
    void usualPlacesAreTriedInTheFolderAtHandToo(String page, String place) {
        press.publish(page, "text/html", html("", "<p>Welcome</p>")).publish(place, RSS, feed("Folder"));
        assertThat(found(page)).isEqualTo("FEED " + place + " Folder");
    }

    @Test
    void theSoftwareOfASiteSaysWhereItsFeedIs() {
        press.publish("/", "text/html", html("<meta name='generator' content='Hugo 0.140'>", "<p>x</p>")).publish("/index.xml", RSS, feed("Hugo"));
        assertThat(found("/")).isEqualTo("FEED /index.xml Hugo");
        assertThat(press.requests()).isEqualTo(2);
    }

    @Test
    void aRedirectToTheHomePageIsNoFeed() {
        press.publish("/", "text/html", html("", "<p>Home</p>")).redirect("/feed/", 302, "/").redirect("/rss.xml", 301, "/").publish("/atom.xml", RSS, feed("Atom"));
        assertThat(found("/")).isEqualTo("FEED /atom.xml Atom");
    }

    @Test
    void aSiteThatAnswersEverythingWithAPageIsLeftAloneSoon() {
        press.everywhere("text/html", html("", "<h1>Oops</h1>"));
        assertThat(failure("/").words()).startsWith("Nothing to read was found at 127.0.0.1").contains("the site answers with a web page wherever a feed usually is");
        assertThat(press.requests()).isLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@ada", "/@ada/"})
    void aPersonInTheFediverseHasAFeed(String page) {
        press.publish(page, "text/html", html("", "<p>Toots</p>")).publish("/@ada.rss", RSS, feed("Ada"));
        assertThat(found(page)).isEqualTo("FEED /@ada.rss Ada");
    }

    @ParameterizedTest
    @CsvSource({"https://www.youtube.com/channel/UCabcdefghijklmnop/videos,https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnop",
            "https://youtube.com/playlist?list=PLabcdefghij,https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghij",
            "https://github.com/ada/quill,https://github.com/ada/quill/releases.atom", "https://github.com/ada/quill/commits/main,https://github.com/ada/quill/commits/main.atom",
            "https://github.com/ada/quill/releases,https://github.com/ada/quill/releases.atom", "https://github.com/ada,https://github.com/ada.atom",
            "https://old.reddit.com/r/rope/,https://www.reddit.com/r/rope/.rss", "https://medium.com/@ada,https://medium.com/feed/@ada", "https://ada.medium.com/a-post-1,https://ada.medium.com/feed",
            "https://ada.substack.com/p/x,https://ada.substack.com/feed", "https://ada.blogspot.com/2026/03/x.html,https://ada.blogspot.com/feeds/posts/default",
            "https://ada.tumblr.com,https://ada.tumblr.com/rss", "https://ada.livejournal.com/1.html,https://ada.livejournal.com/data/rss", "https://vimeo.com/ada,https://vimeo.com/ada/videos/rss",
            "https://news.ycombinator.com,https://news.ycombinator.com/rss", "https://stackoverflow.com/questions/tagged/rope,https://stackoverflow.com/feeds/tag/rope",
            "https://bsky.app/profile/ada.example,https://bsky.app/profile/ada.example/rss", "https://dev.to/ada,https://dev.to/feed/ada"})
    void knownSitesHaveTheirFeedsWhereTheyHaveThem(String page, String feed) {
        assertThat(KnownSites.offers(WebAddress.parse(page), Optional.empty())).extracting(FeedOffer::url).first().isEqualTo(feed);
    }

    @Test
    void aChannelUnderItsNameIsFoundByWhatItsPageSays() {
        var page = PageDocument.parse("<script>var d = {\"channelId\":\"UCabcdefghijklmnop\"}</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/html", "https://www.youtube.com/@ada");
        assertThat(KnownSites.offers(WebAddress.parse("https://www.youtube.com/@ada"), Optional.of(page))).extracting(FeedOffer::url)
                .containsExactly("https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/news-sitemap.xml", "/sitemap_news.xml", "/sitemap-news.xml", "/some/place.xml"})
    void aSitemapOfNewsIsReadWhereThereIsNoFeed(String place) {
        press.publish("/", "text/html", html("", "<p>Scripts make this page.</p>")).publish(place, "application/xml", newsSitemap());
        if (place.startsWith("/some")) {
            press.publish("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\nSitemap: " + press.url("/other.xml") + "\nsitemap: /some/place.xml");
        }
        assertThat(found("/")).isEqualTo("SITEMAP " + place + " The Harbour Post");
    }

    @Test
    void aSitemapOfPagesIsNoNewsButBetterThanNothing() {
        press.publish("/", "text/html", html("", "<p>Scripts make this page.</p>")).publish("/robots.txt", "text/plain", "Sitemap: " + press.url("/s.xml")).publish("/s.xml", "application/xml", pages("2026-03-01"));
        assertThat(found("/")).startsWith("SITEMAP /s.xml");
    }

    @Test
    void aSitemapOfOldPagesIsNothing() {
        press.publish("/", "text/html", html("", "<p>Scripts make this page.</p>")).publish("/robots.txt", "text/plain", "Sitemap: " + press.url("/s.xml")).publish("/s.xml", "application/xml", pages("2025-03-01"));
        assertThat(failure("/").words()).contains("there is no sitemap of news");
    }

    @Test
    void aSitemapThatWasAskedForIsRead() {
        press.publish("/s.xml", "text/html", pages("2025-03-01"));
        assertThat(found("/s.xml")).startsWith("SITEMAP /s.xml");
    }

    @Test
    void thePageItselfIsReadWhereItIsAListOfArticles() {
        press.publish("/", "text/html", html("", list()));
        assertThat(found("/")).isEqualTo("PAGE / Home");
    }

    @Test
    void aPageThatRobotsMayNotReadIsNotReadAsAList() {
        press.publish("/", "text/html", html("", list())).publish("/robots.txt", "text/plain", "User-agent: broadsheet\nDisallow: /");
        assertThat(failure("/").words()).contains("asks us not to read this page (Disallow: /)");
    }

    @Test
    void nothingIsSaidInWordsWithWhatWasTried() {
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/gone'>", "<p>Hello</p>"));
        var failed = failure("/");
        assertThat(failed.code()).isEqualTo("nothing-found");
        assertThat(failed.words()).contains("none of the feeds that the page names can be read").contains("there is no feed where one usually is").contains("the page is no list of articles");
        assertThat(failed.problems()).extracting(FeedProblem::message).contains(press.url("/gone") + ": 127.0.0.1 answered 404: there is nothing at this address");
    }

    @Test
    void somethingElseThanAPageIsRefusedInWords() {
        press.publish("/x.pdf", "application/pdf", "%PDF-1.7 and so on");
        assertThat(failure("/x.pdf").words()).contains("what is there is no web page (application/pdf)");
    }

    @Test
    void aFeedThatIsDownJustNowIsLookedForAgainTheNextTime() {
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/feed'>", list())).fail("/feed", 503);
        assertThat(reading.read(errand("/"))).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.kind()).isEqualTo(Source.Kind.PAGE);
            assertThat(read.standing()).isEqualTo(Reading.Standing.FOR_NOW);
        });
    }

    @Test
    void redirectsInACircleEndTheSearchOfOnePlaceOnly() {
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/a'>", "<a href='/b.rss'>RSS</a>")).redirect("/a", 302, "/a2").redirect("/a2", 302, "/a").publish("/b.rss", RSS, feed("B"));
        assertThat(found("/")).isEqualTo("FEED /b.rss B");
    }

    @Test
    void aLinkToAPrivateAddressIsNotFollowed() {
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='http://10.0.0.1/feed'><link rel='alternate' type='application/rss+xml' href='file:///etc/passwd'>", ""));
        assertThat(failure("/").problems()).extracting(FeedProblem::message).anyMatch(message -> message.startsWith("http://10.0.0.1/feed: Blocked"));
    }

    @Test
    void thousandsOfLinksCostNoMoreThanAFew() {
        var links = IntStream.range(0, 5000).mapToObj(number -> "<link rel='alternate' type='application/rss+xml' href='/f" + number + "'>").collect(Collectors.joining());
        press.publish("/", "text/html", html(links, IntStream.range(0, 5000).mapToObj(number -> "<a href='/g" + number + ".rss'>RSS</a>").collect(Collectors.joining())));
        assertThat(failure("/").code()).isEqualTo("nothing-found");
    }

    @Test
    void anIndexOfSitemapsWithoutEndIsLeft() {
        press.publish("/", "text/html", html("", "<p>x</p>")).everywhere("application/xml", "<sitemapindex>" + IntStream.range(0, 3000).mapToObj(number -> "<sitemap><loc>" + press.url("/s" + number + ".xml")
                + "</loc><lastmod>2026-03-01</lastmod></sitemap>").collect(Collectors.joining()) + "</sitemapindex>");
        assertThat(failure("/").code()).isEqualTo("nothing-found");
        assertThat(reading.read(new ReadErrand(press.url("/s.xml"), Source.Kind.SITEMAP, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))).isInstanceOf(Reading.Read.class);
    }

    @Test
    void aSiteThatHasHadEnoughIsNotAskedOn() {
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/a'><link rel='alternate' type='application/rss+xml' href='/b'>", "<p>x</p>")).fail("/a", 429, Map.of("Retry-After", "600"));
        failure("/");
        assertThat(press.asked("/b")).isEmpty();
        assertThat(press.requests()).isLessThanOrEqualTo(3);
    }

    @Test
    void credentialsGoToTheirOwnOriginAlone() throws IOException {
        try (var other = new Press()) {
            other.publish("/f", RSS, feed("Elsewhere"));
            press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/mine'><link rel='alternate' type='application/rss+xml' href='" + other.url("/f") + "'>", ""));
            var access = new SourceAccess("ada", "secret", Map.of("X-Key", "k", "User-Agent", "HarbourDesk/1.0 (+https://harbour.example)"), null);
            assertThat(reading.read(new ReadErrand(press.url("/"), Source.Kind.AUTO, Optional.empty(), Optional.empty(), Optional.of(access), Optional.empty()))).isInstanceOf(Reading.Read.class);
            assertThat(press.asked("/mine").getFirst().header("Authorization")).startsWith("Basic ");
            assertThat(other.asked("/f").getFirst().header("Authorization")).isEmpty();
            assertThat(other.asked("/f").getFirst().header("X-key")).isEmpty();
            assertThat(other.asked("/f").getFirst().header("User-agent")).as("the name is no secret").isEqualTo("HarbourDesk/1.0 (+https://harbour.example)");
        }
    }

    @Test
    void anAddressThatCannotBeReadFailsAsItself() {
        press.fail("/x", 500);
        assertThat(failure("/x").code()).isEqualTo("http-500");
        assertThat(failure("/y").code()).isEqualTo("http-404");
    }

    @Test
    void whereAFeedWasAskedForAPageFailsAndNamesItsFeeds() {
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/f.xml'>", list()));
        assertThat(reading.read(new ReadErrand(press.url("/"), Source.Kind.FEED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))).asInstanceOf(InstanceOfAssertFactories.type(Reading.Failed.class))
                .satisfies(failed -> assertThat(failed.words()).contains("web page (HTML), not a feed").endsWith("The page names: " + press.url("/f.xml")));
    }

    @Test
    void aPageIsAskedForOnlyIfItChanged() {
        press.publish("/", "text/html", html("", list()));
        var first = (Reading.Read) reading.read(new ReadErrand(press.url("/"), Source.Kind.PAGE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(first.document().entries()).hasSize(6);
        assertThat(reading.read(new ReadErrand(press.url("/"), Source.Kind.PAGE, Optional.empty(), Optional.of(first.kept()), Optional.empty(), Optional.empty()))).isInstanceOf(Reading.NotModified.class);
        var kept = new Reading.Kept(Optional.empty(), Optional.empty(), first.kept().hash());
        assertThat(reading.read(new ReadErrand(press.url("/"), Source.Kind.PAGE, Optional.empty(), Optional.of(kept), Optional.empty(), Optional.empty()))).isInstanceOf(Reading.Same.class);
    }

    @Test
    void whatAnUnchangedDocumentIsKnownByMayChange() {
        var source = new Source();
        source.etag = "\"1\"";
        source.lastModified = "Mon, 02 Mar 2026 06:00:00 GMT";
        source.confirmed(new FetchOutcome.NotModified(press.url("/"), Optional.empty(), Optional.of("\"2\""), Optional.empty(), Optional.empty()));
        assertThat(source.etag).isEqualTo("\"2\"");
        assertThat(source.lastModified).isEqualTo("Mon, 02 Mar 2026 06:00:00 GMT");
    }

    @Test
    void anIndexOfSitemapsIsLookedIntoThoughItDidNotChange() {
        press.publish("/s.xml", "application/xml", "<sitemapindex><sitemap><loc>" + press.url("/n.xml") + "</loc></sitemap></sitemapindex>").publish("/n.xml", "application/xml", newsSitemap());
        var first = (Reading.Read) reading.read(new ReadErrand(press.url("/s.xml"), Source.Kind.SITEMAP, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        var again = new ReadErrand(press.url("/s.xml"), Source.Kind.SITEMAP, Optional.empty(), Optional.of(first.kept()), Optional.empty(), Optional.empty());
        assertThat(reading.read(again)).isInstanceOf(Reading.Same.class);
        press.publish("/n.xml", "application/xml", newsSitemap().replace("Harbour opens", "Harbour closes"));
        assertThat(reading.read(again)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void whatWasFoundAndIsLostThreeTimesIsLookedForAnew() {
        var source = new Source();
        source.id = 1L;
        source.url = press.url("/");
        source.kind = Source.Kind.AUTO;
        press.publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/old.xml'>", "")).publish("/old.xml", RSS, feed("Old"));
        source.found((Reading.Read) reading.read(ReadErrand.of(source, Optional.empty())));
        assertThat(source.readUrl()).isEqualTo(press.url("/old.xml"));
        press.fail("/old.xml", 404).publish("/", "text/html", html("<link rel='alternate' type='application/rss+xml' href='/new.xml'>", "")).publish("/new.xml", RSS, feed("New"));
        for (var time = 0; time < 3; time++) {
            var failed = (Reading.Failed) reading.read(ReadErrand.of(source, Optional.empty()));
            source.failed(NOW, failed.words(), failed.pause());
            source.missed(failed.code());
        }
        assertThat(reading.read(ReadErrand.of(source, Optional.empty()))).isInstanceOfSatisfying(Reading.Read.class, read -> assertThat(read.url()).isEqualTo(press.url("/new.xml")));
    }

    private ReadErrand errand(String path) {
        return new ReadErrand(press.url(path), Source.Kind.AUTO, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As kind, path and title. */
    private String found(String path) {
        var outcome = reading.read(errand(path));
        assertThat(outcome).isInstanceOf(Reading.Read.class);
        var read = (Reading.Read) outcome;
        return read.kind() + " " + read.url().replace(press.url(""), "") + " " + read.document().title();
    }

    private Reading.Failed failure(String path) {
        var outcome = reading.read(errand(path));
        assertThat(outcome).isInstanceOf(Reading.Failed.class);
        return (Reading.Failed) outcome;
    }

    private static String html(String head, String body) {
        return "<!doctype html><html><head><title>Home</title>" + head + "</head><body>" + body + "</body></html>";
    }

    private static String feed(String title, String... links) {
        var urls = links.length == 0 ? List.of("https://a.example/1") : List.of(links);
        return "<rss version='2.0'><channel><title>" + title + "</title>" + urls.stream().map(url -> "<item><title>t</title><link>" + url + "</link></item>").collect(Collectors.joining()) + "</channel></rss>";
    }

    private static String newsSitemap() {
        return "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://a.example/harbour</loc><news:news><news:publication>"
                + "<news:name>The Harbour Post</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-03-01T08:00:00Z</news:publication_date><news:title>Harbour opens</news:title></news:news></url></urlset>";
    }

    private static String pages(String day) {
        return "<urlset>" + IntStream.range(0, 5).mapToObj(number -> "<url><loc>https://a.example/2026/a-story-about-ropes-" + number + "</loc><lastmod>" + day + "</lastmod></url>").collect(Collectors.joining()) + "</urlset>";
    }

    private static String list() {
        return "<main>" + IntStream.range(1, 7).mapToObj(number -> "<article><h2><a href='/2026/03/0" + number + "/a-story-about-ropes-" + number + "'>A story about ropes, the part number " + number + "</a></h2></article>")
                .collect(Collectors.joining()) + "</main>";
    }
}
