package org.broadsheet.article.page;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What authors of pages call their elements, and what it gives away. One page uses few names many times, so what was found out is kept. */
final class Names {

    private static final Pattern AROUND = Pattern.compile("(?i)-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu"
            + "|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote");
    private static final Pattern MAYBE_TEXT = Pattern.compile("(?i)and|article|body|column|content|main|mathjax|shadow");
    private static final Pattern GOOD = Pattern.compile("(?i)article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story");
    private static final Pattern BAD = Pattern.compile("(?i)-ad-|hidden|(?<![^ ])hid(?![^ ])|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo"
            + "|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget");
    private static final Pattern BYLINE = Pattern.compile("(?i)byline|author|dateline|writtenby|p-author");
    private static final Pattern SHARING = Pattern.compile("(?i)(\\b|_)(share|sharedaddy)(\\b|_)");
    private static final int WEIGHT = 25;

    /** All that a name tells. */
    private record Hints(boolean aroundText, boolean byline, boolean sharing) {
    }

    private final Map<String, Hints> hints = new HashMap<>();
    private final Map<String, Integer> weights = new HashMap<>();

    /** Class and id in one. */
    static String of(Element element) {
        return element.attributesSize() == 0 ? " " : element.className() + " " + element.id();
    }

    /** Such as a menu or a list of comments, and not what might be the text in spite of its name. */
    boolean isAroundText(Element element) {
        return hints(element).aroundText;
    }

    boolean isByline(Element element) {
        return hints(element).byline;
    }

    boolean isSharing(Element element) {
        return hints(element).sharing;
    }

    /** Points for names that articles have, less those for names of what stands beside them. */
    int weight(Element element) {
        return element.attributesSize() == 0 ? 0 : weight(element.className()) + weight(element.id());
    }

    private int weight(String name) {
        return name.isEmpty() ? 0 : weights.computeIfAbsent(name, unknown -> (BAD.matcher(name).find() ? -WEIGHT : 0) + (GOOD.matcher(name).find() ? WEIGHT : 0));
    }

    private Hints hints(Element element) {
        return hints.computeIfAbsent(of(element), name -> name.length() < 2 ? new Hints(false, false, false)
                : new Hints(AROUND.matcher(name).find() && !MAYBE_TEXT.matcher(name).find(), BYLINE.matcher(name).find(), SHARING.matcher(name).find()));
    }
}
