package org.broadsheet.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Assumptions;

/**
 * The public test data beside the project; its folder is named by BROADSHEET_CORPORA, else ../shared/corpora. A test whose corpus is missing is
 * skipped.
 */
public final class Corpora {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpora() {
    }

    /** @return the folder of this corpus; the calling test is skipped if there is none */
    public static Path folder(String corpus) {
        var folder = Path.of(Optional.ofNullable(System.getenv("BROADSHEET_CORPORA")).orElse("../shared/corpora")).resolve(corpus);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "No corpus at " + folder + "; set BROADSHEET_CORPORA");
        return folder;
    }

    /** The elements of an array in a .json file. */
    public static Stream<JsonNode> rows(Path file) {
        try {
            return StreamSupport.stream(JSON.readTree(Files.readAllBytes(file)).spliterator(), false);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The objects of a .jsonl file. */
    public static Stream<JsonNode> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(Corpora::parsed);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
