package org.broadsheet.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the articles: in one file for each publisher, headers as in a mail, a standfirst and paragraphs, parted by lines of {@code ===}. */
final class SampleArticles {

    private static final String LARGE = "rails.jpg";

    private SampleArticles() {
    }

    /** All articles, dated by hours before {@code opened}. */
    static List<SampleArticle> before(Instant opened) {
        return Arrays.stream(Publisher.values()).flatMap(publisher -> read(publisher, opened)).toList();
    }

    private static Stream<SampleArticle> read(Publisher publisher, Instant opened) {
        return Arrays.stream(Resources.text("articles/" + publisher.slug + ".txt").split("(?m)^===\n"))
                .map(text -> article(publisher, opened, List.of(text.strip().split("\n\n"))));
    }

    private static SampleArticle article(Publisher publisher, Instant opened, List<String> blocks) {
        var headers = headers(blocks.getFirst());
        return new SampleArticle(publisher, headers.get("Slug"), headers.get("Title"), headers.get("Kicker"), headers.get("Author"),
                opened.minus(Duration.ofHours(Integer.parseInt(headers.get("Hours")))), blocks.get(1), blocks.subList(2, blocks.size()),
                picture(headers), headers.containsKey("Text") ? SampleArticle.InFeed.TEASER : SampleArticle.InFeed.FULL);
    }

    private static Map<String, String> headers(String block) {
        var headers = new HashMap<String, String>();
        block.lines().map(line -> line.split(": ", 2)).forEach(pair -> headers.put(pair[0], pair[1]));
        return headers;
    }

    private static Optional<SampleArticle.Picture> picture(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("Picture")).map(file -> {
            var large = file.equals(LARGE);
            return new SampleArticle.Picture(file, large ? 1200 : 600, large ? 675 : 400, headers.get("Alt"), headers.get("Caption"),
                    headers.get("Credit"));
        });
    }
}
