package org.broadsheet.article;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What speaks for and against a picture, in points. What the feed names comes with points of its own (about 1000 for media:content, 900 for an
 * enclosure, 500 for an image, 300 for a thumbnail); one in the text begins with 600.
 */
enum PictureSignal {

    // for it
    IN_A_FIGURE(+150, picture -> picture.figure()),
    OPENS_THE_ARTICLE(+120, picture -> picture.opening()),
    FIRST_IN_TEXT(+60, picture -> !picture.named() && picture.order() == 0),
    NAMED_AND_IN_TEXT(+100, picture -> picture.named() && (picture.figure() || picture.opening())),
    HAS_A_CAPTION(+60, picture -> !picture.caption().isEmpty()),
    HAS_A_CREDIT(+80, picture -> !picture.credit().isEmpty()),
    LARGE(+140, picture -> picture.widthAtLeast(1000)),
    LARGE_ENOUGH(+70, picture -> picture.widthAtLeast(600) && !picture.widthAtLeast(1000)),
    SHAPE_OF_A_PHOTOGRAPH(+30, picture -> picture.ratio() >= 1.2 && picture.ratio() <= 2.1),

    // against it
    LATER_IN_TEXT(-40, picture -> !picture.named() && picture.order() > 2),
    SQUARE(-60, picture -> picture.ratio() > 0.95 && picture.ratio() < 1.05 && picture.widthBelow(600)),
    SMALL(-250, picture -> picture.widthBelow(400)),
    LEADS_ELSEWHERE(-150, picture -> picture.linkedAway()),
    GIF(-120, picture -> picture.holds(Words.GIF)),
    SOCIAL_CARD(-450, picture -> picture.holds(Words.CARD)),
    DEFAULT_PICTURE(-600, picture -> picture.isNamed(Words.DEFAULTS)),
    PORTRAIT_OF_AN_AUTHOR(-500, picture -> picture.isNamed(Words.PEOPLE)),
    GRAPHIC(-80, picture -> picture.isNamed(Words.GRAPHICS)),

    // out of the question
    TINY(PictureSignal.NEVER, picture -> picture.widthBelow(200) || picture.height() > 0 && picture.height() < 120),
    BANNER(PictureSignal.NEVER, picture -> picture.ratio() > 3.2 || picture.ratio() > 0 && picture.ratio() < 0.45),
    DECORATION(PictureSignal.NEVER, picture -> picture.isNamed(Words.DECORATION) || picture.holds(Words.DECORATION_HOSTS)),
    ADVERTISEMENT(PictureSignal.NEVER, picture -> picture.isNamed(Words.ADVERTISING) || picture.holds(Words.ADVERTISERS) || picture.isAmong(Words.AROUND_ADVERTISING)),
    AMONG_OTHER_ARTICLES(PictureSignal.NEVER, picture -> picture.isAmong(Words.AROUND_OTHERS)),
    BESIDE_THE_BYLINE(PictureSignal.NEVER, picture -> picture.isAmong(Words.AROUND_AUTHORS)),
    SHARING_BUTTON(PictureSignal.NEVER, picture -> picture.isAmong(Words.AROUND_SHARING)),
    COUNTS_READERS(PictureSignal.NEVER, picture -> TrackingPixels.isCounter(picture.url())),
    UNREADABLE(PictureSignal.NEVER, picture -> picture.holds(Words.UNREADABLE));

    static final int NEVER = -100_000;

    private final int points;
    private final Predicate<PictureCandidate> holds;

    PictureSignal(int points, Predicate<PictureCandidate> holds) {
        this.points = points;
        this.holds = holds;
    }

    /** What a picture comes to; of no use if not above 0. */
    static int score(PictureCandidate picture) {
        var score = picture.base();
        for (var signal : values()) {
            score += signal.holds.test(picture) ? signal.points : 0;
        }
        return score;
    }

    /** Words of paths and classes, singular. */
    private static final class Words {

        private static final List<String> DECORATION = List.of("logo", "logotype", "wordmark", "sitelogo", "newslogo", "icon", "favicon", "ico",
                "gravatar", "avatar", "sprite", "badge", "button", "btn", "emoji", "smiley", "smilie",
                "emoticon", "share", "spacer", "pixel", "blank", "spinner", "loader", "loading", "placeholder", "divider", "arrow", "bullet",
                "rating", "stars", "captcha", "qrcode", "barcode", "watermark", "dummy", "transparent", "clear");
        private static final Pattern DECORATION_HOSTS = Pattern.compile("gravatar\\.com|/images/core/emoji/|twemoji|shields\\.io|img\\.shields"
                + "|/wp-includes/|/smilies/|badge\\.svg|apple-touch-icon|/favicons?/|buysellads|platform-lookaside");
        private static final List<String> ADVERTISING = List.of("ad", "ads", "advert", "advertisement", "adserver", "banner", "sponsor",
                "sponsored", "promo", "werbung", "anzeige", "publicite", "pub");
        private static final Pattern ADVERTISERS = Pattern.compile("//[^/]*(doubleclick|googlesyndication|adserver|adform|taboola|outbrain|adnxs"
                + "|criteo|amazon-adsystem|awin1|tradedoubler|ads?\\.)|/banner-ads?/|banner-ad\\b");
        private static final List<String> DEFAULTS = List.of("default", "fallback", "noimage", "nopic", "nophoto", "generic", "missing",
                "unavailable", "og-default", "sharing", "facebook", "twitter", "opengraph", "ogimage", "fb");
        private static final List<String> PEOPLE = List.of("author", "autor", "auteur", "headshot", "byline", "columnist", "contributor", "staff",
                "mugshot", "profilepic", "profile", "userpic", "people-thumb");
        private static final List<String> GRAPHICS = List.of("chart", "graph", "diagram", "infographic", "screenshot", "map", "table", "karte", "grafik");
        private static final Pattern CARD = Pattern.compile("opengraph-image|og[-_]image|/og/|/api/og"
                + "|[-_/](social|twitter|facebook|share|sharing|og)[-_](card|image|preview|share|thumb)|socialcard|social-media-image"
                + "|card\\.(png|jpe?g)|/cards?/og|opengraph\\.githubassets");
        private static final Pattern GIF = Pattern.compile("\\.gif([?#]|$)");
        private static final Pattern UNREADABLE = Pattern.compile("\\.(svgz?|ico|avif|heic|heif|tiff?|pdf|mp4|webm|mp3|m4a|ogg|eps|psd)([?#]|$)|^data:|^(?!https?://)");
        private static final List<String> AROUND_ADVERTISING = List.of("ad", "ads", "advert", "advertisement", "advertising", "sponsor",
                "sponsored", "promo", "promotion", "promoted", "outbrain", "taboola", "werbung", "anzeige", "newsletter", "signup",
                "subscribe", "paywall", "affiliate");
        private static final List<String> AROUND_OTHERS = List.of("related", "recommended", "recommendation", "recommendations", "teaser",
                "teasers", "sidebar", "readmore", "morestories", "trending", "popular", "aside", "complementary", "outline",
                "similar", "suggested", "latest", "mostread", "upnext", "carousel-related", "verwandt", "liees");
        private static final List<String> AROUND_AUTHORS = List.of("author", "authors", "byline", "bio", "biography", "avatar", "vcard",
                "contributor", "contributors", "autor", "auteur", "comment", "comments", "commentlist", "profile");
        private static final List<String> AROUND_SHARING = List.of("share", "sharing", "sharedaddy", "social", "emoji", "smiley", "icon", "icons",
                "logo", "footer", "nav", "navigation", "menu", "toolbar", "rating", "sharecount");
    }
}
