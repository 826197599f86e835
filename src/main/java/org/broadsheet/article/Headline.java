package org.broadsheet.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A headline as it is compared: without what desks put before it ({@code UPDATE 1-}, {@code EXCLUSIVE:}) and sites behind it
 * ({@code | The Paper}), without case, accents and punctuation.
 */
final class Headline {

    /** Marks of the state of a report, never of what it is about. */
    private static final Pattern DESK_MARK = Pattern.compile("(?iu)^(?:[\\[(]?(?:(?:update|updates|updated|wrapup|refile|corrected|correction|recast|rpt|repeat)"
            + "(?:\\s?\\d{1,2})?|exclusive|exclusif|exklusiv|exclusiva|breaking(?: news)?|just in|developing|alert|newsflash|news|flash|urgent|eilmeldung|eil|urgente|alerte|"
            + "dernière minute|última hora|ultima hora|速報|独自)(?:[\\])]\\s*[:\\-–—|]?|\\s*[:\\-–—|]|(?<=[\\u3040-\\u9fff]))\\s*)+");
    private static final Pattern BRACKETED = Pattern.compile("^[【\\[](?:速報|独自|更新|update|updated|exclusive)[】\\]]\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A separator that only stands between a headline and the name of a site. */
    private static final Pattern SUFFIX = Pattern.compile("^(.{12,}?)\\s+(?:[|·•»«]|::|-|–|—)\\s+([^|·•»]{2,40})$");
    private static final Pattern BAR = Pattern.compile(".*\\s[|·•»]\\s.*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("(?<=\\p{L})['’]s\\b");

    private Headline() {
    }

    /** Without marks before it and the name of a site behind it. @param source name of its source, "" if unknown */
    static String bare(String title, String source) {
        var bare = BRACKETED.matcher(title.strip()).replaceFirst("");
        var marks = DESK_MARK.matcher(bare);
        if (marks.find() && marks.end() < bare.length()) {
            bare = bare.substring(marks.end());
        }
        return withoutSite(bare.strip(), key(source));
    }

    /** A bar is a site's; a dash only where the source's own name follows it. */
    private static String withoutSite(String title, String sourceKey) {
        var suffix = SUFFIX.matcher(title);
        if (!suffix.matches()) {
            return title;
        }
        var behind = key(suffix.group(2));
        var named = !sourceKey.isEmpty() && !behind.isEmpty() && (sourceKey.contains(behind) || behind.contains(sourceKey));
        var siteLike = BAR.matcher(title).matches() && behind.split(" ").length <= 5;
        return named || siteLike ? withoutSite(suffix.group(1).strip(), sourceKey) : title;
    }

    /** Letters and digits only, lower case, without accents. */
    static String key(String text) {
        return BETWEEN.matcher(fold(POSSESSIVE.matcher(text).replaceAll(""))).replaceAll(" ").strip();
    }

    /** Lower case, compatibility forms and accents folded; the marks of kana stay, since they make other letters. */
    static String fold(String text) {
        if (text.chars().allMatch(letter -> letter < 0x80)) {
            return text.toLowerCase(Locale.ROOT); // most of what is folded; the rest costs ten times as much
        }
        var folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(letter -> {
            if (letter < 0x80 || isKana(letter)) {
                folded.appendCodePoint(letter);
            } else {
                folded.append(MARKS.matcher(Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)).replaceAll(""));
            }
        });
        return folded.toString().toLowerCase(Locale.ROOT).replace("ß", "ss").replace("æ", "ae").replace("ø", "o").replace("ł", "l");
    }

    private static boolean isKana(int letter) {
        return letter >= 0x3040 && letter <= 0x30ff;
    }
}
