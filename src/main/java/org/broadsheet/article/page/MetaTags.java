package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;

/** What a page says of itself in {@code meta} elements, by whichever attribute they carry their name: Open Graph, Dublin Core, and what search engines and analysts ask for. */
final class MetaTags {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST = 20_000;
    private static final int MOST = 2_000;

    private final Map<String, List<String>> values = new HashMap<>();

    private MetaTags() {
    }

    static MetaTags of(Document document) {
        var tags = new MetaTags();
        document.selectStream("meta[content]").limit(MOST).forEach(meta -> {
            var content = meta.attr("content").strip();
            if (content.isEmpty() || content.length() > LONGEST) {
                return;
            }
            for (var property : SPACE.split(meta.attr("property"))) {
                tags.add(property, content);
                tags.add("property=" + property, content);
            }
            tags.add(SPACE.matcher(meta.attr("name")).replaceAll(""), content);
            tags.add("http-equiv=" + meta.attr("http-equiv"), content);
            for (var property : SPACE.split(meta.attr("itemprop"))) {
                tags.add("itemprop=" + property, content);
            }
        });
        return tags;
    }

    private void add(String name, String content) {
        var key = name.toLowerCase(Locale.ROOT).replace('.', ':');
        if (!key.isEmpty() && !key.endsWith("=")) {
            values.computeIfAbsent(key, unknown -> new ArrayList<>()).add(content);
        }
    }

    /** The value of the first of these names that has one; of several, the last, since plugins repeat in front what the editor's own template says better. */
    Optional<String> first(String... names) {
        return Stream.of(names).map(this::all).filter(all -> !all.isEmpty()).map(List::getLast).findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
