package org.broadsheet.article;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Pictures that are there to count readers, or to decorate. */
final class TrackingPixels {

    private static final Pattern COUNTERS = Pattern.compile(
            "feedburner|feedsportal|/pixel|pixel\\.|/beacon|stats\\.wordpress|doubleclick|/track(ing)?[./?]|/open\\.(gif|php)|spacer\\.gif|blank\\.gif|1x1");

    private TrackingPixels() {
    }

    static boolean isPixel(Element image, String source) {
        return tiny(image.attr("width")) || tiny(image.attr("height")) || COUNTERS.matcher(source.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean tiny(String size) {
        return size.matches("[0-3](px)?");
    }
}
