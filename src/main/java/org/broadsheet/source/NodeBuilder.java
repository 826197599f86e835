package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds the elements of a feed, one item or entry after the other, so that a feed of any length takes the memory of its largest item. What is
 * closed in the wrong order, or not at all, costs only itself.
 */
final class NodeBuilder {

    private static final int DEEPEST = 100;
    private static final int LARGEST_ITEM = 8_000_000;
    private static final int LARGEST_HEAD = 1_000_000;
    /** What an element takes in memory beside its text. */
    private static final int ELEMENT = 100;
    /** An element that is open, what its tag was called, and which names hold in it. */
    private record Open(XmlNode node, String written, Namespaces names) {
    }

    private final XmlScanner scanner;
    private final Consumer<XmlNode> items;
    private final List<Open> open = new ArrayList<>();
    private Optional<XmlNode> root = Optional.empty();
    private Namespaces rootNames = Namespaces.of("", List.of());
    private int item = -1;
    private int size;
    private int headSize;
    private int ignored;

    /** @param items is given each item when it is complete; the root has all else */
    NodeBuilder(XmlScanner scanner, Consumer<XmlNode> items) {
        this.scanner = scanner;
        this.items = items;
    }

    /** @return the root, without its items; empty if there is no element at all */
    Optional<XmlNode> build() {
        for (var token = scanner.next(); token != XmlScanner.Token.EOF; token = scanner.next()) {
            switch (token) {
                case START -> start();
                case END -> end(scanner.name());
                case TEXT -> text();
                case CDATA -> raw();
                case EOF -> { }
            }
        }
        if (!open.isEmpty()) {
            scanner.malformations().note("cut-off", scanner.offset());
        }
        while (!open.isEmpty()) {
            close();
        }
        return root;
    }

    private void start() {
        if (open.isEmpty() && !mayBegin(Namespaces.localName(scanner.name()))) {
            return;
        }
        var names = names();
        var name = names.name(scanner.name());
        var childless = scanner.closed() || FeedElements.isVoid(name);
        closeWhatCannotHold(name);
        if (open.size() >= DEEPEST || isFull() && !FeedElements.isItem(name)) {
            ignored += childless ? 0 : 1;
            return;
        }
        open(name, names);
        if (childless) {
            close();
        }
    }

    /** Behind the end of the root, what it declared holds on. */
    private Namespaces names() {
        if (!open.isEmpty()) {
            return open.getLast().names().within(scanner.attributes());
        }
        if (root.isEmpty()) {
            rootNames = Namespaces.of(scanner.name(), scanner.attributes());
            return rootNames;
        }
        return rootNames.within(scanner.attributes());
    }

    /** Warnings of a web server may stand before a feed, and items behind its end. */
    private boolean mayBegin(String local) {
        return root.isEmpty() ? FeedElements.mayBeRoot(local) : FeedElements.isItem(local);
    }

    private boolean isFull() {
        return item < 0 ? headSize > LARGEST_HEAD : size > LARGEST_ITEM;
    }

    private void open(String name, Namespaces names) {
        if (root.isEmpty() && FeedElements.isItem(name)) { // an entry that stands alone (RFC 4287, section 2)
            root = Optional.of(new XmlNode("feed", "feed", null, List.of(), scanner.offset()));
        }
        var parent = open.isEmpty() ? root.orElse(null) : open.getLast().node();
        var node = new XmlNode(name, scanner.name(), parent, scanner.attributes(), scanner.offset());
        open.add(new Open(node, scanner.name(), names));
        if (root.isEmpty()) {
            root = Optional.of(node);
        } else if (item < 0 && FeedElements.isItem(name)) {
            item = open.size() - 1;
            size = 0;
        }
        count(ELEMENT);
        scanner.attributes().forEach(attribute -> count(ELEMENT + attribute.value().length()));
    }

    /** An item inside an item means that the end of the first is missing; so it is with the plain elements of an item or a channel. */
    private void closeWhatCannotHold(String name) {
        if (!FeedElements.closesPlain(name)) {
            return;
        }
        if (open.size() > Math.max(1, item + 1) && isPlain(open.getLast().node())) {
            scanner.malformations().note("mismatched-tag", scanner.offset());
            close();
        }
        if (item >= 0 && open.size() == item + 1 && FeedElements.isItem(name)) {
            scanner.malformations().note("mismatched-tag", scanner.offset());
            close();
        }
    }

    private static boolean isPlain(XmlNode node) {
        var holder = node.parent().map(XmlNode::name).orElse("");
        return FeedElements.isPlain(node.name(), holder) && !hasMarkup(node);
    }

    private static boolean hasMarkup(XmlNode node) {
        return node.attribute("type").contains("xhtml") || !node.children().isEmpty();
    }

    private void text() {
        if (open.isEmpty() || scanner.isBlankText() && open.getLast().node().is("channel")) {
            return;
        }
        grow(() -> open.getLast().node().addText(scanner.text()));
    }

    private void raw() {
        if (!open.isEmpty()) {
            grow(() -> open.getLast().node().addRaw(scanner.text()));
        }
    }

    private void grow(Runnable adding) {
        if (!isFull()) {
            count(scanner.length());
            adding.run();
        }
    }

    private void count(int characters) {
        size += characters;
        headSize += item < 0 ? characters : 0;
    }

    private void end(String written) {
        if (ignored > 0 && !FeedElements.isItem(Namespaces.localName(written))) {
            ignored--;
            return;
        }
        ignored = 0;
        for (var place = open.size() - 1; place >= 0; place--) {
            if (open.get(place).written().equalsIgnoreCase(written)) {
                if (place < open.size() - 1) {
                    scanner.malformations().note("mismatched-tag", scanner.offset());
                }
                closeTo(place);
                return;
            }
        }
        if (!FeedElements.isVoid(Namespaces.localName(written))) {
            scanner.malformations().note("mismatched-tag", scanner.offset());
            closeByLocalName(Namespaces.localName(written));
        }
    }

    /** Somebody opened with one prefix and closed with another. */
    private void closeByLocalName(String local) {
        if (!local.isEmpty() && !open.isEmpty() && Namespaces.localName(open.getLast().written()).equals(local)) {
            close();
        }
    }

    private void closeTo(int place) {
        while (open.size() > place) {
            close();
        }
    }

    private void close() {
        var node = open.removeLast().node();
        if (open.size() == item) {
            item = -1;
            size = 0;
            items.accept(node);
        } else if (root.get() != node) {
            node.parent().ifPresent(parent -> parent.add(node));
        }
    }
}
