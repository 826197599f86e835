package org.broadsheet.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each sentence says of what the whole says: a walk over sentences by their likeness, which is the cosine of their telling words weighted
 * by rarity (Erkan and Radev, LexRank, section 3).
 */
final class Centrality {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 25;

    private Centrality() {
    }

    /** @return one weight for each, 1 on average */
    static double[] of(List<Telling> sentences) {
        var size = sentences.size();
        var rarity = rarity(sentences);
        var weights = new double[size][size];
        var sums = new double[size];
        var norms = sentences.stream().mapToDouble(sentence -> norm(sentence, rarity)).toArray();
        for (var one = 0; one < size; one++) {
            for (var other = one + 1; other < size; other++) {
                var likeness = norms[one] == 0 || norms[other] == 0 ? 0 : product(sentences.get(one), sentences.get(other), rarity) / (norms[one] * norms[other]);
                weights[one][other] = likeness;
                weights[other][one] = likeness;
                sums[one] += likeness;
                sums[other] += likeness;
            }
        }
        var rank = new double[size];
        Arrays.fill(rank, 1);
        for (var round = 0; round < ROUNDS; round++) {
            rank = step(rank, weights, sums);
        }
        return rank;
    }

    private static Map<String, Double> rarity(List<Telling> sentences) {
        var in = new HashMap<String, Integer>();
        sentences.forEach(sentence -> sentence.words().forEach(word -> in.merge(word, 1, Integer::sum)));
        var rarity = new HashMap<String, Double>();
        in.forEach((word, count) -> rarity.put(word, Math.log(1 + (double) sentences.size() / count)));
        return rarity;
    }

    private static double norm(Telling sentence, Map<String, Double> rarity) {
        return Math.sqrt(sentence.counts().entrySet().stream().mapToDouble(word -> Math.pow(word.getValue() * rarity.get(word.getKey()), 2)).sum());
    }

    private static double product(Telling one, Telling other, Map<String, Double> rarity) {
        var sum = 0.0;
        for (var word : one.counts().entrySet()) {
            var count = other.counts().get(word.getKey());
            sum += count == null ? 0 : word.getValue() * count * Math.pow(rarity.get(word.getKey()), 2);
        }
        return sum;
    }

    private static double[] step(double[] rank, double[][] weights, double[] sums) {
        var next = new double[rank.length];
        for (var one = 0; one < rank.length; one++) {
            var received = 0.0;
            for (var other = 0; other < rank.length; other++) {
                received += sums[other] == 0 ? 0 : rank[other] * weights[other][one] / sums[other];
            }
            next[one] = 1 - DAMPING + DAMPING * received;
        }
        return next;
    }
}
