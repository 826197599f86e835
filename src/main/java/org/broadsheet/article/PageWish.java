package org.broadsheet.article;

import org.broadsheet.source.Source;

/** Whether the page of an article is to be read: its source says too little, or its operator wants all pages read. */
final class PageWish {

    /** A feed that gives less of a text gives a teaser. */
    private static final int ENOUGH_TEXT = 1000;

    private PageWish() {
    }

    static boolean of(Article article, Source source) {
        var own = article.url.regionMatches(true, 0, "http", 0, 4) && !article.addressKey.startsWith("source ");
        return own && source.kind != Source.Kind.MAIL && switch (source.pages) {
            case NEVER -> false;
            case ALWAYS -> true;
            case AUTO -> PlainText.of(article.bodyHtml).length() < ENOUGH_TEXT || source.rights.allowPictures() && article.pictureCandidates.isEmpty();
        };
    }
}
