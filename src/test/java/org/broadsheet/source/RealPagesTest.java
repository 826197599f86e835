package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.broadsheet.testsupport.Corpora;
import org.junit.jupiter.api.Test;

/** Pages as they really are: those of single articles, most of them with a list of others. None is too much. */
class RealPagesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void noRealPageTakesLong() throws IOException {
        var pages = 0;
        var listed = 0;
        try (var folders = Files.list(Corpora.folder("html-readability"))) {
            for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
                var html = Files.readAllBytes(folder.resolve("source.html"));
                assertThat(CpuTime.of(() -> read(html))).as(folder.getFileName().toString()).isLessThan(Duration.ofSeconds(5));
                var list = read(html);
                assertThat(list.document().entries()).allMatch(entry -> !entry.title().isBlank() && FeedValues.isWebAddress(entry.url()));
                pages++;
                listed += list.document().entries().size();
            }
        }
        System.out.printf("%d real pages read as lists, %d links taken for articles%n", pages, listed);
    }

    private static PageReader.PageList read(byte[] page) {
        return PageReader.read(PageDocument.parse(page, "text/html", "http://news.example.org/section/page.html"), Optional.empty(), NOW);
    }
}
