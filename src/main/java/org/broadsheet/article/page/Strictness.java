package org.broadsheet.article.page;

/** How much is taken out on suspicion alone. A page that gives too little text is searched again, each time with one suspicion less. */
enum Strictness {
    ALL_SUSPICIONS, NOT_BY_NAME, BY_SHAPE_ALONE, NONE;

    /** Elements whose name is that of something around a text go at once. */
    boolean byName() {
        return this == ALL_SUSPICIONS;
    }

    /** Names count in an element's favour or disfavour. */
    boolean byWeight() {
        return this == ALL_SUSPICIONS || this == NOT_BY_NAME;
    }

    /** Lists, tables and forms that look unlike text go from the article. */
    boolean byShape() {
        return this != NONE;
    }
}
