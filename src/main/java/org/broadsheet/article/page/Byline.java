package org.broadsheet.article.page;

import java.util.regex.Pattern;

/** The line that names the author, and the names in it. */
final class Byline {

    private static final Pattern INTRODUCTION = Pattern.compile("(?iU)^[\\s|·•–—-]*(?:(?:written|posted|published|reported|words|text|story"
            + "|geschrieben|verfasst|escrito|écrit|publié|scritto|publicado|article)?\\s*"
            + "\\b(?:by|von|par|por|di|door|av|af|od|przez|autor(?:in|en)?|auteurs?|author|authors|text|foto und text|words)\\b\\s*:?\\s+"
            + "|(?:作者|文|记者|記者|تأليف|بقلم|كتب|מאת|Автор)\\s*[:：/︱|]?\\s*)(?=\\S)");
    private static final Pattern DATE = Pattern.compile("(?iU)\\s*(?:[|·•,–—-]\\s*)?(?:\\b(?:on|am|le|el|updated|published|posted|aktualisiert)\\b:?\\s*)?"
            + "(?:\\b(?:mon|tue|wed|thu|fri|sat|sun)\\p{L}*,?\\s*)?(?:\\d{1,2}\\.?\\s?(?:\\d{1,2}\\.|\\p{L}{3,10}\\.?,?)\\s?\\d{4}|\\p{L}{3,10}\\.?\\s\\d{1,2},?\\s\\d{4}|\\d{4}-\\d{2}-\\d{2}).*$");
    private static final Pattern AFTERWARDS = Pattern.compile("(?iU)\\s+(?:\\||·|•|/)\\s+.*$|\\s*\\(?https?://\\S+\\)?\\s*$|\\s+[\\w.+-]+@[\\w.-]+\\s*$");
    private static final int LONGEST = 120;

    private Byline() {
    }

    /** The names alone, without "By", date or address; "" if nothing of a name is left. */
    static String names(String byline) {
        var line = WhiteSpace.folded(byline);
        line = INTRODUCTION.matcher(line).replaceFirst("");
        line = AFTERWARDS.matcher(DATE.matcher(line).replaceFirst("")).replaceFirst("").strip();
        line = line.replaceAll("^[\\s|·•,;:–—-]+|[\\s|·•,;:–—-]+$", "");
        return line.length() > LONGEST || line.codePoints().noneMatch(Character::isLetter) ? "" : line;
    }

    /** Whether it is a date, which on many pages stands where others have the author. */
    static boolean isDate(String text) {
        return !WhiteSpace.folded(text).isEmpty() && names(text).isEmpty();
    }
}
