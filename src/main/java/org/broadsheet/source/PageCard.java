package org.broadsheet.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/** The part of a page that belongs to one article, and what it shows of it; absent text is "". */
final class PageCard {

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
    private static final Pattern TITLE = named("title|headline|heading|hed|schlagzeile|titel|titre|titulo|titolo|subject|storylink");
    private static final Pattern KICKER = named("kicker|eyebrow|overline|topline|rubric|rubrik|rubrique|category|categories|cat|section|topic|label|tag|tags|dachzeile|surtitre|badge");
    private static final Pattern STANDFIRST = named("summary|excerpt|standfirst|dek|deck|description|desc|lead|lede|abstract|subline|subtitle|intro"
            + "|snippet|blurb|chapo|entradilla|sommario|teaser|text|body|content");
    private static final Pattern AUTHOR = named("author|authors|byline|autor|autoren|auteur|writer|verfasser|autore|redacteur");
    private static final Pattern DECORATION = Pattern.compile("(?i)(?<![a-z])(logo|icon|avatar|gravatar|sprite|badge|emoji|spacer|pixel|placeholder|blank|loading|spinner|transparent)(?![a-z])");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_STANDFIRST = 1_000;
    private static final int WORTH = 500;
    private static final int SMALLEST_WIDTH = 60;
    private static final int SMALLEST_HEIGHT = 40;

    private final Element anchor;
    private final List<Element> extent;
    private final String title;

    /** @param extent the element around the article, with those behind it that belong to it and are not inside */
    PageCard(Element anchor, List<Element> extent) {
        this.anchor = anchor;
        this.extent = extent;
        this.title = shortened(findTitle(), LONGEST_TITLE);
    }

    String title() {
        return title;
    }

    Element element() {
        return extent.getFirst();
    }

    List<Element> extent() {
        return extent;
    }

    /** Whether the title stands in a heading: 3 for one of the page's own levels, 2 for a class that says so, else 0. */
    int heading() {
        var around = anchor.closest(HEADINGS);
        if (around != null || anchor.selectFirst(HEADINGS) != null || LinkText.isReadMore(anchor.text()) && element().selectFirst(HEADINGS) != null) {
            return 3;
        }
        var parent = anchor.parent();
        return isNamed(anchor, TITLE) || parent != null && isNamed(parent, TITLE) || within(anchor, TITLE).isPresent() ? 2 : 0;
    }

    private String findTitle() {
        var own = text(anchor);
        if (anchor.closest(HEADINGS) != null && !own.isEmpty() && !LinkText.isReadMore(own)) {
            return own;
        }
        var inner = anchor.selectFirst(HEADINGS);
        if (inner != null && !text(inner).isEmpty()) {
            return text(inner);
        }
        var named = within(anchor, TITLE).map(PageCard::text).filter(text -> !text.isEmpty());
        if (named.isPresent()) {
            return named.get();
        }
        if (own.isEmpty() || LinkText.isReadMore(own)) {
            return besides();
        }
        return anchor.childrenSize() == 0 ? own : ofParts(anchor);
    }

    /** The link is a picture, or says no more than that there is more. */
    private String besides() {
        var heading = element().selectFirst(HEADINGS);
        if (heading != null) {
            return text(heading);
        }
        var label = Stream.of(anchor.attr("aria-label"), anchor.attr("title"), anchor.select("img[alt]").attr("alt")).map(String::strip)
                .filter(text -> LinkText.length(text) >= 15 && !LinkText.isReadMore(text)).findFirst();
        return within(element(), TITLE).map(PageCard::text).filter(text -> !text.isEmpty()).or(() -> label).orElse("");
    }

    /** A whole card may be the link: down to where text stands, past what is set small beside it. */
    private static String ofParts(Element whole) {
        var here = whole;
        while (here.ownText().isBlank()) {
            var parts = here.children().stream().filter(PageCard::hasText).toList();
            if (parts.isEmpty()) {
                break;
            }
            var large = parts.stream().filter(part -> !isSmall(part)).toList();
            here = large.stream().filter(part -> LinkText.length(text(part)) >= 12).findFirst()
                    .orElseGet(() -> (large.isEmpty() ? parts : large).stream().max(Comparator.comparingInt(part -> LinkText.length(text(part)))).orElseThrow());
        }
        if (here.select("time, small").isEmpty()) {
            return text(here);
        }
        var without = here.clone();
        without.select("time, small").remove();
        return text(without).isEmpty() ? text(here) : text(without);
    }

    private static boolean isSmall(Element part) {
        var text = text(part);
        return part.is("time, small") || isNamed(part, KICKER) || isNamed(part, AUTHOR) || PageDates.isNamed(part) || LinkText.isReadMore(text)
                || text.length() <= 60 && (LinkText.isNoTitle(text) || FeedDates.parse(text).isPresent());
    }

    /** What tells the field or the place, in front of the title; not a word of the title itself. */
    String kicker() {
        return all(KICKER).filter(part -> !within(part, anchor)).map(PageCard::text)
                .filter(text -> !text.isEmpty() && text.length() <= 40 && !title.contains(text) && !LinkText.isPaidLabel(text) && !LinkText.isNoTitle(text))
                .filter(text -> FeedDates.parse(text).isEmpty()).findFirst().orElse("");
    }

    String author() {
        var marked = extent.stream().flatMap(part -> part.select("[rel=author], [itemprop=author]").stream());
        var named = all(AUTHOR).flatMap(part -> Stream.concat(part.select("a").stream(), Stream.of(part)));
        return Stream.concat(marked, named).filter(part -> part.selectFirst(HEADINGS) == null).map(PageCard::text).map(text -> LinkText.withoutBy(text.split("[|•·—]", 2)[0]))
                .filter(text -> !text.isEmpty() && text.length() <= 80 && !text.equals(title) && text.chars().noneMatch(Character::isDigit)).findFirst().orElse("");
    }

    String standfirst() {
        var marked = all(STANDFIRST).filter(part -> part.selectFirst(HEADINGS) == null).map(this::prose).filter(text -> LinkText.length(text) >= 25).findFirst();
        var paragraph = extent.stream().flatMap(part -> part.select("p, dd, blockquote, div, span, td").stream())
                .filter(part -> part.select("p, div, li, td, h1, h2, h3, h4").stream().allMatch(inner -> inner == part))
                .map(this::prose).filter(text -> LinkText.length(text) >= 40).max(Comparator.comparingInt(LinkText::length));
        return shortened(marked.or(() -> paragraph).orElse(""), LONGEST_STANDFIRST);
    }

    /** The text of a part that is no title, without the invitation to read on. */
    private String prose(Element part) {
        var last = part.select("a").last();
        var text = text(part);
        var leadsOn = last != null && (LinkText.isReadMore(text(last)) || last.absUrl("href").equals(anchor.absUrl("href")));
        if (leadsOn && text.length() > text(last).length() && text.endsWith(text(last))) {
            text = text.substring(0, text.length() - text(last).length()).strip();
        }
        return text.equals(title) || title.contains(text) || text.startsWith(title) && text.length() < title.length() + 40 ? "" : text;
    }

    /** Its first picture that is none of the page's furniture. */
    Optional<FoundPicture> picture() {
        return extent.stream().flatMap(part -> part.select("img, [style*=background]").stream()).flatMap(image -> picture(image).stream()).findFirst();
    }

    private static Optional<FoundPicture> picture(Element image) {
        var written = image.is("img") ? ImageSource.of(image).address() : ImageSource.background(image);
        var url = written.isEmpty() ? "" : StringUtil.resolve(image.baseUri(), written);
        var width = ImageSource.pixels(image.attr("width"));
        var height = ImageSource.pixels(image.attr("height"));
        var small = width > 0 && width < SMALLEST_WIDTH || height > 0 && height < SMALLEST_HEIGHT;
        if (!FeedValues.isWebAddress(url) || small || DECORATION.matcher(url + " " + image.className()).find()) {
            return Optional.empty();
        }
        return Optional.of(new FoundPicture(url, width, height, image.attr("alt").strip(), "", "", WORTH));
    }

    /** Somebody paid for it, and the page says so. */
    boolean isPaid() {
        return element().getAllElements().stream().anyMatch(part -> part.ownText().length() <= 40 && LinkText.isPaidLabel(part.ownText()));
    }

    private Stream<Element> all(Pattern name) {
        return extent.stream().flatMap(part -> part.getAllElements().stream().filter(inner -> (inner != part || extent.indexOf(part) > 0) && isNamed(inner, name)));
    }

    private static Optional<Element> within(Element element, Pattern name) {
        return element.getAllElements().stream().filter(inner -> inner != element && isNamed(inner, name) && hasText(inner)).findFirst();
    }

    private static boolean within(Element inner, Element outer) {
        return inner == outer && !outer.children().isEmpty() || inner.parents().contains(outer) && inner.text().equals(outer.text());
    }

    static boolean isNamed(Element element, Pattern name) {
        return !element.className().isEmpty() && name.matcher(element.className()).find() || element.hasAttr("itemprop") && name.matcher(element.attr("itemprop")).find();
    }

    private static Pattern named(String words) {
        return Pattern.compile("(?i)(?<![a-z])(?:" + words + ")(?![a-z])|(?<=[a-z])(?-i:" + capitals(words) + ")(?![a-z])");
    }

    /** As the last word of a name in camel case. */
    private static String capitals(String words) {
        return Arrays.stream(words.split("\\|")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).reduce((one, other) -> one + "|" + other).orElseThrow();
    }

    static String text(Element element) {
        return element.text().strip();
    }

    private static boolean hasText(Element element) {
        return element.hasText();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest - 2)));
    }
}
