package org.broadsheet.article.page;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.broadsheet.source.FeedDates;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** When an article appeared, and when it was last changed: as stated for machines, else as readers see it, else as its address has it. */
final class ArticleDates {

    private static final String[] PUBLISHED = {"article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "itemprop=datepublished",
            "datepublished", "pubdate", "publish_date", "publish-date", "publishdate", "published_time", "publication_date", "article:published", "article:publicationdate", "sailthru:date",
            "cxenseparse:recs:publishtime", "dc:date:issued", "dcterms:issued", "dcterm:issued", "dc:issued", "dc:date", "dcterms:date", "dcterms:created", "dc:created",
            "citation_publication_date", "ptime", "displaydate", "date", "og:pubdate", "og:regdate"};
    private static final String[] UPDATED = {"article:modified_time", "og:updated_time", "og:article:modified_time", "itemprop=datemodified", "dcterms:modified", "dc:modified",
            "dc:date:modified", "lastmod", "last-modified", "cxenseparse:articlemodified", "article:modified", "utime"};
    private static final String TIMES = "time[pubdate], [itemprop=datePublished], time[class*=publish], time[class*=entry-date], abbr.published, .dt-published";
    private static final String DATED = "[class*=publish], [class*=pubdate], [class*=byline], [class*=dateline], [class*=date], [class*=posted], [class*=meta], [class*=timestamp], [id*=date]";
    private static final Pattern IN_ADDRESS = Pattern.compile("[/-]((?:19|20)\\d\\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\\d|3[01])(?:[/_-]|$)"
            + "|/((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])/");
    private static final String CLOCK = "(?:\\s*(?:T|,|-|–|\\||um|at|à|às|a las|alle|kl\\.?"
            + "|klo)?\\s*\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\b\\.?)?(?:\\s?(?:UTC|GMT|Z|[A-Z]{2,4}T|CES?T|MES?Z"
            + "|[+-]\\d{2}:?\\d{2}))?)?";
    private static final Pattern SEEN = Pattern.compile("(?U)(?:\\d{4}-\\d{2}-\\d{2}|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}"
            + "|\\d{4}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일]"
            + "|\\d{1,2}(?:st|nd|rd|th|er)?\\.?\\s(?:de\\s)?\\p{L}{3,12}\\.?,?\\s(?:de\\s|del\\s)?\\d{4}|\\p{L}{3,12}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}/\\d{1,2}/\\d{4})" + CLOCK);
    private static final Pattern WORDS_OF_TIME = Pattern.compile("(?<=\\d{4}|日|일)\\s*(?:,|-|–|\\||\\b(?:um|at|à|às|a las|alle|kl\\.?|klo)\\b)+\\s*(?=\\d)|\\b(?:de|del)\\s");
    private static final int LONGEST = 200;
    private static final int LOOKED_AT = 40;

    private final Elsewhere elsewhere = new Elsewhere();
    private final Document document;
    private final MetaTags metas;
    private final JsonNode article;
    private final JsonNode page;
    private final String url;

    ArticleDates(Document document, MetaTags metas, LinkedData data, String url) {
        this.document = document;
        this.metas = metas;
        this.article = data.article().orElse(MissingNode.getInstance());
        this.page = data.page().orElse(MissingNode.getInstance());
        this.url = url;
    }

    Optional<Instant> published() {
        return first(() -> stated(article, "datePublished", "dateCreated", "uploadDate"), () -> named(PUBLISHED), () -> stated(page, "datePublished", "uploadDate"), () -> marked(TIMES),
                () -> marked("article time[datetime], header time[datetime], main time[datetime], time[datetime]"), this::inAddress, this::visible);
    }

    Optional<Instant> updated() {
        return first(() -> stated(article, "dateModified"), () -> named(UPDATED), () -> stated(page, "dateModified"), () -> marked("[itemprop=dateModified], time[class*=updated], .dt-updated"));
    }

    private static Optional<Instant> stated(JsonNode object, String... names) {
        return Stream.of(names).map(name -> date(LinkedData.text(object, name))).flatMap(Optional::stream).findFirst();
    }

    private Optional<Instant> named(String... names) {
        return Stream.of(names).flatMap(name -> metas.all(name).stream()).map(ArticleDates::date).flatMap(Optional::stream).findFirst();
    }

    private Optional<Instant> marked(String selector) {
        return document.selectStream(selector).filter(element -> !element.nameIs("meta")).limit(LOOKED_AT).filter(element -> !elsewhere.holds(element)).map(ArticleDates::of)
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<Instant> of(Element element) {
        return Stream.of(element.attr("datetime"), element.attr("content"), element.attr("title")).map(ArticleDates::date).flatMap(Optional::stream).findFirst()
                .or(() -> inText(element));
    }

    private Optional<Instant> inAddress() {
        var match = IN_ADDRESS.matcher(url);
        if (!match.find()) {
            return Optional.empty();
        }
        var first = match.group(1) == null ? 4 : 1;
        return FeedDates.parse("%s-%2s-%2s".formatted(match.group(first), match.group(first + 1), match.group(first + 2)).replace("- ", "-0"));
    }

    private Optional<Instant> visible() {
        return document.selectStream(DATED).limit(LOOKED_AT).filter(element -> !elsewhere.holds(element)).map(ArticleDates::inText).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Instant> inText(Element element) {
        var text = element.text();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var match = SEEN.matcher(text);
        return match.find() ? FeedDates.parse(WORDS_OF_TIME.matcher(match.group()).replaceAll(" ").strip()) : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        return text.isBlank() ? Optional.empty() : FeedDates.parse(text.strip());
    }

    @SafeVarargs
    private static Optional<Instant> first(Supplier<Optional<Instant>>... sources) {
        return Stream.of(sources).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }
}
