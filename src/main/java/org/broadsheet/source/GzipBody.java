package org.broadsheet.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * A document that is kept compressed, as sitemaps often are ({@code .xml.gz}), which is no matter of Content-Encoding. The budgets are those of
 * the guarded client (F4).
 */
final class GzipBody {

    private static final int LARGEST = 50_000_000;
    private static final int LARGEST_RATIO = 100;
    private static final int RATIO_FROM = 1 << 20;

    private GzipBody() {
    }

    static boolean isGzip(byte[] body) {
        return body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
    }

    /**
     * The document unpacked, or as it is if it is not packed. One that is cut off is taken as far as it goes.
     *
     * @throws IOException if it is larger than we read, or broken from the beginning, in words
     */
    static byte[] unpacked(byte[] body) throws IOException {
        if (!isGzip(body)) {
            return body;
        }
        var result = new ByteArrayOutputStream(Math.min(LARGEST, body.length * 8));
        var buffer = new byte[1 << 14];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body), 1 << 14)) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                result.write(buffer, 0, read);
                check(result.size(), body.length);
            }
        } catch (EOFException cutOff) {
            return result.toByteArray();
        }
        return result.toByteArray();
    }

    private static void check(int unpacked, int packed) throws IOException {
        if (unpacked > LARGEST || unpacked > RATIO_FROM && unpacked / LARGEST_RATIO > packed) {
            throw new IOException("Unpacked it is larger than we read");
        }
    }
}
