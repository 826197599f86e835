package org.broadsheet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.broadsheet.article.page.PageReader;
import org.jsoup.Jsoup;

/** Reading articles from web pages on one core: beside jsoup's bare parse of the same files in the same run, and pages of 10 MB. */
public final class PagesBench {

    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
    private static final String URL = "https://pages.example/2026/03/02/article";

    private PagesBench() {
    }

    /** Reads one page. */
    private interface Reading {

        /** @return characters found, so that the work cannot be left out */
        int of(byte[] page);
    }

    public static void main(String[] arguments) throws IOException {
        compare("written for this (60 pages of 80 kB)", generated());
        var corpus = Path.of(Optional.ofNullable(System.getenv("BROADSHEET_CORPORA")).orElse("../shared/corpora"), "html-readability");
        if (Files.isDirectory(corpus)) {
            compare("real pages (html-readability)", pages(corpus));
        } else {
            System.out.println("real pages: there are none at " + corpus + " (set BROADSHEET_CORPORA)");
        }
        large("10 MB of paragraphs", "<article>" + "<p>The pilots, who had asked for wider lights at the entrance, got them in the last week of the year.</p>".repeat(100_000));
        large("100,000 nested elements", "<div>".repeat(100_000) + "<p>The pilots got their lights.</p>");
        large("500,000 elements in a row", "<p>" + "<span>light</span> ".repeat(500_000));
    }

    private static void compare(String name, List<byte[]> pages) {
        var ours = new ArrayList<Double>();
        var parses = new ArrayList<Double>();
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var mine = seconds(pages, page -> PageReader.read(page, "text/html", URL).bodyHtml().length());
            var bare = seconds(pages, page -> Jsoup.parse(new String(page, StandardCharsets.UTF_8), URL).childNodeSize());
            if (round >= WARM_UP) {
                ours.add(mine);
                parses.add(bare);
            }
        }
        var bytes = pages.stream().mapToLong(page -> page.length).sum();
        System.out.printf("%s: %d files, %.1f MB, median of %d rounds%n", name, pages.size(), bytes / 1e6, ROUNDS);
        var mine = print("Broadsheet", ours, pages.size(), bytes);
        var bare = print("jsoup's parse", parses, pages.size(), bytes);
        System.out.printf("  ratio          %.2f%n", mine / bare);
    }

    private static double print(String name, List<Double> rounds, int pages, long bytes) {
        var seconds = rounds.stream().sorted().toList().get(rounds.size() / 2);
        System.out.printf("  %-14s %8.0f pages/s %8.1f MB/s%n", name, pages / seconds, bytes / seconds / 1e6);
        return pages / seconds;
    }

    private static double seconds(List<byte[]> pages, Reading reading) {
        var began = System.nanoTime();
        var found = 0;
        for (var page : pages) {
            found += reading.of(page);
        }
        if (found == 0) {
            throw new IllegalStateException("Nothing was read");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void large(String name, String html) {
        var began = System.nanoTime();
        var article = PageReader.read(html, URL);
        System.out.printf("%s (%.1f MB): %.1f s, %.1f MB of article, %s%n", name, html.length() / 1e6, (System.nanoTime() - began) / 1e9, article.bodyHtml().length() / 1e6, article.verdict());
    }

    private static List<byte[]> pages(Path corpus) throws IOException {
        var pages = new ArrayList<byte[]>();
        try (var folders = Files.list(corpus)) {
            for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
                pages.add(Files.readAllBytes(folder.resolve("source.html")));
            }
        }
        return pages;
    }

    private static List<byte[]> generated() {
        var random = new Random(20261125);
        var pages = new ArrayList<byte[]>();
        for (var number = 0; number < 60; number++) {
            pages.add(page(random, number).getBytes(StandardCharsets.UTF_8));
        }
        return pages;
    }

    private static String page(Random random, int number) {
        var text = new StringBuilder("<!doctype html><html lang='en'><head><title>Page ").append(number).append("</title><meta property='og:title' content='Page ").append(number)
                .append("'><meta property='article:published_time' content='2026-03-02T06:00:00Z'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Page ").append(number)
                .append("\"}</script></head><body><nav class='menu'><ul>");
        for (var link = 0; link < 60; link++) {
            text.append("<li class='menu-item'><a href='/s/").append(link).append("'>").append(words(random, 2)).append("</a></li>");
        }
        text.append("</ul></nav><main><article class='post'><h1>Page ").append(number).append("</h1><div class='entry-content'>");
        for (var paragraph = 0; paragraph < 25; paragraph++) {
            text.append("<p>").append(words(random, 60)).append(", <a href='/x'>").append(words(random, 2)).append("</a>, ").append(words(random, 20)).append(".</p>");
        }
        text.append("</div></article></main><aside class='sidebar'>");
        while (text.length() < 80_000) {
            text.append("<div class='teaser card'><a href='/t'><img src='/t.jpg' alt=''><span class='title'>").append(words(random, 8)).append("</span></a><p class='summary'>").append(words(random, 15)).append("</p></div>");
        }
        return text.append("</aside><footer><p>Imprint</p></footer></body></html>").toString();
    }

    private static String words(Random random, int count) {
        var text = new StringBuilder();
        for (var word = 0; word < count; word++) {
            for (var letter = 2 + random.nextInt(8); letter > 0; letter--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString().strip();
    }
}
