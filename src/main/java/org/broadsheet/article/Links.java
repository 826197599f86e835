package org.broadsheet.article;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.broadsheet.platform.WebAddress;
import org.jsoup.nodes.Element;

/** Addresses in a body: absolute, without what tells where the reader came from, without detours through those who count clicks. */
final class Links {

    /** Needs no resolving. */
    private static final Pattern ABSOLUTE = Pattern.compile("https?://[a-z0-9.-]+(:\\d+)?/[!#-;=?-\\[\\]_a-z~]*");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]");
    /** Host and path of redirectors that carry the target in a parameter. */
    private static final Pattern DETOUR = Pattern.compile("(?i)https?://((www\\.)?google\\.[a-z.]{2,6}/url|lm?\\.facebook\\.com/l\\.php|l\\.instagram\\.com/|out\\.reddit\\.com/"
            + "|t\\.umblr\\.com/redirect|slack-redir\\.net/link|[a-z0-9]+\\.safelinks\\.protection\\.outlook\\.com/|(www\\.)?youtube\\.com/redirect|steamcommunity\\.com/linkfilter/"
            + "|exit\\.sc/|away\\.vk\\.com/away\\.php|vk\\.com/away\\.php)[^?]*\\?.*");
    private static final Set<String> TARGETS = Set.of("q", "url", "u", "z", "to");
    /** Back from a note to the text: of no use once notes have no marks. */
    private static final Pattern BACK = Pattern.compile("[\\s\\u21A9\\u2191\\uFE0E\\uFE0F^\\u23CE\\u2934]+");
    private static final int DETOURS = 3;

    private Links() {
    }

    static void settle(Element body) {
        for (var link : body.select("a")) {
            var href = link.attr("href").strip();
            if (href.startsWith("#")) {
                withinThePage(link);
            } else if (link.hasAttr("href")) {
                address(link, "href");
            }
            if (!link.hasAttr("href") && link.parent() != null) {
                link.unwrap();
            }
        }
    }

    /** Marks go, since a page that shows several articles has only one of each name; so do links to them. The notes' text stays where it was. */
    private static void withinThePage(Element link) {
        if (link.hasText() && BACK.matcher(link.text()).matches()) {
            link.remove();
        } else {
            link.removeAttr("href");
        }
    }

    /** Makes a reference absolute and takes tracking off it; one that is of no use is removed. */
    static void address(Element element, String attribute) {
        var given = element.attr(attribute).strip();
        var absolute = ABSOLUTE.matcher(given).matches() ? given : element.absUrl(attribute);
        var scheme = absolute.length() < 8 ? absolute : absolute.substring(0, 8).toLowerCase(Locale.ROOT);
        if (scheme.startsWith("http://") || scheme.startsWith("https://")) {
            element.attr(attribute, CanonicalAddress.withoutTracking(SPACE.matcher(direct(absolute)).replaceAll("%20")));
        } else if (scheme.startsWith("mailto:")) {
            element.attr(attribute, SPACE.matcher(absolute).replaceAll("%20"));
        } else {
            element.removeAttr(attribute);
        }
    }

    private static String direct(String address) {
        var here = address;
        for (var detour = 0; detour < DETOURS && DETOUR.matcher(here).matches(); detour++) {
            here = target(here);
        }
        return here;
    }

    private static String target(String address) {
        for (var parameter : address.substring(address.indexOf('?') + 1).split("[&#]")) {
            var parts = parameter.split("=", 2);
            if (parts.length == 2 && TARGETS.contains(parts[0]) && parts[1].length() > 10) {
                var target = decoded(parts[1]);
                if (WebAddress.of(target).isPresent()) {
                    return target;
                }
            }
        }
        return address;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
