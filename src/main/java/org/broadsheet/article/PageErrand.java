package org.broadsheet.article;

import org.broadsheet.platform.FetchRequest;
import org.broadsheet.source.ArticleSelectors;

/**
 * The page of an article that is to be read.
 *
 * @param selectors by which its source's operator says where the text is
 * @param host of its address, so that no host is asked for two at once
 */
record PageErrand(long article, String host, FetchRequest request, ArticleSelectors selectors) {

    String url() {
        return request.url();
    }
}
