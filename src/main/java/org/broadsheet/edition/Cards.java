package org.broadsheet.edition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.broadsheet.web.Card;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

/** How front pages, editions and stories show themselves to other sites and to search engines (schema.org: CollectionPage, NewsArticle). */
public final class Cards {

    private final String base;

    /** @param base where this service is, absolute, without a slash at its end */
    public Cards(String base) {
        this.base = base;
    }

    /** Of a publication's front page. */
    public Card front(Masthead masthead, Optional<Digest> latest) {
        var url = base + masthead.homeUrl();
        var description = masthead.strapline().isEmpty() ? latest.map(Digest::preheader).orElse("") : masthead.strapline();
        var data = thing("CollectionPage", url, masthead.name(), description, masthead);
        latest.ifPresent(digest -> data.put("hasPart", typed("CollectionPage", Map.of("url", digest.footer().webUrl(), "name", digest.subject()))));
        return new Card("website", url, masthead.name(), description, "", "", latest.flatMap(Digest::lead).flatMap(Cards::picture), data);
    }

    /** Of an edition. */
    public Card edition(Masthead masthead, Digest digest, Instant published) {
        var url = base + masthead.editionUrl(digest.number());
        var title = digest.lead().map(Digest.Item::headline).orElse(digest.subject());
        var data = thing("CollectionPage", url, title, digest.preheader(), masthead);
        data.put("datePublished", written(published));
        data.put("isPartOf", typed("CollectionPage", Map.of("url", base + masthead.homeUrl(), "name", masthead.name())));
        data.put("mainEntity", typed("ItemList", Map.of("itemListElement", elements(masthead, digest))));
        return new Card("article", url, title, digest.preheader(), written(published), "", digest.lead().flatMap(Cards::picture), data);
    }

    /**
     * Of a story.
     *
     * @param published when its first report appeared; empty if nobody knows
     */
    public Card story(Masthead masthead, Digest.Item item, Optional<Instant> published) {
        var url = base + masthead.homeUrl() + "/stories/" + item.id();
        var description = item.standfirst().isEmpty() ? item.summary() : item.standfirst();
        var data = thing("NewsArticle", url, item.headline(), description, masthead);
        data.put("headline", item.headline());
        data.put("mainEntityOfPage", url);
        if (!item.language().isEmpty()) {
            data.put("inLanguage", item.language());
        }
        published.ifPresent(at -> data.put("datePublished", written(at)));
        data.put("author", organization(item.source().isEmpty() ? publisherOf(masthead) : item.source()));
        if (!Link.outside(item.url()).isEmpty()) {
            data.put("isBasedOn", item.url());
        }
        item.picture().ifPresent(picture -> data.put("image", typed("ImageObject", Map.of("url", picture.large(), "width", picture.largeSize().width(),
                "height", picture.largeSize().height()))));
        item.correction().ifPresent(correction -> data.put("correction", typed("CorrectionComment", Map.of("text", correction.text(), "datePublished", correction.date().toString()))));
        item.correction().ifPresent(correction -> data.put("dateModified", correction.date().toString()));
        return new Card("article", url, item.headline(), description, published.map(Cards::written).orElse(""),
                item.correction().map(correction -> correction.date().toString()).orElse(""), picture(item), data);
    }

    private List<Object> elements(Masthead masthead, Digest digest) {
        var stories = Stream.of(digest.lead().stream(), digest.sections().stream().flatMap(group -> group.items().stream()), digest.briefs().stream())
                .flatMap(part -> part).toList();
        var elements = new ArrayList<>();
        stories.forEach(item -> elements.add(typed("ListItem", Map.of("position", elements.size() + 1, "name", item.headline(),
                "url", base + masthead.homeUrl() + "/stories/" + item.id()))));
        return elements;
    }

    private Map<String, Object> thing(String type, String url, String name, String description, Masthead masthead) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", type);
        data.put("url", url);
        data.put("name", name);
        if (!description.isEmpty()) {
            data.put("description", description);
        }
        data.put("inLanguage", masthead.language());
        var publisher = organization(publisherOf(masthead));
        masthead.logo().ifPresent(logo -> publisher.put("logo", typed("ImageObject", Map.of("url", base + logo.path(), "width", logo.width(), "height", logo.height()))));
        data.put("publisher", publisher);
        return data;
    }

    private static String publisherOf(Masthead masthead) {
        return masthead.legalName().isEmpty() ? masthead.name() : masthead.legalName();
    }

    private static Map<String, Object> organization(String name) {
        return typed("Organization", Map.of("name", name));
    }

    /** In an order that stays, so that a page that did not change has the same tag. */
    private static Map<String, Object> typed(String type, Map<String, ?> values) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("@type", type);
        values.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(value -> typed.put(value.getKey(), value.getValue()));
        return typed;
    }

    private static Optional<Card.Picture> picture(Digest.Item item) {
        return item.picture().map(picture -> new Card.Picture(picture.large(), picture.largeSize().width(), picture.largeSize().height(), picture.alt()));
    }

    private static String written(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
