package org.broadsheet.source;

import java.util.List;
import java.util.stream.Stream;

/** Atom's links, which RSS feeds use as well. */
final class FeedLinks {

    private FeedLinks() {
    }

    /** Where the page is that an element stands for; "" if nowhere on the web. What is said to be HTML comes first. */
    static String alternate(XmlNode node, String name, String base) {
        var other = "";
        for (var link : node.children(name)) {
            var relation = link.attribute("rel");
            if (relation.isEmpty() || FeedHead.isRelation(relation, "alternate")) {
                var found = FeedValues.absolute(link.base(base), link.hasAttribute("href") ? link.attribute("href") : link.text());
                var type = link.attribute("type");
                if (!found.isEmpty() && (type.isEmpty() || type.contains("html"))) {
                    return found;
                }
                other = other.isEmpty() ? found : other;
            }
        }
        return other;
    }

    /** "" if there is none. */
    static String first(XmlNode node, String relation, String base) {
        return all(node, relation, base).stream().findFirst().orElse("");
    }

    static List<String> all(XmlNode node, String relation, String base) {
        return Stream.of("link", "atom:link").flatMap(name -> node.children(name).stream()).filter(link -> FeedHead.isRelation(link.attribute("rel"), relation))
                .map(link -> FeedValues.absolute(link.base(base), link.attribute("href"))).filter(found -> !found.isEmpty()).distinct().limit(10).toList();
    }
}
