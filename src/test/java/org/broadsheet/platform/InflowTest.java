package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** Between a server that is fast and a reader that is not. */
class InflowTest {

    private static final Duration SOON = Duration.ofMillis(50);

    @Test
    void noMoreThanAWindowIsEverOnItsWayAndAllOfItArrives() throws Exception {
        var inflow = new Inflow(5_000_000);
        var bytes = new byte[3_000_000];
        new Random(4).nextBytes(bytes);
        var allowed = new AtomicInteger(Inflow.WINDOW);
        var writer = CompletableFuture.runAsync(() -> {
            try {
                inflow.widening(allowed::addAndGet);
                for (var at = 0; at < bytes.length;) {
                    var n = Math.min(Math.min(allowed.get(), 8192), bytes.length - at);
                    inflow.put(ByteBuffer.wrap(bytes, at, n));
                    allowed.addAndGet(-n);
                    at += n;
                    Thread.onSpinWait();
                }
                inflow.end();
            } catch (IOException broken) {
                inflow.fail(broken);
            }
        });
        var read = new java.io.ByteArrayOutputStream();
        var buffer = new byte[5000];
        for (var n = inflow.take(buffer, 0, buffer.length, Duration.ofSeconds(20)); n >= 0; n = inflow.take(buffer, 0, buffer.length, Duration.ofSeconds(20))) {
            read.write(buffer, 0, n);
        }
        writer.get();
        assertThat(read.toByteArray()).isEqualTo(bytes);
        assertThat(allowed.get()).isLessThanOrEqualTo(Inflow.WINDOW);
    }

    @Test
    void aServerThatDoesNotMindTheWindowIsFoundOut() {
        var inflow = new Inflow(5_000_000);
        assertThatThrownBy(() -> {
            for (var frame = 0; frame < 200; frame++) {
                inflow.put(ByteBuffer.wrap(new byte[16_384]));
            }
        }).isInstanceOf(IOException.class).hasMessageContaining("more than it was allowed");
    }

    @Test
    void moreThanTheWholeBudgetIsTooLarge() throws IOException {
        var inflow = new Inflow(10);
        inflow.put(ByteBuffer.wrap(new byte[10]));
        assertThatThrownBy(() -> inflow.put(ByteBuffer.wrap(new byte[1]))).isInstanceOf(LimitedBody.TooLargeException.class).hasMessageContaining("larger than 10");
    }

    @Test
    void silenceFailureAndEndAreToldApart() throws IOException {
        var inflow = new Inflow(5_000_000);
        assertThatThrownBy(() -> inflow.take(new byte[9], 0, 9, SOON)).isInstanceOf(SocketTimeoutException.class);
        inflow.put(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        inflow.end();
        assertThat(inflow.take(new byte[2], 0, 2, SOON)).isEqualTo(2);
        assertThat(inflow.take(new byte[2], 0, 2, SOON)).isEqualTo(1);
        assertThat(inflow.take(new byte[2], 0, 2, SOON)).isEqualTo(-1);
        inflow.fail(new IOException("reset"));
        assertThatThrownBy(() -> inflow.take(new byte[9], 0, 9, SOON)).hasMessage("reset");
    }
}
