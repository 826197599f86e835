package org.broadsheet.source;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How those who write in a language write dates: which number comes first where there are but numbers, and what they call the months.
 *
 * @param language of two or three letters, "" if nobody knows
 */
record DateHabits(Order order, String language) {

    /** What a date of two small numbers and a year begins with. */
    enum Order {
        DAY_FIRST, MONTH_FIRST, UNKNOWN
    }

    static final DateHabits UNKNOWN = new DateHabits(Order.UNKNOWN, "");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    /** They put the year first, so that it says nothing if somebody doesn't. */
    private static final Set<String> YEAR_FIRST = Set.of("zh", "ja", "ko", "hu", "lt", "mn");
    private static final List<String> LARGE = List.of("hu", "nl", "pt", "it", "es", "fr", "de", "en");
    private static final List<String> OTHERS = List.of("el", "pl", "cs", "sk", "sv", "da", "nb", "fi", "ro", "hr", "sl", "ca", "tr", "ru", "uk", "bg", "id", "et", "lv", "lt", "ar",
            "he", "eu", "gl", "is", "sr", "sq", "af");
    private static final Map<String, Map<String, Integer>> OWN_MONTHS = Stream.concat(LARGE.stream(), OTHERS.stream())
            .collect(Collectors.toUnmodifiableMap(language -> language, DateHabits::months));
    private static final Map<String, Integer> MONTHS = common(OWN_MONTHS::get);
    private static final Map<String, Integer> WEEKDAYS = common(DateHabits::weekdays);

    /** @param tag a language of BCP 47, also as feeds write it, or "" */
    static DateHabits of(String tag) {
        var locale = Locale.forLanguageTag(FeedValues.language(tag));
        var language = locale.getLanguage();
        if (language.isEmpty()) {
            return UNKNOWN;
        }
        if (language.equals("en")) {
            return new DateHabits(switch (locale.getCountry()) {
                case "", "CA" -> Order.UNKNOWN;
                case "US", "PH" -> Order.MONTH_FIRST;
                default -> Order.DAY_FIRST;
            }, language);
        }
        return new DateHabits(YEAR_FIRST.contains(language) ? Order.UNKNOWN : Order.DAY_FIRST, language);
    }

    /** A month from 1 to 12 by its name, or what it begins with. */
    Optional<Integer> month(String name) {
        var lower = plain(name);
        return Optional.ofNullable(OWN_MONTHS.getOrDefault(language, Map.of()).get(lower)).or(() -> Optional.ofNullable(MONTHS.get(lower)))
                .or(() -> Optional.ofNullable(lower.length() > 3 ? MONTHS.get(lower.substring(0, 3)) : null));
    }

    /** A day of the week by its name, in whatever language. */
    static Optional<DayOfWeek> weekday(String name) {
        return Optional.ofNullable(WEEKDAYS.get(plain(name))).map(DayOfWeek::of);
    }

    /** In many languages; a name that means different ones in different languages means none, unless it is one of the larger languages'. */
    private static Map<String, Integer> common(Function<String, Map<String, Integer>> names) {
        var common = new HashMap<String, Integer>();
        var ambiguous = new HashSet<String>();
        for (var language : OTHERS) {
            names.apply(language).forEach((name, number) -> {
                var before = common.put(name, number);
                if (before != null && !before.equals(number)) {
                    ambiguous.add(name);
                }
            });
        }
        common.keySet().removeAll(ambiguous);
        LARGE.forEach(language -> common.putAll(names.apply(language)));
        return Map.copyOf(common);
    }

    private static Map<String, Integer> months(String language) {
        var names = new HashMap<String, Integer>();
        for (var month : Month.values()) {
            for (var style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                var name = plain(month.getDisplayName(style, Locale.forLanguageTag(language)));
                if (name.length() >= 3 && name.chars().allMatch(Character::isLetter)) {
                    names.put(name, month.getValue());
                }
            }
        }
        return names;
    }

    private static Map<String, Integer> weekdays(String language) {
        var names = new HashMap<String, Integer>();
        for (var day : DayOfWeek.values()) {
            for (var style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                names.put(plain(day.getDisplayName(style, Locale.forLanguageTag(language))), day.getValue());
            }
        }
        return names;
    }

    /** Without case, accents and full stop. */
    private static String plain(String name) {
        return ACCENTS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("").replace(".", "");
    }
}
