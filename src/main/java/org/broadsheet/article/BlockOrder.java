package org.broadsheet.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Paragraphs and headings as an editor would set them: runs of line breaks are paragraphs, headings go down by one level at a time, nothing is empty. */
final class BlockOrder {

    private static final String HOLDERS = "p,div,blockquote,li,td,dd,figcaption";
    /** Not paragraphs alone: what is left of a dropped picture or script is often wrapped several times. */
    private static final String MAY_NOT_BE_EMPTY = "p,div,span,figure,figcaption,blockquote,ul,ol,li,dl,dt,dd,h2,h3,h4,h5,h6,a,b,i,em,strong,u,s,del,ins,small,mark,sup,sub,cite,q,"
            + "code,pre,abbr,ruby,bdi,bdo,table,tbody,thead,tfoot,tr,caption";
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\u200B\\u200C\\u200D\\u2060\\uFEFF]*");
    private static final int HIGHEST = 2;
    private static final int LOWEST = 6;

    /** A heading's level as it was and as it is now. */
    private record Level(int given, int set) {
    }

    private BlockOrder() {
    }

    static void settle(Element body) {
        headings(body);
        split(body);
        body.select(HOLDERS).forEach(holder -> {
            if (holder.parent() != null && !isPreformatted(holder)) {
                split(holder);
            }
        });
        dropEmpty(body);
        body.select("div").forEach(BlockOrder::unwrapSoup);
        body.select("br").forEach(BlockOrder::dropAtAnEdge);
        dropEmpty(body);
    }

    private static void headings(Element body) {
        var above = new ArrayDeque<Level>();
        for (var heading : body.select("h1,h2,h3,h4,h5,h6")) {
            var given = heading.normalName().charAt(1) - '0';
            while (!above.isEmpty() && above.peek().given() >= given) {
                above.pop();
            }
            var set = above.isEmpty() ? HIGHEST : Math.min(LOWEST, above.peek().set() + 1);
            above.push(new Level(given, set));
            heading.tagName("h" + set);
        }
    }

    /** Two line breaks or more are the end of a paragraph. */
    private static void split(Element holder) {
        var children = new ArrayList<>(holder.childNodes());
        if (!hasRun(children)) {
            return;
        }
        var blocks = new ArrayList<Node>();
        var line = new ArrayList<Node>();
        for (var place = 0; place < children.size(); place++) {
            var child = children.get(place);
            if (child.nameIs("br") && runLength(children, place) > 1) {
                flush(line, blocks);
                place += runSpan(children, place) - 1;
            } else if (child instanceof Element element && element.isBlock() && !element.nameIs("br")) {
                flush(line, blocks);
                blocks.add(child);
            } else {
                line.add(child);
            }
        }
        flush(line, blocks);
        holder.empty();
        blocks.forEach(holder::appendChild);
        if (holder.nameIs("p")) {
            holder.unwrap();
        }
    }

    private static boolean hasRun(List<Node> children) {
        for (var place = 0; place < children.size(); place++) {
            if (children.get(place).nameIs("br") && runLength(children, place) > 1) {
                return true;
            }
        }
        return false;
    }

    private static int runLength(List<Node> children, int from) {
        return (int) children.subList(from, from + runSpan(children, from)).stream().filter(node -> node.nameIs("br")).count();
    }

    /** How many nodes a run of line breaks and space takes. */
    private static int runSpan(List<Node> children, int from) {
        var place = from;
        while (place < children.size() && (children.get(place).nameIs("br") || isBlank(children.get(place)))) {
            place++;
        }
        return place - from;
    }

    private static void flush(List<Node> line, List<Node> blocks) {
        if (line.stream().anyMatch(node -> !isBlank(node) && !node.nameIs("br"))) {
            var paragraph = new Element("p");
            line.forEach(paragraph::appendChild);
            blocks.add(paragraph);
        }
        line.clear();
    }

    /** From the end, so that what holds nothing but empty elements goes, too, in one pass. */
    private static void dropEmpty(Element body) {
        body.select(MAY_NOT_BE_EMPTY).reversed().stream().filter(element -> element != body && element.parent() != null)
                .filter(element -> element.childNodes().stream().allMatch(node -> isBlank(node) || node.nameIs("br") || isComment(node)))
                .forEach(BlockOrder::dropped);
    }

    /** The space that an empty element had may be what keeps two words apart. */
    private static void dropped(Element element) {
        if (element.isBlock() || element.childNodeSize() == 0) {
            element.remove();
        } else {
            element.unwrap();
        }
    }

    /** A {@code div} that only holds one other block, or nothing but blocks, says nothing. */
    private static void unwrapSoup(Element div) {
        var needless = div.parent() != null && !div.hasAttr("lang") && !div.hasAttr("dir") && div.childrenSize() > 0
                && div.childNodes().stream().allMatch(node -> isBlank(node) || isComment(node) || node instanceof Element element && element.isBlock() && !element.nameIs("br"));
        if (needless) {
            div.unwrap();
        }
    }

    private static void dropAtAnEdge(Element br) {
        var parent = br.parent();
        if (parent == null || isPreformatted(br)) {
            return;
        }
        if (atEdge(br, -1) || atEdge(br, 1)) {
            br.remove();
        }
    }

    private static boolean atEdge(Element br, int direction) {
        Node beside = direction < 0 ? br.previousSibling() : br.nextSibling();
        while (beside != null && isBlank(beside)) {
            beside = direction < 0 ? beside.previousSibling() : beside.nextSibling();
        }
        return beside == null ? br.parent().isBlock() : beside instanceof Element element && element.isBlock() && !element.nameIs("br");
    }

    private static boolean isPreformatted(Node node) {
        for (var here = node; here != null; here = here.parentNode()) {
            if (here.nameIs("pre")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text && SPACE.matcher(text.getWholeText()).matches();
    }

    private static boolean isComment(Node node) {
        return node.nodeName().startsWith("#") && !(node instanceof TextNode);
    }
}
