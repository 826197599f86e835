package org.broadsheet.article.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What a page says of its article in words: for machines first (JSON-LD, meta elements), since that is written once for all, then to readers. */
final class StatedWords {

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\s*(https?:)?//\\S+\\s*");
    private static final double SAME_TITLE = 0.75;
    private static final int LONGEST_TAG = 80;
    private static final int MOST_TAGS = 30;

    private final Document document;
    private final MetaTags metas;
    private final LinkedData data;
    private final JsonNode article;

    StatedWords(Document document, MetaTags metas, LinkedData data) {
        this.document = document;
        this.metas = metas;
        this.data = data;
        this.article = data.article().orElse(MissingNode.getInstance());
    }

    String title() {
        return first(this::statedTitle, () -> metas.first("dc:title", "dcterm:title", "dcterms:title", "og:title", "weibo:article:title", "weibo:webpage:title", "title",
                "twitter:title", "parsely-title").orElse(""), () -> PageTitle.of(document));
    }

    /** Some give the site's name as name, some the headline for search engines: the one that the page's title has, too, is it. */
    private String statedTitle() {
        var name = LinkedData.text(article, "name");
        var headline = LinkedData.text(article, "headline");
        if (name.isEmpty() || headline.isEmpty() || name.equals(headline)) {
            return name.isEmpty() ? headline : name;
        }
        var title = PageTitle.of(document);
        return Similar.share(headline, title) > SAME_TITLE && Similar.share(name, title) <= SAME_TITLE ? headline : name;
    }

    /** The author or authors as the head names them, "" if it does not. */
    String byline() {
        return first(this::statedAuthors, () -> metas.first("dc:creator", "dcterm:creator", "dcterms:creator", "author", "parsely-author").orElse(""),
                () -> metas.first("property=article:author", "sailthru:author", "cxenseparse:author", "itemprop=author").filter(author -> !ADDRESS.matcher(author).matches()).orElse(""),
                () -> metas.first("byl").map(Byline::names).orElse(""));
    }

    private String statedAuthors() {
        return String.join(", ", LinkedData.values(article.path("author")).map(data::resolved).map(author -> author.isTextual() ? author.asText() : LinkedData.text(author, "name"))
                .map(String::strip).filter(name -> !name.isEmpty() && !ADDRESS.matcher(name).matches()).distinct().toList());
    }

    String excerpt() {
        return first(() -> LinkedData.text(article, "description"), () -> metas.first("dc:description", "dcterm:description", "dcterms:description", "og:description",
                "weibo:article:description", "weibo:webpage:description", "description", "twitter:description").orElse(""));
    }

    String siteName() {
        return first(() -> LinkedData.text(data.resolved(LinkedData.values(article.path("publisher")).findFirst().orElse(MissingNode.getInstance())), "name"),
                () -> metas.first("og:site_name").orElse(""));
    }

    String language() {
        return first(() -> attribute("html[lang]", "lang"), () -> attribute("html[xml:lang]", "xml:lang"), () -> attribute("body[lang]", "lang"),
                () -> LinkedData.text(article, "inLanguage"), () -> metas.first("http-equiv=content-language", "dc:language", "language").orElse(""),
                () -> metas.first("og:locale").map(locale -> locale.replace('_', '-')).orElse(""));
    }

    private String attribute(String selector, String name) {
        return Optional.ofNullable(document.selectFirst(selector)).map(element -> element.attr(name).strip()).orElse("");
    }

    String section() {
        return first(() -> LinkedData.text(article, "articleSection"), () -> metas.first("article:section", "og:article:section", "parsely-section", "sailthru:section", "section").orElse(""),
                this::breadcrumb);
    }

    /** The last but one step of the way to the page, if the page itself is the last. */
    private String breadcrumb() {
        var steps = document.select("[itemtype$=BreadcrumbList] [itemprop=name], nav[aria-label*=readcrumb] li, [class*=breadcrumb] li").stream().map(Element::text)
                .filter(text -> !text.isBlank()).toList();
        var last = steps.size() > 1 && Similar.share(steps.getLast(), title()) > SAME_TITLE ? steps.size() - 2 : steps.size() - 1;
        return last > 0 && steps.get(last).length() < LONGEST_TAG ? steps.get(last) : "";
    }

    List<String> tags() {
        var stated = LinkedData.values(article.path("keywords")).filter(JsonNode::isTextual).map(JsonNode::asText).flatMap(StatedWords::split).toList();
        var named = Stream.concat(metas.all("article:tag").stream(), metas.all("parsely-tags").stream()).flatMap(StatedWords::split).toList();
        var keywords = Stream.of("news_keywords", "sailthru:tags", "keywords").flatMap(name -> metas.all(name).stream()).flatMap(StatedWords::split).toList();
        var linked = document.select("a[rel~=(^|\\s)tag(\\s|$)]").stream().map(Element::text).map(String::strip).toList();
        return Stream.of(named, stated, linked, keywords).filter(tags -> !tags.isEmpty()).findFirst().orElse(List.of()).stream()
                .filter(tag -> !tag.isEmpty() && tag.length() <= LONGEST_TAG).distinct().limit(MOST_TAGS).toList();
    }

    private static Stream<String> split(String words) {
        return Arrays.stream(words.split("[,;،、]")).map(String::strip);
    }

    /** The text, as some pages give it to machines; plain, or HTML. "" if not. */
    String body() {
        return LinkedData.text(article, "articleBody");
    }

    /** Whether the page says that only subscribers read on. */
    boolean isForSubscribers() {
        return LinkedData.values(article.path("isAccessibleForFree")).anyMatch(free -> free.asText().equalsIgnoreCase("false"));
    }

    /** The first that says something; references are decoded once more, many write them twice. */
    @SafeVarargs
    private static String first(Supplier<String>... sources) {
        return Stream.of(sources).map(Supplier::get).map(text -> Parser.unescapeEntities(text, true).strip()).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
