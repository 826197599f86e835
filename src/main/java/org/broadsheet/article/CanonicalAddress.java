package org.broadsheet.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.broadsheet.platform.WebAddress;

/** The form of an article's address by which it is known: the same page under different decoration is one article. */
public final class CanonicalAddress {

    private static final Pattern TRACKING = Pattern.compile("(utm_|mtm_|pk_|piwik_|matomo_|hsa_|oly_|vero_|__hs|_hs|_bta_|trk_|stm_|ga_|itm_|hmb_|gad_|_branch_|wickedid|_openstat|campaign_)\\w*"
            + "|fbclid|fb_action_ids|fb_action_types|fb_source|fb_ref|fb_comment_id|mibextid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|ysclid|_ga|_gl"
            + "|mc_cid|mc_eid|mc_tc|mkt_tok|hsctatracking|_bhlid|_kx|__s|__readwiselocation|ml_subscriber\\w*|s_cid|s_kwcid|ncid|cmpid|cid_source|rb_clickid|irclickid|sc_cid|sc_campaign|sc_channel|ck_subscriber_id|dm_i|ef_id|epik"
            + "|ref_src|ref_url|xtor|at_medium|at_campaign|at_custom\\d|wt_mc|wt_zmc|guccounter|guce_\\w+|sr_share|sharetype|smid|smtyp|feature_source|ocid|traffic_source"
            + "|spm|srsltid|unicorn_click_id|zanpid|tduid|action_object_map|action_type_map|action_ref_map|mbid|icid|ftcamp|redirectedfrom");
    private static final Pattern SESSION = Pattern.compile("(?i)phpsessid|jsessionid|aspsessionid\\w*|sessionid|session_id|cfid|cftoken|sid");
    private static final Pattern SESSION_VALUE = Pattern.compile("[0-9A-Za-z_-]{16,}");
    private static final Pattern SESSION_IN_PATH = Pattern.compile("(?i);jsessionid=[^/?#]*");
    /** Another edition of the same page: for telephones, for printers. */
    private static final Pattern VARIANT = Pattern.compile("(?i)(amp|print|printable|printview|print_view|mobile|m)(=(1|true|yes|amp|html)?)?"
            + "|(outputtype|output|view|layout|format)=(amp|print|mobile|1)");
    private static final Pattern VARIANT_HOST = Pattern.compile("^(?:www\\d?|m|mobile|amp|touch|wap)\\.(?=[^.]+\\.[^.]+)");
    private static final Pattern VARIANT_LABEL = Pattern.compile("^([a-z]{2,3})\\.m\\.(?=[^.]+\\.)");
    private static final Pattern INDEX = Pattern.compile("(?i)/(?:index|default)\\.(?:html?|php\\d?|aspx?|jsp|shtml|xhtml|cfm)$");
    private static final Pattern VARIANT_PATH = Pattern.compile("(?i)(?:/amp|\\.amp(?=\\.html?$)|\\.amp|/amp\\.html?|/print|/printable)/?$");
    private static final Pattern VARIANT_START = Pattern.compile("(?i)^/amp(?=/[^/]+/)");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})");

    private CanonicalAddress() {
    }

    /**
     * The key of an address, the same for all the ways to write it and for its variants for telephones and printers; an address that is none is
     * its own key.
     */
    public static String key(String url) {
        return WebAddress.of(url).map(address -> host(address) + rest(address)).orElse(url);
    }

    /** The key without the host, for names that a source keeps when it moves; "" if there is none. */
    static String path(String url) {
        return WebAddress.of(url).map(CanonicalAddress::rest).orElse("");
    }

    /** Whether it is the front page of a site, which is no article's own. */
    static boolean isFrontPage(String url) {
        return path(url).equals("/");
    }

    /** The address without parameters that say where the reader came from. */
    public static String withoutTracking(String url) {
        var question = url.indexOf('?');
        var hash = url.indexOf('#');
        if (question < 0 || hash >= 0 && hash < question) {
            return url;
        }
        var query = hash < 0 ? url.substring(question + 1) : url.substring(question + 1, hash);
        var host = bare(url.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("[/:?#].*$", ""));
        var kept = Arrays.stream(query.split("&")).filter(parameter -> !parameter.isEmpty() && !tracks(parameter, host)).collect(Collectors.joining("&"));
        return url.substring(0, question) + (kept.isEmpty() ? "" : "?" + kept) + (hash < 0 ? "" : url.substring(hash));
    }

    private static String host(WebAddress address) {
        return bare(address.host()) + (address.port() == 80 || address.port() == 443 ? "" : ":" + address.port());
    }

    private static String bare(String host) {
        return VARIANT_LABEL.matcher(VARIANT_HOST.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("")).replaceFirst("$1.");
    }

    private static String rest(WebAddress address) {
        var path = withoutTracking(address.toString()).substring(address.toString().length() - address.path().length());
        var question = path.indexOf('?');
        var query = question < 0 ? "" : query(path.substring(question + 1));
        return page(question < 0 ? path : path.substring(0, question)) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String page(String path) {
        var page = VARIANT_PATH.matcher(INDEX.matcher(SESSION_IN_PATH.matcher(escapes(path)).replaceAll("")).replaceFirst("/")).replaceFirst("");
        page = VARIANT_START.matcher(page).replaceFirst("").replaceFirst("/+$", "");
        return page.isEmpty() ? "/" : page;
    }

    private static String query(String query) {
        return Arrays.stream(query.split("&")).filter(parameter -> !parameter.isEmpty() && !VARIANT.matcher(parameter).matches() && !isSession(parameter))
                .map(CanonicalAddress::escapes).sorted().collect(Collectors.joining("&"));
    }

    private static boolean isSession(String parameter) {
        var parts = parameter.split("=", 2);
        return parts.length == 2 && SESSION.matcher(parts[0]).matches() && SESSION_VALUE.matcher(parts[1]).matches();
    }

    /** Letters, digits and {@code -._~} stand for themselves, all else is escaped in capitals (RFC 3986, section 6.2.2). */
    private static String escapes(String text) {
        return text.indexOf('%') < 0 ? text : ESCAPE.matcher(text).replaceAll(escape -> {
            var octet = Integer.parseInt(escape.group(1), 16);
            var plain = octet < 128 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
            return plain ? String.valueOf((char) octet) : "%" + escape.group(1).toUpperCase(Locale.ROOT);
        });
    }

    /** {@code ref} names many things; where it names a site, it says where the reader came from. */
    private static boolean tracks(String parameter, String host) {
        var parts = parameter.split("=", 2);
        var name = parts[0].toLowerCase(Locale.ROOT);
        return TRACKING.matcher(name).matches() || name.equals("ref") && parts.length == 2 && isSite(parts[1], host);
    }

    private static boolean isSite(String value, String host) {
        var named = bare(java.net.URLDecoder.decode(value.replaceAll("%(?![0-9a-fA-F]{2})", ""), StandardCharsets.UTF_8).replaceFirst("^https?://", "").replaceFirst("/.*$", ""));
        return !named.isEmpty() && (named.equals(host) || Optional.of(named).filter(site -> site.matches("([a-z0-9-]+\\.)+[a-z]{2,}")).isPresent());
    }
}
