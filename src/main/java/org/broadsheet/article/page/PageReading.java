package org.broadsheet.article.page;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.broadsheet.source.ArticleSelectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** One page being read: first what it states, then its text, then what its text adds to what it states. */
final class PageReading {

    private static final int LONGEST_LINE = 2_000;
    private static final int ENOUGH = 500;

    private final String html;
    private final Document document;
    private final Addresses addresses;
    private final MetaTags metas;
    private final LinkedData data;
    private final StatedWords stated;
    private final ArticleSelectors selectors;
    private boolean selected;

    PageReading(String html, String url, ArticleSelectors selectors) {
        this.html = html;
        this.selectors = selectors;
        this.document = PageTree.of(new StringReader(html), url);
        this.addresses = Addresses.of(document, url);
        this.metas = MetaTags.of(document);
        this.data = LinkedData.of(document);
        this.stated = new StatedWords(document, metas, data);
    }

    /** What the page states, read before its tree is taken to pieces. */
    private record Head(String title, String byline, String excerpt, Optional<Instant> published, Optional<Instant> updated, Optional<String> canonical, String section, List<String> tags,
            String direction, Verdicts verdicts) {
    }

    PageArticle article() {
        var head = head();
        var body = readable(document);
        var pictures = new PagePictures(body, addresses, metas, data);
        var visibleAuthor = head.byline.isEmpty() ? Byline.names(VisibleByline.in(body)) : "";
        var finder = new ArticleFinder(head.title, head.byline);
        var found = selected(body).or(() -> found(finder, body));
        var article = found.map(ArticleFinder.Found::article).orElseGet(() -> new Element("div"));
        Leftovers.drop(article);
        ArticleMarkup.settle(article, addresses);
        var byline = head.byline.isEmpty() ? found.map(ArticleFinder.Found::byline).orElse("") : head.byline;
        var author = Byline.names(byline);
        var direction = found.map(ArticleFinder.Found::direction).filter(nearest -> !nearest.isEmpty()).orElse(head.direction);
        return new PageArticle(head.title, WhiteSpace.folded(byline), author.isEmpty() ? visibleAuthor : author,
                line(head.excerpt.isEmpty() ? firstParagraph(article) : head.excerpt), line(stated.siteName()),
                stated.language(), direction(direction, article.text()), head.published, head.updated, head.canonical, head.section, head.tags, ArticleMarkup.html(article),
                pictures.of(sources(article)), selected || finder.isLikely(), head.verdicts.of(found.map(ArticleFinder.Found::length).orElse(0)));
    }

    /** Whether the operator said where the text is, and nothing is there. */
    boolean missed() {
        return selectors.select() && !selected;
    }

    private Element readable(Document page) {
        selectors.clear(page.body());
        return PageTree.readable(page);
    }

    private Optional<ArticleFinder.Found> selected(Element body) {
        var texts = selectors.texts(body);
        selected = texts.hasText();
        if (!selected) {
            return Optional.empty();
        }
        var article = new Element("div");
        texts.forEach(text -> article.appendChild(text.clone()));
        return Optional.of(new ArticleFinder.Found(article, ArticleTidy.length(article), "", ""));
    }

    private Head head() {
        var dates = new ArticleDates(document, metas, data, addresses.page());
        var published = dates.published();
        var updated = dates.updated().filter(change -> published.stream().noneMatch(change::isBefore));
        var root = document.selectFirst("html");
        return new Head(WhiteSpace.folded(stated.title()), stated.byline(), stated.excerpt(), published, updated, StatedAddress.of(document, metas, data, addresses), line(stated.section()),
                stated.tags(), root == null ? "" : root.attr("dir"), new Verdicts(document, stated.isForSubscribers()));
    }

    private static Set<String> sources(Element article) {
        return article.select("img[src]").stream().map(image -> image.attr("src")).collect(Collectors.toSet());
    }

    private Optional<ArticleFinder.Found> found(ArticleFinder finder, Element body) {
        var fresh = new AtomicReference<>(body);
        var found = finder.find(() -> Optional.ofNullable(fresh.getAndSet(null)).orElseGet(() -> readable(PageTree.of(new StringReader(html), addresses.page()))));
        var written = stated.body();
        if (written.length() < ENOUGH || found.isPresent() && found.get().length() >= written.length() / 2) {
            return found;
        }
        var article = written.contains("</p>") || written.contains("<br") ? PageTree.readable(Jsoup.parse(written)) : paragraphs(written);
        return Optional.of(new ArticleFinder.Found(article, ArticleTidy.length(article), found.map(ArticleFinder.Found::byline).orElse(""), found.map(ArticleFinder.Found::direction).orElse("")));
    }

    private static Element paragraphs(String text) {
        var article = new Element("div");
        text.lines().map(WhiteSpace::folded).filter(line -> !line.isEmpty()).forEach(line -> article.appendElement("p").html(line.contains("<") ? line : Entities.escape(line)));
        return article;
    }

    private static String firstParagraph(Element article) {
        return article.select("p").stream().map(Element::wholeText).map(WhiteSpace::folded).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static String direction(String stated, String text) {
        return stated.equalsIgnoreCase("rtl") || stated.equalsIgnoreCase("ltr") ? stated.toLowerCase(Locale.ROOT) : Direction.isRightToLeft(text) ? "rtl" : "ltr";
    }

    private static String line(String text) {
        var folded = WhiteSpace.folded(text);
        return folded.length() > LONGEST_LINE ? folded.substring(0, LONGEST_LINE) : folded;
    }
}
