package org.broadsheet.article;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** How much of an article is read and kept. What is cut ends with a block or, within the first one, with a word. */
final class BodyLimits {

    /** Characters of HTML that are parsed: dirty mark-up is several times the text it carries. */
    static final int READ = 4_000_000;
    /** Characters of clean HTML that are kept: about 60,000 words. */
    static final int KEPT = 400_000;
    private static final int WORTH_A_LOOK = 100_000;
    /** Elements and texts that are worked on; some of the work takes time that grows with the square of their number beside each other. */
    private static final int NODES = 40_000;
    private static final int OF_A_TAG = 12;
    private static final int OF_A_REFERENCE = 4;
    private static final Pattern INLINE_BYTES = Pattern.compile(";base64,[A-Za-z0-9+/=%]{200,}+");

    private BodyLimits() {
    }

    /** What of it is parsed; pictures written into the page itself do not count, as they are dropped anyway. */
    static CleanBody readable(String html) {
        var lean = html.length() > WORTH_A_LOOK ? INLINE_BYTES.matcher(html).replaceAll(";base64,") : html;
        return lean.length() <= READ ? new CleanBody(lean, false) : new CleanBody(lean.substring(0, cutAt(lean)), true);
    }

    /** Before a tag if there is one near, else between words. */
    private static int cutAt(String html) {
        var tag = html.lastIndexOf('<', READ);
        if (tag > READ - READ / 8) {
            return tag;
        }
        var space = html.lastIndexOf(' ', READ);
        return space > READ / 2 ? space : whole(html, READ);
    }

    /** As much of a parsed body as is worked on. @return whether something had to go */
    static boolean prune(Element body) {
        return end(body, NODES, node -> 1);
    }

    /** As much of a clean body as is kept. @return whether something had to go */
    static boolean cut(Element body) {
        return end(body, KEPT, BodyLimits::cost);
    }

    private static boolean end(Element body, int room, ToIntFunction<Node> cost) {
        var left = room;
        for (Node node = body; node != null; node = next(node, body)) {
            left -= cost.applyAsInt(node);
            if (left < 0) {
                endAt(body, node, left);
                return true;
            }
        }
        return false;
    }

    private static int cost(Node node) {
        return switch (node) {
            case TextNode text -> text.getWholeText().length() + OF_A_REFERENCE * (int) text.getWholeText().chars().filter(letter -> letter == '<' || letter == '>' || letter == '&').count();
            case Element element -> OF_A_TAG + element.attr("href").length() + element.attr("src").length() + element.attr("alt").length() + element.attr("title").length();
            default -> 0;
        };
    }

    private static Node next(Node node, Node top) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        var here = node;
        while (here != null && here != top && here.nextSibling() == null) {
            here = here.parentNode();
        }
        return here == null || here == top ? null : here.nextSibling();
    }

    /** Ends the body before the block in which there is no more room, or within it if it is the first. */
    private static void endAt(Element body, Node node, int left) {
        var block = outermost(node, body);
        if (block.siblingIndex() > 0) {
            removeFrom(block, body);
        } else if (node instanceof TextNode text && text.getWholeText().length() + left > 0) {
            text.text(shortened(text.getWholeText(), text.getWholeText().length() + left));
            if (node.nextSibling() != null) {
                removeFrom(node.nextSibling(), body);
            } else if (node.parentNode() != body) {
                removeAfter(node.parentNode(), body);
            }
        } else {
            removeFrom(node, body);
        }
    }

    /** The block that holds the node and has others before it; the body's own child if there is none. */
    private static Node outermost(Node node, Element body) {
        var here = node;
        while (here.parentNode() != null && here.parentNode() != body && !(here.siblingIndex() > 0 && here instanceof Element element && element.isBlock())) {
            here = here.parentNode();
        }
        return here;
    }

    private static void removeFrom(Node node, Element body) {
        if (node == body) {
            body.empty();
            return;
        }
        var parent = (Element) node.parentNode();
        truncate(parent, node.siblingIndex());
        removeAfter(parent, body);
    }

    private static void removeAfter(Node node, Element body) {
        for (var here = node; here != null && here != body; here = here.parentNode()) {
            truncate((Element) here.parentNode(), here.siblingIndex() + 1);
        }
    }

    /** All at once: taking children away one by one takes time that grows with the square of their number. */
    private static void truncate(Element parent, int kept) {
        if (kept < parent.childNodeSize()) {
            var first = List.copyOf(parent.childNodes().subList(0, kept));
            parent.empty();
            first.forEach(parent::appendChild);
        }
    }

    private static String shortened(String text, int room) {
        var end = Math.min(whole(text, Math.min(room, text.length())), text.length());
        var space = text.lastIndexOf(' ', Math.max(0, end - 1));
        return end == text.length() ? text : text.substring(0, space > 0 ? space : end);
    }

    private static int whole(String text, int end) {
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
