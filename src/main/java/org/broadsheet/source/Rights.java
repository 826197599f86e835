package org.broadsheet.source;

import java.util.Optional;

/** What a source's publisher allows to be shown. Pages, feeds and mails obey. */
public record Rights(Text text, Pictures pictures) {

    /** How much of an article's text. */
    public enum Text {
        /** Summary and link. */
        LINK,
        /** The first paragraphs and the link. */
        EXCERPT,
        /** All of it. */
        FULL
    }

    /** Whether pictures may be copied. */
    public enum Pictures {
        COPY, NONE
    }

    /** What holds when nobody decided otherwise. */
    public static final Rights DEFAULT = new Rights(Text.LINK, Pictures.COPY);

    /** A publisher's own articles. */
    public static final Rights OWN = new Rights(Text.FULL, Pictures.COPY);

    public Rights {
        text = Optional.ofNullable(text).orElse(Text.LINK);
        pictures = Optional.ofNullable(pictures).orElse(Pictures.COPY);
    }

    /** Whether pictures may be copied and shown. */
    public boolean allowPictures() {
        return pictures == Pictures.COPY;
    }
}
