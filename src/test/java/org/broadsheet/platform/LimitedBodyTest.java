package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;

/** What servers send instead of a well-compressed document of a decent size. */
class LimitedBodyTest {

    private static final FetchLimits LIMITS = FetchLimits.standard();

    @ParameterizedTest
    @CsvSource({"'', NONE", "identity, NONE", "GZIP, GZIP", "x-gzip, GZIP", "deflate, DEFLATE", "br, BROTLI", "'identity, gzip', GZIP", "' br ,', BROTLI"})
    void theWaysWeOfferAreKnown(String field, ContentCoding coding) throws IOException {
        assertThat(ContentCoding.of(field)).isEqualTo(coding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "compress", "gzip, gzip", "br,gzip", "gzip, deflate, br", "aws-chunked", "\u0000"})
    void othersAndMoreThanOneAreTold(String field) {
        assertThatThrownBy(() -> ContentCoding.of(field)).isInstanceOf(ContentCoding.UnknownCodingException.class).hasMessageContaining("the server compressed");
    }

    @ParameterizedTest
    @EnumSource(ContentCoding.class)
    void everySizeComesBackAsItWas(ContentCoding coding) throws Exception {
        var random = new Random(7);
        for (var size : new int[] {0, 1, 2, 16_383, 16_384, 16_385, BodyMemory.FREE - 1, BodyMemory.FREE, BodyMemory.FREE + 1, 3_000_000}) {
            var body = new byte[size];
            random.nextBytes(body);
            assertThat(read(packed(coding, body), coding)).as("%s of %d", coding, size).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = {"GZIP", "DEFLATE", "BROTLI"})
    void aBombIsFoundOutWithoutBeingHeld(ContentCoding coding) throws IOException {
        var bomb = packed(coding, new byte[60_000_000]);
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> read(bomb, coding)).isInstanceOf(LimitedBody.TooLargeException.class).hasMessageContaining("more than 100 times");
    }

    @Test
    void aSlowBombIsFoundOutAsWell() throws IOException {
        var text = new Random(1).ints(4_000_000, 'a', 'c').collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append).toString().repeat(15);
        var bomb = packed(ContentCoding.GZIP, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(bomb.length).isLessThan(10_000_000);
        assertThatThrownBy(() -> read(bomb, ContentCoding.GZIP)).isInstanceOf(LimitedBody.TooLargeException.class).hasMessageContaining("larger than 50000000");
    }

    @Test
    void allMembersOfAGzipFileAreReadAndWhatFollowsThemIsNot() throws Exception {
        var file = new ByteArrayOutputStream();
        file.writeBytes(packed(ContentCoding.GZIP, "one ".getBytes(StandardCharsets.UTF_8)));
        file.writeBytes(packed(ContentCoding.GZIP, new byte[0]));
        file.writeBytes(packed(ContentCoding.GZIP, "two".getBytes(StandardCharsets.UTF_8)));
        for (var rest : new String[] {"", "\0", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "<!-- served in 3 ms -->", "\u001f\u008b", "\u001f"}) {
            var whole = new ByteArrayOutputStream();
            whole.writeBytes(file.toByteArray());
            whole.writeBytes(rest.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(read(whole.toByteArray(), ContentCoding.GZIP)).asString().isEqualTo("one two");
        }
    }

    @Test
    void halfAMillionEmptyMembersDoNotOverflowTheStack() throws Exception {
        var empty = packed(ContentCoding.GZIP, new byte[0]);
        var file = new ByteArrayOutputStream();
        for (var number = 0; number < 400_000; number++) {
            file.writeBytes(empty);
        }
        assertThat(read(file.toByteArray(), ContentCoding.GZIP)).isEmpty();
    }

    @Test
    void aMemberMayHaveANameACommentAndMore() throws Exception {
        var plain = packed(ContentCoding.GZIP, "named".getBytes(StandardCharsets.UTF_8));
        var file = new ByteArrayOutputStream();
        file.write(plain, 0, 3);
        file.write(2 | 4 | 8 | 16);
        file.write(plain, 4, 6);
        file.writeBytes("\u0003\0abcfeed.xml\0a comment\0xx".getBytes(StandardCharsets.ISO_8859_1));
        file.write(plain, 10, plain.length - 10);
        assertThat(read(file.toByteArray(), ContentCoding.GZIP)).asString().isEqualTo("named");
    }

    @Test
    void deflateIsReadWithAndWithoutItsHeader() throws Exception {
        var body = "the same ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        var raw = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(raw, new Deflater(9, true))) {
            out.write(body);
        }
        assertThat(read(raw.toByteArray(), ContentCoding.DEFLATE)).isEqualTo(body);
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = {"GZIP", "DEFLATE", "BROTLI"})
    void aDocumentThatBreaksOffOrIsDamagedIsNone(ContentCoding coding) throws IOException {
        var body = new byte[100_000];
        new Random(3).nextBytes(body);
        var packed = packed(coding, body);
        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(packed, packed.length / 2), coding)).isInstanceOf(IOException.class);
        if (coding == ContentCoding.GZIP) {
            packed[packed.length - 6] ^= 1;
            assertThatThrownBy(() -> read(packed, coding)).isInstanceOf(ZipException.class).hasMessageContaining("checksum");
            assertThatThrownBy(() -> read(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3}, coding)).isInstanceOf(EOFException.class);
        }
        assertThatThrownBy(() -> read("this is not compressed at all".getBytes(StandardCharsets.UTF_8), coding)).isInstanceOf(IOException.class);
    }

    @Test
    void bytesThatAreNotBrotliAreAFailureInWordsAndNothingElse() {
        var random = new Random(5);
        for (var number = 0; number < 3000; number++) {
            var bytes = new byte[1 + random.nextInt(200)];
            random.nextBytes(bytes);
            try {
                read(bytes, ContentCoding.BROTLI);
            } catch (IOException told) {
                assertThat(told).hasMessageNotContaining("null");
            } catch (InterruptedException stop) {
                throw new AssertionError(stop);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 600_000, 900_000_000_000L})
    void theAnnouncedLengthIsNotBelieved(long announced) throws Exception {
        var body = new byte[700_000];
        var memory = new BodyMemory(20_000_000, 60_000_000, Duration.ofSeconds(1));
        assertThat(new LimitedBody(LIMITS, Long.MAX_VALUE, memory.share()).read(new ByteArrayInputStream(body), ContentCoding.NONE, OptionalLong.of(announced))).hasSize(700_000);
    }

    @Test
    void moreThanTheWireMayCarryIsTooMuchEvenIfItIsCompressed() {
        var endless = new java.io.InputStream() {
            @Override
            public int read() {
                return 1;
            }
        };
        for (var coding : ContentCoding.values()) {
            assertThatThrownBy(() -> new LimitedBody(LIMITS, Long.MAX_VALUE, BodyMemory.ofHeap(1 << 30, LIMITS).share()).read(endless, coding, OptionalLong.empty()))
                    .isInstanceOf(LimitedBody.TooLargeException.class).hasMessageContaining("the transfer is larger than 10000000");
        }
    }

    @Test
    void largeDocumentsWaitForEachOtherAndNoMoreIsHeldThanThereIsRoomFor() throws Exception {
        var size = 6_000_000;
        var bytes = new byte[size];
        new Random(2).nextBytes(bytes);
        var packed = packed(ContentCoding.GZIP, bytes);
        var memory = new BodyMemory(1_000_000, 13_000_000, Duration.ofSeconds(20));
        var limits = new FetchLimits(LIMITS.connect(), LIMITS.firstByte(), LIMITS.total(), 6_100_000, size, 100, 5, 2, LIMITS.slotWait(), LIMITS.pause());
        var held = new AtomicLong();
        var most = new AtomicLong();
        Callable<Integer> one = () -> {
            try (var share = memory.share()) {
                var body = new LimitedBody(limits, Long.MAX_VALUE, share).read(new ByteArrayInputStream(packed), ContentCoding.GZIP, OptionalLong.empty());
                most.accumulateAndGet(held.addAndGet(body.length), Math::max);
                Thread.sleep(20);
                held.addAndGet(-body.length);
                return body.length;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 16).mapToObj(number -> threads.submit(one)).toList();
            for (var future : all) {
                assertThat(future.get()).isEqualTo(size);
            }
        }
        assertThat(most.get()).isBetween((long) size, 2L * size);
    }

    @Test
    void whoFindsNoRoomIsToldSoAndAShareThatWasGivenUpIsFree() throws Exception {
        var memory = new BodyMemory(1_000_000, 5_000_000, Duration.ofMillis(50));
        var first = memory.share();
        first.need(60_000_000);
        assertThatThrownBy(() -> memory.share().need(2_000_000)).isInstanceOf(BodyMemory.NoRoomException.class);
        assertThatThrownBy(() -> first.need(1)).isInstanceOf(IllegalStateException.class);
        try (var small = memory.share()) {
            small.need(900_000); // pictures do not wait behind the largest
        }
        first.keepOnly(2_000_000);
        var second = memory.share();
        second.need(2_900_000);
        first.close();
        first.close();
        second.close();
        memory.share().need(5_000_000);
    }

    private static byte[] read(byte[] wire, ContentCoding coding) throws IOException, InterruptedException {
        try (var share = BodyMemory.ofHeap(1 << 30, LIMITS).share()) {
            return new LimitedBody(LIMITS, Long.MAX_VALUE, share).read(new ByteArrayInputStream(wire), coding, OptionalLong.empty());
        }
    }

    static byte[] packed(ContentCoding coding, byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = packing(coding, bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static OutputStream packing(ContentCoding coding, OutputStream out) throws IOException {
        return switch (coding) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out);
            case DEFLATE -> new DeflaterOutputStream(out);
            case BROTLI -> {
                Brotli4jLoader.ensureAvailability();
                yield new BrotliOutputStream(out, new Encoder.Parameters().setQuality(5));
            }
        };
    }
}
