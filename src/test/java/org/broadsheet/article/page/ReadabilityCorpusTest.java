package org.broadsheet.article.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.broadsheet.source.FeedDates;
import org.broadsheet.testsupport.Corpora;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** 56 pages of Mozilla's Readability with what it makes of them. The floors only rise. */
class ReadabilityCorpusTest {

    private static final String URL = "http://fakehost/test/page.html";
    private static final double MEAN_F1 = 0.9995;
    private static final double LOWEST_F1 = 0.99;
    private static final double FIELDS = 0.99;
    private static final int SAME_TREE = 50;

    private record Page(String name, String html, Element expected, JsonNode metadata) {
    }

    @Test
    void textIsAtLeastAsCompleteAndAsCleanAsMozillas() throws IOException {
        var scores = new TreeMap<String, TokenF1>();
        for (var page : pages()) {
            scores.put(page.name, TokenF1.of(page.expected.text(), Jsoup.parse(PageReader.read(page.html, URL).bodyHtml()).text()));
        }
        scores.forEach((name, score) -> System.out.printf("  F1 %.4f  precision %.4f  recall %.4f  %s%n", score.f1(), score.precision(), score.recall(), name));
        var mean = scores.values().stream().mapToDouble(TokenF1::f1).average().orElse(0);
        System.out.printf("html-readability: mean token F1 %.4f over %d pages%n", mean, scores.size());
        assertThat(mean).isGreaterThanOrEqualTo(MEAN_F1);
        assertThat(scores.values()).allMatch(score -> score.f1() >= LOWEST_F1);
    }

    @Test
    void metadataAreWhatMozillaReads() throws IOException {
        var agreeing = new TreeMap<String, int[]>();
        for (var page : pages()) {
            var read = PageReader.read(page.html, URL);
            var expected = page.metadata;
            count(agreeing, page, "title", text(expected, "title"), read.title());
            count(agreeing, page, "byline", text(expected, "byline"), read.byline());
            count(agreeing, page, "siteName", text(expected, "siteName"), read.siteName());
            count(agreeing, page, "readerable", expected.path("readerable").asText(), String.valueOf(read.likely()));
            countIfGiven(agreeing, page, "excerpt", read.excerpt());
            countIfGiven(agreeing, page, "lang", read.language());
            countIfGiven(agreeing, page, "dir", read.direction());
            if (expected.path("publishedTime").isTextual()) {
                count(agreeing, page, "publishedTime", FeedDates.parse(text(expected, "publishedTime")).toString(), read.publishedAt().toString());
            }
        }
        agreeing.forEach((field, counts) -> System.out.printf("  %-14s %d of %d%n", field, counts[0], counts[1]));
        var all = agreeing.values().stream().mapToInt(counts -> counts[1]).sum();
        var right = agreeing.values().stream().mapToInt(counts -> counts[0]).sum();
        System.out.printf("html-readability: %d of %d fields agree%n", right, all);
        assertThat(right / (double) all).isGreaterThanOrEqualTo(FIELDS);
    }

    /** Links and pictures aside, which we make absolute and take in the largest size. */
    @Test
    void mostPagesHaveTheVeryTreeOfMozilla() throws IOException {
        var same = 0;
        var others = new ArrayList<String>();
        for (var page : pages()) {
            var ours = tree(Jsoup.parse(PageReader.read(page.html, URL).bodyHtml()).body());
            if (ours.equals(tree(page.expected))) {
                same++;
            } else {
                others.add(page.name);
            }
        }
        System.out.printf("html-readability: %d trees the same; not: %s%n", same, others);
        assertThat(same).isGreaterThanOrEqualTo(SAME_TREE);
    }

    private static void countIfGiven(Map<String, int[]> agreeing, Page page, String field, String read) {
        if (page.metadata.path(field).isTextual()) {
            count(agreeing, page, field, text(page.metadata, field), read);
        }
    }

    private static void count(Map<String, int[]> agreeing, Page page, String field, String expected, String read) {
        var counts = agreeing.computeIfAbsent(field, name -> new int[2]);
        counts[1]++;
        if (expected.equals(read)) {
            counts[0]++;
        } else {
            System.out.printf("  not: %s of %s is '%s', not '%s'%n", field, page.name, read, expected);
        }
    }

    private static String text(JsonNode metadata, String field) {
        return metadata.path(field).isTextual() ? WhiteSpace.folded(metadata.path(field).asText()) : "";
    }

    private static List<String> tree(Element root) {
        var nodes = new ArrayList<String>();
        root.forEachNode(node -> {
            if (node instanceof Element element && element != root && !element.nameIs("meta")) {
                nodes.add("<" + element.normalName() + ">");
            } else if (node instanceof TextNode text && !text.isBlank()) {
                nodes.add(WhiteSpace.folded(text.getWholeText()));
            }
        });
        return nodes;
    }

    private static List<Page> pages() throws IOException {
        var pages = new ArrayList<Page>();
        try (var folders = Files.list(Corpora.folder("html-readability"))) {
            for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
                pages.add(page(folder));
            }
        }
        return pages;
    }

    private static Page page(Path folder) throws IOException {
        var expected = Jsoup.parse(Files.readString(folder.resolve("expected.html"))).expectFirst("#readability-page-1");
        return new Page(folder.getFileName().toString(), Files.readString(folder.resolve("source.html")), expected,
                new ObjectMapper().readTree(folder.resolve("expected-metadata.json").toFile()));
    }
}
