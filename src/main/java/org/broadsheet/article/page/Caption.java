package org.broadsheet.article.page;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What stands below a picture, with the credit told from it. Both may be "". */
record Caption(String text, String credit) {

    static final Caption NONE = new Caption("", "");

    private static final String CREDITS = "[itemprop~=(?i)(copyrightHolder|creator|creditText|author)], [class*=credit], [class*=Credit], [class*=copyright], [class*=Copyright],"
            + " [class*=photographer], [class*=attribution], [class*=image-source], [class*=imageSource], [class~=(?i)(^|[\\s_-])(source|quelle|byline|rights)([\\s_-]|$)]";
    private static final String CAPTIONS = "figcaption, .wp-caption-text, [itemprop=caption], [class*=caption], [class*=Caption], [class*=legend], [class*=bildunterschrift]";
    private static final String BOXES = "figure, .wp-caption, [itemtype$=ImageObject], [class*=wp-block-image]";
    private static final String LABEL = "(?:(?:photo|image|picture|bild|foto|crédits?|fotografia)\\s?)?(?:photograph(?:er|s|y)?|photos?|pictures?|images?|fotos?|fotograf(?:ie|ía|ia|o|in)?|bild(?:er|quelle|nachweis)?|grafik"
            + "|graphics?|illustrations?|crédits?|créditos?|credits?|quelle|source|copyright|symbolbild|archivbild|archivfoto|screenshot|video|zdroj|kuva|写真|撮影|提供|图源|图片来源|图|صورة|تصوير|צילום|фото)"
            + "(?:\\s(?:credit|crédits?|credits|courtesy|by|von|par|di|de|nachweis|:))*";
    private static final String NAME = "[^()\\[\\]（）【】]{2,120}";
    private static final Pattern IN_BRACKETS = Pattern.compile("(?iU)\\s*[(\\[（【]\\s*(?:" + LABEL + "\\s*[:：/|]?\\s*(?:©|\\(c\\))?|©|\\(c\\)|copyright|courtesy(?: of)?)\\s*(" + NAME + ")[)\\]）】]\\.?\\s*$");
    private static final Pattern LABELLED = Pattern.compile("(?iU)(?:^|(?<=[\\s.!?。|–—-]))(?:" + LABEL + "\\s*[:：]|photos? by|image by|picture by|photo courtesy of|image courtesy of|courtesy of|foto von|bild von|photo de)\\s*(?:©\\s*)?(" + NAME + ")$");
    private static final Pattern RIGHTS = Pattern.compile("(?iU)(?:^|(?<=[\\s.!?|–—-]))(?:©|\\(c\\)|copyright)\\s*(" + NAME + ")$");
    private static final Pattern ONLY_LABEL = Pattern.compile("(?iU)^\\s*(?:" + LABEL + "|©|\\(c\\))\\s*[:：|]?\\s*(?:©\\s*|by\\s+)?");
    private static final Pattern BRACKETS = Pattern.compile("^[(\\[（【]\\s*(.*?)\\s*[)\\]）】]\\.?$");
    private static final Pattern EDGES = Pattern.compile("(?U)^[\\s|/·–—-]+|[\\s|/·–—-]+$");
    private static final int LONGEST = 1_000;

    /** The caption of a picture on a page, from the box around it that it shares with no other. */
    static Caption of(Element image) {
        var box = image.closest(BOXES);
        if (box == null || box.select("img").size() > 3) {
            return NONE;
        }
        var caption = Optional.ofNullable(box.selectFirst(CAPTIONS));
        var credit = Optional.ofNullable(box.selectFirst(CREDITS)).filter(element -> !element.normalName().equals("figure") && element.text().length() < 200 && element != caption.orElse(null)
                && caption.stream().noneMatch(inner -> element.selectFirst("figcaption") == inner)).or(() -> caption.flatMap(ClosingName::of));
        var text = caption.map(element -> without(element, credit)).orElse("");
        var named = credit.map(element -> bare(element.text())).filter(name -> !name.isEmpty());
        return named.map(name -> new Caption(EDGES.matcher(text).replaceAll(""), name)).orElseGet(() -> parted(text));
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

    /** Tells the credit from a caption that has both in one line. */
    static Caption parted(String line) {
        var text = Byline.folded(line);
        for (var pattern : new Pattern[] {IN_BRACKETS, LABELLED, RIGHTS}) {
            var match = pattern.matcher(text);
            if (match.find()) {
                return new Caption(EDGES.matcher(text.substring(0, match.start())).replaceAll(""), bare(match.group()));
            }
        }
        return new Caption(text, "");
    }

    /** The words as they stand, "Photograph: A. Name", without brackets around them; "" if there is a label and no name. */
    static String bare(String credit) {
        var line = Byline.folded(credit);
        var inner = BRACKETS.matcher(line);
        var words = EDGES.matcher(inner.matches() ? inner.group(1) : line).replaceAll("");
        return EDGES.matcher(ONLY_LABEL.matcher(words).replaceFirst("")).replaceAll("").isEmpty() ? "" : words;
    }
}
