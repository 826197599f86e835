package org.broadsheet.article.page;

/** What a page turned out to be, for the operator. */
public enum PageVerdict {

    READABLE(""),
    SHORT("There is very little text on the page"),
    FOR_SUBSCRIBERS("The page shows only the beginning of its text and asks to subscribe"),
    NEEDS_SCRIPT("The page shows its text only to a script"),
    NEEDS_CONSENT("The page asks for consent before it shows its text"),
    TURNED_AWAY("The site took us for a robot and did not show the page"),
    NO_ARTICLE("No article was found on the page"),
    NO_PAGE("What was found at the address is no web page");

    private final String words;

    PageVerdict(String words) {
        this.words = words;
    }

    /** A sentence without full stop; "" if nothing is wrong. */
    public String words() {
        return words;
    }

    /** Whether it is a page of the article at all, be it but its beginning: then what it says of date, author and pictures holds. */
    public boolean isOfAnArticle() {
        return this != TURNED_AWAY && this != NO_ARTICLE && this != NO_PAGE;
    }
}
