package org.broadsheet.mail;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of our own that mails hold, in the language of the publication; English where there is no translation. */
public final class MailWords {

    private final Locale locale;
    private final ResourceBundle words;

    private MailWords(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle("org.broadsheet.mail.words", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param language BCP 47 */
    public static MailWords of(String language) {
        return new MailWords(Locale.forLanguageTag(language));
    }

    /** The word or sentence of this key, with its arguments in place. */
    public String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    public String readOn(String source) {
        return source.isEmpty() ? say("readOnHere") : say("readOn", source);
    }

    public String minutes(int minutes) {
        return minutes == 1 ? say("minute") : say("minutes", minutes);
    }

    public String number(int number) {
        return say("number", NumberFormat.getIntegerInstance(locale).format(number));
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
    }

    /** With the day of the week. */
    public String dateLine(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(date);
    }

    /** "eleven more stories". */
    public String furtherStories(int number) {
        return say("furtherStories", number);
    }

    /** What opens the line that tells of a correction. */
    public String corrected(LocalDate date) {
        return say("corrected", date(date));
    }

    /** Why a reader gets an edition. */
    public String whyYouGetThis(String publication, String since) {
        return say("whySince", publication, since);
    }

    /** A, B and C. */
    public String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(say("comma"), names.subList(0, names.size() - 1)) + beforeLast() + names.getLast();
    }

    /** What stands before the last of several, with its spaces: " and ". */
    public String beforeLast() {
        return say("beforeLast");
    }

    /** "four others". */
    public String others(int number) {
        return say("others", number);
    }

    /** Where the stories are that found no room in a mail. */
    public String more(int number) {
        return say("moreOnWeb", number);
    }

    /** The label of a section; stories that are filed under none need one, too, for those who jump from heading to heading. */
    public String heading(String section) {
        return section.isEmpty() ? say("moreStories") : section;
    }
}
