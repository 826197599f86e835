package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.broadsheet.platform.WebAddress;
import org.jsoup.nodes.Document;

/** Where large sites, and software that many sites run, keep their feeds. */
final class KnownSites {

    private static final String NAME = "([\\w.%@-]+)";
    private static final List<Site> SITES = List.of(
            site("(?:www\\.|m\\.)?youtube\\.com/channel/(UC[\\w-]{10,40}).*", match -> List.of("https://www.youtube.com/feeds/videos.xml?channel_id=" + match.group(1))),
            site("(?:www\\.|m\\.)?youtube\\.com/(?:playlist|watch)\\?(?:.*&)?list=([\\w-]{10,60}).*", match -> List.of("https://www.youtube.com/feeds/videos.xml?playlist_id=" + match.group(1))),
            site("(?:www\\.)?youtube\\.com/user/" + NAME + ".*", match -> List.of("https://www.youtube.com/feeds/videos.xml?user=" + match.group(1))),
            site("github\\.com/" + NAME + "/" + NAME + "/(releases|tags)/?.*", match -> List.of("https://github.com/" + match.group(1) + "/" + match.group(2) + "/" + match.group(3) + ".atom")),
            site("github\\.com/" + NAME + "/" + NAME + "/commits/" + NAME + "/?",
                    match -> List.of("https://github.com/" + match.group(1) + "/" + match.group(2) + "/commits/" + match.group(3) + ".atom")),
            site("github\\.com/" + NAME + "/" + NAME + "/discussions.*", match -> List.of("https://github.com/" + match.group(1) + "/" + match.group(2) + "/discussions.atom")),
            site("github\\.com/(?!topics|orgs|features|search|marketplace)" + NAME + "/" + NAME + "/?", match -> Stream.of("releases", "tags", "commits")
                    .map(list -> "https://github.com/" + match.group(1) + "/" + match.group(2) + "/" + list + ".atom").toList()),
            site("github\\.com/(?!topics|orgs|features|search|marketplace)" + NAME + "/?", match -> List.of("https://github.com/" + match.group(1) + ".atom")),
            site("gitlab\\.com/" + NAME + "/" + NAME + "/?", match -> List.of("https://gitlab.com/" + match.group(1) + "/" + match.group(2)
                    + "/-/tags?format=atom", "https://gitlab.com/" + match.group(1) + "/" + match.group(2) + ".atom")),
            site("codeberg\\.org/" + NAME + "/" + NAME + "/?", match -> List.of("https://codeberg.org/" + match.group(1) + "/" + match.group(2)
                    + "/releases.rss", "https://codeberg.org/" + match.group(1) + "/" + match.group(2) + ".rss")),
            site("(?:(?:www|old|new)\\.)?reddit\\.com/((?:r|user|u)/" + NAME + "(?:/(?:new|top|hot))?)/?.*", match -> List.of("https://www.reddit.com/" + match.group(1) + "/.rss")),
            site("(?:www\\.)?reddit\\.com/?", match -> List.of("https://www.reddit.com/.rss")),
            site("medium\\.com/(@?" + NAME + "(?:/tagged/" + NAME + ")?)/?", match -> List.of("https://medium.com/feed/" + match.group(1))),
            site("([\\w-]+\\.medium\\.com)(?:/.*)?", match -> List.of("https://" + match.group(1) + "/feed")),
            site("([\\w-]+\\.substack\\.com)(?:/.*)?", match -> List.of("https://" + match.group(1) + "/feed")),
            site("((?:[\\w-]+\\.)+blogspot\\.[a-z.]{2,6})(?:/.*)?", match -> List.of("https://" + match.group(1) + "/feeds/posts/default",
                    "https://" + match.group(1) + "/feeds/posts/default?alt=rss")),
            site("([\\w-]+\\.tumblr\\.com)(?:/.*)?", match -> List.of("https://" + match.group(1) + "/rss")),
            site("([\\w-]+\\.wordpress\\.com)(?:/.*)?", match -> List.of("https://" + match.group(1) + "/feed/")),
            site("([\\w-]+\\.livejournal\\.com)(?:/.*)?", match -> List.of("https://" + match.group(1) + "/data/rss", "https://" + match.group(1) + "/data/atom")),
            site("([\\w-]+\\.dreamwidth\\.org)(?:/.*)?", match -> List.of("https://" + match.group(1) + "/data/atom")),
            site("(?:www\\.)?vimeo\\.com/((?:channels/)?" + NAME + ")/?(?:videos)?", match -> List.of("https://vimeo.com/" + match.group(1) + "/videos/rss")),
            site("(?:www\\.)?dailymotion\\.com/(?:user/)?" + NAME + "/?", match -> List.of("https://www.dailymotion.com/rss/user/" + match.group(1))),
            site("news\\.ycombinator\\.com(?:/(?:news)?)?", match -> List.of("https://news.ycombinator.com/rss")),
            site("lobste\\.rs/(t/" + NAME + ")/?", match -> List.of("https://lobste.rs/" + match.group(1) + ".rss")),
            site("dev\\.to/" + NAME + "/?", match -> List.of("https://dev.to/feed/" + match.group(1))),
            site("bsky\\.app/profile/" + NAME + "/?", match -> List.of("https://bsky.app/profile/" + match.group(1) + "/rss")),
            site("((?:[\\w-]+\\.)*(?:stackexchange\\.com|stackoverflow\\.com|superuser\\.com|serverfault\\.com|askubuntu\\.com))/questions/tagged/"
                    + NAME + ".*", match -> List.of("https://" + match.group(1) + "/feeds/tag/" + match.group(2))),
            site("((?:[\\w-]+\\.)*(?:stackexchange\\.com|stackoverflow\\.com|superuser\\.com|serverfault\\.com|askubuntu\\.com))(?:/questions)?/?",
                    match -> List.of("https://" + match.group(1) + "/feeds")),
            site("(?:www\\.)?flickr\\.com/photos/(\\d+@N\\d+)/?.*", match -> List.of("https://www.flickr.com/services/feeds/photos_public.gne?id=" + match.group(1) + "&format=atom")));
    /** A person on Mastodon, Pixelfed, Misskey, PeerTube: whatever the host. */
    private static final Pattern FEDIVERSE = Pattern.compile("/@[\\w.-]{1,60}/?");
    private static final Pattern CHANNEL = Pattern.compile("\"(?:channelId|externalId|browseId)\"\\s*:\\s*\"(UC[\\w-]{10,40})\"");
    private static final Pattern LEMMY = Pattern.compile("/([cu])/([\\w.@-]{1,80})/?");

    /** A form of address, and where its feeds are. */
    private record Site(Pattern address, Function<Matcher, List<String>> feeds) {
    }

    private KnownSites() {
    }

    /** @param page what is at the address, empty if it could not be had */
    static List<FeedOffer> offers(WebAddress address, Optional<PageDocument> page) {
        var found = new ArrayList<String>();
        var text = address.host() + (address.path().equals("/") ? "" : address.path());
        SITES.stream().map(site -> new Object() {
            final Matcher match = site.address().matcher(text);
            final Site known = site;
        }).filter(tried -> tried.match.matches()).findFirst().ifPresent(tried -> found.addAll(tried.known.feeds().apply(tried.match)));
        page.map(PageDocument::html).ifPresent(html -> found.addAll(onPage(address, html)));
        var path = address.path().replaceFirst("\\?.*", "").replaceFirst("/$", "");
        if (FEDIVERSE.matcher(path).matches() && !address.host().endsWith("medium.com") && !address.host().endsWith("youtube.com")) {
            found.add(address.resolve(path + ".rss").toString());
            found.add(address.resolve(path + ".atom").toString());
        }
        return found.stream().distinct().map(url -> new FeedOffer(url, FeedOffer.SITE, FeedOffer.How.KNOWN)).toList();
    }

    private static List<String> onPage(WebAddress address, Document html) {
        var found = new ArrayList<String>();
        if (address.host().endsWith("youtube.com")) {
            var match = CHANNEL.matcher(html.html());
            if (match.find()) {
                found.add("https://www.youtube.com/feeds/videos.xml?channel_id=" + match.group(1));
            }
        }
        var lemmy = LEMMY.matcher(address.path());
        if (lemmy.matches() && html.html().contains("lemmy")) {
            found.add(address.resolve("/feeds/" + lemmy.group(1) + "/" + lemmy.group(2) + ".xml").toString());
        }
        return found;
    }

    /** Where the software that made a page puts its feed, as its generator says; empty if nothing is known of it. */
    static List<String> places(String generator) {
        var name = generator.toLowerCase(java.util.Locale.ROOT);
        return Stream.of("wordpress:feed/", "ghost:rss/", "hugo:index.xml", "jekyll:feed.xml", "drupal:rss.xml", "hexo:atom.xml", "zola:atom.xml", "eleventy:feed.xml", "astro:rss.xml",
                "gatsby:rss.xml", "blogger:feeds/posts/default", "wix:blog-feed.xml", "joomla:?format=feed&type=rss", "squarespace:?format=rss", "movable type:atom.xml", "pelican:feeds/all.atom.xml",
                "docusaurus:blog/rss.xml", "typo3:feed.xml", "textpattern:rss/", "serendipity:index.php?/feeds/index.rss2", "dotclear:feed/atom", "spip:spip.php?page=backend", "publii:feed.xml",
                "write.as:feed/", "writefreely:feed/", "nikola:rss.xml", "quarto:index.xml", "b2evolution:?tempskin=_rss2", "discourse:latest.rss", "vuepress:rss.xml", "micro.blog:feed.xml")
                .map(known -> known.split(":", 2)).filter(known -> name.contains(known[0])).map(known -> known[1]).toList();
    }

    private static Site site(String address, Function<Matcher, List<String>> feeds) {
        return new Site(Pattern.compile("(?i)" + address), feeds);
    }
}
