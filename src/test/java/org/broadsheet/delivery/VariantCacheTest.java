package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.broadsheet.mail.AlternativeBody;
import org.broadsheet.mail.InlinePicture;
import org.broadsheet.mail.RefusedValueException;
import org.broadsheet.mail.SplicedBody;
import org.junit.jupiter.api.Test;

class VariantCacheTest {

    private static final InlinePicture PICTURE = picture("p1@example.org");

    private record Rendering(AlternativeBody body) implements VariantCache.Weighed {
    }

    @Test
    void tenThousandVariantsTakeNoMoreThanTheyMay() {
        var cache = new VariantCache<Integer, Rendering>(200_000);
        for (var number = 0; number < 10_000; number++) {
            var one = number;
            cache.get(number, () -> rendering(one));
            assertThat(cache.weight()).isLessThanOrEqualTo(200_000);
        }
        assertThat(cache.size()).isBetween(10, 500);
    }

    @Test
    void whatWentIsMadeAgainToTheSameBytes() throws IOException {
        var cache = new VariantCache<Integer, Rendering>(1);
        var before = octets(cache.get(7, () -> rendering(7)));
        cache.get(8, () -> rendering(8));
        var made = new AtomicInteger();
        var again = octets(cache.get(7, () -> {
            made.incrementAndGet();
            return rendering(7);
        }));
        assertThat(made).hasValue(1);
        assertThat(again).isEqualTo(before);
    }

    @Test
    void theLatestStaysHoweverLargeSoThatReadersOfOneVariantShareIt() {
        var cache = new VariantCache<Integer, Rendering>(1);
        var first = cache.get(7, () -> rendering(7));
        assertThat(cache.get(7, () -> rendering(7))).isSameAs(first);
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void whatIsNeededOftenStays() {
        var cache = new VariantCache<Integer, Rendering>(50_000);
        var often = cache.get(-1, () -> rendering(-1));
        for (var number = 0; number < 1000; number++) {
            var one = number;
            cache.get(number, () -> rendering(one));
            assertThat(cache.get(-1, () -> rendering(-1))).isSameAs(often);
        }
    }

    @Test
    void manyThreadsThatWantTheSameGetItMadeOnce() throws Exception {
        var cache = new VariantCache<Integer, Rendering>(10_000_000);
        var made = new AtomicInteger();
        var ready = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Rendering>>();
            for (var thread = 0; thread < 64; thread++) {
                var number = thread % 8;
                all.add(threads.submit(() -> {
                    ready.await();
                    return cache.get(number, () -> {
                        made.incrementAndGet();
                        Thread.sleep(20);
                        return rendering(number);
                    });
                }));
            }
            ready.countDown();
            for (var one : all) {
                assertThat(one.get()).isNotNull();
            }
        }
        assertThat(made).hasValue(8);
    }

    @Test
    void oneThatCannotBeMadeSpoilsNothing() {
        var cache = new VariantCache<Integer, Rendering>(1000);
        assertThatThrownBy(() -> cache.get(1, () -> {
            throw new IOException("no");
        })).hasMessage("no");
        assertThat(cache.weight()).isZero();
        assertThat(cache.get(1, () -> rendering(1))).isNotNull();
    }

    @Test
    void aPictureThatManyHoldCountsOnceAndGoesWithTheLast() {
        var cache = new VariantCache<Integer, Rendering>(Long.MAX_VALUE);
        for (var number = 0; number < 50; number++) {
            var one = number;
            cache.get(number, () -> illustrated(one));
        }
        var bare = cache.weight() - PICTURE.size();
        assertThat(bare).isBetween(50L * 200, 50L * 2000);
        for (var number = 0; number < 49; number++) {
            var one = number;
            cache.forget(key -> key == one);
        }
        assertThat(cache.weight()).isBetween((long) PICTURE.size(), PICTURE.size() + 2000L);
        cache.forget(key -> true);
        assertThat(cache.weight()).isZero();
    }

    private static Rendering rendering(int number) {
        return new Rendering(AlternativeBody.of(SplicedBody.plain("Story " + number, Set.of()), SplicedBody.html("<p>" + "Story ".repeat(100) + number, Set.of()), "seed " + number));
    }

    private static Rendering illustrated(int number) {
        return new Rendering(AlternativeBody.of(SplicedBody.plain("Story " + number, Set.of()), SplicedBody.html("<img src=\"cid:p1@example.org\">", Set.of()), List.of(PICTURE), "seed " + number));
    }

    private static InlinePicture picture(String id) {
        try {
            return InlinePicture.of(id, "image/jpeg", "Quay", new byte[100_000]);
        } catch (RefusedValueException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] octets(Rendering rendering) throws IOException {
        var out = new ByteArrayOutputStream();
        rendering.body().writeTo(out, Map.of());
        return out.toByteArray();
    }
}
