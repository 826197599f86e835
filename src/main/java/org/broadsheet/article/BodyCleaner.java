package org.broadsheet.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Article HTML from outside, cleaned by an allow-list (F7): what carries text and structure stays, everything that runs, tracks, styles or
 * embeds goes. Links and pictures are absolute, without tracking parameters. Cleaning twice gives the same.
 *
 * <p>No element of the list has raw text or a namespace of its own, no id or name stays, and all text and attributes are written anew: so a
 * browser has nothing to read differently (mutation XSS, DOM clobbering).
 */
public final class BodyCleaner {

    private static final Set<String> DROPPED_WITH_CONTENT = Set.of("script", "style", "noscript", "template", "iframe", "object", "embed", "applet",
            "form", "svg", "math", "nav", "button", "select", "textarea", "input", "audio", "video", "canvas", "head", "title", "noembed", "noframes",
            "xmp", "plaintext", "listing", "frameset", "link", "meta", "base", "dialog", "menu", "map", "datalist", "progress", "meter");
    private static final String HIDDEN = "[hidden],[aria-hidden=true]:not(:has(img))";
    private static final Pattern HIDING = Pattern.compile("(?i)(^|[;\\s])(display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all|max-height\\s*:\\s*0(px)?\\s*(;|$)"
            + "|font-size\\s*:\\s*[01](px|pt)?\\s*(;|!|$))");
    private static final int MOST_ROUNDS = 5;
    private static final Cleaner ALLOW_LIST = new Cleaner(new Safelist()
            .addTags("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "em", "strong", "b", "i", "u", "s",
                    "del", "ins", "sub", "sup", "small", "mark", "cite", "q", "abbr", "dfn", "var", "samp", "time", "code", "pre", "kbd", "wbr", "figure",
                    "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img", "span", "div", "ruby", "rt", "rp", "bdi", "bdo")
            .addAttributes(":all", "lang", "dir")
            .addAttributes("a", "href").addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addAttributes("img", "src", "alt", "title", "width", "height")
            .addAttributes("abbr", "title").addAttributes("td", "colspan", "rowspan").addAttributes("th", "colspan", "rowspan"));

    /** Ours, since the library would parse each address once more, which takes a quarter of all the time. */
    private static final Pattern LINK = Pattern.compile("(?is)(https?://|mailto:).*");
    private static final Pattern PICTURE = Pattern.compile("(?is)https?://.*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");
    private static final Pattern DIRECTION = Pattern.compile("(?i)ltr|rtl|auto");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private BodyCleaner() {
    }

    /**
     * @param base where the HTML was found; relative references are resolved against it
     * @return clean HTML, "" if nothing is left
     */
    public static String clean(String html, String base) {
        return clean(html, base, Locale.ENGLISH).html();
    }

    /** @param language of the words that stand for players and films */
    static CleanBody clean(String html, String base, Locale language) {
        if (html == null || html.isBlank()) {
            return CleanBody.EMPTY;
        }
        var input = BodyLimits.readable(html);
        var clean = input.html();
        var cut = input.cut();
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var next = once(clean, base, language);
            cut |= next.cut();
            if (next.html().equals(clean)) {
                return new CleanBody(clean, cut);
            }
            clean = next.html();
        }
        return new CleanBody("<p>" + Entities.escape(CleanText.line(clean)) + "</p>", cut); // it reads differently each time, so it is hostile
    }

    private static CleanBody once(String html, String base, Locale language) {
        var document = Jsoup.parseBodyFragment(withoutMarks(html), base);
        var body = document.body();
        var pruned = BodyLimits.prune(body);
        RelativeLinks.adoptBases(body);
        Embeds.intoLinks(body, language);
        PictureMarkup.settle(body);
        Formulas.intoText(body);
        drop(body);
        EditorMarkup.tidy(body);
        Links.settle(body);
        PageFurniture.remove(body);
        LayoutTables.unwrap(body);
        BlockOrder.settle(body);
        var cut = BodyLimits.cut(body) | pruned;
        return new CleanBody(written(document), cut);
    }

    private static void drop(Element body) {
        for (var element : body.select("*")) {
            if (element != body && (DROPPED_WITH_CONTENT.contains(element.normalName()) || isHidden(element)) && element.parent() != null) {
                element.remove();
            }
        }
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden") || element.hasAttr("style") && HIDING.matcher(element.attr("style")).find()
                || element.hasAttr("aria-hidden") && element.is(HIDDEN);
    }

    /** The marks go last: as character references they would survive a look at the source. */
    private static String written(Document document) {
        var clean = ALLOW_LIST.clean(document);
        clean.outputSettings().prettyPrint(false);
        for (var element : clean.body().select("[href],[src],[lang],[dir],[width],[height],[colspan],[rowspan]")) {
            keep(element, "href", LINK);
            keep(element, "src", PICTURE);
            keep(element, "lang", LANGUAGE);
            keep(element, "dir", DIRECTION);
            keep(element, "width", NUMBER);
            keep(element, "height", NUMBER);
            keep(element, "colspan", NUMBER);
            keep(element, "rowspan", NUMBER);
        }
        return withoutMarks(clean.body().html()).strip();
    }

    private static void keep(Element element, String attribute, Pattern form) {
        if (element.hasAttr(attribute) && !form.matcher(element.attr(attribute)).matches()) {
            element.removeAttr(attribute);
        }
    }

    private static String withoutMarks(String html) {
        var first = 0;
        while (first < html.length() && !isMark(html.charAt(first))) {
            first++;
        }
        if (first == html.length()) {
            return html;
        }
        var kept = new StringBuilder(html.length()).append(html, 0, first);
        for (var place = first; place < html.length(); place++) {
            if (!isMark(html.charAt(place))) {
                kept.append(html.charAt(place));
            }
        }
        return kept.toString();
    }

    /** Controls, overrides of direction, byte order marks, and the private marks of our slots. */
    private static boolean isMark(char letter) {
        if (letter < 0x7F) {
            return letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r';
        }
        return letter <= 0x9F || letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069 || letter == 0xE000 || letter == 0xE001 || letter == 0xFEFF || letter >= 0xFFFE;
    }
}
