package org.broadsheet.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import com.sun.management.OperatingSystemMXBean;
import org.broadsheet.source.FeedReader;
import org.broadsheet.source.NotAFeedException;

/** Reading feeds on one core: ours beside ROME on the same files in the same run, and the heap that 50 MB of feed take. */
public final class FeedsBench {

    private static final int ROUNDS = 7;
    private static final double ROUND_SECONDS = 0.1;
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    private static final int LONG_FEED = 50_000_000;
    private static final String URL = "https://feeds.example/feed";
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** @param entries read in all */
    private record Round(double seconds, int failures, int entries) {
    }

    /** Reads one document. */
    private interface Reading {

        /** @return entries, -1 if it cannot be read */
        int of(byte[] bytes);
    }

    private FeedsBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "compare" -> compareAll();
            case "ours" -> System.exit(ours(Files.readAllBytes(Path.of(arguments[1]))) > 0 ? 0 : 1);
            case "rome" -> System.exit(rome(Files.readAllBytes(Path.of(arguments[1]))) > 0 ? 0 : 1);
            default -> runAll();
        }
    }

    private static void runAll() throws IOException, InterruptedException {
        System.out.println("./broadsheet bench feeds: FeedReader.read beside ROME 2.1.0 (SyndFeedInput on XmlReader, document types allowed), both from the same bytes in memory;");
        System.out.println("one JVM with -XX:ActiveProcessorCount=1 -XX:+UseSerialGC -Xmx512m -Xmn192m; CPU time of the whole process, so that other work on the machine counts for nothing");
        start(java(512, 192, "compare")).waitFor();
        var feed = Files.createTempFile("broadsheet-bench", ".rss");
        try {
            var items = FeedSamples.writeLong(feed, LONG_FEED);
            System.out.printf(Locale.ROOT, "one feed of %.0f MB with %d items (written for this), the document in memory included:%n", Files.size(feed) / 1e6, items);
            System.out.println("  Broadsheet   " + need("ours", feed, List.of(64, 72, 80, 96, 128, 192)));
            System.out.println("  ROME 2.1.0   " + need("rome", feed, List.of(128, 192, 256, 320, 384, 512, 768)));
        } finally {
            Files.delete(feed);
        }
    }

    /** The smallest of these heaps, in MiB, in which a JVM of its own reads the file to its end within a minute. */
    private static String need(String reader, Path file, List<Integer> heaps) throws IOException, InterruptedException {
        for (var heap : heaps) {
            var command = java(heap, 8, reader, file.toString());
            var child = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (child.waitFor(60, TimeUnit.SECONDS) && child.exitValue() == 0) {
                return "reads it with -Xmx" + heap + "m" + (heap.equals(heaps.getFirst()) ? "" : ", and not with the next smaller that was tried");
            }
            child.destroyForcibly().waitFor();
        }
        return "does not read it with -Xmx" + heaps.getLast() + "m";
    }

    /** A JVM on one core; as much of the heap as may be is for what lives long, since the document itself does. */
    private static List<String> java(int heap, int young, String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java, "-Xms" + heap + "m", "-Xmx" + heap + "m", "-Xmn" + young + "m", "-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), FeedsBench.class.getName()), Stream.of(arguments)).toList();
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static void compareAll() throws IOException {
        compare("60 feeds of 100 kB with full texts, RSS and Atom in turn (written for this)", FeedSamples.written());
        for (var corpus : List.of("feeds-real", "feeds-feedparser", "feeds-gofeed")) {
            var folder = Path.of(Optional.ofNullable(System.getenv("BROADSHEET_CORPORA")).orElse("../shared/corpora"), corpus);
            if (Files.isDirectory(folder)) {
                compare("corpus " + corpus + ", all XML in it", FeedSamples.files(folder));
            } else {
                System.out.println("corpus " + corpus + ": there is none at " + folder + " (set BROADSHEET_CORPORA)");
            }
        }
    }

    private static void compare(String name, List<FeedSamples.Sample> samples) {
        var repeats = (int) Math.max(1, ROUND_SECONDS / warmUp(samples));
        var ours = new ArrayList<Round>();
        var romes = new ArrayList<Round>();
        for (var round = 0; round < ROUNDS; round++) {
            ours.add(run(samples, FeedsBench::ours, repeats));
            romes.add(run(samples, FeedsBench::rome, repeats));
        }
        var bytes = samples.stream().mapToLong(sample -> sample.bytes().length).sum();
        System.out.printf(Locale.ROOT, "%s: %d files, %.1f MB, median of %d rounds in turn, each %d times%n", name, samples.size(), bytes / 1e6, ROUNDS, repeats);
        var mine = print("Broadsheet", ours, samples.size(), bytes);
        var its = print("ROME 2.1.0", romes, samples.size(), bytes);
        System.out.printf(Locale.ROOT, "  ratio        %.2f%n", mine / its);
    }

    /** Both, until the compilers are done with them; @return what a round of ours takes. */
    private static double warmUp(List<FeedSamples.Sample> samples) {
        var last = 0.0;
        for (var began = SYSTEM.getProcessCpuTime(); SYSTEM.getProcessCpuTime() - began < WARM_UP_NANOS;) {
            run(samples, FeedsBench::rome, 1);
            last = run(samples, FeedsBench::ours, 2).seconds();
        }
        return last;
    }

    private static double print(String name, List<Round> rounds, int files, long bytes) {
        var seconds = rounds.stream().mapToDouble(Round::seconds).sorted().toArray()[rounds.size() / 2];
        var last = rounds.getLast();
        System.out.printf(Locale.ROOT, "  %-12s %8.0f feeds/s %8.1f MB/s   %d entries, %d files not read%n", name, files / seconds, bytes / seconds / 1e6, last.entries(), last.failures());
        return files / seconds;
    }

    private static Round run(List<FeedSamples.Sample> samples, Reading reading, int repeats) {
        var began = SYSTEM.getProcessCpuTime();
        var failures = 0;
        var entries = 0;
        for (var repeat = 0; repeat < repeats; repeat++) {
            failures = 0;
            entries = 0;
            for (var sample : samples) {
                var read = reading.of(sample.bytes());
                failures += read < 0 ? 1 : 0;
                entries += Math.max(0, read);
            }
        }
        return new Round((SYSTEM.getProcessCpuTime() - began) / 1e9 / repeats, failures, entries);
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
            var input = new SyndFeedInput();
            input.setAllowDoctypes(true);
            return input.build(reader).getEntries().size();
        } catch (FeedException | IOException | RuntimeException failed) {
            return -1;
        }
    }
}
