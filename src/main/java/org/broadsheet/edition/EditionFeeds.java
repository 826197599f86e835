package org.broadsheet.edition;

import jakarta.inject.Singleton;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

/** The feeds of editions in XML. */
@Singleton
public class EditionFeeds {

    private final Template atom;
    private final Template rss;

    EditionFeeds(@Location("feed/atom.xml") Template atom, @Location("feed/rss.xml") Template rss) {
        this.atom = atom;
        this.rss = rss;
    }

    /** {@code application/atom+xml}. */
    public TemplateInstance atom(FeedPage page) {
        return atom.data("page", page);
    }

    /** {@code application/rss+xml}. */
    public TemplateInstance rss(FeedPage page) {
        return rss.data("page", page);
    }
}
