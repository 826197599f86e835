package org.broadsheet.article;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Pictures that are there to count readers, or to decorate. */
final class TrackingPixels {

    private static final Pattern COUNTERS = Pattern.compile(
            "feedburner|feedsportal|/pixel|pixel\\.|/beacon|stats\\.wordpress|doubleclick|/track(ing)?[./?]|/open\\.(gif|php)|spacer\\.gif|blank\\.gif|1x1"
                    + "|googleads|google-analytics|scorecardresearch|quantserve|facebook\\.com/tr\\b|/wf/open|list-manage\\.com/track|mailtrack|/o\\.gif|ioam\\.de|vgwort|chartbeat|/count(er)?\\.(gif|png|php)|/impression|/p\\.gif");
    private static final Pattern TINY_STYLE = Pattern.compile("(?i)(?:^|[;\\s])(?:max-)?(?:width|height)\\s*:\\s*[0-3](?:px)?\\s*(?:;|!|$)|display\\s*:\\s*none|visibility\\s*:\\s*hidden");

    private TrackingPixels() {
    }

    static boolean isPixel(Element image, String source) {
        return tiny(image.attr("width")) || tiny(image.attr("height")) || TINY_STYLE.matcher(image.attr("style")).find() || isCounter(source);
    }

    /** By its address alone. */
    static boolean isCounter(String source) {
        return COUNTERS.matcher(source.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean tiny(String size) {
        return size.strip().matches("[0-3](\\.\\d+)?(px)?");
    }
}
