/**
 * The article on a web page: its text without what stands around it, and what the page says of it. Pure code, nothing is fetched or stored here.
 *
 * <ul>
 * <li>In and out: {@code PageReader} makes a {@code PageArticle} with its {@code PageVerdict}; {@code PageReading} is the order of work, {@code Likelihood} a quick look before.
 * <li>What is stated: {@code MetaTags}, {@code LinkedData}; {@code StatedWords}, {@code StatedAddress}, {@code PageTitle}, {@code ArticleDates}, {@code Byline}, {@code VisibleByline}.
 * <li>Finding the text: {@code PageTree}, {@code Pruning}, {@code Scores}, {@code ArticleFinder} by its {@code Strictness}, {@code ArticleRoot}; counted once in {@code Sizes}, {@code Shape}.
 * <li>Taking out: {@code ArticleTidy}, {@code Leftovers}, {@code Suspects}, {@code Elsewhere}, {@code DataTables}, {@code Videos}; {@code Names}, {@code Tags}, {@code Visibility} tell what is what.
 * <li>Pictures: {@code PagePictures}, {@code NoscriptPictures}, {@code Caption}, {@code CreditLine}. Order: {@code ArticleMarkup}, {@code LineBreaks}, {@code Direction}, {@code Addresses}.
 * </ul>
 */
package org.broadsheet.article.page;
