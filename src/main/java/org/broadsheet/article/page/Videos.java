package org.broadsheet.article.page;

import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Films that are played on the page from elsewhere, which belong to an article when a known house serves them. */
final class Videos {

    private static final Set<String> EMBEDS = Set.of("object", "embed", "iframe");
    private static final Pattern HOUSES = Pattern.compile("(?i)//(www\\.)?((dailymotion|youtube|youtube-nocookie|player\\.vimeo|v\\.qq|bilibili|live\\.bilibili)\\.com"
            + "|(archive|upload\\.wikimedia)\\.org|player\\.twitch\\.tv)");

    private Videos() {
    }

    static boolean isEmbed(Element element) {
        return EMBEDS.contains(element.normalName());
    }

    static boolean isVideo(Element element) {
        return isEmbed(element) && (element.attributes().asList().stream().anyMatch(attribute -> HOUSES.matcher(attribute.getValue()).find())
                || element.nameIs("object") && HOUSES.matcher(element.html()).find());
    }
}
