package org.broadsheet.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Assumptions;

/** The public test data beside the project; a test that needs it is skipped where it is missing. */
public final class Corpora {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpora() {
    }

    /** The folder of one corpus, or the test ends here. */
    public static Path folder(String name) {
        Path folder = Path.of(Optional.ofNullable(System.getenv("BROADSHEET_CORPORA")).orElse("../shared/corpora")).resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no corpus " + name);
        return folder;
    }

    public static List<JsonNode> array(Path file) {
        try {
            List<JsonNode> rows = new ArrayList<>();
            JSON.readTree(file.toFile()).forEach(rows::add);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<JsonNode> lines(Path file) {
        try {
            List<JsonNode> rows = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                rows.add(JSON.readTree(line));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
