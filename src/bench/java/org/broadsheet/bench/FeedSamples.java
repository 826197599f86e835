package org.broadsheet.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Feeds to measure with: some that are written on the spot, always the same, and those of the corpora. */
final class FeedSamples {

    /** A document with the name of its file. */
    record Sample(String name, byte[] bytes) {
    }

    private static final int FEEDS = 60;
    private static final int SIZE = 100_000;
    private static final String NOT_FEEDS = ".*(\\.(jsonl|json|md|txt)|LICENSE.*)";

    private final Random random;

    private FeedSamples(long seed) {
        this.random = new Random(seed);
    }

    /** Sixty feeds of 100 kB with full texts, RSS and Atom in turn. */
    static List<Sample> written() {
        var samples = new FeedSamples(20_261_124);
        var feeds = new ArrayList<Sample>();
        for (var number = 0; number < FEEDS; number++) {
            feeds.add(new Sample("feed" + number, (number % 2 == 0 ? samples.rss() : samples.atom()).getBytes(StandardCharsets.UTF_8)));
        }
        return feeds;
    }

    /** All XML below a folder, as far as it is no JSON, which only one of the two reads. */
    static List<Sample> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var samples = new ArrayList<Sample>();
            for (var file : files.filter(Files::isRegularFile).filter(path -> !path.getFileName().toString().matches(NOT_FEEDS)).sorted().toList()) {
                samples.add(new Sample(folder.relativize(file).toString(), Files.readAllBytes(file)));
            }
            return samples;
        }
    }

    /** Writes one RSS feed of so many bytes at least; @return its items. */
    static int writeLong(Path file, long bytes) throws IOException {
        var samples = new FeedSamples(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<rss version='2.0'><channel><title>Long</title><link>https://feeds.example/</link><description>d</description>");
            var written = 0L;
            var items = 0;
            for (; written < bytes; items++) {
                var item = "<item><title>" + samples.words(6) + "</title><link>https://feeds.example/" + items + "</link><description>" + samples.words(70) + "</description></item>\n";
                out.write(item);
                written += item.length();
            }
            out.write("</channel></rss>");
            return items;
        }
    }

    private String rss() {
        var text = new StringBuilder("<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Feed</title><link>https://feeds.example/</link><description>d</description>");
        for (var number = 0; text.length() < SIZE; number++) {
            text.append("<item><title>").append(words(8)).append("</title><link>https://feeds.example/").append(number).append("</link><guid>g").append(number)
                    .append("</guid><dc:creator>Jo Doe</dc:creator><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><category>ports</category><description>").append(words(30))
                    .append("</description><content:encoded><![CDATA[<p>").append(words(300)).append("</p><p>").append(words(100)).append("</p>]]></content:encoded></item>\n");
        }
        return text.append("</channel></rss>").toString();
    }

    private String atom() {
        var text = new StringBuilder("<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Feed</title><id>urn:f</id>"
                + "<updated>2026-01-02T03:04:05Z</updated>");
        for (var number = 0; text.length() < SIZE; number++) {
            text.append("<entry><title>").append(words(8)).append("</title><link href='https://feeds.example/").append(number).append("'/><id>urn:e").append(number)
                    .append("</id><author><name>Jo Doe</name></author><updated>2026-03-03T10:00:00Z</updated><category term='ports'/><summary>").append(words(30))
                    .append("</summary><content type='html'>&lt;p&gt;").append(words(300)).append("&lt;/p&gt;&lt;p&gt;").append(words(100))
                    .append(" &amp;amp; more&lt;/p&gt;</content></entry>\n");
        }
        return text.append("</feed>").toString();
    }

    private String words(int count) {
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
