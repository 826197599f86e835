package org.broadsheet.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.broadsheet.platform.WebAddress;

/** What the form of an address alone tells of the page behind it. */
final class LinkShape {

    private static final Pattern DATED = Pattern.compile("/(19|20)\\d{2}[/-]?(0?[1-9]|1[0-2]|[a-z]{3})([/-]?\\d{1,2})?[/-]");
    private static final Pattern YEAR = Pattern.compile("/(19|20)\\d{2}/");
    private static final Pattern SLUG = Pattern.compile("[^/]*(?:[-_][^/-_]{1,30}){3,}[^/]*/?$");
    private static final Pattern NUMBERED = Pattern.compile("(?<!\\d)\\d{5,}(?!\\d)|[0-9a-f]{8}-[0-9a-f]{4}-");
    private static final Pattern DOCUMENT = Pattern.compile("\\.(s?html?|php|aspx?|jsp|shtml|ece|story)$");
    private static final Pattern QUERY_ID = Pattern.compile("[?&](id|p|t|tid|nid|story|article|artikel|newsid|news_id|topic|thread|[a-z_]*id)=[\\w-]+");
    private static final Pattern CODED = Pattern.compile("%[0-9a-f]{2}.*%[0-9a-f]{2}.*%[0-9a-f]{2}");
    private static final Pattern NO_PAGE = Pattern.compile("\\.(jpe?g|png|gif|webp|avif|svg|ico|mp3|mp4|m4a|mov|webm|ogg|pdf|zip|gz|tgz|exe|dmg"
            + "|docx?|xlsx?|pptx?|epub|css|js|json|xml|rss|atom|ics|txt)$");
    private static final Pattern PAGED = Pattern.compile("/(page|seite|pagina|p)[/-]?\\d{1,5}/?$|[?&](page|paged|offset|start|seite|pg)=\\d*$");
    /** Wherever they stand, what follows is a list or a service. */
    private static final Set<String> LISTS = Set.of("tag", "tags", "category", "categories", "author", "authors", "autor", "autoren", "auteur", "auteurs", "kategorie",
            "schlagwort", "mot-cle", "etiqueta", "etiquetas", "categoria", "user", "users", "member", "members", "profile", "profil", "search", "suche", "recherche", "login",
            "signin", "sign-in", "log-in", "logout", "register", "signup", "sign-up", "account", "konto", "cart", "checkout", "wp-login.php", "wp-admin", "wp-content",
            "cdn-cgi", "share", "sharer", "intent", "print", "reply", "feed", "rss", "hide", "vote", "from", "newsletters", "comments", "amp-share", "ucp.php", "memberlist.php");
    /** At the end of a short path they are about the site, not its news. */
    private static final Set<String> ABOUT = Set.of("about", "about-us", "contact", "contact-us", "kontakt", "contacts", "privacy", "privacy-policy", "terms", "terms-of-use",
            "terms-of-service", "terms-and-conditions", "imprint", "impressum", "datenschutz", "agb", "ueber-uns", "a-propos", "mentions-legales", "confidentialite",
            "politique-de-confidentialite", "cookies", "cookie-policy", "cookie-settings", "faq", "help", "hilfe", "aide", "jobs", "careers", "karriere", "advertise", "advertising",
            "mediadaten", "werbung", "publicite", "sitemap", "newsletter", "subscribe", "abo", "abonnement", "abonnements", "shop", "support", "accessibility", "barrierefreiheit",
            "archive", "archives", "archiv", "index", "home", "team", "legal", "press-kit", "donate", "spenden", "events", "donations");

    private LinkShape() {
    }

    /** Whether there can be no article behind it, by all that the address tells. */
    static boolean isNoArticle(WebAddress address) {
        var path = address.path().toLowerCase(Locale.ROOT);
        var page = path.replaceFirst("\\?.*", "");
        if (page.equals("/") && !QUERY_ID.matcher(path).find() || NO_PAGE.matcher(page).find() || PAGED.matcher(path).find()) {
            return true;
        }
        var segments = segments(page);
        if (segments.stream().anyMatch(LISTS::contains) && !DATED.matcher(page).find()) {
            return true;
        }
        return segments.size() <= 2 && !segments.isEmpty() && ABOUT.contains(segments.getLast().replaceFirst("\\.\\w{2,5}$", ""));
    }

    /** From 0 to 4: how much it looks like the address of one article. */
    static int articleness(WebAddress address) {
        var path = address.path().toLowerCase(Locale.ROOT);
        var page = path.replaceFirst("\\?.*", "");
        var score = DATED.matcher(page).find() ? 3 : YEAR.matcher(page).find() ? 1 : 0;
        score += SLUG.matcher(page).find() || CODED.matcher(page).find() ? 2 : 0;
        score += NUMBERED.matcher(path).find() ? 2 : 0;
        score += QUERY_ID.matcher(path).find() ? 1 : 0;
        score += DOCUMENT.matcher(page).find() ? 1 : 0;
        score += segments(page).size() >= 2 ? 1 : 0;
        return Math.min(4, score);
    }

    /** Whether two hosts belong to one publisher, as far as names tell: all under the name that was registered. */
    static boolean sameSite(String one, String other) {
        return registered(one).equals(registered(other));
    }

    private static String registered(String host) {
        if (host.matches("[0-9.]+|.*:.*")) {
            return host;
        }
        var labels = host.split("\\.");
        var count = labels.length;
        var secondLevel = count >= 3 && labels[count - 1].length() == 2 && labels[count - 2].matches("com?|org|net|gov|ac|edu|or|ne|go|gouv|asso|github|gitlab|blogspot");
        var hosted = count >= 3 && Set.of("github.io", "gitlab.io", "blogspot.com", "wordpress.com", "substack.com", "medium.com", "netlify.app", "tumblr.com", "pages.dev",
                "vercel.app", "neocities.org", "livejournal.com").contains(labels[count - 2] + "." + labels[count - 1]);
        var kept = Math.min(count, secondLevel || hosted ? 3 : 2);
        return String.join(".", List.of(labels).subList(count - kept, count));
    }

    private static List<String> segments(String page) {
        return List.of(page.split("/")).stream().filter(segment -> !segment.isEmpty()).toList();
    }
}
