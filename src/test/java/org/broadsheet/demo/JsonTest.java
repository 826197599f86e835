package org.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void whatIsWrittenIsReadBackWhateverItHolds() {
        var random = new Random(3);
        for (var run = 0; run < 2000; run++) {
            var value = anything(random, 4);
            assertThat(Json.read(Json.write(value))).isEqualTo(value);
        }
    }

    @Test
    void escapesAndNumbersAreUnderstood() {
        assertThat(Json.read(" {\"a\" : [1, -2.5e3, \"\\u00fc\\n\\/\", true, null], \"b\":{}} "))
                .isEqualTo(mapOf("a", Arrays.asList(1L, -2500.0, "ü\n/", true, null), "b", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "[1 2]", "{\"a\"}", "\"open", "\"\\x\"", "\"\\u12\"", "tru", "1 2", "{,}", "nope"})
    void brokenTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(text));
    }

    @Test
    void depthIsLimited() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read("[".repeat(100_000)));
    }

    private static Map<String, Object> mapOf(String first, Object one, String second, Object two) {
        var map = new LinkedHashMap<String, Object>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    private static Object anything(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() / 1000;
            case 3 -> random.nextGaussian();
            case 4 -> text(random);
            case 5 -> {
                var list = new ArrayList<>();
                for (var i = random.nextInt(4); i > 0; i--) {
                    list.add(anything(random, depth - 1));
                }
                yield list;
            }
            default -> {
                var map = new LinkedHashMap<String, Object>();
                for (var i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), anything(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var point : new int[] {0, '"', '\\', '\n', 'a', 0xFC, 0x2028, 0x1F4F0, 0x1F}) {
            if (random.nextBoolean()) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }
}
