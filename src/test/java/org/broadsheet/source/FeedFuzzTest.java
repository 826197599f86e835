package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.broadsheet.testsupport.Corpora;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged feeds of the corpora: each is read or refused in words, soon, with nothing in it that a database could not keep. */
class FeedFuzzTest {

    private static final String URL = "https://news.example/feed";
    private static final int ROUNDS = Boolean.getBoolean("suites.full") ? 40_000 : 1500;
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,60}>");
    private static final List<String> INSERTED = List.of("<![CDATA[", "]]>", "<!--", "-->", "<item>", "</item>", "</channel>", "&#0;", "&#xD800;", "\u0000", "'", "\"", "<", ">", "&", "\uFEFF",
            "xmlns='", "</rss>", "<entry>", "</feed>", "{", "}", "[", "]", ",");

    /** In which way a feed is damaged. */
    enum Damage {
        BITS {
            @Override
            byte[] of(byte[] feed, Random random) {
                var damaged = feed.clone();
                for (var flips = 1 + random.nextInt(30); flips > 0 && damaged.length > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return damaged;
            }
        },
        CUT {
            @Override
            byte[] of(byte[] feed, Random random) {
                var from = random.nextInt(4) == 0 ? random.nextInt(feed.length) : 0;
                return Arrays.copyOfRange(feed, from, from + random.nextInt(feed.length - from + 1));
            }
        },
        TAGS {
            @Override
            byte[] of(byte[] feed, Random random) {
                var text = new String(feed, StandardCharsets.ISO_8859_1);
                var tags = TAG.matcher(text).results().toList();
                if (tags.size() < 2) {
                    return feed;
                }
                var one = tags.get(random.nextInt(tags.size())).group();
                var other = tags.get(random.nextInt(tags.size())).group();
                return text.replace(one, "\u0001").replace(other, random.nextBoolean() ? one : "").replace("\u0001", other).getBytes(StandardCharsets.ISO_8859_1);
            }
        },
        INSERTIONS {
            @Override
            byte[] of(byte[] feed, Random random) {
                var text = new StringBuilder(new String(feed, StandardCharsets.UTF_8));
                for (var count = 1 + random.nextInt(8); count > 0; count--) {
                    text.insert(random.nextInt(text.length() + 1), INSERTED.get(random.nextInt(INSERTED.size())));
                }
                return text.toString().getBytes(StandardCharsets.UTF_8);
            }
        },
        JOINED {
            @Override
            byte[] of(byte[] feed, Random random) {
                var middle = random.nextInt(feed.length);
                var joined = Arrays.copyOf(feed, feed.length + feed.length - middle);
                System.arraycopy(feed, middle, joined, feed.length, feed.length - middle);
                return joined;
            }
        };

        abstract byte[] of(byte[] feed, Random random);
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFeedIsReadOrRefusedInWords(Damage damage) {
        var feeds = feeds();
        for (var round = 0; round < ROUNDS / Damage.values().length; round++) {
            var random = new Random(20_261_125L * 31 + round);
            var damaged = damage.of(feeds.get(random.nextInt(feeds.size())), random);
            var seed = round;
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(damaged), () -> damage + " " + seed);
        }
    }

    private static void check(byte[] damaged) {
        try {
            var feed = FeedReader.read(damaged, "", URL);
            assertThat(feed.entries()).hasSizeLessThanOrEqualTo(FeedReader.MOST_ENTRIES);
            for (var entry : feed.entries()) {
                assertThat(entry.guid() + entry.title() + entry.url() + entry.author() + entry.contentHtml() + entry.summaryHtml()).doesNotContain("\u0000");
                assertThat(entry.url()).matches("|https?://.*");
            }
        } catch (NotAFeedException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static List<byte[]> feeds() {
        var feeds = new ArrayList<byte[]>();
        for (var corpus : List.of("feeds-feedparser", "feeds-gofeed", "feeds-real")) {
            try (Stream<Path> files = Files.walk(Corpora.folder(corpus))) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (!file.toString().matches(".*(jsonl|SOURCE.md|LICENSE)") && Files.size(file) > 0) {
                        feeds.add(Files.readAllBytes(file));
                    }
                }
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return feeds;
    }
}
