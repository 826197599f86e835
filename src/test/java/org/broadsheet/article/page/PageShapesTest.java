package org.broadsheet.article.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.page.SamplePages.ARABIC;
import static org.broadsheet.article.page.SamplePages.ENGLISH;
import static org.broadsheet.article.page.SamplePages.FRENCH;
import static org.broadsheet.article.page.SamplePages.GERMAN;
import static org.broadsheet.article.page.SamplePages.JAPANESE;
import static org.broadsheet.article.page.SamplePages.page;
import static org.broadsheet.article.page.SamplePages.read;

import java.time.Instant;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Pages in the shapes that the usual systems give them: the article is in, what stands around it is out. */
class PageShapesTest {

    private static final String MENU = "<header class='site-header'><nav><ul><li><a href='/'>Home</a></li><li><a href='/ports'>Ports</a></li><li><a href='/ships'>Ships</a></li></ul></nav></header>";
    private static final String FOOTER = "<footer class='site-footer'><p>© 2026 The Harbour Times. <a href='/imprint'>Imprint</a> <a href='/privacy'>Privacy</a></p></footer>";

    private static String text(PageArticle article) {
        return Jsoup.parse(article.bodyHtml()).text();
    }

    @Test
    void wordPress() {
        var article = read(page("<title>A new quay for Harwell – The Harbour Times</title><meta property='og:title' content='A new quay for Harwell'><meta property='og:site_name' content='The Harbour Times'>"
                + "<meta property='article:published_time' content='2026-03-02T06:00:00+00:00'><meta property='article:modified_time' content='2026-03-02T09:30:00+00:00'><link rel='canonical' href='https://news.example.org/2026/03/02/quay/'>",
                MENU + "<div id='page' class='site'><main id='main'><article class='post hentry'><header class='entry-header'><h1 class='entry-title'>A new quay for Harwell</h1>"
                        + "<div class='entry-meta'><span class='posted-on'>2 March 2026</span> <span class='byline'>by <a rel='author' href='/author/jane'>Jane Doe</a></span></div></header>"
                        + "<div class='entry-content'><figure class='wp-block-image'><img src='/up/quay-300x200.jpg' srcset='/up/quay-300x200.jpg 300w, /up/quay-1200x800.jpg 1200w, /up/quay-6000x4000.jpg 6000w' alt='Cranes'>"
                        + "<figcaption>Cranes at the new quay (Photo: John Roe/Harbour Press)</figcaption></figure>" + ENGLISH
                        + "<div class='sharedaddy sd-sharing'><h3>Share this:</h3><ul><li><a href='#'>Facebook</a></li><li><a href='#'>X</a></li></ul></div>"
                        + "<div id='jp-relatedposts' class='jp-relatedposts'><h3>Related</h3><p><a href='/old'>The old quay</a></p></div></div>"
                        + "<footer class='entry-footer'><a rel='tag' href='/t/ports'>Ports</a></footer></article>"
                        + "<div id='comments' class='comments-area'><h2>2 thoughts on this</h2><ol><li>What a nice quay, I would love to see it one day, and so would my aunt.</li></ol></div></main></div>" + FOOTER));
        assertThat(article.title()).isEqualTo("A new quay for Harwell");
        assertThat(article.author()).isEqualTo("Jane Doe");
        assertThat(article.siteName()).isEqualTo("The Harbour Times");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-03-02T06:00:00Z"));
        assertThat(article.updatedAt()).contains(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(article.canonicalUrl()).contains("https://news.example.org/2026/03/02/quay/");
        assertThat(article.tags()).containsExactly("Ports");
        assertThat(text(article)).contains("The new quay at Harwell", "the council meets on it in June", "Cranes at the new quay").doesNotContain("Share this", "The old quay", "my aunt", "Imprint", "Home", "Jane Doe");
        assertThat(article.bodyHtml()).contains("https://news.example.org/up/quay-1200x800.jpg").doesNotContain("6000x4000");
        var picture = article.pictures().getFirst();
        assertThat(picture.url()).isEqualTo("https://news.example.org/up/quay-1200x800.jpg");
        assertThat(picture.caption()).isEqualTo("Cranes at the new quay");
        assertThat(picture.credit()).isEqualTo("Photo: John Roe/Harbour Press");
        assertThat(article.verdict()).isEqualTo(PageVerdict.READABLE);
        assertThat(article.likely()).isTrue();
    }

    @Test
    void ghost() {
        var article = read(page("<title>A new quay for Harwell</title><script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"Article\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"Harbour Notes\","
                + "\"logo\":{\"url\":\"https://news.example.org/logo.png\"}},\"author\":{\"@type\":\"Person\",\"name\":\"Jane Doe\"},\"headline\":\"A new quay for Harwell\",\"datePublished\":\"2026-03-02T06:00:00.000Z\","
                + "\"image\":{\"@type\":\"ImageObject\",\"url\":\"https://news.example.org/content/images/quay.jpg\",\"width\":2000,\"height\":1333},\"keywords\":\"Ports, Cranes\",\"description\":\"It opens after three years.\"}</script>",
                "<div class='site-wrapper'><main><article class='article'><header class='article-header'><h1>A new quay for Harwell</h1><figure class='article-image'><img src='/content/images/quay.jpg' alt=''>"
                        + "<figcaption>The quay at dusk. Photograph: Ann Poe</figcaption></figure></header><section class='gh-content'>" + ENGLISH + "</section></article></main>"
                        + "<div class='gh-subscribe'><h3>Sign up for more like this.</h3><form><input type='email'><button>Subscribe</button></form></div></div>"));
        assertThat(article.author()).isEqualTo("Jane Doe");
        assertThat(article.excerpt()).isEqualTo("It opens after three years.");
        assertThat(article.siteName()).isEqualTo("Harbour Notes");
        assertThat(article.tags()).containsExactly("Ports", "Cranes");
        assertThat(text(article)).contains("three years of dredging").doesNotContain("Sign up", "Subscribe");
        var picture = article.pictures().getFirst();
        assertThat(picture.url()).isEqualTo("https://news.example.org/content/images/quay.jpg");
        assertThat(picture.width()).isEqualTo(2000);
        assertThat(picture.caption()).isEqualTo("The quay at dusk.");
        assertThat(picture.credit()).isEqualTo("Photograph: Ann Poe");
    }

    @Test
    void drupal() {
        var article = read(page("<title>A new quay for Harwell | Harbour Board</title><meta name='dcterms.date' content='2026-03-02'><meta name='dcterms.creator' content='Harbour Board'>",
                "<div class='region region-header'><ul class='menu'><li><a href='/'>Home</a></li></ul></div><div class='region region-content'><div class='node node--type-article'><div class='node__content'>"
                        + "<div class='field field--name-field-image'><img data-src='/files/quay.jpg' src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' width='800' height='500' alt='Quay'></div>"
                        + "<div class='field field--name-body field__item'>" + ENGLISH + "</div></div></div></div><div class='region region-sidebar-first'><div class='block'><h2>Most read</h2><ul><li><a href='/a'>One</a></li></ul></div></div>"));
        assertThat(article.title()).isEqualTo("A new quay for Harwell | Harbour Board".substring(0, 22));
        assertThat(article.author()).isEqualTo("Harbour Board");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(article.bodyHtml()).contains("src=\"https://news.example.org/files/quay.jpg\"").doesNotContain("data:image");
        assertThat(text(article)).contains("two changes of contractor").doesNotContain("Most read");
    }

    @Test
    void bloggerWithLineBreaksForParagraphs() {
        var article = read(page("<title>Harbour Notes: A new quay for Harwell</title>", "<div class='main-outer'><div class='post hentry'><h3 class='post-title'>A new quay for Harwell</h3><div class='post-body entry-content'>"
                + ENGLISH.replaceAll("</p>\\s*<p>", "<br><br>").replace("<p>", "").replace("</p>", "") + "<br><br></div><div class='post-footer'>Posted by <span class='fn'>Jane</span> at 10:00</div></div></div>"
                + "<div class='sidebar'><h2>Blog Archive</h2><ul><li><a href='/2025'>2025</a></li></ul></div>"));
        assertThat(Jsoup.parse(article.bodyHtml()).select("p")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(text(article)).contains("Pilots, who had asked").doesNotContain("Blog Archive", "Posted by");
    }

    @Test
    void tradePressWithLeadPictureAboveTheText() {
        var article = read(page("<title>A new quay for Harwell - Port Weekly</title><meta property='og:image' content='https://cdn.example.org/w1200/quay.jpg'>",
                MENU + "<main><article><h1>A new quay for Harwell</h1><p class='standfirst'>After three years of work, ships can call at the new berth.</p>"
                        + "<div class='author-box byline'>By Jane Doe and John Roe</div><figure class='lead'><img src='https://cdn.example.org/w1200/quay.jpg' alt='The quay'>"
                        + "<figcaption><span class='caption-text'>Ready for the first ship</span> <span class='image-credit'>Foto: Kim Poe/Agency</span></figcaption></figure><div class='article-body'>" + ENGLISH
                        + "<div class='article-newsletter-signup'><p>Get the news in your inbox, every morning.</p><form><input type='email'></form></div>"
                        + "<p><a href='/other'>Read more: The road behind the gate</a></p></div><div class='related-content'><h2>Related articles</h2><ul><li><a href='/x'>A ferry returns</a></li></ul></div></article></main>" + FOOTER));
        assertThat(article.author()).isEqualTo("Jane Doe and John Roe");
        var picture = article.pictures().getFirst();
        assertThat(picture.caption()).isEqualTo("Ready for the first ship");
        assertThat(picture.credit()).isEqualTo("Foto: Kim Poe/Agency");
        assertThat(picture.alt()).isEqualTo("The quay");
        assertThat(text(article)).contains("blew its horn").doesNotContain("inbox", "The road behind the gate", "A ferry returns");
    }

    @Test
    void liveBlog() {
        var posts = new StringBuilder();
        for (var hour = 9; hour < 15; hour++) {
            posts.append("<div class='live-post'><h2>Hour ").append(hour).append("</h2><p>At ").append(hour).append(" o'clock, the tug left its berth, turned in the basin, and took the line of the first ship of the day.</p></div>");
        }
        var article = read(page("<title>Quay opening: live</title><script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Quay opening: live\",\"datePublished\":\"2026-03-02T08:00:00Z\"}</script>",
                MENU + "<main><div class='live-blog'>" + posts + "</div></main>" + FOOTER));
        assertThat(text(article)).contains("At 9 o'clock", "At 14 o'clock", "Hour 12");
        assertThat(article.title()).isEqualTo("Quay opening: live");
    }

    @Test
    void listArticle() {
        var article = read(page("<title>Five harbours to see before they change</title>", MENU + "<main><article><h1>Five harbours to see before they change</h1>"
                + ENGLISH + "<ol><li>Harwell, for its new quay, and for the view from the old one.</li><li>Niederhafen, for its pilots.</li><li>Port-Neuf, for the lights, on a clear evening.</li></ol></article></main>" + FOOTER));
        assertThat(Jsoup.parse(article.bodyHtml()).select("ol > li")).hasSize(3);
    }

    @Test
    void tableArticle() {
        var article = read(page("<title>Calls at the new quay by month and by line</title>", "<main><article><h1>Calls at the new quay by month and by line</h1>" + ENGLISH
                + "<table><thead><tr><th>Month</th><th>Calls</th></tr></thead><tbody><tr><td>March</td><td>12</td></tr><tr><td>April</td><td>15</td></tr></tbody></table></article></main>"));
        assertThat(Jsoup.parse(article.bodyHtml()).select("td").eachText()).containsExactly("March", "12", "April", "15");
    }

    @Test
    void amp() {
        var article = PageReader.read(page("<title>A new quay for Harwell</title><link rel='canonical' href='https://www.example.org/2026/03/02/quay'>", "<amp-sidebar><ul><li>Menu</li></ul></amp-sidebar><article class='amp-wp-article'>"
                + "<h1>A new quay for Harwell</h1><div class='amp-wp-article-content'><amp-img src='/quay.jpg' width='800' height='500'><noscript><img src='/quay.jpg' width='800' height='500' alt='Quay'></noscript></amp-img>" + ENGLISH
                + "</div></article>"), "https://amp.example.org/2026/03/02/quay");
        assertThat(article.canonicalUrl()).contains("https://www.example.org/2026/03/02/quay");
        assertThat(article.bodyHtml()).contains("https://amp.example.org/quay.jpg");
    }

    @Test
    void german() {
        var article = read(page("<title>Neuer Kai in Niederhafen eröffnet</title>", "<main><article><h1>Neuer Kai in Niederhafen eröffnet</h1><p class='author'>Von Jürgen Müller</p><time datetime='2026-03-02T07:00:00+01:00'>2. März 2026</time>"
                + "<figure><img src='/kai.jpg' width='900' alt=''><figcaption>Die neuen Kräne © Anna Schmidt/dpa</figcaption></figure>" + GERMAN
                + "<p><strong>Lesen Sie auch: </strong><a href='/fahre'>Die Fähre kehrt nach zwei Jahren zurück</a></p><h3>Mehr zum Thema</h3><ul><li><a href='/a'>Lotsen fordern Licht</a></li></ul></article></main>"));
        assertThat(article.author()).isEqualTo("Jürgen Müller");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-03-02T06:00:00Z"));
        assertThat(article.pictures().getFirst().caption()).isEqualTo("Die neuen Kräne");
        assertThat(article.pictures().getFirst().credit()).isEqualTo("© Anna Schmidt/dpa");
        assertThat(text(article)).contains("sechzig Leute eingestellt").doesNotContain("Die Fähre", "Mehr zum Thema", "Lotsen fordern");
    }

    @Test
    void french() {
        var article = read(page("<title>Un nouveau quai à Port-Neuf</title>", "<main><article><h1>Un nouveau quai à Port-Neuf</h1><p class='meta author'>Par Claire Petit</p><figure><img src='/quai.jpg' alt=''>"
                + "<figcaption>Les grues. Crédit photo : Luc Blanc / AFP</figcaption></figure>" + FRENCH + "<p>Lire aussi : <a href='/bac'>Le bac revient après deux ans d'absence</a></p></article></main>"));
        assertThat(article.author()).isEqualTo("Claire Petit");
        assertThat(article.pictures().getFirst().credit()).isEqualTo("Crédit photo : Luc Blanc / AFP");
        assertThat(text(article)).contains("quarante escales").doesNotContain("Le bac revient");
    }

    @Test
    void japanese() {
        var article = read(page("<title>北浜の新岸壁が開業</title>", "<div id='wrap'><ul class='menu'><li><a href='/'>ホーム</a></li></ul><div class='article-body'><h1>北浜の新岸壁が開業</h1><p class='date'>2026年3月2日</p>" + JAPANESE
                + "</div><div class='related'><h2>関連記事</h2><ul><li><a href='/a'>渡し船が復活</a></li></ul></div></div>"));
        assertThat(text(article)).contains("三年にわたる浚渫工事", "六月の議会").doesNotContain("渡し船", "ホーム");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(article.verdict()).isEqualTo(PageVerdict.READABLE);
    }

    @Test
    void arabicIsReadFromRightToLeftEvenIfThePageDoesNotSaySo() {
        var article = read(page("<title>افتتاح الرصيف الجديد</title>", "<div class='content'><h1>افتتاح الرصيف الجديد</h1>" + ARABIC + "</div><div class='sidebar'><a href='/'>الرئيسية</a></div>"));
        assertThat(article.direction()).isEqualTo("rtl");
        assertThat(text(article)).contains("ثلاث سنوات", "ستين شخصاً").doesNotContain("الرئيسية");
    }

    @Test
    void microdata() {
        var article = read(page("<title>Harwell</title>", "<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>A new quay for Harwell</h1><meta itemprop='datePublished' content='2026-03-02T06:00:00Z'>"
                + "<span itemprop='author' itemscope><span itemprop='name'>Jane Doe</span></span><figure itemprop='image' itemscope itemtype='https://schema.org/ImageObject'><img itemprop='url' src='/q.jpg' alt='Q'>"
                + "<figcaption itemprop='caption'>The quay</figcaption><span itemprop='copyrightHolder'>Ann Poe</span></figure><div itemprop='articleBody'>" + ENGLISH + "</div></div>"));
        assertThat(article.author()).isEqualTo("Jane Doe");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-03-02T06:00:00Z"));
        assertThat(article.pictures().getFirst().caption()).isEqualTo("The quay");
        assertThat(article.pictures().getFirst().credit()).isEqualTo("Ann Poe");
    }

    @Test
    void anArticleInSeveralSections() {
        var article = read(page("<title>A new quay for Harwell and what it means</title>", MENU + "<main><article><div class='row'><div class='col'>" + ENGLISH + "</div></div><div class='row'><div class='col'>"
                + ENGLISH.replace("Harwell", "Northwell") + "</div></div><div class='row'><div class='col'>" + ENGLISH.replace("Harwell", "Southwell") + "</div></div></article></main>" + FOOTER));
        assertThat(text(article)).contains("at Harwell", "at Northwell", "at Southwell");
    }
}
