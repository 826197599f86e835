package org.broadsheet.demo;

import static org.broadsheet.demo.Markup.escape;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Articles as a feed in the publisher's dialect: RSS 2.0 with Media RSS, Atom (RFC 4287) or JSON Feed 1.1.
 *
 * @param base address of the sample sources, without a slash at the end
 */
record SampleFeed(String base, Publisher publisher, List<SampleArticle> articles) {

    String contentType() {
        return switch (publisher.feed) {
            case "feed.rss" -> "application/rss+xml; charset=utf-8";
            case "feed.atom" -> "application/atom+xml; charset=utf-8";
            default -> "application/feed+json; charset=utf-8";
        };
    }

    String body() {
        return switch (publisher.feed) {
            case "feed.rss" -> rss();
            case "feed.atom" -> atom();
            default -> json();
        };
    }

    private String rss() {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
                xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
                <channel>
                <title>%s</title>
                <link>%s</link>
                <description>%s</description>
                <language>en-GB</language>
                <atom:link rel="self" type="application/rss+xml" href="%s"/>
                %s</channel>
                </rss>
                """.formatted(escape(publisher.title), home(), escape(publisher.strapline), base + publisher.feedPath(), each(this::rssItem));
    }

    private String rssItem(SampleArticle article) {
        var content = article.inFeed() == SampleArticle.InFeed.FULL
                ? "<content:encoded>" + escape(ArticlePage.body(base, article)) + "</content:encoded>\n" : "";
        return """
                <item>
                <title>%s</title>
                <link>%s</link>
                <guid isPermaLink="false">%s</guid>
                <pubDate>%s</pubDate>
                <dc:creator>%s</dc:creator>
                <category>%s</category>
                <description>%s</description>
                %s%s</item>
                """.formatted(escape(article.title()), address(article), guid(article),
                DateTimeFormatter.RFC_1123_DATE_TIME.format(article.publishedAt().atOffset(ZoneOffset.UTC)), escape(article.author()),
                escape(article.kicker()), escape(article.standfirst()), content, media(article));
    }

    private String media(SampleArticle article) {
        return article.picture().map(picture -> """
                <media:content url="%s" medium="image" type="image/jpeg" width="%d" height="%d">
                <media:description type="plain">%s</media:description>
                <media:credit role="illustrator">%s</media:credit>
                <media:text type="plain">%s</media:text>
                </media:content>
                """.formatted(address(picture), picture.width(), picture.height(), escape(picture.caption()), escape(picture.credit()),
                escape(picture.alt()))).orElse("");
    }

    private String atom() {
        var updated = articles.stream().map(SampleArticle::publishedAt).max(Comparator.naturalOrder()).orElseThrow();
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-GB">
                <title>%s</title>
                <subtitle>%s</subtitle>
                <id>urn:broadsheet-demo:%s</id>
                <updated>%s</updated>
                <link rel="alternate" type="text/html" href="%s"/>
                <link rel="self" type="application/atom+xml" href="%s"/>
                %s</feed>
                """.formatted(escape(publisher.title), escape(publisher.strapline), publisher.slug, updated, home(),
                base + publisher.feedPath(), each(this::atomEntry));
    }

    private String atomEntry(SampleArticle article) {
        return """
                <entry>
                <title>%s</title>
                <id>%s</id>
                <link rel="alternate" type="text/html" href="%s"/>
                <published>%s</published>
                <updated>%s</updated>
                <author><name>%s</name></author>
                <category term="%s"/>
                <summary>%s</summary>
                <content type="html">%s</content>
                %s</entry>
                """.formatted(escape(article.title()), guid(article), address(article), article.publishedAt(), article.publishedAt(),
                escape(article.author()), escape(article.kicker()), escape(article.standfirst()), escape(ArticlePage.body(base, article)),
                media(article));
    }

    private String json() {
        var feed = new LinkedHashMap<String, Object>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", publisher.title);
        feed.put("description", publisher.strapline);
        feed.put("home_page_url", home());
        feed.put("feed_url", base + publisher.feedPath());
        feed.put("language", "en-GB");
        feed.put("items", articles.stream().map(this::jsonItem).toList());
        return Json.write(feed);
    }

    private Map<String, Object> jsonItem(SampleArticle article) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", guid(article));
        item.put("url", address(article));
        item.put("title", article.title());
        item.put("summary", article.standfirst());
        item.put("content_html", ArticlePage.body(base, article));
        item.put("date_published", article.publishedAt());
        item.put("authors", List.of(Map.of("name", article.author())));
        item.put("tags", List.of(article.kicker()));
        article.picture().ifPresent(picture -> item.put("image", address(picture)));
        return item;
    }

    private String each(Function<SampleArticle, String> entry) {
        return articles.stream().map(entry).collect(Collectors.joining());
    }

    private String home() {
        return base + "/" + publisher.slug + "/";
    }

    private String address(SampleArticle article) {
        return base + article.path();
    }

    private String address(SampleArticle.Picture picture) {
        return base + "/pictures/" + picture.file();
    }

    /** Does not hold the port, which may change between two starts. */
    private String guid(SampleArticle article) {
        return "urn:broadsheet-demo:" + article.publisher().slug + ":" + article.slug();
    }
}
