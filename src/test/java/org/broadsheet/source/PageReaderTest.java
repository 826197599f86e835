package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordinary pages, read as lists of articles without settings. All pages are our own. */
class PageReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String NAV = """
            <header class="site-header"><a href="/" class="logo">The Harbour Post</a><nav><ul><li><a href="/politics/">Politics</a></li><li><a href="/business/">Business</a></li>
            <li><a href="/sport/">Sport</a></li><li><a href="/culture/">Culture and the arts in the region</a></li></ul></nav><a href="/login">Log in</a></header>""";
    private static final String FOOTER = """
            <footer><ul><li><a href="/about-us/">About us</a></li><li><a href="/privacy/">Privacy policy and the use of cookies on this site</a></li><li><a href="/jobs/">Work for us</a></li>
            <li><a href="https://www.facebook.com/harbourpost">Follow the Harbour Post on Facebook</a></li></ul></footer>""";

    @Test
    void theFrontOfANewspaperGivesItsArticlesInTheirOrder() {
        var entries = read("""
                <main><article class="lead"><a href="/2026/03/02/ferries-return-to-the-estuary/"><img src="/img/ferry.jpg" width="900" height="600" alt="A ferry"></a>
                <span class="kicker">Transport</span><h1><a href="/2026/03/02/ferries-return-to-the-estuary/">Ferries return to the estuary after nine years</a></h1>
                <p class="standfirst">Two boats will cross every half hour from May, and the town is divided about the fare.</p><p class="byline">By <a href="/author/ada-quill/">Ada Quill</a></p></article>
                <section class="politics"><h2><a href="/politics/">Politics</a></h2>
                <article><h3><a href="/2026/03/02/council-rejects-tower/">Council rejects the tower at the old gasworks</a></h3><time datetime="2026-03-02T07:30:00+01:00">7.30 am</time></article>
                <article><h3><a href="/2026/03/01/mayor-will-not-stand/">Mayor says that she will not stand again</a></h3><time datetime="2026-03-01T18:00:00Z">yesterday</time></article>
                <article><h3><a href="/2026/03/01/budget-in-eight-charts/">The budget in eight charts</a></h3></article><a class="more" href="/politics/">More politics</a></section>
                </main><aside><h3>Most read</h3><ol><li><a href="/2026/02/20/an-old-story-about-swans/">An old story about swans that everybody reads</a></li>
                <li><a href="/2026/03/02/council-rejects-tower/">Council rejects the tower</a></li></ol></aside>""");
        assertThat(titles(entries)).containsExactly("Ferries return to the estuary after nine years", "Council rejects the tower at the old gasworks", "Mayor says that she will not stand again",
                "The budget in eight charts");
        var lead = entries.getFirst();
        assertThat(lead.summaryHtml()).startsWith("Two boats will cross");
        assertThat(lead.author()).isEqualTo("Ada Quill");
        assertThat(lead.categories()).containsExactly("Transport");
        assertThat(lead.pictures()).extracting(FoundPicture::url).containsExactly("https://harbour.example/img/ferry.jpg");
        assertThat(lead.publishedAt()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(entries.get(1).publishedAt()).contains(Instant.parse("2026-03-02T06:30:00Z"));
        assertThat(lead.language()).isEqualTo("en");
    }

    @Test
    void theIndexOfAWordPressBlogGivesItsPosts() {
        var post = """
                <article id="post-%1$d" class="post-%1$d post type-post status-publish format-standard hentry category-rail tag-lines author-jo"><header class="entry-header">
                <h2 class="entry-title"><a href="https://harbour.example/the-%1$dth-line/" rel="bookmark">The %1$dth line</a></h2><div class="entry-meta"><span class="posted-on">
                <a href="https://harbour.example/the-%1$dth-line/" rel="bookmark"><time class="entry-date published" datetime="2026-02-0%1$dT08:00:00+00:00">%1$d February 2026</time></a></span>
                <span class="byline"><a class="url fn n" href="https://harbour.example/author/jo/">Jo Rails</a></span></div></header><div class="entry-summary"><p>What there is to say about this line, and about
                those who ride on it every day. <a class="more-link" href="https://harbour.example/the-%1$dth-line/">Continue reading <span>The line</span></a></p></div>
                <footer class="entry-footer"><span class="cat-links"><a href="https://harbour.example/category/rail/" rel="category tag">Rail</a></span>
                <span class="comments-link"><a href="https://harbour.example/the-%1$dth-line/#comments">3 Comments</a></span></footer></article>""";
        var entries = read("<div id='page' class='site has-sidebar'><main>" + many(post, 1, 6) + "<nav class='pagination'><a href='/page/2/'>2</a><a href='/page/2/'>Older posts</a></nav></main>"
                + "<div id='secondary' class='widget-area'><section class='widget widget_recent_comments'><h2>Recent Comments</h2><ul><li><a href='/an-older-post/#comment-4'>An older post about something</a></li></ul></section>"
                + "<section class='widget widget_archive'><h2>Archives</h2><ul><li><a href='/2026/02/'>February 2026</a></li><li><a href='/2026/01/'>January 2026</a></li></ul></section></div></div>");
        assertThat(titles(entries)).containsExactly("The 1th line", "The 2th line", "The 3th line", "The 4th line", "The 5th line", "The 6th line");
        assertThat(entries.get(1).publishedAt()).contains(Instant.parse("2026-02-02T08:00:00Z"));
        assertThat(entries.get(1).author()).isEqualTo("Jo Rails");
        assertThat(entries.get(1).summaryHtml()).startsWith("What there is to say").doesNotContain("Continue reading");
    }

    @Test
    void cardsOfWhichTheWholeIsALinkGiveTheirTitlesAlone() {
        var card = """
                <article class="post-card"><a class="post-card-link" href="/letter-%1$d/"><img class="post-card-image" srcset="/size/w300/%1$d.jpg 300w, /size/w1000/%1$d.jpg 1000w" src="/%1$d.jpg" loading="lazy">
                <div class="post-card-content"><div class="post-card-tags">Letters</div><h2 class="post-card-title">A letter from town number %1$d</h2><p class="post-card-excerpt">The baker has
                moved, and nobody knows where to. We asked around for you.</p><footer class="post-card-meta"><time datetime="2026-02-1%1$d">Feb 1%1$d, 2026</time> <span>%1$d min read</span></footer></div></a></article>""";
        var entries = read("<main class='gh-main'><div class='post-feed'>" + many(card, 1, 7) + "</div></main>");
        assertThat(entries).hasSize(7);
        assertThat(entries.getFirst().title()).isEqualTo("A letter from town number 1");
        assertThat(entries.getFirst().summaryHtml()).startsWith("The baker has moved");
        assertThat(entries.getFirst().categories()).containsExactly("Letters");
        assertThat(entries.getFirst().pictures()).extracting(FoundPicture::url).containsExactly("https://harbour.example/size/w1000/1.jpg");
    }

    @Test
    void cardsWithoutHeadingsGiveTheirTitlesToo() {
        var card = """
                <a class="tile" href="/n/ab%1$dcd"><div class="img" style="background-image: url('/t/%1$d.jpg')"></div><div><span class="label">Region</span><div>Bridge number %1$d is closed until the summer</div>
                <small>2 March 2026</small></div></a>""";
        var entries = read("<div class='grid'>" + many(card, 1, 6) + "</div>");
        assertThat(titles(entries)).hasSize(6).startsWith("Bridge number 1 is closed until the summer");
        assertThat(entries.getFirst().publishedAt()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(entries.getFirst().pictures()).hasSize(1);
    }

    @Test
    void aPlainListOfPostsWithShortTitlesAndDatesIsRead() {
        var row = "<li><time datetime='2026-01-%1$02d'>%1$d Jan</time> <a href='/posts/bread-%1$d/'>Bread %1$d</a></li>";
        var entries = read("<div class='menu'><a href='/posts/'>Posts</a> <a href='/tags/'>Tags</a> <a href='/about/'>About</a></div><h1>Posts</h1><ul>" + many(row, 1, 9) + "</ul><p>Made with care.</p>");
        assertThat(titles(entries)).hasSize(9).startsWith("Bread 1");
        assertThat(entries.get(3).publishedAt()).contains(Instant.parse("2026-01-04T00:00:00Z"));
    }

    @Test
    void headlinesWithoutHeadingsInAListAreRead() {
        var row = "<li><a href='/news/story%1$d.html'>The committee has met for the %1$dth time this year and agreed on nothing</a></li>";
        assertThat(read("<div class='col'><ul>" + many(row, 1, 12) + "</ul></div>")).hasSize(12);
    }

    @Test
    void aTableOfNewsWithDatesIsRead() {
        var row = "<tr><td class='d'>0%1$d.02.2026</td><td><a href='notice.php?id=10%1$d'>Road closed, part %1$d</a></td><td><a href='/download/%1$d.pdf'>PDF</a></td></tr>";
        var entries = read("<table><tr><th>Date</th><th>Notice</th><th>File</th></tr>" + many(row, 1, 8) + "</table>");
        assertThat(titles(entries)).hasSize(8).startsWith("Road closed, part 1");
        assertThat(entries.getFirst().url()).isEqualTo("https://harbour.example/notice.php?id=101");
        assertThat(entries.getFirst().publishedAt()).contains(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void aTableForLayoutWithoutAnyClassIsRead() {
        var row = "<tr><td valign=top><font size=3><b><a href=\"/story.asp?s=5%1$d\">Fishermen return with the largest catch in %1$d years</a></b></font><br><font size=2>They say that the water is cleaner than before. "
                + "<a href=\"/story.asp?s=5%1$d\">more...</a></font></td></tr>";
        var entries = read("<table width=100%%><tr><td bgcolor=navy><a href=/a.asp>News</a><br><a href=/b.asp>Tides</a><br><a href=/c.asp>Small ads</a></td><td><table>".replace("%%", "%") + many(row, 2, 7) + "</table></td></tr></table>");
        assertThat(titles(entries)).hasSize(6).startsWith("Fishermen return with the largest catch in 2 years");
        assertThat(entries.getFirst().summaryHtml()).contains("cleaner than before").doesNotContain("more...");
    }

    @Test
    void aGermanFrontIsRead() {
        var teaser = """
                <div class="teaser"><a href="/lokales/artikel%1$d00%1$d.html"><span class="dachzeile">Hafen</span><h3>Kran Nummer %1$d steht wieder still</h3></a><p class="teaser-text">Seit Montag bewegt sich am Kai nichts
                mehr, und die Reederei schweigt dazu.</p><span class="datum">2. März 2026, 08:1%1$d Uhr</span><a class="mehr" href="/lokales/artikel%1$d00%1$d.html">weiterlesen</a></div>""";
        var entries = read(many(teaser, 1, 6) + "<div class='box'><h4>Meistgelesen</h4><ul><li><a href='/alt/artikel99999.html'>Warum die Möwen im Winter nicht mehr fortziehen</a></li><li><a href='/alt/artikel99998.html'>Wie die Stadt zu ihrem Namen kam, und wer ihn gab</a></li></ul></div>"
                + "<div><a href='/impressum.html'>Impressum</a> <a href='/datenschutz.html'>Datenschutz</a></div>");
        assertThat(titles(entries)).hasSize(6).startsWith("Kran Nummer 1 steht wieder still");
        assertThat(entries.getFirst().publishedAt()).contains(Instant.parse("2026-03-02T08:11:00Z"));
        assertThat(entries.getFirst().summaryHtml()).startsWith("Seit Montag");
        assertThat(entries.getFirst().categories()).containsExactly("Hafen");
    }

    @Test
    void aFrenchFrontIsRead() {
        var item = """
                <section class="teaser"><a href="/societe/article/2026/03/0%1$d/le-vieux-port-se-reveille_65%1$d4321_3224.html"><h3 class="teaser__title">Le vieux port se réveille, épisode %1$d</h3>
                <p class="teaser__desc">Les pêcheurs sont revenus et les cafés aussi, après deux hivers de silence.</p></a><span class="meta__author">Par Camille Duport</span>
                <span class="meta__date">Publié le 0%1$d mars 2026 à 08h15</span></section>""";
        var entries = read(many(item, 1, 2) + many(item.replace("societe", "monde"), 3, 5).replace("2026/03/0", "2026/02/0").replace("mars", "février"));
        assertThat(titles(entries)).hasSize(5).startsWith("Le vieux port se réveille, épisode 1");
        assertThat(entries.getFirst().author()).isEqualTo("Camille Duport");
        assertThat(entries.getFirst().publishedAt()).contains(Instant.parse("2026-03-01T08:15:00Z"));
    }

    @Test
    void aJapaneseListIsReadWithItsDates() {
        var row = "<li class=\"news-item\"><span class=\"date\">2026年3月%1$d日</span><a href=\"/news/%1$d0012.html\">港の新しい灯台が完成、来月%1$d日から公開へ</a></li>";
        var entries = read("<ul class='gnav'><li><a href='/seiji/'>政治</a></li><li><a href='/keizai/'>経済</a></li><li><a href='/sports/'>スポーツ</a></li></ul><ul>" + many(row, 1, 2) + many(row.replace("3月", "2月"), 3, 6) + "</ul>"
                + "<div><h3>アクセスランキング</h3><ol><li><a href='/news/10001.html'>昔の記事が今も一番読まれている理由とは何か</a></li><li><a href='/news/10002.html'>昔の記事が今も二番目に読まれている理由</a></li></ol></div>");
        assertThat(titles(entries)).hasSize(6).startsWith("港の新しい灯台が完成、来月1日から公開へ");
        assertThat(entries.getFirst().publishedAt()).contains(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void pressReleasesTakeTheDateThatStandsOverThem() {
        var entries = read("""
                <h1>Press releases</h1><dl><dt>27 February 2026</dt><dd><a href="/press/2026-14">Works opens its third line at the north quay</a></dd><dd><a href="/press/2026-13">Works appoints a new head of research</a></dd>
                <dt>20 February 2026</dt><dd><a href="/press/2026-12">Results of the fourth quarter are published</a></dd><dt>11 February 2026</dt><dd><a href="/press/2026-11">Works buys the old ropery</a></dd></dl>""");
        assertThat(entries).extracting(entry -> entry.publishedAt().map(Instant::toString).orElse("")).containsExactly("2026-02-27T00:00:00Z", "2026-02-27T00:00:00Z", "2026-02-20T00:00:00Z",
                "2026-02-11T00:00:00Z");
    }

    @Test
    void headingsAndParagraphsOneAfterTheOtherAreTakenApart() {
        var block = "<h3><a href='/%1$d-notes-from-the-quay'>Notes from the quay, week %1$d</a></h3><p class='date'>1%1$d February 2026</p><p>In week %1$d nothing happened on the quay that would be worth a line.</p>";
        var entries = read("<div>" + many(block, 1, 5) + "</div>");
        assertThat(titles(entries)).containsExactly("Notes from the quay, week 1", "Notes from the quay, week 2", "Notes from the quay, week 3", "Notes from the quay, week 4", "Notes from the quay, week 5");
        assertThat(entries.get(2).summaryHtml()).startsWith("In week 3");
        assertThat(entries.get(2).publishedAt()).contains(Instant.parse("2026-02-13T00:00:00Z"));
    }

    @Test
    void aForumGivesItsTopicsAndNothingElse() {
        var row = """
                <tr class="topic"><td><a href="viewtopic.php?t=4%1$d2" class="topictitle">Mooring at berth %1$d</a><br>by <a href="memberlist.php?u=%1$d" class="username">jo%1$d</a></td><td>%1$d2</td><td>1%1$d4</td>
                <td>by <a href="memberlist.php?u=9%1$d">kim</a> <a href="viewtopic.php?p=99%1$d#p99%1$d">Last post</a><br>Mon Mar 02, 2026 8:1%1$d am</td></tr>""";
        var entries = read("<ul class='breadcrumbs'><li><a href='./index.php'>Board index</a></li><li><a href='viewforum.php?f=2'>Sailing and boats of all kinds</a></li></ul><table>" + many(row, 1, 8) + "</table><div class='pagination'><a href='viewforum.php?f=2&start=25'>2</a></div>");
        assertThat(titles(entries)).hasSize(8).startsWith("Mooring at berth 1", "Mooring at berth 2");
    }

    @Test
    void aListOfLinksToOtherSitesGivesThemAndNotTheirComments() {
        var row = """
                <tr class="athing" id="4%1$d"><td class="title"><span class="rank">%1$d.</span></td><td class="votelinks"><a href="vote?id=4%1$d&how=up"><div class="votearrow"></div></a></td>
                <td class="title"><span class="titleline"><a href="https://site%1$d.example/essay-%1$d">An essay about compilers, part %1$d</a><span class="sitebit"> (<a href="from?site=site%1$d.example">site%1$d.example</a>)</span></span></td></tr>
                <tr><td colspan="2"></td><td class="subtext"><span class="score">%1$d points</span> by <a href="user?id=kim" class="hnuser">kim</a> <span class="age"><a href="item?id=4%1$d">%1$d hours ago</a></span> |
                <a href="hide?id=4%1$d">hide</a> | <a href="item?id=4%1$d">%1$d2 comments</a></td></tr>""";
        var entries = read("<table><tr><td><a href='news'>Hall of News</a> <a href='newest'>new</a> | <a href='front'>past</a> | <a href='ask'>ask</a></td></tr><tr><td><table>" + many(row, 1, 30)
                + "<tr><td><a href='?p=2' rel='next'>More</a></td></tr></table></td></tr></table>");
        assertThat(entries).hasSize(30).allMatch(entry -> entry.url().startsWith("https://site"));
        assertThat(entries.getFirst().title()).isEqualTo("An essay about compilers, part 1");
        assertThat(entries.getFirst().publishedAt()).contains(Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Test
    void linksToOtherSitesBesideOnesOwnNewsAreLeftOut() {
        var post = "<article><h2><a href='/post-about-rope-%1$d/'>A post about rope and how it is made, part %1$d</a></h2><p>Rope is made in a long shed, and has been for very long indeed.</p></article>";
        var friend = "<li><a href='https://friend%1$d.example/'>The long diary of a friend, number %1$d</a></li>";
        assertThat(read("<main>" + many(post, 1, 4) + "</main><div><h3>Friends</h3><ul>" + many(friend, 1, 10) + "</ul></div>")).hasSize(4);
    }

    @Test
    void whatSomebodyPaidForIsLeftOut() {
        var card = "<div class='card'><h3><a href='/2026/03/0%1$d/a-real-story-about-tides'>A real story about the tides, part %1$d</a></h3></div>";
        var entries = read("<div>" + many(card, 1, 4) + "<div class='card'><span>Sponsored</span><h3><a href='/2026/03/02/ten-reasons-to-buy'>Ten reasons to buy this wonderful boat now</a></h3></div>"
                + "<div class='card'><h3><a rel='sponsored' href='/2026/03/02/eleven-reasons'>Eleven reasons to buy this other boat instead</a></h3></div></div>");
        assertThat(titles(entries)).hasSize(4).noneMatch(title -> title.contains("reasons"));
    }

    @Test
    void structuredDataGivesWhatAScriptWouldOnlyWriteLater() {
        var items = IntStream.rangeClosed(1, 5).mapToObj(number -> "{\"@type\":\"ListItem\",\"position\":%1$d,\"item\":{\"@type\":\"NewsArticle\",\"url\":\"/a/%1$d\",\"headline\":\"Headline &amp; more %1$d\",\"datePublished\":\"2026-03-01T0%1$d:00:00Z\",\"image\":[\"/i/%1$d.jpg\"]}}"
                .formatted(number)).collect(Collectors.joining(","));
        var entries = read("<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"CollectionPage\",\"mainEntity\":{\"@type\":\"ItemList\",\"itemListElement\":[" + items + "]}}</script><div id='root'></div>");
        assertThat(entries).hasSize(5);
        assertThat(entries.getFirst().url()).isEqualTo("https://harbour.example/a/1");
        assertThat(entries.getFirst().publishedAt()).contains(Instant.parse("2026-03-01T01:00:00Z"));
        assertThat(entries.getFirst().pictures()).extracting(FoundPicture::url).containsExactly("https://harbour.example/i/1.jpg");
    }

    @Test
    void headingsWhoseOnlyLinkSaysReadMoreAreRead() {
        var block = "<div class='item'><h2>The tide table for week %1$d</h2><p>High water will be later than usual, and lower than many would like.</p><a class='btn' href='/entry/%1$d'>Read more »</a></div>";
        var entries = read(many(block, 1, 5));
        assertThat(titles(entries)).hasSize(5).startsWith("The tide table for week 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>Nothing here yet.</p>", "", "<h1>Welcome</h1><p>We build boats.</p><a href='/contact'>Contact</a> <a href='/boats'>Our boats</a> <a href='/history'>History</a>",
            "<ul><li><a href='/a'>Boats</a></li><li><a href='/b'>Sails</a></li><li><a href='/c'>Ropes</a></li><li><a href='/d'>Masts</a></li><li><a href='/e'>Anchors</a></li></ul>",
            "<form><input name=user><input type=password><a href='/forgot-your-password'>Forgot your password or your name?</a></form>",
            "<p>See <a href='https://other.example/x'>this</a> and <a href='https://other.example/y'>that</a>, or <a href='mailto:a@b.example'>write</a>.</p>"})
    void aPageWithoutNewsGivesNothing(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void aSingleArticleIsToldFromAList() {
        var paragraph = "<p>" + "The rope maker begins at six, long before the others are awake, and the shed is cold. ".repeat(6) + "</p>";
        var html = "<html><head><meta property='og:type' content='article'></head><body><article><h1>The last rope maker</h1>" + paragraph.repeat(6) + "</article><h3>Related articles</h3><ul>"
                + many("<li><a href='/2026/02/0%1$d/another-story-about-ropes'>Another story about ropes, part %1$d</a></li>", 1, 4) + "</ul></body></html>";
        assertThat(page(html, Optional.empty()).article()).isTrue();
    }

    @Test
    void linksInTheMiddleOfASentenceAreNoHeadlines() {
        var prose = "<p>In the spring of that year the harbour master wrote to <a href='/people/the-keeper-of-the-light-%1$d.html'>the keeper of the light and his wife</a>, who had not answered.</p>";
        assertThat(read("<article><h1>A history of the light</h1>" + many(prose, 1, 9) + "</article>")).isEmpty();
    }

    @Test
    void selectorsSayWhereTheArticlesAre() {
        var row = "<div class='r'><b>Tide %1$d</b> <i>0%1$d.02.2026</i> <a href='/x/%1$d'>go</a><em>High at noon on day %1$d</em><img src='/i/%1$d.png'></div>";
        var list = page(many(row, 1, 3), Optional.of(PageSelectors.css(".r", "a", "b", "em", "i", "img"))).document();
        assertThat(titles(list.entries())).containsExactly("Tide 1", "Tide 2", "Tide 3");
        var first = list.entries().getFirst();
        assertThat(first.url()).isEqualTo("https://harbour.example/x/1");
        assertThat(first.summaryHtml()).isEqualTo("High at noon on day 1");
        assertThat(first.publishedAt()).contains(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(first.pictures()).extracting(FoundPicture::url).containsExactly("https://harbour.example/i/1.png");
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void selectorsThatFitNothingAreAProblemInWords() {
        assertThat(page("<p>x</p>", Optional.of(PageSelectors.css("li.news", null, null, null, null, null))).document().problems()).extracting(FeedProblem::message)
                .containsExactly("The selector for items, li.news, fits nothing on the page");
        assertThat(page("<p><a href='/x'>An article</a></p>", Optional.of(PageSelectors.css("p", "a", "h9", null, null, null))).document().problems()).extracting(FeedProblem::message)
                .containsExactly("The selector for title, h9, fits nothing within any of the 1 items");
    }

    @Test
    void aSelectorWithAnExpressionTakesLinearTime() {
        var selectors = PageSelectors.css("p:matches((a+)+$)", null, null, null, null, null);
        assertThat(CpuTime.of(() -> page("<p>" + "a".repeat(40) + "!</p>", Optional.of(selectors)))).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void relativeLinksFollowTheBaseOfThePage() {
        var html = "<html><head><base href='https://cdn.example/deep/'></head><body><ul>" + many("<li><a href='story-about-ropes-%1$d.html'>The committee has met for the %1$dth time</a></li>", 1, 3) + "</ul></body></html>";
        var list = PageReader.read(PageDocument.parse(html.getBytes(StandardCharsets.UTF_8), "text/html", "https://cdn.example/"), Optional.empty(), NOW).document();
        assertThat(list.entries()).extracting(FeedEntry::url).first().isEqualTo("https://cdn.example/deep/story-about-ropes-1.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "Shift_JIS", "UTF-16"})
    void thePageIsReadInTheCharsetThatIsStated(String charset) {
        var title = charset.equals("Shift_JIS") ? "港の新しい灯台が完成しました" : "Порт снова открыт для паромов";
        var html = "<html><head><meta charset='" + charset + "'></head><body><ul>" + many("<li><a href='/2026/03/01/story-%1$d.html'>" + title + " %1$d</a></li>", 1, 4) + "</ul></body></html>";
        var list = PageReader.read(PageDocument.parse(html.getBytes(Charset.forName(charset)), "text/html; charset=" + charset, "https://harbour.example/"), Optional.empty(), NOW).document();
        assertThat(titles(list.entries())).hasSize(4).startsWith(title + " 1");
    }

    @Test
    void noPageTakesLongOrManyArticles() {
        var many = many("<li><a href='/2026/03/01/a-long-story-about-%1$d.html'>A long story about the number %1$d and its friends</a></li>", 1, 20_000);
        var deep = "<div>".repeat(100_000) + "<a href='/2026/03/01/deep-down-in-the-page.html'>Deep down in the page there is a link</a>";
        var unclosed = "<b>".repeat(20_000) + many.substring(0, 100_000);
        assertThat(CpuTime.of(() -> assertThat(read("<ul>" + many + "</ul>")).hasSize(PageReader.MOST_ENTRIES))).isLessThan(Duration.ofSeconds(5));
        assertThat(CpuTime.of(() -> assertThat(read(deep)).hasSizeLessThanOrEqualTo(1))).isLessThan(Duration.ofSeconds(5));
        assertThat(CpuTime.of(() -> assertThat(read(unclosed)).hasSizeLessThanOrEqualTo(PageReader.MOST_ENTRIES))).isLessThan(Duration.ofSeconds(5));
    }

    private static List<FeedEntry> read(String body) {
        return page("<!doctype html><html lang='en'><head><title>News</title></head><body>" + NAV + body + FOOTER + "</body></html>", Optional.empty()).document().entries();
    }

    @ParameterizedTest
    @ValueSource(strings = {"div:has(div:has(div:has(x)))", "div:HAS(p):has(a)"})
    void aSelectorThatMayTakeForEverIsRefused(String selector) {
        assertThatThrownBy(() -> PageSelectors.css("article", selector, null, null, null, null).check()).hasMessageContaining("selectors.link").hasMessageContaining("more than once");
        PageSelectors.css("article:has(h2 > a)", null, "h2:has(a)", null, null, null).check();
    }

    private static PageReader.PageList page(String html, Optional<PageSelectors> selectors) {
        return PageReader.read(PageDocument.parse(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", "https://harbour.example/"), selectors, NOW);
    }

    private static List<String> titles(List<FeedEntry> entries) {
        return entries.stream().map(FeedEntry::title).toList();
    }

    private static String many(String template, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(template::formatted).collect(Collectors.joining("\n"));
    }
}
