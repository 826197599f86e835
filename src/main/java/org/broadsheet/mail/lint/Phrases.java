package org.broadsheet.mail.lint;

import java.util.Set;
import java.util.regex.Pattern;

/** Words that mails say in every language that the service speaks, and some more. */
final class Phrases {

    /** Link texts that tell nothing, in lower case, without punctuation. */
    static final Set<String> EMPTY_LINKS = Set.of("click here", "click", "here", "read more", "more", "learn more", "link", "this link", "continue", "continue reading", "read on", "go", "details",
            "hier", "hier klicken", "klicken sie hier", "klick hier", "mehr", "mehr lesen", "weiterlesen", "weiter", "mehr erfahren",
            "ici", "cliquez ici", "cliquer ici", "lire la suite", "en savoir plus", "plus",
            "aquí", "haga clic aquí", "haz clic aquí", "leer más", "más", "seguir leyendo", "saber más",
            "klik hier", "lees meer", "lees verder", "meer", "meer lezen", "verder lezen");
    static final Pattern UNSUBSCRIBE = pattern("unsubscri|opt[ -]?out|abmeld|abbestell|austrag|désabonn|desabonn|désinscri|desinscri|uitschrijv|afmeld|darse de baja|darte de baja|cancelar (la|tu|su) suscripci|baja"
            + "|annulla l'iscrizione|disiscri|avregistrera|afmeld|wypisz|отписа|退订|配信停止|הסר|הסרה|إلغاء الاشتراك");
    static final Pattern WEB_VERSION = pattern("in (your |the |a )?browser|view online|on the web|web version|online version|im browser|online ansehen|online lesen|webversion|dans (le|votre) navigateur|version en ligne|en ligne"
            + "|en (el|su|tu) navegador|versión web|in (de|je|uw) browser|online bekijken|webversie|בדפדפן|المتصفح");
    static final Pattern REASON = pattern("you (get|got|receive|received|are receiving|'re receiving|are getting)|because you|you (signed|subscribed|opted)|sie erhalten|sie bekommen|du erhältst|du bekommst|weil (sie|du)|angemeldet"
            + "|vous recevez|parce que vous|vous êtes inscrit|recibe|recibes|porque (se|te|usted)|(u|je|jij) ontvangt|je krijgt|omdat (u|je)|aangemeld|נרשמת|הרשמת|لأنك|اشتركت");
    /** Postcodes and names of ways, as addresses have them. */
    static final Pattern POSTAL = Pattern.compile("(?iu)\\b\\d{4,6}\\s+\\p{L}{2,}|\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}\\b|\\b[A-Z]{2}\\s+\\d{5}(?:-\\d{4})?\\b|\\b\\d{4}\\s?[A-Z]{2}\\s+\\p{L}{2,}|\\bP\\.? ?O\\.? ?Box\\b|\\bPostfach\\b"
            + "|\\b\\d{1,5}[a-z]?,?\\s+(?:[\\p{L}.'’-]{1,40}\\s{1,4}){1,4}(?:street|st\\.|road|rd\\.?|avenue|ave\\.?|lane|drive|square|steps|way|court|place|boulevard|blvd)\\b|\\p{L}{1,40}(?:straße|strasse|str\\.|weg|platz|allee|straat|laan|gracht|plein)\\s*\\d{1,4}"
            + "|\\b\\d{1,4},?\\s*(?:bis|ter)?\\s*(?:rue|avenue|boulevard|place|quai|chemin|allée)\\b|\\b(?:calle|avenida|paseo|plaza)\\s+[\\p{L} .]{2,40},?\\s*\\d{1,4}|〒\\d{3}-\\d{4}");

    private Phrases() {
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
