package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever language there is a file for says everything, with all its arguments. Polish is one of the test's own. */
class WordsInFilesTest {

    private static final Pattern FORM = Pattern.compile("(.+)\\.(zero|one|two|few|many|other)");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Properties ENGLISH = file("");
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(Map.entry(String.class, "SAID"), Map.entry(int.class, 7), Map.entry(long.class, 7L),
            Map.entry(LocalDate.class, LocalDate.of(2026, 11, 24)), Map.entry(Duration.class, Duration.ofHours(72)), Map.entry(ZoneId.class, ZONE),
            Map.entry(YearMonth.class, YearMonth.of(2026, 11)), Map.entry(DayOfWeek.class, DayOfWeek.MONDAY), Map.entry(Collection.class, List.of(DayOfWeek.MONDAY)),
            Map.entry(Set.class, Set.of(1, -1)), Map.entry(ZonedDateTime.class, ZonedDateTime.of(2026, 11, 24, 9, 30, 0, 0, ZONE)));

    static Stream<String> languages() {
        return PageWords.ALL.stream().skip(1).map(PageWords::language);
    }

    static Stream<PageWords> words() {
        return PageWords.ALL.stream();
    }

    @Test
    void aNewFileIsANewLanguage() {
        assertThat(PageWords.ALL).extracting(PageWords::language).containsExactly("en-GB", "de", "es", "fr", "nl", "pl");
        assertThat(PageWords.in("pl-PL").subscribe()).isEqualTo("Subskrybuj");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryTextAndNoOther(String language) {
        assertThat(texts(file("_" + language)).keySet()).containsExactlyInAnyOrderElementsOf(texts(ENGLISH).keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextPutsInEachArgumentOfTheEnglishOne(String language) {
        var english = texts(ENGLISH);
        texts(file("_" + language)).forEach((key, text) -> assertThat(arguments(text)).as(key).containsAll(arguments(english.get(key))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCountHasEachFormThatTheRulesOfItsLanguageName(String language) {
        var properties = file("_" + language);
        var forms = new TreeSet<>(Set.of("other"));
        properties.stringPropertyNames().stream().filter(key -> key.startsWith("plural.")).forEach(key -> forms.add(key.substring("plural.".length())));
        properties.stringPropertyNames().stream().map(FORM::matcher).filter(Matcher::matches).map(form -> form.group(1)).filter(key -> !key.equals("plural"))
                .forEach(key -> assertThat(properties.stringPropertyNames()).as(key).containsAll(forms.stream().map(form -> key + "." + form).toList()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsAMessageWithoutStrayApostrophes(String language) {
        file("_" + language).forEach((key, text) -> {
            if (!key.toString().startsWith("pattern.") && !key.toString().startsWith("plural.")) {
                new MessageFormat(text.toString());
                assertThat(text.toString().replace("''", "")).as(key.toString()).doesNotContain("'");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("words")
    void everythingThatCanBeSaidIsSaid(PageWords words) throws ReflectiveOperationException {
        for (var method : PageWords.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && method.getReturnType() == String.class) {
                var said = (String) method.invoke(words, samples(method));
                assertThat(said).as(method.getName()).isNotBlank().doesNotContain("{", "}");
            }
        }
    }

    @Test
    void polishHasFourForms() {
        var words = PageWords.in("pl");
        assertThat(Stream.of(1, 2, 5, 12, 14, 21, 22, 25, 104, 112).map(words::minutes)).containsExactly("1\u00a0minuta", "2\u00a0minuty", "5\u00a0minut", "12\u00a0minut",
                "14\u00a0minut", "21\u00a0minut", "22\u00a0minuty", "25\u00a0minut", "104\u00a0minuty", "112\u00a0minut");
    }

    @Test
    void aRuleThatIsNoneIsRefusedInWords() {
        assertThat(new PluralRules(Map.of("one", "n = 1")).form(0)).isEqualTo("other");
        assertThat(new PluralRules(Map.of("zero", "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19")).form(111)).isEqualTo("zero");
        assertThat(catchThrowable(() -> new PluralRules(Map.of("one", "about one")))).hasMessageContaining("about one");
    }

    private static Object[] samples(Method method) {
        var names = method.getName();
        return Stream.of(method.getParameterTypes()).map(type -> type != List.class ? SAMPLES.get(type) : names.equals("times") ? List.of(LocalTime.of(7, 0), LocalTime.of(17, 30))
                : List.of("a", "b", "c")).toArray();
    }

    /** Texts by key, those that count by their key without the form; of these the form that takes all other numbers. */
    private static Map<String, String> texts(Properties properties) {
        return properties.stringPropertyNames().stream().filter(key -> !key.startsWith("plural.")).filter(key -> !FORM.matcher(key).matches() || key.endsWith(".other"))
                .collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static Set<String> arguments(String text) {
        return new TreeSet<>(ARGUMENT.matcher(text).results().map(found -> found.group(1)).toList());
    }

    private static Properties file(String suffix) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(PageWords.class.getResourceAsStream("words" + suffix + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
