package org.broadsheet.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** What this node keeps on local disk. One service at a time: the folder is locked for as long as the process lives. */
public final class DataFolder {

    private final Path path;
    private final UUID node;
    @SuppressWarnings("unused") // held until the process ends
    private final FileLock lock;

    private DataFolder(Path path, UUID node, FileLock lock) {
        this.path = path;
        this.node = node;
        this.lock = lock;
    }

    /** @throws IOException if another service holds the folder, or it cannot be written */
    public static DataFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        var lock = lock(path);
        return new DataFolder(path, nodeIn(path.resolve("node")), lock);
    }

    public Path path() {
        return path;
    }

    /** Names this node in leases; stable over restarts. */
    public UUID node() {
        return node;
    }

    private static FileLock lock(Path path) throws IOException {
        @SuppressWarnings("resource") // closing the channel would give the lock away
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw new IOException("The data folder " + path.toAbsolutePath() + " is open already in this process", sameProcess);
        }
        channel.close();
        throw new IOException("Another Broadsheet runs on the data folder " + path.toAbsolutePath()
                + "; stop it, or set broadsheet.data-dir to another folder");
    }

    private static UUID nodeIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return UUID.fromString(Files.readString(file).strip());
    }
}
