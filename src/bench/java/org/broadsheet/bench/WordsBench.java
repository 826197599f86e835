package org.broadsheet.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToIntFunction;

import org.broadsheet.article.BodyCleaner;
import org.broadsheet.article.ExtractiveSummariser;
import org.broadsheet.article.PlainText;
import org.jsoup.Jsoup;

/** Cleaning and summarising articles on one core, beside jsoup's bare parsing of the same HTML. */
public final class WordsBench {

    private static final int ARTICLES = 150;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 4;
    private static final String BASE = "https://news.example/2026/03/story.html";
    private static final String[] WORDS = ("harbour council bridge pier engineer repair budget autumn ferry tunnel storm ship cargo quay crane worker union talk price market report figure "
            + "minister court ruling village school teacher pupil train station line signal delay winter summer river flood dam farmer field harvest").split(" ");
    private static final String[] LINKING = "the a of in to and with for on by from after before under said will has was were more than about".split(" ");

    private WordsBench() {
    }

    public static void main(String[] arguments) {
        var articles = generated();
        var summariser = new ExtractiveSummariser();
        var clean = articles.stream().map(html -> BodyCleaner.clean(html, BASE)).toList();
        var plain = clean.stream().map(PlainText::of).toList();
        var bytes = articles.stream().mapToLong(String::length).sum();
        System.out.printf("%d articles of %.1f kB of HTML, %d words each; median of %d rounds, one core%n", ARTICLES, bytes / 1e3 / ARTICLES, plain.getFirst().split("\\s+").length, ROUNDS);
        var parse = measured("jsoup parse alone", articles, html -> Jsoup.parseBodyFragment(html, BASE).childNodeSize());
        var cleaning = measured("cleaning", articles, html -> BodyCleaner.clean(html, BASE).length());
        var text = measured("plain text", clean, html -> PlainText.of(html).length());
        var summary = measured("summary", plain, body -> summariser.summarise("Council closes the harbour bridge", "", body, Locale.ENGLISH).length());
        System.out.printf("  cleaning costs %.1f parses; cleaning, plain text and summary together %.0f articles/s%n", parse / cleaning, 1 / (1 / cleaning + 1 / text + 1 / summary));
    }

    private static double measured(String name, List<String> texts, ToIntFunction<String> work) {
        var seconds = new double[ROUNDS];
        var sum = 0L;
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var began = System.nanoTime();
            for (var text : texts) {
                sum += work.applyAsInt(text);
            }
            seconds[Math.max(0, round - WARM_UP)] = (System.nanoTime() - began) / 1e9;
        }
        Arrays.sort(seconds);
        var rate = texts.size() / seconds[ROUNDS / 2];
        System.out.printf("  %-20s %8.0f articles/s   (check %d)%n", name, rate, sum);
        return rate;
    }

    private static List<String> generated() {
        var random = new Random(20261125);
        var articles = new ArrayList<String>();
        for (var number = 0; number < ARTICLES; number++) {
            articles.add(article(random));
        }
        return articles;
    }

    private static String article(Random random) {
        var html = new StringBuilder("<div class=\"entry-content\"><script>var a = 1;</script><h1>Headline</h1>");
        for (var paragraph = 0; paragraph < 18; paragraph++) {
            html.append("<p class=\"body\" style=\"margin:0\">");
            for (var sentence = 0; sentence < 3; sentence++) {
                html.append(sentence(random)).append(' ');
            }
            html.append("<a href=\"/x/").append(paragraph).append("?utm_source=feed&amp;id=3\">").append(WORDS[random.nextInt(WORDS.length)]).append("</a>.</p>\n");
            if (paragraph % 6 == 2) {
                html.append("<figure><img class=\"lazy\" src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" data-srcset=\"/a-300.jpg 300w, /a-900.jpg 900w\"><noscript><img src=\"/a.jpg\"></noscript>"
                        + "<figcaption><span>Harbour</span></figcaption></figure><h3>Part</h3>");
            }
        }
        return html.append("<ul><li><a href=\"https://www.facebook.com/sharer/sharer.php?u=y\">Share</a></li></ul><p>The post <a href=\"/a\">Headline</a> appeared first on <a href=\"/\">Post</a>.</p>"
                + "<img src=\"https://pixel.wp.com/b.gif\" width=\"1\" height=\"1\"></div>").toString();
    }

    private static String sentence(Random random) {
        var words = new StringBuilder();
        for (var word = 0; word < 14; word++) {
            words.append(word % 2 == 0 ? LINKING[random.nextInt(LINKING.length)] : WORDS[random.nextInt(WORDS.length)]).append(word == 13 ? "." : " ");
        }
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
