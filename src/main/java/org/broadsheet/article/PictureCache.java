package org.broadsheet.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.broadsheet.platform.DataFolder;

/** Pictures as files, no more than so many bytes of them. It can be deleted at any time; what was kept for a day counts as lost, since it may have been removed from the database. */
@ApplicationScoped
class PictureCache {

    private static final long MOST = 512L << 20;
    private static final double KEPT_WHEN_FULL = 0.75;
    private static final Duration DAY = Duration.ofDays(1);

    private record Kept(Path path, long bytes, FileTime since) {
    }

    private final Path folder;
    private final Clock clock;
    private final long most;
    /** Bytes that are there; less than 0 until they were counted. */
    private final AtomicLong total = new AtomicLong(-1);

    @Inject
    PictureCache(DataFolder folder, Clock clock) {
        this(folder.path().resolve("pictures"), clock, MOST);
    }

    PictureCache(Path folder, Clock clock, long most) {
        this.folder = folder;
        this.clock = clock;
        this.most = most;
    }

    Optional<byte[]> find(String name) throws IOException {
        var file = file(name);
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(DAY)) ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException notKept) {
            return Optional.empty();
        }
    }

    void keep(String name, byte[] bytes) throws IOException {
        var file = file(name);
        Files.createDirectories(file.getParent());
        var fresh = Files.createTempFile(file.getParent(), "new", ".part");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (total.get() < 0 || total.addAndGet(bytes.length) > most) {
            makeRoom();
        }
    }

    /** Takes out all renditions of a picture. */
    void forget(String hash) throws IOException {
        var among = file(hash).getParent();
        if (!Files.isDirectory(among)) {
            return;
        }
        try (var files = Files.newDirectoryStream(among, hash + "-*")) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private synchronized void makeRoom() throws IOException {
        if (total.get() >= 0 && total.get() <= most) {
            return; // another thread did
        }
        var kept = kept();
        var bytes = kept.stream().mapToLong(Kept::bytes).sum();
        if (bytes > most) {
            for (var oldest : kept.stream().sorted(Comparator.comparing(Kept::since)).toList()) {
                if (bytes <= most * KEPT_WHEN_FULL) {
                    break;
                }
                Files.deleteIfExists(oldest.path());
                bytes -= oldest.bytes();
            }
        }
        total.set(bytes);
    }

    private List<Kept> kept() throws IOException {
        var kept = new ArrayList<Kept>();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try {
                    kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
                } catch (NoSuchFileException renamed) {
                    continue; // by another thread
                }
            }
        }
        return kept;
    }

    private Path file(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
