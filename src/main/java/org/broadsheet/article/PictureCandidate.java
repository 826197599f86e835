package org.broadsheet.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A picture as it was found, with all that speaks for or against it.
 *
 * @param named        whether the feed or the page names it as the article's picture, rather than it standing in the text
 * @param base         points it was found with
 * @param width        in pixels as declared, in its srcset or in its address; 0 if unknown
 * @param height       in pixels as declared; 0 if unknown
 * @param order        0 for the first of the text
 * @param opening      whether it stands before the text begins
 * @param figure       whether it has a figure to itself
 * @param surroundings words of the classes, ids and roles around it
 * @param linkedAway   whether it leads to another page
 */
record PictureCandidate(String url, PictureAddress address, boolean named, int base, int width, int height, String alt, String caption, String credit, int order, boolean opening,
        boolean figure, List<String> surroundings, boolean linkedAway) {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORT_NAME = 3;

    boolean widthAtLeast(int pixels) {
        return width >= pixels;
    }

    boolean widthBelow(int pixels) {
        return width > 0 && width < pixels;
    }

    double ratio() {
        return width > 0 && height > 0 ? (double) width / height : 0;
    }

    /** Whether one of the words stands in the classes around it. */
    boolean isAmong(List<String> words) {
        return surroundings.stream().anyMatch(words::contains);
    }

    /** Whether a part of its path is such a word, or its name is made of few words of which that is one: a long name tells what is seen. */
    boolean isNamed(List<String> words) {
        var parts = path().split("/");
        for (int at = 1; at < parts.length - 1; at++) {
            if (words.contains(parts[at]) || words.contains(parts[at].replaceAll("s$", ""))) {
                return true;
            }
        }
        var name = parts.length == 0 ? "" : parts[parts.length - 1].replaceFirst("\\.[a-z]{2,4}$", "");
        var tokens = Arrays.stream(NOT_A_WORD.split(name)).filter(token -> !token.isEmpty() && !token.chars().allMatch(Character::isDigit)).toList();
        return tokens.size() <= SHORT_NAME && tokens.stream().anyMatch(token -> words.contains(token) || words.contains(token.replaceAll("s$", "")));
    }

    /** Whether the address as a whole has this in it. */
    boolean holds(Pattern pattern) {
        return pattern.matcher(url.toLowerCase(Locale.ROOT)).find();
    }

    private String path() {
        return url.toLowerCase(Locale.ROOT).replaceFirst("^https?:/?/?[^/]*", "").replaceFirst("[?#].*", "");
    }

    PictureCandidate with(String better, PictureAddress itsAddress, int itsWidth, int itsHeight) {
        return new PictureCandidate(better, itsAddress, named, base, itsWidth, itsHeight, alt, caption, credit, order, opening, figure, surroundings, linkedAway);
    }

    /** With what another mention of the same photograph says of it besides. */
    PictureCandidate and(PictureCandidate other) {
        return new PictureCandidate(url, address, named || other.named, Math.max(base, other.base), width, height, first(alt, other.alt), first(caption, other.caption), first(credit, other.credit),
                Math.min(order, other.order), opening || other.opening, figure || other.figure, surroundings, linkedAway && other.linkedAway);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
