package org.broadsheet.article;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the address of a picture tells: which photograph it is, whatever its size, and how wide it is in this one. Larger addresses are never
 * made up from it.
 *
 * @param key   equal for the sizes of one photograph
 * @param width in pixels, 0 if the address says nothing; a guess where it is said in words
 */
record PictureAddress(String key, int width) {

    private static final int ORIGINAL = 2000;
    private static final Pattern QUERY_SIZE = Pattern.compile("(?i)[?&](w|width|wid|imwidth|maxwidth|max-w|rw|sw|size|s)=(\\d{2,4})(?:px|x\\d+|[,*]\\d+)?(?=&|$)");
    private static final Pattern QUERY_PAIR = Pattern.compile("(?i)[?&](resize|fit|dimensions|size)=(?:w?)(\\d{2,4})(?:[,x*:]|%2C)\\d{2,4}(?=&|$)");
    /** Parameters that name a size or a quality and never a photograph. */
    private static final Pattern QUERY_LOOK = Pattern.compile("(?i)(?<=[?&])(w|h|width|height|wid|hei|imwidth|maxwidth|max-w|max-h|rw|sw|size|s"
            + "|resize|fit|dimensions|crop|cropped|rect|dpr|q|qlt|quality|auto|fm|fmt|format|ixlib|sharp|strip|blur|zoom|scale"
            + "|mode|smart|upscale|optimize|compress|ssl|itok|v|ver|version|t|ts|cb|h_|w_)=[^&]*&?");
    private static final Pattern BEFORE_TYPE = Pattern.compile("(?i)[-_](\\d{2,4})x(\\d{2,4})(?:[-_]c)?(?=\\.[a-z]{3,4}$)");
    private static final Pattern SCALED = Pattern.compile("(?i)(-scaled|@[23]x)(?=\\.[a-z]{3,4}$)");
    private static final Pattern PART_SIZE = Pattern.compile("(?i)/(?:(?:w_|w|width[-_=]?)?(\\d{2,4})(?:x\\d{2,4}|px)?|(?:[whcqfgt]_[^/,]+,?)*w_(\\d{2,4})(?:,[a-z]{1,3}_[^/,]+)*)(?=/)");
    private static final Pattern WORD_SIZE = Pattern.compile("(?i)(?<=[/_-])(thumb(?:nail)?s?|tiny|small|medium|large|xlarge|big|full|fullsize|original|orig|teaser|square)(?=[/_.-])");
    private static final Pattern WIKI = Pattern.compile("/(\\d{2,4})px-[^/]+$");
    private static final Pattern GOOGLE = Pattern.compile("(?:=|/)[swh](\\d{2,4})(?:-[a-z0-9-]+)?(?=/|$)");

    static PictureAddress of(String url) {
        int mark = url.indexOf('?');
        String path = (mark < 0 ? url : url.substring(0, mark)).replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("#.*", "");
        String query = mark < 0 ? "" : url.substring(mark).replaceFirst("#.*", "");
        return new PictureAddress(key(path, query), width(path, query));
    }

    private static String key(String path, String query) {
        String key = WIKI.matcher(path).replaceFirst("");
        key = SCALED.matcher(BEFORE_TYPE.matcher(key).replaceFirst("")).replaceFirst("");
        key = GOOGLE.matcher(key).replaceFirst("");
        key = PART_SIZE.matcher(key).replaceAll(part -> isSize(Optional.ofNullable(part.group(1)).orElse(part.group(2)))
                || part.group().contains("_") || part.group().contains("x") ? "/*" : java.util.regex.Matcher.quoteReplacement(part.group()));
        key = WORD_SIZE.matcher(key).replaceAll("*").replace("thumb/", "*/");
        String rest = QUERY_LOOK.matcher(query).replaceAll("");
        return key + (rest.length() < 2 ? "" : rest);
    }

    /** A number that is a usual width rather than a year, a day or a count. */
    private static boolean isSize(String number) {
        int value = Integer.parseInt(number);
        return value >= 100 && value % 10 == 0 && (value < 1900 || value > 2039 || value == 1920 || value == 2000);
    }

    private static int width(String path, String query) {
        for (var pattern : new Pattern[] {QUERY_SIZE, QUERY_PAIR}) {
            var found = pattern.matcher(query);
            if (found.find()) {
                return Integer.parseInt(found.group(2));
            }
        }
        for (var pattern : new Pattern[] {BEFORE_TYPE, WIKI, GOOGLE}) {
            var found = pattern.matcher(path);
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
        }
        var part = PART_SIZE.matcher(path);
        while (part.find()) {
            var number = Optional.ofNullable(part.group(1)).orElse(part.group(2));
            if (isSize(number) || part.group().contains("x") || part.group().contains("_")) {
                return Integer.parseInt(number);
            }
        }
        var word = WORD_SIZE.matcher(path);
        return word.find() ? inWords(word.group(1).toLowerCase(java.util.Locale.ROOT)) : 0;
    }

    private static int inWords(String word) {
        return switch (word) {
            case "tiny", "thumb", "thumbs", "thumbnail", "thumbnails", "square" -> 200;
            case "small", "teaser" -> 320;
            case "medium" -> 640;
            case "large", "big" -> 1200;
            case "xlarge" -> 1600;
            default -> ORIGINAL;
        };
    }
}
