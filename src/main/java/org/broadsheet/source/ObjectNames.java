package org.broadsheet.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** What the fields of an article are called in the JSON and XML of content systems, whatever their spelling: {@code publishedAt}, {@code published_at}. */
final class ObjectNames {

    private static final Map<String, List<String>> NAMES = Map.of(
            "link", List.of("canonicalurl", "htmlurl", "weburl", "articleurl", "storyurl", "permalink", "url", "link", "canonical", "href", "shareurl", "fullurl", "absoluteurl", "pageurl",
                    "shorturl", "externalurl", "mainentityofpage", "uri", "path", "loc", "slug"),
            "title", List.of("headline", "title", "headlines", "webtitle", "heading", "name", "titel", "titre", "titulo", "titolo", "ueberschrift", "schlagzeile", "subject", "label"),
            "standfirst", List.of("standfirst", "dek", "deck", "excerpt", "summary", "teaser", "trailtext", "description", "abstract", "lead", "lede", "intro", "subheadline", "subtitle",
                    "blurb", "snippet", "preview", "descriptions", "vorspann", "chapo", "resume", "sommario", "entradilla", "shortdescription", "metadescription"),
            "body", List.of("contenthtml", "bodyhtml", "articlebody", "body", "content", "html", "text", "contenttext", "bodytext", "fulltext", "artikeltext"),
            "author", List.of("author", "authors", "byline", "creator", "writer", "autor", "auteur", "autore", "contributors", "by", "user"),
            "date", List.of("datepublished", "publishedat", "published", "publisheddate", "publishdate", "publicationdate", "webpublicationdate", "firstpublicationdate", "pubdate",
                    "firstpublished", "firstpublishedat", "publishedon", "publishedtime", "publishtime", "dategmt", "date", "displaydate", "dateline", "datum", "releasedate", "postdate",
                    "postedat", "datetime", "timestamp", "time", "createdat", "created", "datecreated", "createdutc", "createddate", "creationdate"),
            "picture", List.of("image", "picture", "photo", "featuredimage", "leadimage", "mainimage", "heroimage", "imageurl", "thumbnail", "thumb", "thumbnailurl", "teaserimage",
                    "coverimage", "cover", "images", "leadart", "hero", "promoimage", "urltoimage", "bild", "jetpackfeaturedmediaurl", "media", "img"),
            "guid", List.of("guid", "id", "uuid", "articleid", "contentid"),
            "category", List.of("section", "category", "categories", "articlesection", "kicker", "sectionname", "tags", "topics", "keywords", "rubrik", "ressort", "topic", "tag"),
            "updated", List.of("datemodified", "updatedat", "updated", "modified", "modifiedgmt", "lastmodified", "updateddate", "modifiedat", "lastupdated"));
    /** Objects that hold the fields of the one that they are in, as JSON:API and content systems have it. */
    private static final List<String> HOLDERS = List.of("attributes", "fields", "node", "metadata", "meta", "basic");
    /** What anything is called, not articles alone. */
    private static final List<String> OF_ANYTHING = List.of("name", "label", "subject");
    private static final int MOST_FIELDS = 200;

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    private ObjectNames(JsonNode object) {
        take(object);
        object.properties().stream().filter(field -> field.getValue().isObject() && HOLDERS.contains(plain(field.getKey()))).forEach(field -> take(field.getValue()));
    }

    static ObjectNames of(JsonNode object) {
        return new ObjectNames(object);
    }

    /** Whether a field is called like one of articles. */
    static boolean isTitle(String name) {
        return NAMES.get("title").contains(plain(name));
    }

    private void take(JsonNode object) {
        object.properties().stream().limit(MOST_FIELDS).filter(field -> says(field.getValue())).forEach(field -> fields.putIfAbsent(plain(field.getKey()), field.getValue()));
    }

    private static boolean says(JsonNode value) {
        return !value.isNull() && !(value.isContainerNode() && value.isEmpty()) && !(value.isTextual() && value.asText().isBlank());
    }

    /** @param field of an article, as {@link PageSelectors} names it, or {@code updated} */
    List<JsonNode> all(String field) {
        return NAMES.get(field).stream().map(fields::get).filter(java.util.Objects::nonNull).toList();
    }

    /** Whether its title is called as no other thing's is: a person, a file or a project has a name. */
    boolean hasHeadline() {
        return NAMES.get("title").stream().anyMatch(name -> !OF_ANYTHING.contains(name) && fields.containsKey(name));
    }

    /** By its own name. */
    Optional<JsonNode> named(String plainName) {
        return Optional.ofNullable(fields.get(plainName));
    }

    /** A name without what spellings differ in. */
    private static String plain(String name) {
        var local = name.substring(name.indexOf(':') + 1);
        var plain = new StringBuilder(local.length());
        local.chars().filter(Character::isLetterOrDigit).forEach(character -> plain.append((char) character));
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
