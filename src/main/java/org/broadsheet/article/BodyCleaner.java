package org.broadsheet.article;

import java.util.Locale;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Article HTML from outside, cleaned by an allow-list (F7): what carries text and structure stays, everything that runs, tracks, styles or
 * embeds goes. Links and pictures are absolute, without tracking parameters. Cleaning twice gives the same.
 */
public final class BodyCleaner {

    private static final int LONGEST = 400_000;
    private static final Set<String> DROPPED_WITH_CONTENT = Set.of("script", "style", "noscript", "template", "iframe", "object", "embed", "form",
            "svg", "math", "nav", "button", "select", "textarea", "audio", "video", "canvas", "head", "title");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "em", "strong", "b", "i",
                    "u", "s", "sub", "sup", "small", "mark", "cite", "q", "abbr", "time", "code", "pre", "kbd", "figure", "figcaption", "table",
                    "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img", "span", "div")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href").onElements("a")
            .allowAttributes("src", "alt", "title", "width", "height").onElements("img")
            .allowAttributes("colspan", "rowspan").onElements("td", "th")
            .allowAttributes("lang", "dir").globally()
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .disallowWithoutAttributes("img", "a", "span")
            .toFactory();

    private BodyCleaner() {
    }

    /**
     * @param base where the HTML was found; relative references are resolved against it
     * @return clean HTML, "" if nothing is left
     */
    public static String clean(String html, String base) {
        if (html == null || html.isBlank()) {
            return "";
        }
        var bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        return sanitised(prepared(bounded, base));
    }

    private static String sanitised(String html) {
        var once = tidy(POLICY.sanitize(html));
        var again = tidy(POLICY.sanitize(once));
        return again;
    }

    private static String tidy(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document.body().html().strip();
    }

    private static String prepared(String html, String base) {
        var document = Jsoup.parseBodyFragment(CONTROL.matcher(html).replaceAll(""), base);
        document.outputSettings().prettyPrint(false);
        document.select(String.join(",", DROPPED_WITH_CONTENT)).remove();
        document.select("[hidden],[aria-hidden=true]").remove();
        document.select("h1").tagName("h2");
        document.select("img").forEach(BodyCleaner::settlePicture);
        document.select("a[href]").forEach(link -> settle(link, "href"));
        dropEmpty(document);
        return document.body().html();
    }

    private static final java.util.regex.Pattern CONTROL = java.util.regex.Pattern.compile("[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F"
            + "\\u202A-\\u202E\\u2066-\\u2069\\uE000\\uE001]");

    private static void settlePicture(Element image) {
        var source = LazyPictures.sourceOf(image);
        if (source.isEmpty() || TrackingPixels.isPixel(image, source)) {
            image.remove();
            return;
        }
        image.attr("src", source);
        settle(image, "src");
    }

    private static void settle(Element element, String attribute) {
        var absolute = element.absUrl(attribute);
        var scheme = absolute.toLowerCase(Locale.ROOT);
        if (scheme.startsWith("http://") || scheme.startsWith("https://")) {
            element.attr(attribute, CanonicalAddress.withoutTracking(absolute));
        } else if (!scheme.startsWith("mailto:")) {
            element.removeAttr(attribute);
        }
    }

    private static void dropEmpty(Document document) {
        document.select("p,div,span,figure").forEach(element -> {
            if (!element.hasText() && element.select("img").isEmpty()) {
                element.remove();
            }
        });
    }
}
