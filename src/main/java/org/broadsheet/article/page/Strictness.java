package org.broadsheet.article.page;

import java.util.List;

/**
 * How much is taken out on suspicion alone. A page that gives too little text is searched again, each time with one suspicion less.
 *
 * @param byName      elements whose name is that of something around a text go at once
 * @param byWeight    names count in an element's favour or disfavour
 * @param byShape     lists, tables and forms that look unlike text go from the article
 */
record Strictness(boolean byName, boolean byWeight, boolean byShape) {

    static final List<Strictness> ALL = List.of(new Strictness(true, true, true), new Strictness(false, true, true), new Strictness(false, false, true),
            new Strictness(false, false, false));
}
