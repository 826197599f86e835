package org.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into what news are compared by: stems of words, numbers in one notation, and pairs of characters where a script sets no spaces
 * (Chinese, Japanese, Korean).
 */
final class NewsWords {

    /** What kind of token it is. */
    enum Kind {
        /** Small words and those of every report. */
        COMMON,
        WORD,
        /** Capitalised inside a sentence. */
        CAPITAL,
        /** Capitalised where every word would be. */
        INITIAL,
        NUMBER
    }

    /** @param stem as it is compared */
    record Token(String stem, Kind kind) {
    }

    private static final int STEM = 6;
    private static final String UNIT = "(?iu:\\s?(?<unit>%|percent\\b|per cent\\b|prozent\\b|pour cent\\b|por ciento\\b|bn\\b|billions?\\b"
            + "|mrd\\b\\.?|milliarden?\\b|milliards?\\b|m\\b|mn\\b|mio\\b\\.?"
            + "|millions?\\b|millionen\\b|millones\\b|million\\b|pc\\b|k\\b|億|万|兆))?";
    private static final Pattern TOKEN = Pattern.compile("(?<latin>[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ\\p{M}\\p{N}]*+)|(?<score>(?<![\\d.,])\\d{1,3}[-–:]\\d{1,3}(?![\\d-]))"
            + "|(?<number>\\d{1,3}(?:[.,'\\u00a0\\u202f]\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)" + UNIT
            + "|(?<cjk>[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}ー々]+)"
            + "|(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}]*)"
            + "|(?<stop>[.!?。！？:;\\n\"“”„«»|•–—-])");
    private static final Pattern SCRIPTS = Pattern.compile("\\p{IsKatakana}[\\p{IsKatakana}ー]*|[\\p{IsHan}々]+|\\p{IsHangul}+");
    private static final Map<String, String> COUNTED = Map.ofEntries(Map.entry("two", "2"), Map.entry("three", "3"), Map.entry("four", "4"), Map.entry("five", "5"),
            Map.entry("six", "6"), Map.entry("seven", "7"), Map.entry("eight", "8"), Map.entry("nine", "9"), Map.entry("ten", "10"), Map.entry("eleven", "11"),
            Map.entry("twelve", "12"), Map.entry("zwei", "2"), Map.entry("drei", "3"), Map.entry("vier", "4"), Map.entry("funf", "5"), Map.entry("sechs", "6"),
            Map.entry("sieben", "7"), Map.entry("acht", "8"), Map.entry("neun", "9"), Map.entry("zehn", "10"), Map.entry("deux", "2"), Map.entry("trois", "3"),
            Map.entry("quatre", "4"), Map.entry("cinq", "5"), Map.entry("sept", "7"), Map.entry("huit", "8"), Map.entry("neuf", "9"), Map.entry("dix", "10"),
            Map.entry("dos", "2"), Map.entry("tres", "3"), Map.entry("cuatro", "4"), Map.entry("cinco", "5"), Map.entry("seis", "6"), Map.entry("siete", "7"),
            Map.entry("ocho", "8"), Map.entry("nueve", "9"), Map.entry("diez", "10"));
    /** Short function words, and words that any report may hold whatever it is about; folded. */
    private static final Set<String> COMMON = Set.copyOf(List.of((""
            + "a an and are as at be by but can did do for from get got had has have he her him his how i if in is it its may me my new no nor not now of off on one or our out "
            + "own say says said she so than the to told too up us use was we were who why will with you your all any per via amid year years month months week weeks day days "
            + "today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november "
            + "december time people man men woman women world country city state government company firm group report reports news first last next still back according "
            + "spokesman spokeswoman statement announced announces around under expected morning evening night early late nearly almost million percent "
            + "der die das den dem des ein eine einen einem einer eines und oder aber in im am an auf aus bei bis fur mit nach von vom vor zu zum zur um ist sind war wird hat haben "
            + "sich es er sie wie was wer dass nicht auch noch nur jahr jahre jahren monat woche tag tage tagen heute gestern morgen montag dienstag mittwoch donnerstag freitag "
            + "samstag sonntag uhr teilte mit sagte angaben mehr seit soll sollen will neue neuen neuer neues "
            + "le la les l un une des du de d et ou a au aux en dans par pour sur avec sans ce cette ces est sont ete etre a ont il elle ils qui que qu ne pas plus se sa son ses "
            + "leur mois semaine jour jours an ans annee hier aujourd hui lundi mardi mercredi jeudi vendredi samedi dimanche selon apres avant nouveau nouvelle "
            + "el los las lo una unos unas del al y o e con sin por para su sus se es son fue ha han que no mas ano anos mes semana dia dias hoy ayer lunes martes miercoles "
            + "jueves viernes sabado domingo segun tras desde hasta sobre nuevo nueva").split(" +")));

    private NewsWords() {
    }

    /** The tokens of a text in their order. */
    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        var initial = true;
        while (matcher.find()) {
            if (matcher.group("stop") != null) {
                initial = true;
            } else if (matcher.group("latin") != null) { // first in the pattern, since it is what most texts are of
                word(matcher.group("latin"), initial, tokens);
                initial = false;
            } else if (matcher.group("cjk") != null) {
                characters(matcher.group("cjk"), tokens);
                initial = false;
            } else if (matcher.group("word") != null) {
                word(matcher.group("word"), initial, tokens);
                initial = false;
            } else {
                tokens.add(new Token(number(matcher), Kind.NUMBER));
                initial = false;
            }
        }
        return tokens;
    }

    private static void word(String written, boolean initial, List<Token> tokens) {
        var folded = Headline.fold(written);
        if (folded.length() < 2 && !written.equals("I") || COMMON.contains(folded) || StopWords.contains(written.toLowerCase(Locale.ROOT))) {
            tokens.add(new Token(folded, Kind.COMMON));
        } else if (COUNTED.containsKey(folded)) {
            tokens.add(new Token(COUNTED.get(folded), Kind.NUMBER));
        } else {
            var capital = Character.isUpperCase(written.charAt(0));
            tokens.add(new Token(stem(folded), capital ? initial ? Kind.INITIAL : Kind.CAPITAL : Kind.WORD));
        }
    }

    /** Beginnings of words: what languages bend is mostly at their end. */
    static String stem(String folded) {
        if (folded.length() > STEM) {
            return folded.substring(0, STEM);
        }
        if (folded.length() > 4 && folded.endsWith("ies")) {
            return folded.substring(0, folded.length() - 3) + "y";
        }
        return folded.length() > 3 && folded.endsWith("s") && !folded.endsWith("ss") ? folded.substring(0, folded.length() - 1) : folded;
    }

    /** Words in katakana stand for themselves, Han and Hangul in pairs; hiragana is mostly grammar. */
    private static void characters(String run, List<Token> tokens) {
        var scripts = SCRIPTS.matcher(run);
        while (scripts.find()) {
            var part = scripts.group();
            if (Character.UnicodeScript.of(part.codePointAt(0)) == Character.UnicodeScript.KATAKANA) {
                if (part.length() > 1) {
                    tokens.add(new Token(part, Kind.CAPITAL));
                }
                continue;
            }
            for (var at = 0; at + 2 <= part.length(); at++) {
                tokens.add(new Token(part.substring(at, at + 2), Kind.WORD));
            }
        }
    }

    private static String number(Matcher matcher) {
        var score = matcher.group("score");
        if (score != null) {
            return score.replaceAll("[–:]", "-");
        }
        return plain(matcher.group("number")) + unit(matcher.group("unit"));
    }

    /** 1,200 and 1.200 are 1200; 3,5 is 3.5. */
    private static String plain(String number) {
        var grouped = number.matches("\\d{1,3}(?:[.,'\\u00a0\\u202f]\\d{3})+");
        return grouped ? number.replaceAll("[^\\d]", "") : number.replaceAll("[,'\\u00a0\\u202f](?=\\d{3}\\b)", "").replace(',', '.').replaceAll("\\.0+$", "");
    }

    private static String unit(String written) {
        if (written == null) {
            return "";
        }
        var unit = written.toLowerCase(Locale.ROOT);
        return switch (unit.charAt(0)) {
            case '%', 'p' -> "%";
            case 'b' -> "b";
            case 'm' -> unit.startsWith("mrd") || unit.startsWith("milliard") ? "b" : "m";
            default -> unit;
        };
    }
}
