package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures are kept as files, and never more than so many. */
class PictureCacheTest {

    @TempDir
    Path folder;

    @Test
    void itNeverHoldsMoreThanItMay() throws IOException {
        var cache = new PictureCache(folder, Clock.systemUTC(), 10_000);
        for (var number = 10; number < 60; number++) {
            cache.keep(number + "-600.jpg", new byte[1000]);
            assertThat(bytes()).isLessThanOrEqualTo(10_000);
        }
        assertThat(cache.find("59-600.jpg")).hasValueSatisfying(bytes -> assertThat(bytes).hasSize(1000));
    }

    @Test
    void whatIsThereFromBeforeCounts() throws IOException {
        new PictureCache(folder, Clock.systemUTC(), 100_000).keep("ab-600.jpg", new byte[50_000]);
        var smaller = new PictureCache(folder, Clock.systemUTC(), 10_000);
        smaller.keep("cd-600.jpg", new byte[1000]);
        assertThat(bytes()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void afterADayTheDatabaseIsAskedAgain() throws IOException {
        new PictureCache(folder, Clock.systemUTC(), 10_000).keep("ab-600.jpg", new byte[10]);
        assertThat(new PictureCache(folder, Clock.offset(Clock.systemUTC(), Duration.ofHours(23)), 10_000).find("ab-600.jpg")).isPresent();
        assertThat(new PictureCache(folder, Clock.offset(Clock.systemUTC(), Duration.ofHours(25)), 10_000).find("ab-600.jpg")).isEmpty();
    }

    private long bytes() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
