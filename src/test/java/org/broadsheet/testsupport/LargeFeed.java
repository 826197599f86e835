package org.broadsheet.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A feed as large as the limits of fetching allow (F4), or a little larger: RSS with a great many items in no order, compressed by gzip.
 *
 * @param site     host of its addresses
 * @param items    how many; the title of the newest is "Item 0", of the oldest "Item " and one less than this
 * @param inflated bytes before compression, made up by a comment
 * @param words    how many different ones the texts have; the more, the worse it compresses
 */
public record LargeFeed(String site, int items, int inflated, int words) {

    private static final Instant NEWEST = Instant.parse("2026-03-01T00:00:00Z");
    private static final byte[] END = "--></channel></rss>".getBytes(StandardCharsets.US_ASCII);

    /** 85,000 items in 50 MB, in a little less than 10 MB on the wire: all that is allowed. */
    public static LargeFeed allowed(String site) {
        return new LargeFeed(site, 85_000, 50_000_000, 850);
    }

    /** As it goes over the wire. */
    public byte[] gzipped() {
        var bytes = new ByteArrayOutputStream(12_000_000);
        try (var out = new GZIPOutputStream(bytes, 1 << 16)) {
            write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private void write(OutputStream out) throws IOException {
        var random = new Random(20_261_125);
        var vocabulary = random.ints(words, 0, 1 << 30).mapToObj(number -> Integer.toString(number, 36) + " " + Integer.toString(number, 35)).toList();
        var written = write(out, "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>All that ever was</title><link>https://" + site + "/</link>\n");
        for (var place = 0; place < items; place++) {
            var age = (int) ((long) place * 7919 % items); // each once, if the two have no common divisor
            var text = new StringBuilder();
            for (var word = 0; word < 26; word++) {
                text.append(vocabulary.get(random.nextInt(words))).append(' ');
            }
            written += write(out, "<item><title>Item " + age + "</title><link>https://" + site + "/" + age + "</link><guid>https://" + site + "/" + age + "</guid><pubDate>"
                    + DateTimeFormatter.RFC_1123_DATE_TIME.format(NEWEST.minusSeconds(60L * age).atOffset(ZoneOffset.UTC)) + "</pubDate><description>" + text + "</description></item>\n");
        }
        written += write(out, "<!--");
        if (written > inflated - END.length) {
            throw new IllegalStateException("The items take " + written + " bytes already");
        }
        for (var left = inflated - written - END.length; left > 0; left -= 1 << 16) {
            out.write(" ".repeat(Math.min(left, 1 << 16)).getBytes(StandardCharsets.US_ASCII));
        }
        out.write(END);
    }

    private static int write(OutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes);
        return bytes.length;
    }
}
