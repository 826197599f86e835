package org.broadsheet.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Article HTML from outside, cleaned by an allow-list (F7): what carries text and structure stays, everything that runs, tracks, styles or
 * embeds goes. Links and pictures are absolute, without tracking parameters. Cleaning twice gives the same.
 */
public final class BodyCleaner {

    private static final int LONGEST = 400_000;
    private static final Set<String> DROPPED_WITH_CONTENT = Set.of("script", "style", "noscript", "template", "iframe", "object", "embed", "form",
            "svg", "math", "nav", "button", "select", "textarea", "audio", "video", "canvas", "head", "title", "noembed", "noframes", "xmp",
            "plaintext", "listing");
    /** Not paragraphs alone: what is left of a dropped picture or script is often wrapped several times. */
    private static final String MAY_NOT_BE_EMPTY = "p,div,span,figure,figcaption,blockquote,ul,ol,li,h2,h3,h4,h5,h6,a,b,i,em,strong,u,s,small,mark";
    private static final int MOST_ROUNDS = 5;
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

    private static final Pattern CONTROL = Pattern.compile("[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F"
            + "\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uE000\\uE001]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]");

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
        var clean = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var next = tidy(POLICY.sanitize(prepared(clean, base)));
            if (next.equals(clean)) {
                return clean;
            }
            clean = next;
        }
        return "<p>" + Entities.escape(CleanText.line(clean)) + "</p>"; // two parsers disagree on it for good, so it is hostile
    }

    /** The marks go last: as character references they would survive a look at the source. */
    private static String tidy(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        dropEmpty(document);
        return CONTROL.matcher(document.body().html()).replaceAll("").strip();
    }

    private static String prepared(String html, String base) {
        var document = Jsoup.parseBodyFragment(CONTROL.matcher(html).replaceAll(""), base);
        document.outputSettings().prettyPrint(false);
        document.select(String.join(",", DROPPED_WITH_CONTENT)).remove();
        document.select("[hidden],[aria-hidden=true]").remove();
        document.select("h1").tagName("h2");
        document.select("img").forEach(BodyCleaner::settlePicture);
        document.select("a[href]").forEach(link -> settle(link, "href"));
        return document.body().html();
    }

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
            element.attr(attribute, CanonicalAddress.withoutTracking(SPACE.matcher(absolute).replaceAll("%20")));
        } else if (!scheme.startsWith("mailto:")) {
            element.removeAttr(attribute);
        }
    }

    /** From the end, so that what holds nothing but empty elements goes, too, in one pass. */
    private static void dropEmpty(Document document) {
        document.body().select(MAY_NOT_BE_EMPTY).reversed().stream()
                .filter(element -> element.childNodes().stream().allMatch(BodyCleaner::saysNothing)).forEach(Element::remove);
    }

    private static boolean saysNothing(Node node) {
        return node instanceof TextNode text ? SPACE.matcher(text.getWholeText()).replaceAll("").isEmpty() : node.nameIs("br");
    }
}
