package org.broadsheet.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Documents written for machines that are no feeds, JSON and XML of any make, read as lists of articles without settings: only where there is no doubt that they are. */
final class DataLists {

    /** Lists of other things, for which there are other readers. */
    private static final Set<String> OTHERS = Set.of("urlset", "sitemapindex", "opml", "html", "rss", "feed", "svg", "body");
    private static final int LONGEST_TITLE = 200;
    private static final int A_LIST = 3;

    private DataLists() {
    }

    /**
     * A feed, or else such a list. A feed comes first, if its entries can be told by their addresses.
     *
     * @throws NotAFeedException if it is neither, with words on what it is
     */
    static FeedDocument read(byte[] body, String contentType, String url, Instant now) throws NotAFeedException {
        try {
            var feed = FeedReader.read(body, contentType, url);
            return isFeed(feed, body, contentType) ? feed : list(body, contentType, url, now).document().orElse(feed);
        } catch (NotAFeedException noFeed) {
            var list = list(body, contentType, url, now);
            if (list.document().isPresent()) {
                return list.document().get();
            }
            throw list.hint().isEmpty() ? noFeed : new NotAFeedException(noFeed.getMessage() + ". " + list.hint());
        }
    }

    /** JSON that does not call itself a feed may be any list of {@code items}. */
    private static boolean isFeed(FeedDocument feed, byte[] body, String contentType) {
        var addressed = feed.entries().isEmpty() || feed.entries().stream().anyMatch(entry -> !entry.url().isEmpty());
        if (addressed && feed.entries().stream().anyMatch(entry -> entry.publishedAt().isPresent())) {
            return true;
        }
        var text = FeedText.of(body, FeedReader.charset(contentType));
        return addressed && (text.firstCharacter() != '{' || text.beginning(2000).contains("jsonfeed.org/version"));
    }

    /** @param hint where there are headlines, but no articles for certain; "" if nowhere */
    record Result(Optional<FeedDocument> document, String hint) {
    }

    static Result list(byte[] body, String contentType, String url, Instant now) {
        var text = FeedText.of(body, FeedReader.charset(contentType));
        return switch (text.firstCharacter()) {
            case '{', '[' -> {
                var tree = new JsonTree();
                var root = tree.read(text.reader());
                yield result(root, tree.trouble(), url, now);
            }
            case '<' -> PageDocument.seemsOne(body, "") ? new Result(Optional.empty(), "") : xml(text, url, now);
            default -> new Result(Optional.empty(), "");
        };
    }

    private static Result xml(FeedText text, String url, Instant now) {
        var root = XmlPage.of(text, url).firstElementChild();
        return root == null || OTHERS.contains(root.normalName()) ? new Result(Optional.empty(), "") : result(XmlObjects.of(root), "", url, now);
    }

    private static Result result(JsonNode root, String trouble, String url, Instant now) {
        var found = ObjectLists.in(root, url, language(root), now);
        return new Result(found.entries().isEmpty() ? Optional.empty() : Optional.of(document(root, found.entries(), trouble, url)), found.hint());
    }

    /** The largest list in these, which are parts of one page; none if it is too short to be sure. */
    static List<FeedEntry> largest(List<JsonNode> roots, String url, String language, Instant now) {
        return roots.stream().map(root -> ObjectLists.in(root, url, language, now).entries()).filter(entries -> entries.size() >= A_LIST)
                .max(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** @param trouble why it was not read to its end; "" if it was */
    static FeedDocument document(JsonNode root, List<FeedEntry> entries, String trouble, String url) {
        var harvest = new Harvest(url);
        if (!trouble.isEmpty()) {
            harvest.problem("cut-off", trouble, -1);
        }
        entries.forEach(harvest::add);
        return harvest.document(FeedHead.of(title(root), url, language(root)), FeedText.of(new byte[0], Optional.empty()));
    }

    private static String title(JsonNode root) {
        var title = root.isObject() ? ObjectValues.text(root.path("title")) : "";
        return title.length() > LONGEST_TITLE ? "" : ObjectValues.html(title);
    }

    static String language(JsonNode root) {
        return FeedValues.language(root.path("language").isTextual() ? root.path("language").asText() : root.path("lang").asText(""));
    }
}
