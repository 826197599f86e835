package org.broadsheet.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is not well-formed in a document: each kind once, with the place of its first occurrence. */
final class Malformations {

    private static final Map<String, String> WORDS = Map.of(
            "bare-bracket", "A < stands in the text; it should be &lt;",
            "bare-ampersand", "A & stands in the text, or an entity that nobody knows; it should be &amp;",
            "unclosed-cdata", "A CDATA section does not end",
            "unclosed-comment", "A comment or an instruction does not end",
            "unclosed-declaration", "A declaration does not end",
            "unclosed-tag", "A tag does not end",
            "bad-attribute", "An attribute has no value in quotes",
            "mismatched-tag", "Elements are not closed in the order in which they were opened",
            "cut-off", "The document ends in the middle");

    private final Map<String, Long> first = new LinkedHashMap<>();

    void note(String code, long offset) {
        first.putIfAbsent(code, offset);
    }

    Map<String, Long> first() {
        return first;
    }

    static String words(String code) {
        return WORDS.get(code);
    }
}
