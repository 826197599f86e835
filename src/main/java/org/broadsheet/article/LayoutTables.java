package org.broadsheet.article;

import org.jsoup.nodes.Element;

/** Tables that hold data stay; tables that only place things beside each other, as in mails and on old pages, are unwrapped. */
final class LayoutTables {

    private static final int LONGEST_DATUM = 400;
    private static final String BLOCKS = "p ~ p,h1,h2,h3,h4,h5,h6,ul,ol,table,div div,blockquote,figure,pre";

    private LayoutTables() {
    }

    /** From the inside, so that what holds an unwrapped table shows its blocks. */
    static void unwrap(Element body) {
        for (var table : body.select("table").reversed()) {
            if (table.parent() != null && isLayout(table)) {
                unwrapped(table);
            }
        }
    }

    private static boolean isLayout(Element table) {
        var role = table.attr("role");
        if (role.equals("presentation") || role.equals("none") || table.select("table").size() > 1) {
            return true;
        }
        if (table.selectFirst("th,caption,thead,colgroup") != null) {
            return false;
        }
        var rows = table.select("tr");
        var columns = rows.stream().mapToInt(row -> row.select("> td").size()).max().orElse(0);
        var cells = table.select("td");
        if (rows.size() < 2 || columns < 2) {
            return table.selectFirst("p,div,img,br") != null || cells.stream().anyMatch(LayoutTables::isPlace);
        }
        return cells.stream().anyMatch(LayoutTables::isPlace) || cells.stream().filter(cell -> cell.hasText()).count() < 2;
    }

    private static boolean isPlace(Element cell) {
        return cell.text().length() > LONGEST_DATUM || cell.selectFirst(BLOCKS) != null;
    }

    private static void unwrapped(Element table) {
        for (var cell : table.select("td,th,caption")) {
            if (nearestTable(cell) == table) {
                cell.tagName("div").clearAttributes();
            }
        }
        for (var part : table.select("tr,tbody,thead,tfoot,colgroup,col")) {
            if (part.parent() != null && nearestTable(part) == table) {
                part.unwrap();
            }
        }
        table.tagName("div").clearAttributes();
    }

    private static Element nearestTable(Element part) {
        return part.parents().stream().filter(parent -> parent.nameIs("table")).findFirst().orElse(null);
    }
}
