package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.broadsheet.source.FeedProblem;
import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.LargeFeed;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** A source as large as the limits allow (F4), through the whole service, and sources a little larger. With a small heap: {@code ./broadsheet bench bounds}. */
@QuarkusTest
class LargeSourceTest {

    /** The document once, as transferred and inflated, and twice the entries that are kept; all 85,000 of them, or a second copy, would be more. */
    private static final long MOST_LIVE = 125_000_000;
    private static final Map<String, String> GZIP = Map.of("Content-Encoding", "gzip");

    @Inject
    Ingest ingest;

    private Press press;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        press = new Press();
        slug = Api.created();
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void fiftyMegabytesOfFeedAreReadInBoundedMemoryAndTheNewestArticlesKept() throws Exception {
        var gzipped = LargeFeed.allowed("archive.example").gzipped();
        assertThat(gzipped.length).isBetween(9_000_000, 10_000_000);
        press.publish("/archive", "text/xml", gzipped, GZIP);
        var source = Api.source(slug, Map.of("url", press.url("/archive"), "kind", "FEED", "pages", "NEVER"));
        var before = live();
        var reports = new ArrayList<Ingest.Report>();
        var most = mostLive(() -> reports.add(ingest.refresh(Long.parseLong(source)))); // no client that loses patience on a busy machine
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.status()).isEqualTo(Ingest.Report.Status.OK);
            assertThat(report.fresh()).isEqualTo(1000);
            assertThat(report.problems()).extracting(FeedProblem::message).containsExactly("The feed has more than 1000 entries; the 84000 oldest are left out");
        });
        System.out.printf("50 MB of feed: live heap %.1f MB before, %.1f MB more while it was read%n", before / 1e6, (most - before) / 1e6);
        assertThat(most - before).isLessThan(MOST_LIVE);
        assertThat(titles()).hasSize(1000).startsWith("Item 0", "Item 1").endsWith("Item 998", "Item 999");
        item(source, "lastSuccess", notNullValue());
    }

    @Test
    void aLittleMoreIsRefusedInWordsWhereTheOperatorLooks() {
        press.publish("/inflated", "text/xml", new LargeFeed("a.example", 85_000, 50_000_001, 200).gzipped(), GZIP)
                .publish("/bomb", "text/xml", new LargeFeed("a.example", 1, 30_000_000, 200).gzipped(), GZIP)
                .publish("/transfer", "text/xml", "<rss><channel>" + " ".repeat(10_000_000));
        refused("/inflated", "the document is larger than 50000000 bytes");
        refused("/bomb", "the document is compressed more than 100 times");
        refused("/transfer", "the transfer is larger than 10000000 bytes");
        press.publish("/small", "text/xml", "<rss><channel><item><title>a</title><link>https://a.example/a</link></item></channel></rss>");
        Api.refresh(Api.source(slug, Map.of("url", press.url("/small"), "kind", "FEED", "pages", "NEVER"))).body("new", is(1));
    }

    private void refused(String path, String words) {
        var source = Api.source(slug, Map.of("url", press.url(path), "kind", "FEED"));
        Api.refresh(source).body("status", is("FAILED")).body("problems.code", contains("too-large")).body("problems[0].message", containsString(words));
        item(source, "lastProblem", containsString(words));
        item(source, "lastSuccess", nullValue());
        item(source, "nextTry", notNullValue());
    }

    private static void item(String source, String field, org.hamcrest.Matcher<?> matcher) {
        Api.operator().get("/api/v1/sources/" + source).then().statusCode(200).body(field, matcher);
    }

    /** Newest first. */
    private List<String> titles() {
        var titles = new ArrayList<String>();
        for (String after = ""; after != null;) {
            var page = Api.operator().get("/api/v1/publications/" + slug + "/articles?limit=500" + (after.isEmpty() ? "" : "&after=" + after)).then().statusCode(200).extract();
            titles.addAll(page.<List<String>>path("items.title"));
            after = page.path("next");
        }
        return titles;
    }

    /** The most that lived at any look while it worked. */
    private static long mostLive(Callable<?> work) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var working = threads.submit(work);
            var most = live();
            while (!working.isDone()) {
                Thread.sleep(300);
                most = Math.max(most, live());
            }
            working.get();
            return most;
        }
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
