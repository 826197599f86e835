package org.broadsheet.article.page;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What stands below a picture: the caption in the box around it, and the credit, marked as one or told from the caption. */
final class Caption {

    private static final CreditLine NONE = new CreditLine("", "");
    private static final String CREDITS = "[itemprop~=(?i)(copyrightHolder|creator|creditText|author)], [class*=credit], [class*=Credit], [class*=copyright], [class*=Copyright],"
            + " [class*=photographer], [class*=attribution], [class*=image-source], [class*=imageSource], [class~=(?i)(^|[\\s_-])(source|quelle|byline|rights)([\\s_-]|$)]";
    private static final String CAPTIONS = "figcaption, .wp-caption-text, [itemprop=caption], [class*=caption], [class*=Caption], [class*=legend], [class*=bildunterschrift]";
    private static final String BOXES = "figure, .wp-caption, [itemtype$=ImageObject], [class*=wp-block-image]";
    private static final Pattern EDGES = Pattern.compile("(?U)^[\\s|/·–—-]+|[\\s|/·–—-]+$");
    private static final int LONGEST = 1_000;

    private Caption() {
    }

    /** The caption of a picture on a page, from the box around it that it shares with no other. */
    static CreditLine of(Element image) {
        var box = image.closest(BOXES);
        if (box == null || box.select("img").size() > 3) {
            return NONE;
        }
        var caption = Optional.ofNullable(box.selectFirst(CAPTIONS));
        var credit = Optional.ofNullable(box.selectFirst(CREDITS)).filter(element -> !element.normalName().equals("figure") && element.text().length() < 200 && element != caption.orElse(null)
                && caption.stream().noneMatch(inner -> element.selectFirst("figcaption") == inner)).or(() -> caption.flatMap(ClosingName::of));
        var text = caption.map(element -> without(element, credit)).orElse("");
        var named = credit.map(element -> CreditLine.marked(Byline.folded(element.text()))).filter(name -> !name.isEmpty());
        return named.map(name -> new CreditLine(EDGES.matcher(text).replaceAll(""), name)).orElseGet(() -> CreditLine.of(Byline.folded(text)));
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
