package org.broadsheet.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.broadsheet.platform.WebAddress;

/** The form of an article's address by which it is known: the same page under different decoration is one article. */
public final class CanonicalAddress {

    private static final Pattern TRACKING = Pattern.compile("(utm_|mtm_|pk_|piwik_|matomo_|hsa_|oly_|vero_|__hs|_hs)\\w*"
            + "|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|igshid|yclid|mc_cid|mc_eid|mkt_tok|ml_subscriber\\w*|s_cid|ncid|cmpid|_ga|_gl"
            + "|ref_src|ref_url|xtor|at_medium|at_campaign|wt_mc|wt_zmc|guccounter|guce_\\w+|sr_share|sharetype");

    private CanonicalAddress() {
    }

    /** The key of an address; an address that is none is its own key. */
    public static String key(String url) {
        return WebAddress.of(url).map(address -> {
            var path = withoutTracking(address.path());
            var question = path.indexOf('?');
            var page = question < 0 ? path : path.substring(0, question);
            return address.host() + (address.port() == 80 || address.port() == 443 ? "" : ":" + address.port())
                    + (page.length() > 1 && page.endsWith("/") ? page.substring(0, page.length() - 1) : page)
                    + (question < 0 ? "" : path.substring(question));
        }).orElse(url);
    }

    /** The address without parameters that say where the reader came from. */
    public static String withoutTracking(String url) {
        var question = url.indexOf('?');
        var hash = url.indexOf('#');
        if (question < 0 || hash >= 0 && hash < question) {
            return url;
        }
        var query = hash < 0 ? url.substring(question + 1) : url.substring(question + 1, hash);
        var kept = Arrays.stream(query.split("&")).filter(parameter -> !parameter.isEmpty() && !tracks(parameter)).collect(Collectors.joining("&"));
        return url.substring(0, question) + (kept.isEmpty() ? "" : "?" + kept) + (hash < 0 ? "" : url.substring(hash));
    }

    private static boolean tracks(String parameter) {
        return TRACKING.matcher(parameter.split("=", 2)[0].toLowerCase(Locale.ROOT)).matches();
    }
}
