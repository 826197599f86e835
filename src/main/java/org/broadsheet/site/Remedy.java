package org.broadsheet.site;

/** What an operator can do about a source that cannot be read. */
final class Remedy {

    private Remedy() {
    }

    /**
     * @param code of the failure
     * @return a sentence; "" where it goes by itself, or nobody here can do anything
     */
    static String of(String code) {
        return switch (code) {
            case "nothing-found" -> "Add the page that lists the articles of this site, or the address of its feed, and remove this one.";
            case "no-list", "not-a-feed", "not-a-sitemap" -> "Where a list is not found by itself, selectors can say where it stands (field “selectors” of the API); or add the address of a feed.";
            case "robots" -> "Pages are read only where robots.txt allows it; a feed or a newsletter of the site may be read all the same.";
            case "refused" -> "Private networks and other ports are visited only where the settings say so: BROADSHEET_FETCH_ALLOWED_NETWORKS, BROADSHEET_FETCH_PORTS.";
            case "dns" -> "See whether the name of the host is written as it should be.";
            case "http-401" -> "Give it a user and a password, or a header field (field “access” of the API).";
            case "http-403" -> "The site keeps programs out. Look for its feed or its newsletter, or ask its publisher.";
            case "http-404", "http-410" -> "Open the address in a browser. If its news is elsewhere by now, add that address and remove this one.";
            default -> "";
        };
    }
}
