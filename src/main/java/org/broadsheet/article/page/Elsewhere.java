package org.broadsheet.article.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Whether an element lies beside the article: in a sidebar, among comments, in a box of other articles. Classes of the whole page say nothing of its parts. */
final class Elsewhere {

    private static final Set<String> BESIDE = Set.of("aside", "nav", "footer");
    private static final Set<String> WHOLE = Set.of("article", "main", "body");
    private static final Pattern NAMED = Pattern.compile("(?i)related|comment(?!s?-(?:open|closed))|(?<!has-|with-|no-|left-|right-)sidebar|recommend|newsletter|teaser|recent-|promo");

    private final Map<String, Boolean> known = new HashMap<>();

    boolean holds(Element element) {
        for (var around = element; around != null && !WHOLE.contains(around.normalName()); around = around.parent()) {
            var name = around.className();
            if (BESIDE.contains(around.normalName()) || !name.isEmpty() && known.computeIfAbsent(name, unknown -> NAMED.matcher(unknown).find())) {
                return true;
            }
        }
        return false;
    }
}
