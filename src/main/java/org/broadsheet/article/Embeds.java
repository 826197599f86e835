package org.broadsheet.article;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Films, sounds and posts that a page embeds become links that say what is there; what is no known player goes. */
final class Embeds {

    private static final String ELEMENTS = "iframe,embed,object,video,audio,amp-youtube,amp-vimeo,amp-iframe,amp-video,amp-audio,lite-youtube,"
            + "lite-vimeo,youtube-video,vimeo-video,.youtube-player[data-id]";
    private static final List<String> SOURCES = List.of("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-original", "data", "data-cookieblock-src", "data-src-cmplz");

    /** What is behind the link. */
    private enum Sense {
        SEE, HEAR, READ
    }

    /** A player, and the page on which the same can be seen. {@code $1} and so on are groups of its address; {@code %1} is one that is percent-encoded. */
    private record Player(Pattern address, String page, String name, Sense sense) {
        static Player of(String address, String page, String name, Sense sense) {
            return new Player(Pattern.compile("(?i)https?://(?:www\\.)?" + address + ".*"), page, name, sense);
        }
    }

    private static final List<Player> PLAYERS = List.of(
            Player.of("youtube(?:-nocookie)?\\.com/(?:embed|v|shorts|live)/(?!videoseries)([\\w-]{5,20})", "https://www.youtube.com/watch?v=$1", "YouTube", Sense.SEE),
            Player.of("youtube(?:-nocookie)?\\.com/embed/videoseries\\?(?:.*&)?list=([\\w-]{5,60})", "https://www.youtube.com/playlist?list=$1", "YouTube", Sense.SEE),
            Player.of("youtube\\.com/watch\\?(?:.*&)?v=([\\w-]{5,20})", "https://www.youtube.com/watch?v=$1", "YouTube", Sense.SEE),
            Player.of("(?:player\\.)?vimeo\\.com/(?:video/)?(\\d{4,14})", "https://vimeo.com/$1", "Vimeo", Sense.SEE),
            Player.of("(?:geo\\.)?dailymotion\\.com/(?:embed/video/|player(?:/\\w+)?\\.html\\?(?:.*&)?video=)(\\w{4,20})", "https://www.dailymotion.com/video/$1", "Dailymotion", Sense.SEE),
            Player.of("embed\\.ted\\.com/(?:talks/)?([\\w/-]+)", "https://www.ted.com/talks/$1", "TED", Sense.SEE),
            Player.of("player\\.twitch\\.tv/\\?(?:.*&)?video=v?(\\d+)", "https://www.twitch.tv/videos/$1", "Twitch", Sense.SEE),
            Player.of("player\\.twitch\\.tv/\\?(?:.*&)?channel=(\\w+)", "https://www.twitch.tv/$1", "Twitch", Sense.SEE),
            Player.of("facebook\\.com/plugins/video\\.php\\?(?:.*&)?href=([^&]+)", "%1", "Facebook", Sense.SEE),
            Player.of("facebook\\.com/plugins/post\\.php\\?(?:.*&)?href=([^&]+)", "%1", "Facebook", Sense.READ),
            Player.of("tiktok\\.com/(?:embed(?:/v2)?|player/v1)/(\\d+)", "https://www.tiktok.com/embed/v2/$1", "TikTok", Sense.SEE),
            Player.of("(?:fast\\.wistia\\.(?:net|com)/embed/iframe|.*\\.wistia\\.com/medias)/(\\w+)", "https://fast.wistia.net/embed/iframe/$1", "Wistia", Sense.SEE),
            Player.of("streamable\\.com/(?:[eos]/)?(\\w+)", "https://streamable.com/$1", "Streamable", Sense.SEE),
            Player.of("rumble\\.com/embed/(\\w+)", "https://rumble.com/embed/$1", "Rumble", Sense.SEE),
            Player.of("player\\.bilibili\\.com/player\\.html\\?(?:.*&)?bvid=(\\w+)", "https://www.bilibili.com/video/$1", "Bilibili", Sense.SEE),
            Player.of("rutube\\.ru/play/embed/(\\w+)", "https://rutube.ru/video/$1/", "Rutube", Sense.SEE),
            Player.of("(?:[\\w-]+\\.)+[a-z]{2,}/(?:videos/embed|w/embed)/([\\w-]{10,40})", "", "PeerTube", Sense.SEE),
            Player.of("w\\.soundcloud\\.com/player/\\?(?:.*&)?url=([^&]+)", "%1", "SoundCloud", Sense.HEAR),
            Player.of("open\\.spotify\\.com/embed(?:-podcast)?/(\\w+)/(\\w+)", "https://open.spotify.com/$1/$2", "Spotify", Sense.HEAR),
            Player.of("embed\\.(podcasts|music)\\.apple\\.com/([^?#]+)", "https://$1.apple.com/$2", "Apple", Sense.HEAR),
            Player.of("embed\\.acast\\.com/([\\w/-]+)", "https://play.acast.com/s/$1", "Acast", Sense.HEAR),
            Player.of("bandcamp\\.com/EmbeddedPlayer/(\\S+)", "https://bandcamp.com/EmbeddedPlayer/$1", "Bandcamp", Sense.HEAR),
            Player.of("mixcloud\\.com/widget/iframe/\\?(?:.*&)?feed=([^&]+)", "%1", "Mixcloud", Sense.HEAR),
            Player.of("player\\.simplecast\\.com/([\\w-]+)", "https://player.simplecast.com/$1", "Simplecast", Sense.HEAR),
            Player.of("(?:html5-player\\.)?libsyn\\.com/embed/episode/id/(\\d+)", "https://html5-player.libsyn.com/embed/episode/id/$1", "Libsyn", Sense.HEAR),
            Player.of("instagram\\.com/(p|reel|tv)/([\\w-]+)/embed", "https://www.instagram.com/$1/$2/", "Instagram", Sense.READ),
            Player.of("platform\\.twitter\\.com/embed/(?:index|tweet)\\.html\\?(?:.*&)?id=(\\d+)", "https://twitter.com/i/status/$1", "X", Sense.READ),
            Player.of("embed\\.bsky\\.app/embed/([\\w:.]+)/app\\.bsky\\.feed\\.post/(\\w+)", "https://bsky.app/profile/$1/post/$2", "Bluesky", Sense.READ),
            Player.of("gist\\.github\\.com/([\\w-]+/\\w+)\\.pibb", "https://gist.github.com/$1", "GitHub", Sense.READ));

    /** Words for seeing, hearing and reading, and for where. */
    private record Words(String see, String hear, String read, String on) {
    }

    private static final Words ENGLISH = new Words("Watch", "Listen", "See", "on");
    private static final Map<String, Words> WORDS = Map.of("en", ENGLISH, "de", new Words("Ansehen", "Anhören", "Ansehen", "auf"),
            "fr", new Words("Voir", "Écouter", "Voir", "sur"), "es", new Words("Ver", "Escuchar", "Ver", "en"), "it", new Words("Guarda", "Ascolta", "Vedi", "su"),
            "nl", new Words("Bekijk", "Beluister", "Bekijk", "op"), "pt", new Words("Ver", "Ouvir", "Ver", "em"), "sv", new Words("Se", "Lyssna", "Se", "på"),
            "ja", new Words("動画", "音声", "投稿", "–"), "pl", new Words("Obejrzyj", "Posłuchaj", "Zobacz", "–"));
    private static final Pattern SAYS_NOTHING = Pattern.compile("(?i)\\s*|([\\w-]+ ){0,3}(video|audio|media|music|podcast|embed|embedded|iframe)?[ -]?(player|embed|iframe)"
            + "|(embedded |external |video )?(video|content|media|post|tweet|x post|audio)|(youtube|vimeo|spotify|soundcloud|dailymotion)( video| embed)?");
    private static final String BLOCKS_OF_TEXT = "p,li,dd,dt,td,th,h1,h2,h3,h4,h5,h6,a,span,em,strong,b,i";
    private static final int LONGEST_TITLE = 160;

    private Embeds() {
    }

    static void intoLinks(Element body, Locale language) {
        for (var embed : body.select(ELEMENTS)) {
            if (embed.parent() != null && embed.ownerDocument() != null) {
                link(embed, language).ifPresentOrElse(embed::replaceWith, embed::remove);
            }
        }
    }

    private static Optional<Element> link(Element embed, Locale language) {
        var name = embed.normalName();
        if (name.equals("video") || name.equals("audio") || name.equals("amp-video") || name.equals("amp-audio")) {
            return own(embed, name.endsWith("video") ? Sense.SEE : Sense.HEAR, language);
        }
        var address = address(embed);
        for (var player : PLAYERS) {
            var match = player.address().matcher(address);
            if (match.matches()) {
                return Optional.of(written(embed, page(player, match, address), player.name(), player.sense(), language));
            }
        }
        return Optional.empty();
    }

    /** A film or sound that the page has itself. */
    private static Optional<Element> own(Element embed, Sense sense, Locale language) {
        var source = embed.hasAttr("src") ? embed : embed.selectFirst("source[src],source[data-src]");
        var carrier = source == null ? embed : source;
        var attribute = SOURCES.stream().filter(name -> !carrier.attr(name).isBlank()).findFirst();
        return attribute.map(carrier::absUrl).filter(address -> address.startsWith("http"))
                .map(address -> written(embed, address, host(address), sense, language));
    }

    private static String address(Element embed) {
        var known = embed.hasAttr("data-id") ? embed.attr("data-id") : embed.attr("videoid") + embed.attr("data-videoid");
        if (!known.isBlank() && known.matches("[\\w-]{4,20}")) {
            return embed.normalName().contains("vimeo") ? "https://vimeo.com/" + known : "https://www.youtube.com/embed/" + known;
        }
        var attribute = SOURCES.stream().filter(name -> !embed.attr(name).isBlank() && !embed.attr(name).startsWith("about:")).findFirst();
        if (attribute.isEmpty()) {
            var movie = embed.selectFirst("param[name=movie][value]");
            return movie == null ? "" : movie.absUrl("value");
        }
        return embed.absUrl(attribute.get());
    }

    private static String page(Player player, Matcher match, String address) {
        if (player.page().isEmpty()) {
            return address;
        }
        if (player.page().equals("%1")) {
            return URLDecoder.decode(match.group(1).replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
        }
        var page = player.page();
        for (var group = 1; group <= match.groupCount(); group++) {
            page = page.replace("$" + group, match.group(group));
        }
        return page;
    }

    private static Element written(Element embed, String address, String where, Sense sense, Locale language) {
        var words = WORDS.getOrDefault(language.getLanguage(), ENGLISH);
        var verb = switch (sense) {
            case SEE -> words.see();
            case HEAR -> words.hear();
            case READ -> words.read();
        };
        var title = title(embed);
        var link = new Element("a").attr("href", address).text(title.isEmpty() ? verb + " " + words.on() + " " + where : verb + ": " + title);
        link.setBaseUri(embed.baseUri());
        return embed.closest(BLOCKS_OF_TEXT) == null ? new Element("p").appendChild(link) : link;
    }

    private static String title(Element embed) {
        for (var attribute : List.of("title", "data-title", "aria-label", "playlabel", "data-name")) {
            var title = CleanText.line(embed.attr(attribute), LONGEST_TITLE).replaceFirst("(?i)^(play|watch|spotify embed|youtube video|vimeo video):\\s+", "");
            if (!SAYS_NOTHING.matcher(title).matches()) {
                return title;
            }
        }
        return "";
    }

    private static String host(String address) {
        return address.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("[/?#:].*", "");
    }
}
