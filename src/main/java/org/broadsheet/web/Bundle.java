package org.broadsheet.web;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts of one language, from the files {@code words*.properties} beside this class. What a language has not is said in English. */
final class Bundle {

    private static final String NAME = "org.broadsheet.web.words";
    private static final List<String> FORMS = List.of("zero", "one", "two", "few", "many");

    private final Locale locale;
    private final ResourceBundle texts;

    Bundle(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(NAME, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The languages that there is a file for, besides English, by their codes. */
    static List<String> languages() {
        return Stream.concat(Stream.of(Locale.getISOLanguages()), Locale.availableLocales().map(Locale::getLanguage)).filter(code -> !code.isEmpty()).distinct()
                .filter(code -> Bundle.class.getResource("words_" + code + ".properties") != null).sorted().toList();
    }

    /** The text as it stands. */
    String raw(String key) {
        return texts.getString(key);
    }

    /** The text with its arguments in place. */
    String say(String key, Object... arguments) {
        var text = raw(key);
        return text.indexOf('{') < 0 && text.indexOf('\'') < 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** The text in the form that this number takes; the number as it is written is the first argument. */
    String count(String key, long number, String written) {
        var form = key + "." + plurals().form(number);
        return say(texts.containsKey(form) ? form : key + "." + PluralRules.OTHER, written);
    }

    PluralRules plurals() {
        var rules = new LinkedHashMap<String, String>();
        FORMS.stream().filter(form -> texts.containsKey("plural." + form)).forEach(form -> rules.put(form, raw("plural." + form)));
        return new PluralRules(rules);
    }
}
