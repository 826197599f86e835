package org.broadsheet.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import org.broadsheet.source.FeedReader;
import org.broadsheet.source.NotAFeedException;

/** Reading feeds on one core: ours beside ROME on the same files in the same run, and 50 MB of feed in 128 MB of heap. */
public final class FeedsBench {

    private static final int ROUNDS = 9;
    private static final int WARM_UP = 3;
    private static final String URL = "https://feeds.example/feed";

    private record Sample(String name, byte[] bytes) {
    }

    /** @param entries read in all */
    private record Round(double seconds, int failures, int entries) {
    }

    private FeedsBench() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("--long")) {
            readLong();
            return;
        }
        compare("written for this (60 feeds of 100 kB, RSS and Atom)", generated());
        var corpus = Path.of(Optional.ofNullable(System.getenv("BROADSHEET_CORPORA")).orElse("../shared/corpora"), "feeds-real");
        if (Files.isDirectory(corpus)) {
            compare("real feeds", files(corpus));
        } else {
            System.out.println("real feeds: there are none at " + corpus + " (set BROADSHEET_CORPORA)");
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(java, "-Xmx128m", "-cp", System.getProperty("java.class.path"), FeedsBench.class.getName(), "--long").inheritIO().start();
        System.exit(child.waitFor());
    }

    private static void compare(String name, List<Sample> samples) throws IOException {
        var ours = new ArrayList<Round>();
        var romes = new ArrayList<Round>();
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var one = run(samples, FeedsBench::ours);
            var other = run(samples, FeedsBench::rome);
            if (round >= WARM_UP) {
                ours.add(one);
                romes.add(other);
            }
        }
        var bytes = samples.stream().mapToLong(sample -> sample.bytes().length).sum();
        System.out.printf("%s: %d files, %.1f MB, median of %d rounds%n", name, samples.size(), bytes / 1e6, ROUNDS);
        var mine = print("Broadsheet", ours, samples.size(), bytes);
        var its = print("ROME 2.1.0", romes, samples.size(), bytes);
        System.out.printf("  ratio        %.2f%n", mine / its);
    }

    private static double print(String name, List<Round> rounds, int files, long bytes) {
        var seconds = rounds.stream().mapToDouble(Round::seconds).sorted().toArray()[rounds.size() / 2];
        var last = rounds.getLast();
        System.out.printf("  %-12s %8.0f feeds/s %8.1f MB/s   %d entries, %d files not read%n", name, files / seconds, bytes / seconds / 1e6, last.entries(), last.failures());
        return files / seconds;
    }

    /** Reads one document. */
    private interface Reading {

        /** @return entries, -1 if it cannot be read */
        int of(byte[] bytes);
    }

    private static Round run(List<Sample> samples, Reading reading) {
        var began = System.nanoTime();
        var failures = 0;
        var entries = 0;
        for (var sample : samples) {
            var read = reading.of(sample.bytes());
            failures += read < 0 ? 1 : 0;
            entries += Math.max(0, read);
        }
        return new Round((System.nanoTime() - began) / 1e9, failures, entries);
    }

    private static int ours(byte[] bytes) {
        try {
            return FeedReader.read(bytes, "", URL).entries().size();
        } catch (NotAFeedException refused) {
            return -1;
        }
    }

    private static int rome(byte[] bytes) {
        try (var reader = new XmlReader(new ByteArrayInputStream(bytes))) {
            SyndFeed feed = new SyndFeedInput().build(reader);
            return feed.getEntries().size();
        } catch (FeedException | IOException | RuntimeException failed) {
            return -1;
        }
    }

    private static List<Sample> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var samples = new ArrayList<Sample>();
            for (var file : files.filter(path -> !path.getFileName().toString().matches(".*\\.(jsonl|md|txt)|LICENSE.*")).sorted().toList()) {
                samples.add(new Sample(file.getFileName().toString(), Files.readAllBytes(file)));
            }
            return samples;
        }
    }

    private static List<Sample> generated() {
        var random = new Random(20261124);
        var samples = new ArrayList<Sample>();
        for (var number = 0; number < 60; number++) {
            samples.add(new Sample("feed" + number, feed(random, number % 2 == 0 ? 100_000 : 100_000, number % 2).getBytes(StandardCharsets.UTF_8)));
        }
        return samples;
    }

    private static String feed(Random random, int size, int atom) {
        var text = new StringBuilder(atom == 1 ? "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Feed</title><id>urn:f</id>"
                + "<updated>2026-01-02T03:04:05Z</updated>" : "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Feed</title><link>https://feeds.example/</link><description>d</description>");
        for (var number = 0; text.length() < size; number++) {
            text.append(atom == 1 ? entry(random, number) : item(random, number));
        }
        return text.append(atom == 1 ? "</feed>" : "</channel></rss>").toString();
    }

    private static String item(Random random, int number) {
        return "<item><title>" + words(random, 8) + "</title><link>https://feeds.example/" + number + "</link><guid>g" + number + "</guid><dc:creator>Jo Doe</dc:creator>"
                + "<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><category>ports</category><description>" + words(random, 30) + "</description><content:encoded><![CDATA[<p>"
                + words(random, 300) + "</p><p>" + words(random, 100) + "</p>]]></content:encoded></item>\n";
    }

    private static String entry(Random random, int number) {
        return "<entry><title>" + words(random, 8) + "</title><link href='https://feeds.example/" + number + "'/><id>urn:e" + number + "</id><author><name>Jo Doe</name></author>"
                + "<updated>2026-03-03T10:00:00Z</updated><category term='ports'/><summary>" + words(random, 30) + "</summary><content type='html'>&lt;p&gt;" + words(random, 300)
                + "&lt;/p&gt;&lt;p&gt;" + words(random, 100) + " &amp;amp; more&lt;/p&gt;</content></entry>\n";
    }

    private static String words(Random random, int count) {
        var text = new StringBuilder();
        for (var word = 0; word < count; word++) {
            var letters = new char[2 + random.nextInt(8)];
            for (var letter = 0; letter < letters.length; letter++) {
                letters[letter] = (char) ('a' + random.nextInt(26));
            }
            text.append(letters).append(' ');
        }
        return text.toString().strip();
    }

    private static void readLong() throws IOException, NotAFeedException {
        var bytes = new ByteArrayOutputStream(52_000_000);
        var random = new Random(1);
        bytes.writeBytes("<rss version='2.0'><channel><title>Long</title>".getBytes(StandardCharsets.UTF_8));
        var items = 0;
        for (; bytes.size() < 50_000_000; items++) {
            bytes.writeBytes(("<item><title>" + words(random, 6) + "</title><link>https://feeds.example/" + items + "</link><description>" + words(random, 70)
                    + "</description></item>\n").getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes("</channel></rss>".getBytes(StandardCharsets.UTF_8));
        var body = bytes.toByteArray();
        bytes = null;
        var began = System.nanoTime();
        var feed = FeedReader.read(body, "application/rss+xml", URL);
        System.out.printf("a feed of %.0f MB with %d items, heap of %d MB (the document itself included): %d entries kept in %.1f s; said: %s%n", body.length / 1e6, items,
                Runtime.getRuntime().maxMemory() / 1_000_000, feed.entries().size(), (System.nanoTime() - began) / 1e9, feed.problems().getLast().message());
    }
}
