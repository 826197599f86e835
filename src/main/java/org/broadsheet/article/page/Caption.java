package org.broadsheet.article.page;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What stands below a picture: the caption in the box around it, and the credit, marked as one or told from the caption. */
public final class Caption {

    private static final CreditLine NONE = new CreditLine("", "");
    private static final String CREDITS = "[itemprop~=(?i)(copyrightHolder|copyrightNotice|creator|creditText|author)]"
            + ", [class*=credit], [class*=Credit], [class*=copyright], [class*=Copyright], [class*=photographer], [class*=fotograf], [class*=attribution]"
            + ", [class*=image-source], [class*=imageSource], [class~=(?i)(^|[\\s_-])(source|quelle|bildquelle|byline|rights)([\\s_-]|$)]";
    private static final String CAPTIONS = "figcaption, .wp-caption-text, [itemprop=caption], [class*=caption], [class*=Caption], [class*=legend]"
            + ", [class*=bildunterschrift]";
    private static final String BOXES = "figure, .wp-caption, [itemtype$=ImageObject], [class*=wp-block-image], [class*=image-container]"
            + ", [class*=caption-container]";
    private static final Pattern EDGES = Pattern.compile("(?U)^[\\s|/·–—-]+|[\\s|/·–—-]+$");
    private static final int LONGEST = 1_000;
    private static final int LONGEST_CREDIT = 200;
    private static final int MOST_IN_BOX = 3;

    private Caption() {
    }

    /** From the box around the image that it shares with few others; nothing if there is no such box. */
    public static CreditLine of(Element image) {
        var box = image.closest(BOXES);
        if (box == null || box.select("img").size() > MOST_IN_BOX) {
            return NONE;
        }
        var caption = box.select(CAPTIONS).stream().filter(element -> isBeside(element, box)).findFirst();
        var credit = box.select(CREDITS).stream().filter(element -> isBeside(element, box) && element.text().length() < LONGEST_CREDIT)
                .filter(element -> caption.stream().noneMatch(around -> element == around || element.selectFirst("figcaption") == around)).findFirst()
                .or(() -> caption.flatMap(ClosingName::of));
        var text = caption.map(element -> without(element, credit)).orElse("");
        var named = credit.map(element -> CreditLine.marked(WhiteSpace.folded(element.text()))).filter(name -> !name.isEmpty());
        return named.map(name -> new CreditLine(EDGES.matcher(text).replaceAll(""), name)).orElseGet(() -> CreditLine.of(WhiteSpace.folded(text)));
    }

    /** What holds the picture as well is neither its caption nor its credit, whatever it is called. */
    private static boolean isBeside(Element element, Element box) {
        return element != box && element.selectFirst("img") == null;
    }

    private static String without(Element caption, Optional<Element> credit) {
        var copy = caption.clone();
        if (credit.isPresent()) {
            copy.select(CREDITS).remove();
            ClosingName.of(copy).filter(name -> name.text().equals(credit.get().text())).ifPresent(Element::remove);
        }
        copy.select("button, script, style, [hidden]").remove();
        var text = copy.text().strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
