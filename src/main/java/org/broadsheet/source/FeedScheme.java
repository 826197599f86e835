package org.broadsheet.source;

/** The scheme that feed readers once invented for what is fetched by HTTP: {@code feed://host/path} and {@code feed:https://host/path}. */
public final class FeedScheme {

    private FeedScheme() {
    }

    /** The address that is really meant; an address without that scheme as it is. */
    public static String replaced(String url) {
        if (!url.regionMatches(true, 0, "feed:", 0, 5)) {
            return url;
        }
        var rest = url.substring(5);
        return rest.startsWith("//") ? "http:" + rest : rest;
    }
}
