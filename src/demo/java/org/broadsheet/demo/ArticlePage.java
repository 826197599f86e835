package org.broadsheet.demo;

import static org.broadsheet.demo.Markup.escape;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The publishers' own web pages. */
final class ArticlePage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.systemDefault());

    private ArticlePage() {
    }

    /** Picture and paragraphs, as pages and feeds have them. */
    static String body(String base, SampleArticle article) {
        return article.picture().map(picture -> figure(base, picture)).orElse("")
                + article.paragraphs().stream().map(paragraph -> "<p>" + escape(paragraph) + "</p>\n").collect(Collectors.joining());
    }

    private static String figure(String base, SampleArticle.Picture picture) {
        return """
                <figure><img src="%s/pictures/%s" width="%d" height="%d" alt="%s">
                <figcaption>%s <cite>%s</cite></figcaption></figure>
                """.formatted(base, picture.file(), picture.width(), picture.height(), escape(picture.alt()), escape(picture.caption()),
                escape(picture.credit()));
    }

    /** The page of an article. */
    static String of(String base, SampleArticle article) {
        return page(base, article.publisher(), article.title(), """
                <meta property="og:type" content="article">
                <meta property="og:site_name" content="%s">
                <meta property="og:title" content="%s">
                <meta name="description" content="%s">
                <meta property="article:published_time" content="%s">
                <meta name="author" content="%s">
                <link rel="canonical" href="%s">
                %s""".formatted(escape(article.publisher().title), escape(article.title()), escape(article.standfirst()), article.publishedAt(),
                escape(article.author()), base + article.path(),
                article.picture().map(picture -> "<meta property=\"og:image\" content=\"" + base + "/pictures/" + picture.file() + "\">\n").orElse("")),
                """
                <article>
                <p class="kicker">%s</p>
                <h1>%s</h1>
                <p class="standfirst">%s</p>
                <p class="meta">%s · <time datetime="%s">%s</time></p>
                %s</article>
                """.formatted(escape(article.kicker()), escape(article.title()), escape(article.standfirst()), escape(article.author()),
                article.publishedAt(), DAY.format(article.publishedAt()), body(base, article)));
    }

    /** The publisher's front page, which names the feed. */
    static String home(String base, Publisher publisher, List<SampleArticle> articles) {
        var list = articles.stream().map(article -> """
                <li><p class="kicker">%s</p><h2><a href="%s">%s</a></h2><p>%s</p></li>
                """.formatted(escape(article.kicker()), base + article.path(), escape(article.title()), escape(article.standfirst())))
                .collect(Collectors.joining());
        return page(base, publisher, publisher.title, "", "<ol>\n" + list + "</ol>\n");
    }

    private static String page(String base, Publisher publisher, String title, String head, String main) {
        return """
                <!doctype html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                %s<link rel="alternate" type="%s" title="%s" href="%s">
                <style>:root { --own: %s; }
                %s</style>
                </head>
                <body>
                <header><p><a href="%s/%s/">%s</a></p><p>%s</p></header>
                <main>
                %s</main>
                <footer><p>%s is invented, and so is its news. It belongs to the Broadsheet demo on this machine.</p></footer>
                </body>
                </html>
                """.formatted(escape(title), head, new SampleFeed(base, publisher, List.of()).contentType().split(";")[0], escape(publisher.title),
                base + publisher.feedPath(), publisher.accent, Resources.text("article.css"), base, publisher.slug, escape(publisher.title),
                escape(publisher.strapline), main, escape(publisher.title));
    }
}
