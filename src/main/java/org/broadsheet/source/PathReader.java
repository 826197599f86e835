package org.broadsheet.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Reads a document by an operator's paths: JSON, JSON in a script of a page, a page or any XML. What fits nothing is a problem in words, which says how
 * many items there are, and where a path into JSON ends.
 */
final class PathReader {

    private final byte[] body;
    private final String contentType;
    private final String url;
    private final PageSelectors selectors;
    private final SelectorTally tally;
    private final Instant now;

    private PathReader(byte[] body, String contentType, String url, PageSelectors selectors, Instant now) {
        this.body = body;
        this.contentType = contentType;
        this.url = url;
        this.selectors = selectors;
        this.tally = new SelectorTally(selectors);
        this.now = now;
    }

    /**
     * @param contentType as the server stated it, with charset, or ""
     * @param url         where the document was found; relative references are resolved against it
     * @param selectors   of syntax XPATH or JSONPATH
     */
    static FeedDocument read(byte[] body, String contentType, String url, PageSelectors selectors, Instant now) {
        return new PathReader(body, contentType, url, selectors, now).read();
    }

    private FeedDocument read() {
        var page = PageDocument.seemsOne(body, contentType) ? Optional.of(PageDocument.parse(body, contentType, url)) : Optional.<PageDocument>empty();
        if (selectors.dialect() == PageSelectors.Syntax.XPATH) {
            return page.map(html -> PageReader.read(html, Optional.of(selectors), now).document()).orElseGet(this::xml);
        }
        if (selectors.scriptPlace().isEmpty()) {
            return page.isPresent() ? nothing("This is a web page (HTML), not JSON; if its articles stand in a script, selectors.script says in which") : json();
        }
        return page.map(this::scripts).orElseGet(() -> nothing("This is no web page (HTML), so it has no script; leave out selectors.script to read JSON itself"));
    }

    private FeedDocument nothing(String words) {
        tally.problem("selector", words);
        return document(MissingNode.getInstance(), List.of(), "", "");
    }

    private FeedDocument json() {
        var tree = new JsonTree();
        var root = tree.read(FeedText.of(body, FeedReader.charset(contentType)).reader());
        if (!tree.trouble().isEmpty()) {
            tally.problem("cut-off", tree.trouble());
        }
        if (!root.isContainerNode()) {
            return nothing("This is no JSON");
        }
        return document(root, objects(root), "", DataLists.language(root));
    }

    private FeedDocument scripts(PageDocument page) {
        var texts = ScriptPlace.of(selectors.scriptPlace()).texts(page.html());
        var tree = new JsonTree();
        var roots = new ArrayList<JsonNode>();
        texts.forEach(text -> roots.addAll(ScriptedData.in(text, tree)));
        if (roots.isEmpty()) {
            return nothing("The selector for script, " + selectors.scriptPlace() + ", fits " + (texts.isEmpty() ? "nothing on the page" : "what holds no JSON" + tree.trouble().replaceFirst("^(?=.)", ": ")));
        }
        var item = JsonPath.of(selectors.given().get("item"));
        var root = roots.stream().filter(candidate -> !item.select(candidate, candidate, 1).isEmpty()).findFirst().orElse(roots.getFirst());
        return document(root, objects(root), page.title(), page.language());
    }

    private List<FeedEntry> objects(JsonNode root) {
        var path = JsonPath.of(selectors.given().get("item"));
        var items = new ArrayList<JsonNode>();
        for (var found : path.select(root, root, JsonTree.MOST_VALUES)) {
            if (found.isArray()) {
                found.forEach(items::add);
            } else {
                items.add(found);
            }
        }
        items.removeIf(item -> !item.isContainerNode());
        if (items.isEmpty()) {
            tally.noItems("in the document. " + path.why(root));
            return List.of();
        }
        var fields = new LinkedHashMap<String, JsonField>();
        tally.fields().forEach(field -> fields.put(field, JsonField.of(field, selectors.given().get(field))));
        return entries(items, DataLists.language(root), item -> item, (field, item) -> fields.get(field).values(root, item));
    }

    private FeedDocument xml() {
        var tree = XmlPage.of(FeedText.of(body, FeedReader.charset(contentType)), url);
        if (tree.firstElementChild() == null) {
            return nothing("This is neither a web page (HTML) nor XML");
        }
        var selection = Selection.of(selectors, tally);
        var items = selection.items(tree);
        if (items.isEmpty()) {
            if (tally.problems().isEmpty()) {
                tally.noItems("in the document, whose root is <" + tree.firstElementChild().tagName() + ">");
            }
            return document(MissingNode.getInstance(), List.of(), "", "");
        }
        var language = FeedValues.language(tree.firstElementChild().attr("xml:lang"));
        var entries = entries(items, language, XmlObjects::of, (field, item) -> values(field, selection.within(field, item)));
        return document(MissingNode.getInstance(), entries, "", language);
    }

    private static List<JsonNode> values(String field, List<Picked> picked) {
        return picked.stream().map(one -> one.element().filter(element -> field.equals("link") || field.equals("picture")).map(XmlObjects::of)
                .orElseGet(() -> TextNode.valueOf(field.equals("body") || field.equals("standfirst") ? one.html() : one.words()))).toList();
    }

    /** Where the values of a field stand within an item. */
    private interface Values<T> {

        List<JsonNode> of(String field, T item);
    }

    private <T> List<FeedEntry> entries(List<T> items, String language, Function<T, JsonNode> asObject, Values<T> values) {
        var reader = new ObjectEntry(url, language, new PageDates(now));
        var entries = new LinkedHashMap<String, FeedEntry>();
        var without = 0;
        var taken = items.subList(0, Math.min(items.size(), FeedReader.MOST_ENTRIES));
        for (var item : taken) {
            var given = new LinkedHashMap<String, List<JsonNode>>();
            tally.fields().forEach(field -> given.put(field, fitting(field, values.of(field, item))));
            var entry = reader.read(asObject.apply(item), given);
            entry.ifPresent(found -> entries.putIfAbsent(found.guid(), found));
            without += entry.isEmpty() ? 1 : 0;
        }
        tally.report(items.size(), without, items.size() - taken.size());
        return List.copyOf(entries.values());
    }

    private List<JsonNode> fitting(String field, List<JsonNode> values) {
        if (!values.isEmpty()) {
            tally.fits(field);
        }
        return values;
    }

    private FeedDocument document(JsonNode root, List<FeedEntry> entries, String title, String language) {
        var document = DataLists.document(root, entries, "", url);
        var head = title.isEmpty() && language.isEmpty() ? document.head() : FeedHead.of(title.isEmpty() ? document.title() : ObjectValues.html(title), url, language);
        return new FeedDocument(head, document.entries(), document.problems()).and(tally.problems());
    }
}
