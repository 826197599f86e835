package org.broadsheet.mail.css;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.broadsheet.testsupport.Corpora;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of Juice (MIT; see the corpus's SOURCE.md): the same elements with the same texts, and for each the same declarations in the same order, but
 * for those that Juice keeps although a later one overrides them in every client.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InlinerCorpusTest {

    private static final Map<String, String> ON_PURPOSE = Map.of(
            "pseudo-specificity", "there :first-child counts as a type; by Selectors Level 4, section 17, it counts as a class",
            "juice-content/pseudo-elements", "there pseudo-elements become elements; here the mark-up is never changed, and ::before stays in the style element",
            "juice-content/pseudo-elements-and-width-attr", "the same",
            "multiple-properties-occourences", "there a value of a later rule replaces the one before; here that stays as the fallback for clients that know no rgba()");

    private final Map<String, String> disagreeing = new TreeMap<>();
    private Path folder;

    @BeforeAll
    void folder() {
        folder = Corpora.folder("css-inliner");
    }

    List<String> cases() {
        folder();
        return Corpora.lines(folder.resolve("index.jsonl")).map(row -> row.path("case").asText()).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesUnlessThereIsAReason(String name) throws IOException {
        var difference = difference(name);
        assertThat(difference.isEmpty() || ON_PURPOSE.containsKey(name)).as(name + ": " + difference).isTrue();
    }

    @Test
    void agreementIsPrintedAndOnlyRises() throws IOException {
        for (var name : cases()) {
            var difference = difference(name);
            if (!difference.isEmpty()) {
                disagreeing.put(name, difference);
            }
        }
        System.out.printf("css-inliner: %d of %d cases agree%n", cases().size() - disagreeing.size(), cases().size());
        disagreeing.forEach((name, _) -> System.out.printf("  %s: %s%n", name, ON_PURPOSE.get(name)));
        assertThat(cases().size() - disagreeing.size()).isGreaterThanOrEqualTo(27);
        assertThat(disagreeing.keySet()).as("a reason for what agrees is no reason").isEqualTo(ON_PURPOSE.keySet());
    }

    private String difference(String name) throws IOException {
        var html = Files.readString(folder.resolve(name + ".html"));
        var inlined = new CssInliner().inline(name.contains("/") ? html : withSheet(html, Files.readString(folder.resolve(name + ".css"))));
        var ours = elements(inlined);
        var theirs = elements(Files.readString(folder.resolve(name + ".out")));
        for (var i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            if (!ours.get(i).equals(theirs.get(i))) {
                return ours.get(i) + " instead of " + theirs.get(i);
            }
        }
        return ours.size() == theirs.size() ? "" : ours.size() + " elements instead of " + theirs.size();
    }

    private static String withSheet(String html, String css) {
        var place = html.contains("<head>") ? html.indexOf("<head>") + 6 : html.contains("<html") ? html.indexOf('>', html.indexOf("<html")) + 1 : 0;
        return html.substring(0, place) + "<style>" + css + "</style>" + html.substring(place);
    }

    private static List<String> elements(String html) {
        var elements = new ArrayList<String>();
        for (var element : Jsoup.parse(html).select("html, body, body *:not(style)")) {
            elements.add(element.tagName() + " " + declarations(element) + " " + element.ownText());
        }
        return elements;
    }

    private static List<String> declarations(Element element) {
        return Overridden.removed(SheetParser.declarations(element.attr("style"), new ArrayList<>())).stream().map(Declaration::text).toList();
    }
}
