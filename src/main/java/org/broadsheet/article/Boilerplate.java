package org.broadsheet.article;

import java.util.regex.Pattern;

/** Words that stand around the news and are none: who wrote and photographed it, from where, where to read on, what else to do. */
final class Boilerplate {

    private static final Pattern SENTENCE = Pattern.compile("(?iu)^[\\s\\[(*•–—-]*("
            + "read more|continue reading|click here|sign up|subscribe|advertisement|share this|follow us|follow (him|her|me|them) (on|at)|like us"
            + "|join us|download (the|our)|listen to|watch( the video)?:|also read|read also|read next|related:|see also|more (on|from|about) "
            + "|for more |support our|donate|buy tickets"
            + "|photo(graph)?s?( by|:| credit)|image( credit|:)|picture:|credit:|video:|source:|illustration:|getty|updated (at|on)"
            + "|published (at|on)|last (updated|modified)|reporting by|editing by|additional reporting|edited by|written by|translated by"
            + "|correction:|this (article|story|post) (was|is|has|first|originally|appeared)"
            + "|the post .* (appeared|was) first|we use cookies|this (web)?site uses cookies|by (continuing|using) |all rights reserved|copyright|©"
            + "|accept (all )?cookies|terms of use|privacy policy|submitted by |disclosure:|disclaimer:|tagged|filed under|categories:|tags:"
            + "|opens in a new|what do you think|let us know|leave a comment|get (the|our|your) .*(newsletter|inbox|app)"
            + "|weiterlesen|mehr lesen|lesen sie (auch|hier|mehr)|mehr zum thema|mehr dazu|foto:|fotos:|bild:|bildquelle|quelle:|anzeige|werbung"
            + "|abonnieren|folgen sie|folge uns|von unserem? (korrespondent|redakteur)|stand:|hinweis der redaktion"
            + "|diese (web)?seite (verwendet|nutzt) cookies|wir verwenden cookies|alle rechte vorbehalten"
            + "|dieser (artikel|beitrag|text) (erschien|ist|wurde)|der beitrag .* erschien|zum newsletter|jetzt .* abonnieren"
            + "|lire (la suite|aussi|également)|à lire|à voir aussi|photo\\s*:|crédit|source\\s*:|abonnez-vous|inscrivez-vous|suivez-nous|publié le"
            + "|mis à jour|nous utilisons des cookies|ce site utilise|tous droits réservés|cet article (est|a été)|publicité|partager"
            + "|leer (más|también)|lea (también|más)|sigue leyendo|foto:|fuente:|suscr[ií]b|síguenos|sigue a|publicidad|este sitio (web )?utiliza"
            + "|utilizamos cookies|todos los derechos|compart(e|ir)|este artículo (fue|se)"
            + "|continua a leggere|leggi (anche|tutto)|fonte:|iscriviti|abbonati|seguici|pubblicità|questo sito (web )?utilizza|utilizziamo i cookie|riproduzione riservata|tutti i diritti|condividi"
            + "|lees (meer|verder|ook)|foto:|bron:|schrijf je in|volg ons|abonneer|advertentie|deze (web)?site gebruikt|wij gebruiken cookies|alle rechten"
            + "|leia (mais|também)|saiba mais|fonte:|assine|inscreva-se|siga|publicidade|este site (usa|utiliza)|usamos cookies|todos os direitos|compartilhe"
            + "|写真[:：]|関連記事|続きを読む|広告)");
    private static final Pattern BYLINE = Pattern.compile("(?u)^(By|Von|Par|Por|Di|Door|Text:|Words:"
            + "|Texte :) \\p{Lu}[\\p{L}.'’-]+( (and|und|et|y|e|en|de|van|von|\\p{Lu}[\\p{L}.'’-]+|[|,])){0,8}[\\s.,|–—-]*(\\d.*)?$");
    /** {@code LONDON, March 3 (Reuters) -}, {@code Hamburg (dpa) –}, {@code PARIS —}. */
    private static final Pattern DATELINE = Pattern.compile("(?u)^[\\s\\u2588]*(\\p{Lu}[\\p{L}.'’-]+(,? \\p{L}[\\p{L}.'’-]+){0,3}[,/ ]{0,2}(\\p{L}+\\.? \\d{1,2}"
            + "|\\d{1,2}\\.? \\p{L}+)?[,. ]{0,2}\\((\\p{L}[\\p{L}/ -]{1,20})\\)\\s*[-–—:.]{1,2}\\s*"
            + "|\\p{Lu}{3,}(?:[ ,]{1,2}\\p{Lu}[\\p{L}.]+){0,3}(?:, \\p{L}+\\.? \\d{1,2})?\\s+[–—-]{1,2}\\s+"
            + "|\\(?(Reuters|AP|AFP|dpa|EFE|ANSA|ANP|Lusa|Bloomberg|UPI|PTI|TASS|Xinhua|Kyodo|DPA|APA)\\)?\\s*[-–—:]{1,2}\\s*)");
    private static final Pattern AGENCY_TAIL = Pattern.compile("\\s*([(\\[](Reuters|AP|AFP|dpa(/\\p{L}+)?|EFE|ANSA|ANP|Lusa|afp|ap|sda|APA|Kyodo)[)\\]])\\s*\\.?$");
    /** What blog software hangs on a standfirst. */
    private static final Pattern TRAILER = Pattern.compile("(?iu)\\s*(\\bthe post .{1,200} appeared first on .*"
            + "|\\bder beitrag .{1,200} erschien zuerst auf .*|\\bl.article .{1,200} est apparu en premier sur .*"
            + "|\\bla entrada .{1,200} se publicó primero en .*|\\bl.articolo .{1,200} proviene da .*"
            + "|\\b(read more|continue reading|read the full story|read the rest|weiterlesen|mehr lesen|lire la suite|lees meer|lees verder|leer más"
            + "|seguir leyendo|continua a leggere|leggi tutto|leia mais)\\W*|\\[(link|comments)\\])$");

    /** Without one of these there is no trailer; looking for them is quicker. */
    private static final Pattern TRAILER_WORDS = Pattern.compile("ppeared first|rschien zuerst|paru en premier|rimero en|roviene da|ead more|eading"
            + "|ead the |lesen|ire la suite|ees (meer|verder)|eer más|eyendo|eggere|eggi tutto|eia mais|\\[link|\\[comm|READ MORE|CONTINUE");

    private Boilerplate() {
    }

    /** Whether a sentence says nothing of the subject. */
    static boolean is(String sentence) {
        return SENTENCE.matcher(sentence).lookingAt() || isCutOff(sentence) || BYLINE.matcher(sentence).matches();
    }

    private static boolean isCutOff(String sentence) {
        return sentence.endsWith("…") || sentence.endsWith("...") || sentence.endsWith("[…]") || sentence.endsWith("[...]");
    }

    /** A paragraph without the place, the agency and the invitation to read on at its ends. */
    static String off(String paragraph) {
        var whole = withoutTrailers(paragraph);
        var dateline = DATELINE.matcher(whole);
        var text = dateline.lookingAt() ? whole.substring(dateline.end()) : whole;
        return text.indexOf('(') < 0 && text.indexOf('[') < 0 ? text.strip() : AGENCY_TAIL.matcher(text).replaceFirst("").strip();
    }

    static boolean hasDateline(String paragraph) {
        return DATELINE.matcher(paragraph).lookingAt();
    }

    static String withoutTrailers(String standfirst) {
        if (!TRAILER_WORDS.matcher(standfirst).find()) {
            return standfirst;
        }
        var shorter = TRAILER.matcher(standfirst).replaceFirst("").strip();
        return shorter.equals(standfirst) ? standfirst : withoutTrailers(shorter);
    }
}
