package org.broadsheet.article;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.broadsheet.article.page.CreditLine;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Sets the copied pictures of a text as figures, and takes out all others with what belongs to them. */
final class BodyFigures {

    private static final Set<String> HOLD_FIGURES = Set.of("body", "div", "li", "td", "th", "dd", "blockquote", "figure");
    private static final String SUBSTANCE = "img,table,pre,hr,ul,ol,blockquote";
    private static final Pattern PICTURE_FILE = Pattern.compile("(?i)\\.(jpe?g|png|webp|gif|bmp)([?#]|$)");
    private static final String COLUMN = "(min-width: 680px) 640px, calc(100vw - 40px)";

    private final Element body;
    private final Map<String, BodyPicture> left;
    private final String headline;
    private final Set<Element> set = Collections.newSetFromMap(new IdentityHashMap<>());

    private BodyFigures(Element body, List<BodyPicture> pictures, String headline) {
        this.body = body;
        this.left = new HashMap<>(pictures.stream().collect(Collectors.toMap(BodyPicture::url, Function.identity(), (one, same) -> one)));
        this.headline = headline;
    }

    /**
     * @param body     clean HTML, which is changed
     * @param pictures each is shown once
     * @param headline of the article, which is no alternative text
     */
    static void set(Element body, List<BodyPicture> pictures, String headline) {
        new BodyFigures(body, pictures, headline).set();
    }

    private void set() {
        var holders = body.select("figure:has(img)");
        for (var image : body.select("img")) {
            var picture = image.closest("figcaption") == null ? Optional.ofNullable(left.remove(image.absUrl("src"))) : Optional.<BodyPicture>empty();
            if (picture.isPresent()) {
                show(image, picture.get());
            } else {
                take(image);
            }
        }
        holders.stream().filter(figure -> figure.selectFirst("img") == null).forEach(Element::remove);
        body.select("figure:not(:has(img))").stream().filter(BodyFigures::saysNothing).forEach(Element::remove);
        body.select("figcaption").forEach(BodyFigures::caption);
        body.select("a:not(:has(*))").stream().filter(link -> !link.hasText()).forEach(Element::remove);
    }

    /** With every element that held nothing else. */
    private static void take(Element image) {
        var holder = image.parent();
        image.remove();
        while (holder != null && holder.parent() != null && !holder.nameIs("body") && !holder.nameIs("figure") && !holder.nameIs("td") && !holder.nameIs("th") && isEmpty(holder)) {
            var next = holder.parent();
            holder.remove();
            holder = next;
        }
    }

    private static boolean isEmpty(Element element) {
        return !element.hasText() && element.selectFirst(SUBSTANCE) == null;
    }

    private static boolean saysNothing(Element figure) {
        var copy = figure.clone();
        copy.select("figcaption").remove();
        return isEmpty(copy);
    }

    private void show(Element image, BodyPicture picture) {
        var copy = copy(image, picture);
        image.replaceWith(copy);
        var link = copy.closest("a");
        if (link != null && PICTURE_FILE.matcher(link.attr("href")).find()) {
            link.unwrap(); // to a larger copy on another server
        }
        if (copy.closest("figure") == null) {
            inFigure(copy);
        }
    }

    private Element copy(Element image, BodyPicture picture) {
        var wide = WholeFormat.WIDE.of(picture.width(), picture.height());
        var narrow = WholeFormat.NARROW.of(picture.width(), picture.height());
        var caption = Optional.ofNullable(image.closest("figure")).map(figure -> figure.selectFirst("figcaption")).map(Element::text).orElse("");
        var copy = new Element("img").attr("src", WholeFormat.WIDE.path(picture.hash()));
        if (narrow.width() < wide.width()) {
            copy.attr("srcset", WholeFormat.NARROW.path(picture.hash()) + " " + narrow.width() + "w, " + WholeFormat.WIDE.path(picture.hash()) + " " + wide.width() + "w")
                    .attr("sizes", COLUMN);
        }
        return copy.attr("width", String.valueOf(wide.width())).attr("height", String.valueOf(wide.height())).attr("alt", AltText.of(image.attr("alt"), headline, caption))
                .attr("loading", "lazy").attr("decoding", "async");
    }

    /** A figure of its own, out of the paragraph that the picture stood in: before its words, or else behind them. */
    private void inFigure(Element copy) {
        var held = copy.parent() != null && copy.parent().nameIs("a") && !copy.parent().hasText() ? copy.parent() : copy;
        var block = held;
        while (block.parent() != null && !HOLD_FIGURES.contains(block.parent().normalName())) {
            block = block.parent();
        }
        var figure = new Element("figure");
        set.add(figure);
        if (block == held) {
            held.replaceWith(figure);
        } else if (hasWordsBefore(block, held)) {
            after(block).after(figure);
        } else {
            block.before(figure);
        }
        figure.appendChild(held);
        if (block != held && isEmpty(block)) {
            block.remove();
        }
    }

    /** The block, or the last of the figures that were put behind it. */
    private Element after(Element block) {
        var last = block;
        while (last.nextElementSibling() != null && set.contains(last.nextElementSibling())) {
            last = last.nextElementSibling();
        }
        return last;
    }

    private static boolean hasWordsBefore(Element block, Element held) {
        for (var node : (Iterable<Node>) block.nodeStream()::iterator) {
            if (node == held) {
                return false;
            }
            if (node instanceof TextNode text && !text.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** As captions stand everywhere on our pages: small, and the credit, where it can be told from the caption, in italics behind it. */
    private static void caption(Element caption) {
        caption.addClass("meta");
        if (!caption.children().isEmpty()) {
            return;
        }
        var line = CreditLine.of(CleanText.line(caption.html()));
        if (!line.credit().isEmpty()) {
            caption.text(line.caption().isEmpty() ? "" : line.caption() + " ").appendElement("i").text(line.credit());
        }
    }
}
