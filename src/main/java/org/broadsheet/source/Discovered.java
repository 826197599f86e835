package org.broadsheet.source;

import java.util.List;

import org.broadsheet.platform.FetchOutcome;

/** What stands at an address, for somebody who reads news. */
sealed interface Discovered {

    /**
     * Something to read.
     *
     * @param url      where it is to be fetched from now on
     * @param fetched  the document that it was read from
     * @param standing whether to come back there, or to look around again
     * @param kept     to notice by that nothing changed
     */
    record Found(Source.Kind kind, String url, FeedDocument document, FetchOutcome.Fetched fetched, Reading.Standing standing, Reading.Kept kept) implements Discovered {
    }

    /** @param words for an operator, with what was tried */
    record NotFound(String words, List<FeedProblem> problems) implements Discovered {
    }
}
