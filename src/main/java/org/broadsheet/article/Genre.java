package org.broadsheet.article;

import java.util.regex.Pattern;

/** What kind of piece an article is, as far as its headline says so. Pieces of different kinds are never the same news item. */
enum Genre {

    REPORT("$.^"),
    /** What is still to come. */
    PREVIEW("^(preview|vorschau|avant-match|previa|match preview)\\b|\\b(preview|vorschau|previa|team news|predicted line-?ups?|kick-off time|how to watch|what to watch|what to expect"
            + "|what to look for|things to watch|ahead of|expected to|forecast to|likely to|dürfte|devrait|se espera que|in the run-up"
            + "|look(s|ing)? ahead|à quoi s'attendre|worauf es ankommt|avant le match)\\b|見どころ|展望"),
    OPINION("^(opinion|comment|commentary|analysis|editorial|leader|letters?|column|review|interview|profile|explainer|kommentar|analyse|meinung|leitartikel|"
            + "porträt|rezension|édito|tribune|chronique|analyse|entretien|opinión|análisis|editorial|entrevista|reseña|q&a|factbox|timeline|obituary)\\s*[:|–—-]"
            + "|^(why|how|what|who|where|warum|wieso|wer|wie|was|pourquoi|comment|qui|por qué|cómo|quién|qué)\\b.*|\\b(explained|lessons? (from|of)|what (it|this|that) means"
            + "|things (we learned|to know)|was das bedeutet|ce que cela change|qué significa|player ratings)\\b|社説|解説|なぜ"),
    /** What others say to the news, or do about it. */
    REACTION("\\b(critici[sz]es?|criticism|condemns?|slams?|attacks?|protests?|marchs?|marches|ral(ly|lies) against|urges?|asks?|calls? (for|on)"
            + "|demands?|warns?(?! on profit| of (lower|weaker|loss))|fears?|welcomes?|"
            + "hails?|defends?|denounces?|backlash|outcry|reacts?|reactions? to|respond(s|ed)? to|rejects? criticism|to challenge|challenges?|sues?|to sue|petitions?|"
            + "kritisier(t|en)|kritik|protest(e|iert|ieren)?|fordert|fordern|verlangt|verlangen|warnt|warnen|begrüßt|begrüßen|verteidigt|klagt gegen|ruft .*\\bauf|reagiert|"
            + "dénonce(nt)?|critique(nt)?|réclame(nt)?|demande(nt)?|proteste(nt)?|appelle(nt)?|salue(nt)?|réagit|s'inquiète(nt)?|"
            + "critican?|denuncian?|piden?|exigen?|protestan?|rechazan?|alertan?|advierten?|recurrirán?|reaccionan?)\\b|批判|抗議|反発|懸念|求める"),
    /** Comes again and again under the same name. */
    ROUTINE("\\b(briefing|newsletter|market report|market wrap|markets? (today|at a glance|live)|live ?blog|live updates?|liveticker|en direct|en directo|minuto a minuto|"
            + "weather|weather forecast|wetter|météo|el tiempo|horoscope|horoskop|crossword|sudoku|quiz|podcast|episode|folge|épisode|episodio|photos? of the (day|week)|picture of the day|"
            + "weekly (roundup|round-up|digest|review)|week in (review|pictures)|daily (digest|update)|round-?up|roundup|wochenrückblick|presseschau|pressespiegel|börsenbericht|marktbericht|"
            + "revue de presse|resumen|corrections?( and clarifications)?|korrekturen|letters to the editor|leserbriefe|agenda|diary|calendar|kalender|jobs board|obituaries|open thread)\\b"
            + "|天気|朝刊|ポッドキャスト|まとめ|占い|市況");

    private final Pattern signs;

    Genre(String signs) {
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** @param bare the headline without marks before and behind it */
    static Genre of(String headline, String bare) {
        for (var genre : new Genre[] {ROUTINE, OPINION, PREVIEW, REACTION}) {
            if (genre.signs.matcher(bare).find() || genre.signs.matcher(headline).find()) {
                return genre;
            }
        }
        return REPORT;
    }
}
