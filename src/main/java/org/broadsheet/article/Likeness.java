package org.broadsheet.article;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two articles of different sources tell the same news item. Precision comes first: what is joined wrongly is lost to readers, what is
 * left apart is merely said twice. Figures and the decision behind them: ADR 12.
 *
 * @param titles      weight of the words that both headlines share, of all their words
 * @param covered     the lesser share of either headline that the other article speaks of
 * @param cosine      how alike all telling words are
 * @param containment share of the shorter text's word sequences that the other has
 * @param numbers     telling numbers in both
 */
record Likeness(double titles, double covered, double cosine, double containment, long numbers) {

    /** Texts shorter than this, in shingles, are too short to be called copies. */
    private static final int SHORTEST_COPY = 12;
    private static final int SHORTEST_KEY = 20;
    /** A headline this long that another one goes on from ("…, ministers decide") is the same. */
    private static final int LONG_KEY = 30;
    /** With fewer telling words beyond its headline a text neither bears out nor contradicts anything. */
    private static final int SILENT = 6;

    static Likeness of(NewsMark one, NewsMark other) {
        return new Likeness(titles(one, other), Math.min(one.coveredBy(other), other.coveredBy(one)), one.cosine(other), one.containment(other, SHORTEST_COPY),
                one.numbers().stream().filter(NewsMark::isTelling).filter(other.numbers()::contains).count());
    }

    /** How sure it is that both tell the same news item, from 0 to 1; 0 if they are to stay apart. */
    static double sameness(NewsMark one, NewsMark other) {
        if (!one.language().isEmpty() && !other.language().isEmpty() && !one.language().equals(other.language())) {
            return 0;
        }
        var likeness = of(one, other);
        var sameHeadline = sameHeadline(one, other);
        return likeness.isCopy(one, other, sameHeadline) || !contradict(one, other) && !otherDays(one, other)
                && (sameHeadline && likeness.bearsOutHeadline(one, other) || likeness.isSameEvent())
                ? Math.max(likeness.cosine, likeness.containment) : 0;
    }

    /** The same words in the same order, and nothing beside them that makes it the next of a series. */
    private boolean isCopy(NewsMark one, NewsMark other, boolean sameHeadline) {
        if (nextOfSeries(one, other)) {
            return false;
        }
        var routine = one.genre() != Genre.REPORT || other.genre() != Genre.REPORT;
        return containment >= (routine ? 0.85 : 0.45) && cosine >= 0.5 && (containment >= 0.85 || !contradict(one, other) && (sameHeadline || !otherDays(one, other)));
    }

    private boolean isSameEvent() {
        return numbers >= 2 && cosine >= 0.5 && covered >= 0.5
                || numbers == 1 && (cosine >= 0.55 && covered >= 0.6 || cosine >= 0.65 && covered >= 0.5)
                || cosine >= 0.78 && covered >= 0.65 || cosine >= 0.74 && covered >= 0.8;
    }

    /** Headlines like "Three killed in crash" fit more than one event: what the texts say has to fit as well. */
    private boolean bearsOutHeadline(NewsMark one, NewsMark other) {
        return cosine >= 0.5 || one.beyondTitle().size() < SILENT || other.beyondTitle().size() < SILENT;
    }

    private static boolean sameHeadline(NewsMark one, NewsMark other) {
        if (one.key().equals(other.key())) {
            return tells(one);
        }
        var longer = one.key().length() > other.key().length() ? one : other;
        var shorter = longer == one ? other : one;
        return shorter.key().length() >= LONG_KEY && longer.key().startsWith(shorter.key() + " ");
    }

    /** "Update" and "Your questions answered" fit everything. */
    private static boolean tells(NewsMark mark) {
        return mark.title().size() >= 3 && (mark.key().length() >= SHORTEST_KEY || mark.key().codePoints().filter(Character::isIdeographic).count() >= 5);
    }

    private static boolean contradict(NewsMark one, NewsMark other) {
        return one.genre() != other.genre() || one.genre() == Genre.ROUTINE || nextOfSeries(one, other) || otherNames(one, other) || otherNumbers(one, other)
                || oneHasResult(one, other);
    }

    /** Each headline has a number that the other article knows nothing of: part 1 and part 2, second and third quarter. */
    private static boolean nextOfSeries(NewsMark one, NewsMark other) {
        return lacks(one.titleNumbers(), other.numbers()) && lacks(other.titleNumbers(), one.numbers());
    }

    /** Each headline has a name that the other article knows nothing of: the same happened to somebody else. */
    private static boolean otherNames(NewsMark one, NewsMark other) {
        return !"de".equals(one.language()) && lacks(one.titleNames(), other.terms().keySet()) && lacks(other.titleNames(), one.terms().keySet());
    }

    private static boolean otherNumbers(NewsMark one, NewsMark other) {
        var telling = one.numbers().stream().filter(NewsMark::isTelling).collect(Collectors.toSet());
        return !telling.isEmpty() && other.numbers().stream().anyMatch(NewsMark::isTelling) && telling.stream().noneMatch(other.numbers()::contains);
    }

    /** A report of a match has its score, what comes before it has none. */
    private static boolean oneHasResult(NewsMark one, NewsMark other) {
        return hasScore(one) != hasScore(other);
    }

    /** What happened on Friday did not happen on Monday. */
    private static boolean otherDays(NewsMark one, NewsMark other) {
        return !one.days().isEmpty() && !other.days().isEmpty() && NewsMark.common(one.days(), other.days()) == 0;
    }

    private static boolean hasScore(NewsMark mark) {
        return mark.numbers().stream().anyMatch(number -> number.indexOf('-') > 0);
    }

    private static boolean lacks(Set<String> some, Set<String> there) {
        return some.stream().anyMatch(one -> !there.contains(one));
    }

    private static double titles(NewsMark one, NewsMark other) {
        var all = new HashSet<>(one.title());
        all.addAll(other.title());
        var shared = all.stream().filter(stem -> one.title().contains(stem) && other.title().contains(stem)).mapToDouble(stem -> weight(stem, one, other)).sum();
        return shared == 0 ? 0 : shared / all.stream().mapToDouble(stem -> weight(stem, one, other)).sum();
    }

    private static double weight(String stem, NewsMark one, NewsMark other) {
        return Math.max(one.terms().getOrDefault(stem, 0.0), other.terms().getOrDefault(stem, 0.0));
    }
}
