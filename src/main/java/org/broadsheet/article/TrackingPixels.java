package org.broadsheet.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Pictures that are there to count readers, or to decorate: told by their size, by who serves them, and by what their addresses look like. */
final class TrackingPixels {

    private static final Pattern TINY = Pattern.compile("\\s*0*[0-3](\\.\\d+)?(px|pt)?\\s*");
    private static final Pattern TINY_STYLE = Pattern.compile("(?i)(^|[;\\s])(max-)?(width|height)\\s*:\\s*[0-3](\\.\\d+)?(px|pt)?\\s*(!important\\s*)?(;|$)");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden|opacity\\s*:\\s*0(\\.0*)?\\s*(;|$)");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?:)?//([^/?#:]+)(?::\\d+)?([^?#]*)(\\?[^#]*)?.*");
    /** Whole domains that serve nothing else. */
    private static final Set<String> COUNTING = Set.of("feedsportal.com", "scorecardresearch.com", "quantserve.com", "google-analytics.com", "doubleclick.net",
            "googletagmanager.com", "googleadservices.com", "googlesyndication.com", "adnxs.com", "criteo.com", "chartbeat.net", "chartbeat.com", "imrworldwide.com", "ioam.de",
            "ivwbox.de", "vgwort.de", "xiti.com", "omtrdc.net", "2o7.net", "mktoresp.com", "pheedo.com", "feedads.g", "statcounter.com", "histats.com", "clicky.com",
            "getclicky.com", "hotjar.com", "segment.io", "mixpanel.com", "amplitude.com", "newrelic.com", "nr-data.net", "outbrain.com", "taboola.com", "mailstat.us",
            "yesware.com", "bananatag.com", "mailtrack.io", "emltrk.com", "list-manage.com", "mandrillapp.com", "matomo.cloud", "plausible.io", "goatcounter.com", "cloudflareinsights.com",
            "bluekai.com", "demdex.net", "everesttech.net", "rlcdn.com", "adsrvr.org", "yieldmo.com", "liadm.com", "sailthru.com", "exacttarget.com", "awstrack.me", "hs-analytics.net",
            "feedblitz.com", "feedburner.com", "mc.yandex.ru", "counter.yadro.ru", "top-fwz1.mail.ru");
    /** First labels of hosts that count. */
    private static final Pattern LABEL = Pattern.compile("(pixels?|px|beacons?|stats?|track(ing|er)?s?|trk|counter|metrics|telemetry|analytics|open|opens|imp|impressions?|logger|collect(or)?)\\d*");
    private static final Pattern PLACE = Pattern.compile("(?i).*/(wf/open|track/open(\\.php)?|o/[\\w=-]{20,}|oo/\\w+|open/log|e/o/[\\w=-]+"
            + "|ss/o/[\\w/.-]+|trk/open|tr/op|imp|beacon|b/ss|~r/[^/]+/~4|1\\.0/(comments|delicious|stumble|digg|reddit|twitter|facebook)|g\\.gif"
            + "|b\\.gif|__utm\\.gif|tr)(/.*)?");
    private static final Pattern FILE = Pattern.compile("(?i).*/(pixel|px|blank|spacer|clear|transparent|trans|1x1|0|1px|dot|beacon|track(er|ing)?"
            + "|open|opened|imp|impression|count(er)?|hit|stat|stats|piwik|matomo|log|view|collect|c|p|t|e"
            + "|s)(\\.(gif|png|php|aspx?|ashx|jsp|cgi|svg))");
    private static final Pattern FOLDER = Pattern.compile("(?i).*/(pixels?|beacons?|track(ing|er)?|opens?|impressions?|counter|webbug)(/.*)?");
    private static final Pattern PHOTOGRAPH = Pattern.compile("(?i).*\\.(jpe?g|webp|avif)");

    private TrackingPixels() {
    }

    /** @param source the picture's address, possibly relative */
    static boolean isPixel(Element image, String source) {
        return TINY.matcher(image.attr("width")).matches() || TINY.matcher(image.attr("height")).matches() || says(image.attr("style")) || isCounter(source);
    }

    private static boolean says(String style) {
        return !style.isEmpty() && (TINY_STYLE.matcher(style).find() || HIDDEN.matcher(style).find());
    }

    /** By its address alone. */
    static boolean isCounter(String source) {
        var address = ADDRESS.matcher(source.strip());
        if (!address.matches()) {
            return FILE.matcher("/" + source.replaceFirst("[?#].*", "")).matches() && !source.matches("(?i).*/?[0cpste]\\.(png|gif|svg)");
        }
        var host = address.group(1).toLowerCase(Locale.ROOT);
        var path = address.group(2);
        var query = address.group(3) == null ? "" : address.group(3);
        if (isCounting(host)) {
            return true;
        }
        if (PHOTOGRAPH.matcher(path).matches()) {
            return false;
        }
        var first = host.substring(0, host.indexOf('.') < 0 ? host.length() : host.indexOf('.'));
        return LABEL.matcher(first).matches() || PLACE.matcher(path).matches() && !isNamed(path, query) || named(path, query) || FOLDER.matcher(path).matches();
    }

    /** A name of one letter says something only with parameters behind it. */
    private static boolean named(String path, String query) {
        return FILE.matcher(path).matches() && (!path.matches("(?i).*/[0cpste]\\.\\w+") || query.length() > 8);
    }

    /** Whether the place is a file that a picture may have for a name. */
    private static boolean isNamed(String path, String query) {
        return path.matches("(?i).*/(g|b)\\.gif") && query.length() < 4;
    }

    private static boolean isCounting(String host) {
        for (var at = 0; at >= 0; at = host.indexOf('.', at) < 0 ? -1 : host.indexOf('.', at) + 1) {
            if (COUNTING.contains(host.substring(at))) {
                return true;
            }
        }
        return host.equals("pixel.wp.com") || host.equals("stats.wordpress.com") || host.equals("bat.bing.com") || host.equals("px.ads.linkedin.com");
    }
}
