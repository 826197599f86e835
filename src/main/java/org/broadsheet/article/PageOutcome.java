package org.broadsheet.article;

import org.broadsheet.article.page.PageArticle;
import org.broadsheet.platform.FetchOutcome;

/** How reading the page of an article ended. */
sealed interface PageOutcome {

    /**
     * @param address where it was found, after redirects
     * @param note    what the operator should know of his selectors; "" if nothing
     */
    record Read(PageArticle page, String address, String note) implements PageOutcome {
    }

    /** Not this time: a server in trouble, or one that asks for patience. */
    record Later(String words) implements PageOutcome {
    }

    /** And it will not be read: nobody may, or there is no article. */
    record Never(String words) implements PageOutcome {
    }

    /** A server that is away for a while is asked again, one that says no isn't. */
    static PageOutcome of(FetchOutcome.Failed failed) {
        var passing = failed.status() == 0 && !failed.code().equals("too-large") && !failed.code().equals("encoding") || failed.status() == 408 || failed.status() == 429 || failed.status() >= 500;
        return passing ? new Later(failed.reason()) : new Never(failed.reason());
    }
}
