package org.broadsheet.source;

/**
 * An address at which there may be a feed.
 *
 * @param rank the lower, the better: first what is the page's own, last what is comments
 * @param how  it came up
 */
record FeedOffer(String url, int rank, How how) {

    static final int OWN = 0;
    static final int SITE = 1;
    static final int LAST = 3;

    /** Why there may be a feed. */
    enum How {
        /** The page says so in its head, or its server in a Link field. */
        STATED,
        /** It is how this site, or its software, does it. */
        KNOWN,
        /** A link on the page reads like one. */
        LINKED,
        /** There are feeds at such places. */
        USUAL
    }
}
