package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Pictures that a page shows for real only to readers without scripts, next to a stand-in for the others. */
final class NoscriptPictures {

    private static final Pattern PICTURE = Pattern.compile("(?i)\\.(jpe?g|png|webp|avif|gif)");

    private static final Set<String> ADDRESSES = Set.of("src", "srcset", "data-src", "data-srcset");

    private NoscriptPictures() {
    }

    /** Puts the real picture in the place of the stand-in before it; what scripts alone would show is dropped with its element. */
    static void unwrap(Element element) {
        var children = new ArrayList<Node>(element.childNodeSize());
        var changed = false;
        for (var child : List.copyOf(element.childNodes())) {
            if (child.nameIs("noscript") && !element.nameIs("head")) {
                changed = true;
                onlyPicture((Element) child).ifPresent(picture -> replaceStandIn(children, picture));
                continue;
            }
            if (child instanceof Element inner) {
                if (inner.nameIs("img") && hasNoAddress(inner)) {
                    changed = true;
                    continue;
                }
                unwrap(inner);
            }
            children.add(child);
        }
        if (changed) {
            Branches.put(element, children);
        }
    }

    /** A script is to give it one: to us it is nothing, and it would hide the stand-in before it. */
    private static boolean hasNoAddress(Element image) {
        return image.attributes().asList().stream().noneMatch(attribute -> ADDRESSES.contains(attribute.getKey()) || PICTURE.matcher(attribute.getValue()).find());
    }

    private static void replaceStandIn(List<Node> before, Element picture) {
        var place = before.size() - 1;
        while (place >= 0 && Tags.isBlankText(before.get(place))) {
            place--;
        }
        if (place < 0 || !(before.get(place) instanceof Element standIn)) {
            before.add(picture);
            return;
        }
        var old = onlyImage(standIn);
        if (old.isPresent()) {
            keepBetter(old.get(), onlyImage(picture).orElse(picture));
            before.set(place, picture);
        } else {
            before.add(picture);
        }
    }

    /** What the stand-in knows of other sizes stays known. */
    private static void keepBetter(Element old, Element image) {
        for (var attribute : old.attributes()) {
            var known = image.hasAttr(attribute.getKey());
            var telling = PICTURE.matcher(attribute.getValue()).find() || attribute.getKey().equals("alt") || attribute.getKey().equals("width") || attribute.getKey().equals("height");
            if (!known && telling && !attribute.getValue().isBlank()) {
                image.attr(attribute.getKey(), attribute.getValue());
            }
        }
    }

    private static Optional<Element> onlyPicture(Element noscript) {
        var content = noscript.childNodes().stream().anyMatch(child -> child instanceof Element) ? noscript : Jsoup.parseBodyFragment(noscript.wholeText()).body();
        return onlyImage(content).map(image -> {
            var top = image;
            while (top.parent() != content) {
                top = top.parent();
            }
            top.remove();
            return top;
        });
    }

    /** The one image in it, if there is nothing else. */
    private static Optional<Element> onlyImage(Element element) {
        var inner = element;
        while (!inner.nameIs("img")) {
            Element only = null;
            for (var child : inner.childNodes()) {
                if (child instanceof Element next && !next.nameIs("source")) {
                    if (only != null) {
                        return Optional.empty();
                    }
                    only = next;
                } else if (!(child instanceof Element) && !Tags.isBlankText(child)) {
                    return Optional.empty();
                }
            }
            if (only == null) {
                return Optional.empty();
            }
            inner = only;
        }
        return Optional.of(inner);
    }
}
