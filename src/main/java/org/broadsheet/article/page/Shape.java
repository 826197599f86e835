package org.broadsheet.article.page;

import java.util.Set;

import org.jsoup.nodes.Element;

/** What is in a branch, counted: added up from its children, so that all branches of a tree cost one pass. */
final class Shape {

    private static final Set<String> TEXTISH = Set.of("span", "li", "td", "blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul");

    private TextSize text = TextSize.NONE;
    private double links;
    private int headings;
    private int lists;
    private int textish;
    private int paragraphs;
    private int pictures;
    private int items;
    private int inputs;
    private int embeds;
    private int elements;
    private boolean video;
    private boolean dataTable;

    void add(String words) {
        text = text.plus(TextSize.of(words));
    }

    /** A child, with what is in it. */
    void add(Element child, Shape inner, DataTables tables) {
        var name = child.normalName();
        var length = inner.length();
        text = text.plus(inner.text);
        links += name.equals("a") ? length * Sizes.linkWeight(child) : inner.links;
        headings += inner.headings + (Tags.HEADINGS.contains(name) ? length : 0);
        lists += inner.lists + (name.equals("ul") || name.equals("ol") ? length : 0);
        textish += inner.textish + (TEXTISH.contains(name) ? length : 0);
        paragraphs += inner.paragraphs + (name.equals("p") ? 1 : 0);
        pictures += inner.pictures + (name.equals("img") ? 1 : 0);
        items += inner.items + (name.equals("li") ? 1 : 0);
        inputs += inner.inputs + (name.equals("input") ? 1 : 0);
        elements += inner.elements + 1;
        embeds += inner.embeds + (Videos.isEmbed(child) ? 1 : 0);
        video |= inner.video || Videos.isVideo(child);
        dataTable |= inner.dataTable || tables.contains(child);
    }

    int length() {
        return text.length();
    }

    int commas() {
        return text.commas();
    }

    int elements() {
        return elements;
    }

    boolean hasVideo() {
        return video;
    }

    boolean hasDataTable() {
        return dataTable;
    }

    int items() {
        return items;
    }

    int pictures() {
        return pictures;
    }

    /** Whether nearly all of its text stands in lists. */
    boolean isMostlyList() {
        return length() > 0 && lists > 0.9 * length();
    }

    /**
     * Whether it looks unlike text: more pictures, items or fields than paragraphs, nearly nothing said, or mostly links.
     *
     * @param weight points for its name
     */
    boolean isUnlikeText(boolean list, boolean inFigure, int weight) {
        var linkDensity = length() == 0 ? 0 : links / length();
        var headingDensity = length() == 0 ? 0 : headings / (double) length();
        return !inFigure && pictures > 1 && paragraphs < pictures * 0.5
                || !list && items - 100 > paragraphs
                || inputs > paragraphs / 3
                || !list && !inFigure && headingDensity < 0.9 && length() < 25 && (pictures == 0 || pictures > 2) && linkDensity > 0
                || !list && weight < 25 && linkDensity > 0.2
                || weight >= 25 && linkDensity > 0.5
                || embeds == 1 && length() < 75 || embeds > 1
                || pictures == 0 && (length() == 0 || textish == 0);
    }
}
