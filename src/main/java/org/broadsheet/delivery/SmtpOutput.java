package org.broadsheet.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Commands and mails on their way to the relay, gathered into as few writes as possible. Mails are dot-stuffed (RFC 5321 section 4.5.2,
 * G11), and a bare CR or LF, which no composer of ours writes, is made a whole line end here: nothing can smuggle a second mail (F18).
 */
final class SmtpOutput {

    private static final int SIZE = 64 * 1024;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long AFTER_CR = 0x0E0E0E0E0E0E0E0EL;

    private final OutputStream out;
    private final Deadline deadline;
    private final byte[] buffer = new byte[SIZE];
    private final OutputStream data = new Data();
    private int length;
    private byte previous;

    SmtpOutput(OutputStream out, Deadline deadline) {
        this.out = out;
        this.deadline = deadline;
    }

    /** Adds a command; it leaves with the next flush. */
    void command(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            if (b == '\r' || b == '\n' || b == 0) {
                throw new SmtpProtocolException("a command must be one line");
            }
        }
        put(bytes, 0, bytes.length);
        put('\r');
        put('\n');
    }

    /** Where to write a mail; what is written is stuffed. */
    OutputStream beginData() {
        previous = '\n';
        return data;
    }

    /** Adds the final dot. */
    void endData() throws IOException {
        if (previous == '\r') {
            put('\n');
        } else if (previous != '\n') {
            put('\r');
            put('\n');
        }
        put('.');
        put('\r');
        put('\n');
    }

    void flush() throws IOException {
        deadline.armBlock();
        out.write(buffer, 0, length);
        length = 0;
        out.flush();
    }

    private void put(int b) throws IOException {
        if (length == SIZE) {
            flush();
        }
        buffer[length++] = (byte) b;
    }

    private void put(byte[] bytes, int start, int end) throws IOException {
        int from = start;
        while (from < end) {
            if (length == SIZE) {
                flush();
            }
            int count = Math.min(SIZE - length, end - from);
            System.arraycopy(bytes, from, buffer, length, count);
            length += count;
            from += count;
        }
    }

    private void stuff(byte[] bytes, int start, int end) throws IOException {
        int copied = start;
        byte before = previous;
        for (int i = start; i < end; i++) {
            if (before > '\r') {
                int ordinary = skipOrdinary(bytes, i, end);
                if (ordinary > i) {
                    before = bytes[ordinary - 1];
                    i = ordinary - 1;
                    continue;
                }
            }
            byte c = bytes[i];
            boolean bareCr = before == '\r' && c != '\n';
            boolean bareLf = before != '\r' && c == '\n';
            boolean dot = (before == '\n' || bareCr) && c == '.';
            if (bareCr || bareLf || dot) {
                put(bytes, copied, i);
                copied = i;
                if (bareCr) {
                    put('\n');
                }
                if (bareLf) {
                    put('\r');
                }
                if (dot) {
                    put('.');
                }
            }
            before = c;
        }
        put(bytes, copied, end);
        previous = before;
    }

    /** Past all bytes that are ASCII above CR, most of them eight at a time; only beside others is there anything to do. */
    private static int skipOrdinary(byte[] bytes, int start, int end) {
        int i = start;
        while (i + Long.BYTES <= end) {
            long eight = (long) WORDS.get(bytes, i);
            if (((eight - AFTER_CR | eight) & HIGH_BITS) != 0) { // one is less than CR + 1, or not ASCII
                break;
            }
            i += Long.BYTES;
        }
        while (i < end && bytes[i] > '\r') {
            i++;
        }
        return i;
    }

    private final class Data extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            stuff(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            stuff(bytes, offset, offset + count);
        }
    }
}
