package org.broadsheet.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that lie beside these classes. */
final class Resources {

    private Resources() {
    }

    /** @throws IllegalStateException if there is no such file: the build left it out */
    static String text(String name) {
        return new String(bytes(name).orElseThrow(() -> new IllegalStateException("the demo was built without " + name)), StandardCharsets.UTF_8);
    }

    static Optional<byte[]> bytes(String name) {
        try (var file = Resources.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
