package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;

class TextColumnTest {

    @Test
    void noLineIsWiderThanTheColumnAndNoWordIsLost() {
        var random = new Random(7);
        for (var round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (var word = 0; word < 40; word++) {
                for (var letter = random.nextInt(random.nextInt(20) == 0 ? 200 : 12); letter >= 0; letter--) {
                    text.appendCodePoint(letter(random));
                }
                text.append(' ');
            }
            var wrapped = TextColumn.wrap(text.toString());
            assertThat(wrapped.lines()).allSatisfy(line -> assertThat(TextColumn.cells(line)).isLessThanOrEqualTo(TextColumn.WIDTH));
            assertThat(wrapped.replaceAll("\\s", "")).isEqualTo(text.toString().replaceAll("\\s", ""));
        }
    }

    @Test
    void anAddressStaysInOnePiece() {
        var address = "https://example.org/" + "long-".repeat(40);
        assertThat(TextColumn.wrap("see " + address + " there").lines()).contains(address);
    }

    @Test
    void aPlaceToBeFilledCountsAsLongAsADate() {
        assertThat(TextColumn.cells("\uE000SINCE\uE001")).isGreaterThanOrEqualTo("24 September 2026".length());
    }

    @Test
    void whatReadersSeeAsOneCharacterIsNotCut() {
        var flag = "\uD83C\uDDEF\uD83C\uDDF5";
        assertThat(TextColumn.wrap(flag.repeat(40)).lines()).allSatisfy(line -> assertThat(line.replace(flag, "")).isEmpty());
    }

    @Test
    void ideographsFillTheLineAndNoneBeginsWithAFullStop() {
        var wrapped = TextColumn.wrap("See 構造を読んだ者は、一年のうちに一つ残さなければならない。" + "構造を読んだ者は、一年のうちに一つ残さなければならない。".repeat(4));
        assertThat(wrapped).startsWith("See 構造");
        assertThat(wrapped.lines()).allSatisfy(line -> assertThat(line).doesNotStartWith("。").doesNotStartWith("、"));
        assertThat(wrapped.lines().limit(wrapped.lines().count() - 1)).allSatisfy(line -> assertThat(TextColumn.cells(line)).isBetween(66, 72));
    }

    private static int letter(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> 0x6771 + random.nextInt(50);
            case 1 -> 0x1F600 + random.nextInt(20);
            case 2 -> 0x5D0 + random.nextInt(20);
            default -> 'a' + random.nextInt(26);
        };
    }
}
