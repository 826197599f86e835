package org.broadsheet.mail.lint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Where links lead, and what they say (D7, D11, A38). */
final class LinkCheck implements Check {

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]{0,30}):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TEL = Pattern.compile("tel:\\+[0-9][0-9().\\-]{3,25}(;[\\w\\-=.;+]{1,60})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAILTO = Pattern.compile("mailto:[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"?]{1,255}(,[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"?]{1,255}){0,10}(\\?.*)?|mailto:\\?.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}(@|%40)[a-z0-9-]{1,63}\\.[a-z]{2,24}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOWN_HOST = Pattern.compile("(?:https?://)?((?:[a-z0-9-]{1,63}\\.){1,6}(?:com|org|net|edu|gov|info|biz|io|co|de|fr|es|nl|uk|eu|ch|at|be|it|se|no|dk|us|ca|au))(?:[/?#:]\\S*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> SHORTENERS = Set.of("bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly", "t.ly", "tiny.cc", "lnkd.in", "rb.gy",
            "shorturl.at", "bl.ink", "dlvr.it", "v.gd", "s.id");

    @Override
    public void look(Inspection mail, Findings findings) {
        var page = mail.page();
        Map<String, String> leadsTo = new HashMap<>();
        Set<String> told = new HashSet<>();
        page.elements().stream().filter(element -> element.normalName().equals("a") || element.normalName().equals("area")).forEach(link -> {
            if (!link.hasAttr("href")) {
                if (!link.hasAttr("name") && link.id().isEmpty()) {
                    findings.add(Rule.LINK_EMPTY, page.place(link), "A link has no address.");
                }
                return;
            }
            address(page, link, link.attr("href").strip(), findings);
            words(page, link, leadsTo, told, findings);
        });
        recipients(mail, findings);
    }

    private static void address(Markup page, Element link, String href, Findings findings) {
        var place = page.place(link, "href");
        var scheme = SCHEME.matcher(href);
        if (href.isEmpty()) {
            findings.add(Rule.LINK_EMPTY, page.place(link), "A link has an empty address.");
        } else if (Unresolved.inAddress(href)) {
            findings.add(Rule.LINK_UNRESOLVED, place, "A link leads to an expression of a template: " + Place.snippet(href) + ".");
        } else if (href.equals("#")) {
            findings.add(Rule.LINK_NOWHERE, place, "A link leads to # and so nowhere.");
        } else if (href.startsWith("#")) {
            findings.add(Rule.LINK_ANCHOR, place, "A link leads to a place in the mail itself.");
        } else if (!scheme.matches()) {
            findings.add(Rule.LINK_RELATIVE, place, "A link has no whole address: " + Place.snippet(href) + ".");
        } else {
            byScheme(place, scheme.group(1).toLowerCase(Locale.ROOT), href, findings);
        }
    }

    private static void byScheme(Place place, String scheme, String href, Findings findings) {
        switch (scheme) {
            case "http", "https" -> web(place, href, scheme, findings);
            case "tel" -> {
                if (!TEL.matcher(href).matches()) {
                    findings.add(Rule.LINK_TEL, place, "A telephone number is not as it is dialled from anywhere: " + Place.snippet(href) + ".");
                }
            }
            case "mailto" -> {
                if (!MAILTO.matcher(href).matches()) {
                    findings.add(Rule.LINK_MAILTO, place, "A mail address is not one: " + Place.snippet(href) + ".");
                }
            }
            case "sms", "xmpp", "webcal" -> findings.add(Rule.LINK_SCHEME, Verdict.WARNING, place, "Not every client follows a link to " + scheme + ":.");
            default -> findings.add(Rule.LINK_SCHEME, place, "A link leads to " + scheme + ":, which clients do not follow.");
        }
    }

    private static void web(Place place, String href, String scheme, Findings findings) {
        var host = host(href);
        if (host.isEmpty()) {
            findings.add(Rule.LINK_MALFORMED, place, "A link has an address that cannot be read: " + Place.snippet(href) + ".");
            return;
        }
        if (scheme.equals("http")) {
            findings.add(Rule.LINK_INSECURE, place, "A link leads to http: and not https:.");
        }
        if (Placeholders.isHost(host.get())) {
            findings.add(Rule.LINK_PLACEHOLDER, place, "A link leads to " + host.get() + ", which only holds the place of an address.");
        }
        if (SHORTENERS.contains(host.get())) {
            findings.add(Rule.LINK_SHORTENER, place, "A link is hidden by the shortener " + host.get() + ".");
        }
        if (EMAIL.matcher(href.substring(href.indexOf("//") + 2)).find()) {
            findings.add(Rule.LINK_PERSONAL, place, "A link holds a mail address.");
        }
    }

    /** In lower case; empty if the address cannot be read. Characters beyond ASCII are allowed, as browsers allow them. */
    static Optional<String> host(String href) {
        try {
            var uri = new URI(href.strip().replaceAll("[|\\[\\]^`{}\\\\]", "_"));
            var authority = uri.getRawAuthority();
            if (authority == null || authority.isBlank()) {
                return Optional.empty();
            }
            var host = authority.substring(authority.lastIndexOf('@') + 1).replaceAll(":\\d*$", "").toLowerCase(Locale.ROOT);
            return host.isEmpty() || host.startsWith(".") || host.contains("..") ? Optional.empty() : Optional.of(host);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static void words(Markup page, Element link, Map<String, String> leadsTo, Set<String> told, Findings findings) {
        var words = words(link);
        var href = link.attr("href").strip();
        if (Markup.isBlank(words)) {
            if (link.select("img:not([alt])").isEmpty()) { // else it is said of the picture
                findings.add(Rule.LINK_WITHOUT_TEXT, page.place(link), "A link has no words.");
            }
            return;
        }
        var key = words.toLowerCase(Locale.ROOT);
        if (Phrases.EMPTY_LINKS.contains(key.replaceAll("[^\\p{L}\\p{M}\\p{N} ]+", "").strip())) {
            findings.add(Rule.LINK_TEXT, page.place(link), "A link says only \"" + Place.snippet(words) + "\".");
        }
        var before = Markup.isBlank(link.text()) ? null : leadsTo.putIfAbsent(key, href); // of pictures alone, the same is said of their alt texts
        if (before != null && !before.equals(href) && told.add(key + "\n" + href)) {
            findings.add(Rule.LINK_TEXT_REPEATED, page.place(link), "Links that say \"" + Place.snippet(words) + "\" lead to different places.");
        }
        var shown = SHOWN_HOST.matcher(words);
        if (shown.matches() && href.regionMatches(true, 0, "http", 0, 4)) {
            var host = host(href).orElse("");
            if (!bare(host).equals(bare(shown.group(1).toLowerCase(Locale.ROOT)))) {
                findings.add(Rule.LINK_HOST, page.place(link), "A link shows " + Place.snippet(words) + " and leads to " + host + ".");
            }
        }
    }

    private static String bare(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String words(Element link) {
        var text = new StringBuilder(link.attr("aria-label").isBlank() ? link.text() : link.attr("aria-label"));
        if (link.attr("aria-label").isBlank()) {
            link.select("img[alt]").forEach(image -> text.append(' ').append(image.attr("alt")));
        }
        return text.toString().strip();
    }

    private static void recipients(Inspection mail, Findings findings) {
        mail.message().ifPresent(message -> message.recipients().forEach(address -> {
            var html = mail.page().source().toLowerCase(Locale.ROOT);
            for (var written : new String[] {address, address.replace("@", "%40")}) {
                var at = html.indexOf(written);
                if (at > 0 && html.lastIndexOf("=\"http", at) > html.lastIndexOf('>', at)) {
                    findings.add(Rule.LINK_PERSONAL, mail.html(at), "A link holds the reader's address.");
                }
            }
        }));
    }
}
