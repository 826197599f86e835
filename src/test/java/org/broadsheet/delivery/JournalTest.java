package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("courier-0");
    }

    @Test
    void aDotWithoutAnOutcomeAndAnOutcomeAreToldApart() throws IOException {
        var sent = Settlement.last(7, DeliveryState.sent, "250 2.0.0 ok, Grüße");
        var later = Settlement.later(8, DeliveryState.deferred, "450 4.2.0 Not now", Duration.ofMinutes(5));
        try (var journal = Journal.open(file)) {
            journal.begin(42);
            journal.dot(7);
            journal.settled(sent);
            journal.settled(later);
            journal.dot(9);
        }

        var left = Journal.read(file).orElseThrow();

        assertThat(left.edition()).isEqualTo(42);
        assertThat(left.copies()).containsOnlyKeys(7L, 8L, 9L).containsEntry(7L, Optional.of(sent)).containsEntry(8L, Optional.of(later))
                .containsEntry(9L, Optional.empty());
    }

    @Test
    void closingKeepsWhatIsNotSettledForTheNextStart() throws IOException {
        try (var journal = Journal.open(file)) {
            journal.begin(42);
            journal.dot(7);
        }
        assertThat(Journal.read(file).orElseThrow().copies()).containsOnlyKeys(7L);
    }

    @Test
    void aSettledBatchLeavesNothingBehind() throws IOException {
        try (var journal = Journal.open(file)) {
            journal.begin(42);
            journal.dot(7);
            journal.end();
            assertThat(Journal.read(file)).isEmpty();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void theNextBatchStartsAnEmptyPage() throws IOException {
        try (var journal = Journal.open(file)) {
            journal.begin(42);
            journal.dot(7);
            journal.end();
            journal.begin(43);
            journal.dot(8);
            var left = Journal.read(file).orElseThrow();
            assertThat(left.edition()).isEqualTo(43);
            assertThat(left.copies()).containsOnlyKeys(8L);
        }
    }

    @Test
    void whereverItIsCutOffWhatWasWholeBeforeCounts() throws IOException {
        try (var journal = Journal.open(file)) {
            journal.begin(42);
            journal.dot(7);
            journal.settled(Settlement.last(7, DeliveryState.sent, "250 ok"));
            journal.dot(8);
        }
        var whole = Files.readAllBytes(file);
        for (var length = Long.BYTES; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            var copies = Journal.read(file).orElseThrow().copies();
            assertThat(copies).as("cut at %d", length).doesNotContainKey(8L);
            assertThat(copies.containsKey(7L)).as("cut at %d", length).isEqualTo(length >= Long.BYTES + 9);
        }
    }
}
