package org.broadsheet.article.page;

/**
 * A page, read as its source's operator says.
 *
 * @param note what the operator should know of his selectors; "" if they fit
 */
public record PageRead(PageArticle article, String note) {
}
