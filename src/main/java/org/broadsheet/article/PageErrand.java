package org.broadsheet.article;

import org.broadsheet.platform.FetchRequest;

/**
 * The page of an article that is to be read.
 *
 * @param host of its address, so that no host is asked for two at once
 */
record PageErrand(long article, String host, FetchRequest request) {

    String url() {
        return request.url();
    }
}
