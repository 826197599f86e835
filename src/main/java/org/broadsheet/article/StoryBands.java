package org.broadsheet.article;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The keys by which an article finds those that may tell the same, each an exact look-up in an index: its headline, pairs of its most telling
 * words, and MinHash bands of its text (Broder 1997), which two texts share the more likely the more they have in common. Never more than
 * {@value #MOST}.
 */
final class StoryBands {

    static final int MOST = 30;
    private static final int TELLING_WORDS = 7;
    private static final int BANDS = 8;
    private static final int ROWS = 2;
    private static final int FEWEST_SHINGLES = 8;

    private StoryBands() {
    }

    static Set<Long> of(NewsMark mark) {
        var bands = new LinkedHashSet<Long>();
        if (!mark.key().isEmpty()) {
            bands.add(mixed(1, mark.key().hashCode(), mark.key().length()));
        }
        pairs(mark, bands);
        if (mark.shingles().size() >= FEWEST_SHINGLES) {
            for (var band = 0; band < BANDS; band++) {
                var hash = 2L;
                for (var row = 0; row < ROWS; row++) {
                    hash = mixed(hash, least(mark, band * ROWS + row), band);
                }
                bands.add(hash);
            }
        }
        return bands;
    }

    private static void pairs(NewsMark mark, Set<Long> bands) {
        var telling = mark.terms().entrySet().stream().sorted(Comparator.<java.util.Map.Entry<String, Double>>comparingDouble(java.util.Map.Entry::getValue).reversed())
                .limit(TELLING_WORDS).map(java.util.Map.Entry::getKey).sorted().toList();
        for (var one = 0; one < telling.size(); one++) {
            for (var other = one + 1; other < telling.size(); other++) {
                bands.add(mixed(3, telling.get(one).hashCode(), telling.get(other).hashCode()));
            }
        }
    }

    /** The least of the text's shingles under one of many orders. */
    private static long least(NewsMark mark, int order) {
        return mark.shingles().stream().mapToLong(shingle -> mixed(order + 11, shingle, 5)).min().orElse(0);
    }

    /** Finaliser of MurmurHash3, over all three. */
    private static long mixed(long seed, long one, long other) {
        var hash = seed * 0x9E3779B97F4A7C15L ^ one * 0xff51afd7ed558ccdL + other;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
