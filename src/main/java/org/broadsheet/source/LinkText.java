package org.broadsheet.source;

import java.util.regex.Pattern;

/** What the words of a link, or a heading over links, tell; in the languages that are read most. */
final class LinkText {

    private static final Pattern READ_MORE = Pattern.compile("(?iu)[\\s\\[(]*((continue "
            + "|keep )?read(ing)?( (more|on|now|the )?(full |whole )?(article|story|post|release|entry)?)?|more( info| details| information)?|learn more|"
            + "find out more|details|full (story|article|text)|view( (post|article|details|more|release))?|see more"
            + "|(hier )?(weiter|mehr)( lesen| erfahren|lesen)?|zum (artikel|beitrag)|artikel lesen|lire( la suite| plus| l[’']article)?|la suite|"
            + "en savoir plus|leer m[áa]s|seguir leyendo|ver m[áa]s|leggi( tutto| di pi[ùu])?|continua( a leggere)?|lees( meer| verder)|meer"
            + "|l[äa]s mer|czytaj( dalej| wi[ęe]cej)?|ler mais|saiba mais|читать( далее| полностью)?|далее|подробнее|"
            + "続きを読む|もっと(見る|読む)|詳細(を見る)?|詳しく(見る)?|阅读(全文|更多)|更多|자세히( 보기)?|더 ?보기|اقرأ المزيد|קרא עוד)[\\s…›»→>.:\\])]*");
    private static final Pattern NO_TITLE = Pattern.compile("(?iu)[\\s(]*(\\d[\\d.,\\s]*k?[+%]?"
            + "|(no|\\d+|leave a|add a|post a)?\\s*(comments?|replies|reply|kommentare?n?|commentaires?|comentarios?|commenti|reacties|points?"
            + "|likes?|shares?|views?)\\s*\\(?\\d*\\)?|"
            + "\\d+\\s*件のコメント|コメント.{0,8}|discuss|hide|past|flag|save|share|tweet|print|edit|quote|favorite|upvote|next( page| post)?|previous|prev"
            + "|older( posts| entries)?|newer( posts| entries)?|back( to top)?|top|home|"
            + "log ?in|sign ?in|sign ?up|subscribe|register|download|(last|first) post|go to last post|view (all|latest post)|all news|[‹›«»←→<>▲▼↑↓#¶…\\s.*·|•-]+)[\\s)]*");
    private static final Pattern AGE = Pattern.compile("(?iu)\\s*(about |vor |il y a |hace |for |over )?\\d+\\s*(s|sec|m|min|mins|h|hr|hrs|d|w|mo|y"
            + "|seconds?|minutes?|hours?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|std\\.?|tag(en?)?|wochen?|"
            + "monat(en?)?|jahr(en?)?|heures?|jours?|semaines?|mois|horas?|d[ií]as?|分|時間|日)\\s*(ago|前)?\\s*");
    private static final Pattern REPEATS = Pattern.compile("(?iu)\\s*(the )?(most[\\s-]*(read|popular|viewed|shared|commented|emailed|watched)"
            + "|trending|popular( posts| articles| stories| now| on .{1,30})?|editors?[’']? picks|recommended( for you)?|you may (also )?like|"
            + "more (from|on) .{1,40}|related( articles| posts| stories| content)?|meist[\\s-]?gelesen.{0,12}|beliebt.{0,20}|top[\\s-]?10"
            + "|les plus (lus|populaires|vus|partagés|commentés)|lo m[áa]s (le[íi]do|visto)|i pi[ùu] letti|meest gelezen|"
            + "mais lidas|самое (читаемое|популярное)|популярное|人気.{0,10}|アクセスランキング.{0,6}|.{0,6}ランキング|关注排行|热门.{0,6}|recent comments|blogroll"
            + "|archives?|categories|kategorien|tags?|links|follow us|sponsored.{0,12}|anzeigen?|partner.{0,12})\\s*:?\\s*");
    private static final Pattern PAID = Pattern.compile("(?iu)\\s*(sponsored( content| post| by.{0,40})?|advertisement|advertorial|promoted"
            + "|paid (post|content|partnership)|anzeige|werbung|publicité|publi[- ]?(reportage|rédactionnel)|contenu sponsorisé|sponsorisé|"
            + "patrocinado|publicidad|contenuto sponsorizzato|pubblicità|advertentie|reklama|annons|реклама|広告|PR|廣告|广告|광고)\\s*:?\\s*");
    private static final Pattern BY = Pattern.compile("(?iu)^\\s*(written |posted |published )?(by|von|par|por|di|door|av|af|автор:?|文|撮影|作者:?|text:)\\s*:?\\s+(?=\\S)");

    private static final int LONGEST = 100;

    private LinkText() {
    }

    static boolean isReadMore(String text) {
        return text.length() <= LONGEST && READ_MORE.matcher(text).matches();
    }

    /** A count, an age, a control: nothing that an article would be called. */
    static boolean isNoTitle(String text) {
        return text.isBlank() || text.length() <= LONGEST && (NO_TITLE.matcher(text).matches() || AGE.matcher(text).matches());
    }

    /** A heading over what stands elsewhere on the page too, or is no news. */
    static boolean headsRepeats(String text) {
        return text.length() <= LONGEST && REPEATS.matcher(text).matches();
    }

    static boolean isPaidLabel(String text) {
        return PAID.matcher(text).matches();
    }

    static String withoutBy(String text) {
        return BY.matcher(text).replaceFirst("").strip();
    }

    /** Letters and digits, those of scripts that need few of them counted twice. */
    static int length(String text) {
        return text.codePoints().map(point -> Character.isIdeographic(point) || isSyllable(point) ? 2 : Character.isLetterOrDigit(point) || point == ' ' ? 1 : 0).sum();
    }

    static int words(String text) {
        return text.isBlank() ? 0 : Math.max(text.strip().split("\\s+").length, length(text) / 12);
    }

    private static boolean isSyllable(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
