package org.broadsheet.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** What the demo remembers from start to start, beside the service's own data. */
record DemoFolder(Path path, FileChannel lock) {

    /** Held as long as the program runs. @throws DemoException if another demo holds it */
    static DemoFolder open(Path path) throws IOException, DemoException {
        Files.createDirectories(path);
        var channel = FileChannel.open(path.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new DemoException("another demo is running on the data in " + path + "; stop it, or choose another folder with BROADSHEET_DEMO_DIR");
        }
        return new DemoFolder(path.toAbsolutePath(), channel);
    }

    /** Made at the first start, readable for the owner alone. */
    String adminToken() throws IOException {
        var file = tokenFile();
        if (!Files.exists(file)) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
        }
        return Files.readString(file).strip();
    }

    Path tokenFile() {
        return path.resolve("admin-token");
    }

    Path log() {
        return path.resolve("broadsheet.log");
    }

    Path pidFile() {
        return path.resolve("broadsheet.pid");
    }

    /** When these data were begun; the articles are dated by it. */
    Instant opened(Instant now) throws IOException {
        return Instant.parse(remember("opened", now.toString()));
    }

    /** How often the demo was started on these data before; counts this start. */
    int countStart() throws IOException {
        var starts = Integer.parseInt(recall("starts").orElse("0"));
        Files.writeString(path.resolve("starts"), (starts + 1) + "\n");
        return starts;
    }

    Optional<Integer> sourcesPort() throws IOException {
        return recall("sources-port").map(Integer::valueOf);
    }

    void sourcesPort(int port) throws IOException {
        Files.writeString(path.resolve("sources-port"), port + "\n");
    }

    private Optional<String> recall(String name) throws IOException {
        var file = path.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    private String remember(String name, String value) throws IOException {
        var known = recall(name);
        if (known.isEmpty()) {
            Files.writeString(path.resolve(name), value + "\n");
        }
        return known.orElse(value);
    }
}
