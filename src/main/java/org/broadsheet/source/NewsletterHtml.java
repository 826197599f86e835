package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The article in the HTML of a newsletter: without what is there for its one subscriber (the way out, settings, the address, links that count), and
 * without what is there for mail clients (hidden text, pixels, tables for layout).
 */
final class NewsletterHtml {

    private static final String BLOCK = "p,td,li,tr,div,table,center,footer,section,blockquote,ul,h1,h2,h3,h4";
    private static final int LONGEST = 1_000_000;
    /** Looking at what surrounds a link takes as long as that is; what is beyond is only unlinked. */
    private static final int MOST_SURROUNDINGS = 400;
    private static final int MOST_TABLES = 1_000;
    private static final int LONGEST_FOOTER = 900;
    private static final double LARGEST_SHARE = 0.3;
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden|max-height\\s*:\\s*0"
            + "|font-size\\s*:\\s*0|mso-hide\\s*:\\s*all|opacity\\s*:\\s*0(\\s*;|$|\\.0)");
    private static final Pattern TINY = Pattern.compile("(?i)(?<![a-z-])(width|height)\\s*:\\s*[0-3]px");

    private static final Set<String> PICTURE = Set.of("src", "alt", "width", "height");

    /**
     * What a newsletter's HTML holds.
     *
     * @param view     where the same is on the web, for everybody
     * @param pictures Content-IDs of the pictures that it shows from the mail itself, in their order
     */
    record Read(String html, String text, Optional<String> view, List<String> pictures) {
    }

    private final Document document;
    private final PersonalLinks links;
    private final int length;
    private int surroundings;

    private NewsletterHtml(String html, PersonalLinks links) {
        this.document = Jsoup.parse(html.substring(0, Math.min(LONGEST, html.length())));
        this.links = links;
        document.outputSettings().prettyPrint(false);
        document.select("head,style,script,title,meta,link,noscript,template").remove();
        document.select("[style]").stream().filter(element -> HIDDEN.matcher(element.attr("style")).find()).forEach(Node::remove);
        this.length = document.body().text().length();
    }

    static Read read(String html, PersonalLinks links) {
        return new NewsletterHtml(html, links).read();
    }

    private Read read() {
        var view = view();
        dropFooters();
        dropAddresses();
        document.select("a[href]").forEach(this::settle);
        var pictures = pictures();
        unwrapLayout();
        return new Read(document.body().html(), document.body().text(), view, pictures);
    }

    private Optional<String> view() {
        var found = new ArrayList<String>();
        for (var link : document.select("a[href]")) {
            if (link.root() == document && (NewsletterWords.isView(link.text()) || isAloneInView(link))) {
                links.publishable(link.attr("href")).ifPresent(found::add);
                drop(link);
            }
        }
        return found.stream().findFirst();
    }

    /** "Can't see this? Click here" and the like. */
    private boolean isAloneInView(Element link) {
        return surroundings++ < MOST_SURROUNDINGS && NewsletterWords.isView(link.parent().text()) && link.parent().select("a").size() == 1;
    }

    private void dropFooters() {
        for (var link : document.select("a[href]")) {
            if (link.root() == document && (NewsletterWords.isLeaving(link.text()) || links.isExit(link.attr("href")) && isLeaving(link))) {
                drop(link);
            }
        }
    }

    /** "To unsubscribe, click here"; in the middle of an article the link alone goes. */
    private boolean isLeaving(Element link) {
        return surroundings++ < 2 * MOST_SURROUNDINGS && Optional.ofNullable(link.closest(BLOCK)).filter(block -> NewsletterWords.isLeaving(block.text())).isPresent();
    }

    private void dropAddresses() {
        for (var element : document.body().select("*")) {
            for (var text : element.textNodes()) {
                if (element.root() == document && links.names(text.text())) {
                    drop(text);
                }
            }
        }
    }

    /** The whole footer where it is one, else the line. */
    private void drop(Node node) {
        if (surroundings++ > 3 * MOST_SURROUNDINGS) {
            node.remove();
            return;
        }
        var own = node instanceof Element element ? element : (Element) node.parentNode();
        var block = Optional.ofNullable(own.closest(BLOCK)).filter(this::isSmall);
        if (block.isEmpty()) {
            dropLine(node);
            return;
        }
        var largest = block.get();
        while (largest.parent() != null && largest.parent() != document.body() && isSmall(largest.parent())) {
            largest = largest.parent();
        }
        largest.remove();
    }

    private boolean isSmall(Element block) {
        var size = block.text().length();
        return block != document.body() && size <= LONGEST_FOOTER && (size <= length * LARGEST_SHARE || block.select("p,tr,div").isEmpty() && size <= length * 0.6)
                && block.select("h1,h2").isEmpty();
    }

    /** Up to the line breaks before and behind it. */
    private static void dropLine(Node node) {
        var line = new ArrayList<Node>(List.of(node));
        for (var next = node.nextSibling(); next != null && isInLine(next); next = next.nextSibling()) {
            line.add(next);
        }
        for (var before = node.previousSibling(); before != null && isInLine(before); before = before.previousSibling()) {
            line.add(before);
        }
        line.forEach(Node::remove);
    }

    private static boolean isInLine(Node node) {
        return node instanceof TextNode || node instanceof Element element && !element.nameIs("br") && !element.isBlock();
    }

    private void settle(Element link) {
        var publishable = links.publishable(link.attr("href"));
        if (publishable.isPresent()) {
            link.attr("href", publishable.get());
        } else {
            link.unwrap();
        }
    }

    private List<String> pictures() {
        var found = new ArrayList<String>();
        for (var image : document.select("img")) {
            var source = image.attr("src").strip();
            if (source.regionMatches(true, 0, "cid:", 0, 4)) {
                found.add(source.substring(4));
                image.remove();
            } else {
                settlePicture(image, source);
            }
        }
        return found;
    }

    /** One address alone: others could count the subscriber just as well. */
    private void settlePicture(Element image, String source) {
        var publishable = links.publishable(source);
        if (TINY.matcher(image.attr("style")).find() || publishable.isEmpty()) {
            image.remove();
            return;
        }
        image.attributes().asList().stream().map(attribute -> attribute.getKey()).filter(name -> !PICTURE.contains(name)).forEach(image::removeAttr);
        image.attr("src", publishable.get());
    }

    /** From the inside. Whether a table holds data takes as long to tell as it is large; a mail of so many tables is all layout. */
    private void unwrapLayout() {
        var looked = 0;
        for (var table : document.select("table").reversed()) {
            if (looked++ >= MOST_TABLES || !isData(table)) {
                table.children().forEach(NewsletterHtml::unplace);
                table.tagName("div");
            }
        }
    }

    private static void unplace(Element part) {
        switch (part.normalName()) {
            case "tbody", "thead", "tfoot", "tr" -> {
                part.children().forEach(NewsletterHtml::unplace);
                part.tagName("div");
            }
            case "td", "th" -> part.tagName("div");
            default -> { } // a caption, or what lies between the cells
        }
    }

    private static boolean isData(Element table) {
        var border = table.attr("border").strip().toLowerCase(Locale.ROOT);
        return !table.attr("role").equals("presentation") && table.select("table table").isEmpty()
                && (!table.select("th").isEmpty() || !border.isEmpty() && !border.equals("0") && table.select("tr").size() > 1);
    }
}
