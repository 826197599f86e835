package org.broadsheet.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/** An operator's selectors at work on one document. One that fails says so once, and fits nothing from then on. */
abstract sealed class Selection {

    private final SelectorTally tally;

    private Selection(SelectorTally tally) {
        this.tally = tally;
    }

    static Selection of(PageSelectors selectors, SelectorTally tally) {
        return selectors.dialect() == PageSelectors.Syntax.XPATH ? new ByXPath(selectors.given(), tally) : new ByCss(selectors.given(), tally);
    }

    abstract List<Element> items(Document page);

    abstract List<Picked> find(String field, Element item);

    SelectorTally tally() {
        return tally;
    }

    boolean isGiven(String field) {
        return tally.isGiven(field);
    }

    /** What fits within an item, none if the field has no selector. */
    List<Picked> within(String field, Element item) {
        var found = isGiven(field) ? find(field, item).stream().filter(picked -> !picked.isEmpty()).toList() : List.<Picked>of();
        if (!found.isEmpty()) {
            tally.fits(field);
        }
        return found;
    }

    private static final class ByCss extends Selection {

        private final Map<String, Evaluator> selectors = new HashMap<>();

        ByCss(Map<String, String> written, SelectorTally tally) {
            super(tally);
            written.forEach((field, selector) -> selectors.put(field, CssSelector.of(selector)));
        }

        @Override
        List<Element> items(Document page) {
            return page.select(selectors.get("item"));
        }

        @Override
        List<Picked> find(String field, Element item) {
            return item.select(selectors.get(field)).stream().map(Picked::of).toList();
        }
    }

    private static final class ByXPath extends Selection {

        private final Map<String, XPathQuery> queries = new HashMap<>();
        private final XPathTree tree = new XPathTree();

        ByXPath(Map<String, String> written, SelectorTally tally) {
            super(tally);
            written.forEach((field, expression) -> queries.put(field, XPathQuery.of(expression)));
        }

        @Override
        List<Element> items(Document page) {
            return evaluated("item", page).stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
        }

        @Override
        List<Picked> find(String field, Element item) {
            return evaluated(field, item).stream().map(Picked::of).toList();
        }

        private List<?> evaluated(String field, Element context) {
            if (!queries.containsKey(field)) {
                return List.of();
            }
            try {
                return queries.get(field).on(context, tree);
            } catch (XPathTree.TooLongException | IllegalStateException failing) {
                queries.remove(field);
                tally().fits(field); // what is wrong with it is said here
                tally().unusable(field, failing.getMessage());
                return List.of();
            }
        }
    }
}
