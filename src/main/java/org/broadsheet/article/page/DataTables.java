package org.broadsheet.article.page;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.jsoup.nodes.Element;

/** Tables that hold facts in rows and columns, told from those that only lay out a page. */
final class DataTables {

    private static final Set<String> OF_DATA = Set.of("col", "colgroup", "tfoot", "thead", "th");
    private static final int MANY_ROWS = 10;
    private static final int MANY_COLUMNS = 5;
    private static final int MANY_CELLS = 11;

    private final Set<Element> tables = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What a table was seen to have; its parts end where a table in it begins. */
    private static final class Sight {

        private int rows;
        private int columns;
        private boolean data;
        private boolean nested;
    }

    private DataTables() {
    }

    static DataTables in(Element root) {
        var found = new DataTables();
        for (var table : root.select("table")) {
            if (holdsData(table)) {
                found.tables.add(table);
            }
        }
        return found;
    }

    boolean contains(Element table) {
        return tables.contains(table);
    }

    private static boolean holdsData(Element table) {
        if (table.attr("role").equals("presentation") || table.attr("datatable").equals("0")) {
            return false;
        }
        if (!table.attr("summary").isEmpty()) {
            return true;
        }
        var sight = new Sight();
        look(table, sight);
        if (sight.data || sight.nested) {
            return sight.data;
        }
        if (sight.rows < 2 || sight.columns < 2) {
            return false;
        }
        return sight.rows >= MANY_ROWS || sight.columns >= MANY_COLUMNS || sight.rows * sight.columns >= MANY_CELLS;
    }

    private static void look(Element element, Sight sight) {
        var cells = 0;
        for (var child : element.childNodes()) {
            if (!(child instanceof Element inner)) {
                continue;
            }
            var name = inner.normalName();
            sight.data |= OF_DATA.contains(name) || name.equals("caption") && inner.childNodeSize() > 0;
            sight.nested |= name.equals("table");
            cells += name.equals("td") || name.equals("th") ? span(inner, "colspan") : 0;
            sight.rows += name.equals("tr") ? span(inner, "rowspan") : 0;
            if (!name.equals("table")) {
                look(inner, sight);
            }
        }
        sight.columns = Math.max(sight.columns, cells);
    }

    private static int span(Element element, String attribute) {
        var value = element.attr(attribute);
        return value.matches("[1-9]\\d{0,2}") ? Integer.parseInt(value) : 1;
    }
}
