package org.broadsheet.source;

import java.util.List;
import java.util.Map;

/**
 * A source as a list of sources (OPML) names it; absent text is "".
 *
 * @param line       of the list from 1
 * @param url        of the feed or, where the list names none, of the page; as written
 * @param categories the folders it lies in, the innermost first, and what else it is filed under
 * @param own        our settings by the name that the API gives them, a list or object as JSON
 * @param obstacle   why it can be no source of ours, in words; "" if nothing stands against it
 */
record Outline(int line, String title, String url, List<String> categories, Map<String, String> own, String obstacle) {

    /** What problems are named by. */
    String name() {
        return title.isEmpty() ? "Without a title" : "\"" + title + "\"";
    }
}
