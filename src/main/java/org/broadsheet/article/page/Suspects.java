package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Takes out of an article the elements of one kind that look unlike text. */
final class Suspects {

    private static final Pattern SAYS_NOTHING = Pattern.compile("(?iU)(ad(vertising|vertisement)?|pub(licité)?|werb(ung)?|anzeige|广告|реклама|anuncio|publicidad|pubblicità"
            + "|advertentie|annonse?|広告|(loading|正在加载|загрузка|chargement|cargando)(…|\\.\\.\\.)?)");
    private static final int LONGEST_NOTHING = 20;
    private static final int COMMAS_OF_TEXT = 10;

    private final Names names;
    private final DataTables tables;
    private final Strictness strictness;

    Suspects(Names names, DataTables tables, Strictness strictness) {
        this.names = names;
        this.tables = tables;
        this.strictness = strictness;
    }

    void drop(Element article, String name) {
        if (strictness.byShape()) {
            shape(article, name, Place.OUTSIDE);
        }
    }

    /** What an element lies in. */
    private record Place(boolean kept, boolean figure) {

        static final Place OUTSIDE = new Place(false, false);
    }

    /** Cleans what is in it, and counts the rest. */
    private Shape shape(Element element, String name, Place place) {
        var shape = new Shape();
        var kept = new ArrayList<Node>(element.childNodeSize());
        var within = new Place(place.kept || tables.contains(element) || element.nameIs("code"), place.figure || element.nameIs("figure"));
        for (var child : element.childNodes()) {
            if (child instanceof Element inner) {
                var counted = shape(inner, name, within);
                if (inner.nameIs(name) && !within.kept && isSuspect(inner, counted, within.figure)) {
                    continue;
                }
                shape.add(inner, counted, tables);
            } else if (child instanceof TextNode text) {
                shape.add(text.getWholeText());
            }
            kept.add(child);
        }
        if (kept.size() < element.childNodeSize()) {
            Branches.put(element, kept);
        }
        return shape;
    }

    private boolean isSuspect(Element element, Shape shape, boolean inFigure) {
        if (tables.contains(element) || shape.hasDataTable()) {
            return false;
        }
        var weight = strictness.byWeight() ? names.weight(element) : 0;
        if (weight < 0) {
            return true;
        }
        if (shape.commas() >= COMMAS_OF_TEXT || shape.hasVideo()) {
            return false;
        }
        if (shape.length() < LONGEST_NOTHING && shape.elements() < LONGEST_NOTHING && SAYS_NOTHING.matcher(element.text()).matches()) {
            return true;
        }
        var list = element.nameIs("ul") || element.nameIs("ol") || shape.isMostlyList();
        return shape.isUnlikeText(list, inFigure, weight) && !(list && isListOfPictures(element, shape));
    }

    private static boolean isListOfPictures(Element element, Shape shape) {
        return shape.pictures() == shape.items() && element.children().stream().allMatch(child -> child.childrenSize() <= 1);
    }
}
