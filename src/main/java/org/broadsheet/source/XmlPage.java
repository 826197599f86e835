package org.broadsheet.source;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** XML of any make as a tree, by a parser that knows no DTD and no entities but HTML's (F6), and mends what is broken; as much of it as a page may have. */
final class XmlPage {

    private static final int DEEPEST = 256;

    private XmlPage() {
    }

    static Document of(FeedText text, String url) {
        try (var reader = text.reader()) {
            var characters = new StringBuilder();
            var window = new char[8192];
            for (var count = reader.read(window); count >= 0 && characters.length() < PageDocument.LARGEST; count = reader.read(window)) {
                characters.append(window, 0, count);
            }
            return Jsoup.parse(characters.toString(), url, Parser.xmlParser().setMaxDepth(DEEPEST));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }
}
