package org.broadsheet.delivery;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one connection does with the batch it has, on local disk: which copies came to their final dot, and what the relay said. A process that is
 * killed leaves it behind, so that the next one knows which copies cannot have gone (they are queued again at once), which went, and the one
 * of which nobody knows. Written before the dot, but not synced: it outlives the process, not the power; after a loss of power the
 * file system may have lost the last entries, and with them up to a batch for each connection could go twice.
 */
final class Journal implements AutoCloseable {

    private static final byte DOT = 1;
    private static final byte SETTLED = 2;
    private static final int LONGEST_REPLY = 2000;

    /** What a journal left behind says: the edition, and for each copy that came to its dot its settlement, or none. */
    record Left(long edition, Map<Long, Optional<Settlement>> copies) {
    }

    private final FileChannel channel;
    private final Path file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 + LONGEST_REPLY);

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens an empty journal. */
    static Journal open(Path file) throws IOException {
        return new Journal(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    }

    /** Begins a batch; the one before is settled in the database. */
    void begin(long edition) {
        try {
            channel.truncate(0).position(0);
            buffer.clear().putLong(edition).flip();
            write();
        } catch (IOException problem) {
            throw unwritable(problem);
        }
    }

    /** The final dot of this copy is about to leave. */
    void dot(long subscription) {
        buffer.clear().put(DOT).putLong(subscription).flip();
        append();
    }

    /** What became of this copy. */
    void settled(Settlement settlement) {
        var reply = settlement.reply().getBytes(StandardCharsets.UTF_8);
        var length = Math.min(reply.length, LONGEST_REPLY);
        buffer.clear().put(SETTLED).putLong(settlement.subscriptionId()).put((byte) settlement.state().ordinal())
                .putLong(settlement.again().map(Duration::toMillis).orElse(-1L)).put((byte) settlement.attempt().ordinal())
                .putShort((short) length).put(reply, 0, length).flip();
        append();
    }

    /** Reads a journal that was left behind; an entry cut off by the end is as good as none. Empty if it has not begun. */
    static Optional<Left> read(Path file) throws IOException {
        try (var in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            var copies = new LinkedHashMap<Long, Optional<Settlement>>();
            long edition;
            try {
                edition = in.readLong();
            } catch (EOFException empty) {
                return Optional.empty();
            }
            readEntries(in, copies);
            return Optional.of(new Left(edition, copies));
        }
    }

    /** The batch is settled in the database: nothing of it need be remembered. */
    void end() {
        try {
            channel.truncate(0);
        } catch (IOException problem) {
            throw unwritable(problem);
        }
    }

    /** What is not settled stays for the next start. */
    @Override
    public void close() throws IOException {
        var settled = channel.size() == 0;
        channel.close();
        if (settled) {
            Files.deleteIfExists(file);
        }
    }

    private static void readEntries(DataInputStream in, Map<Long, Optional<Settlement>> copies) throws IOException {
        try {
            for (var kind = in.read(); kind >= 0; kind = in.read()) {
                var subscription = in.readLong();
                copies.put(subscription, kind == DOT ? Optional.empty() : Optional.of(readSettlement(in, subscription)));
            }
        } catch (EOFException cutOff) {
            return; // killed while it wrote this entry, which therefore does not count
        }
    }

    private static Settlement readSettlement(DataInputStream in, long subscription) throws IOException {
        var state = DeliveryState.values()[in.readByte()];
        var again = in.readLong();
        var attempt = Settlement.Attempt.values()[in.readByte()];
        var reply = new byte[in.readShort()];
        in.readFully(reply);
        return new Settlement(subscription, state, new String(reply, StandardCharsets.UTF_8),
                again < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(again)), attempt);
    }

    private void append() {
        try {
            write();
        } catch (IOException problem) {
            throw unwritable(problem);
        }
    }

    private void write() throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private UncheckedIOException unwritable(IOException problem) {
        return new UncheckedIOException("The journal " + file + " cannot be written, so nothing is sent", problem);
    }
}
