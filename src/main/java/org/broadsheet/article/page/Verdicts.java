package org.broadsheet.article.page;

import java.util.regex.Pattern;

import org.jsoup.nodes.Document;

/** Why a page shows less than an article: told from what it says to those who cannot read it. */
final class Verdicts {

    private static final int SHORT = 250;
    private static final int TEASER = 2_500;
    private static final int NOTICE = 1_500;
    private static final Pattern ROBOT = Pattern.compile("(?iU)^(?:just a moment|attention required|access (?:to this page has been )?denied"
            + "|are you (?:a )?(?:human|robot)|robot check|pardon our interruption"
            + "|security check|verify(?:ing)? you are human|request blocked|403 forbidden|one more step|bot verification|ddos-guard"
            + "|sicherheitsprüfung|zugriff verweigert|accès refusé|acceso denegado)");
    private static final Pattern CONSENT = Pattern.compile("(?iU)(?:before you continue|cookie ?(?:consent|wall)|accept (?:all )?cookies to"
            + "|we value your privacy|mit werbung (?:weiter)?lesen|zustimmung erforderlich"
            + "|zustimmen und weiter|accepter et continuer|continuer sans accepter|aceptar y continuar|accetta e continua|cookies accepteren)");
    private static final Pattern SUBSCRIBE = Pattern.compile("(?iU)(?:subscribe (?:now )?to (?:continue|read|keep reading|unlock)"
            + "|(?:sign|log) in to (?:continue|read)|subscribers? only|for subscribers|already a subscriber|become a (?:member|subscriber)"
            + "|to (?:continue|keep) reading|unlock this (?:article|story)|you have reached your (?:article )?limit|start your (?:free )?trial"
            + "|this (?:article|content) is (?:only |exclusively )?(?:for|available to)"
            + "|jetzt (?:abo|abonnieren|testen|weiterlesen)|weiterlesen mit|nur für abonnenten|artikel freischalten|exklusiv für abonnenten"
            + "|réservé (?:aux|à nos) abonnés|(?:lire la suite|il vous reste)[^.]{0,60}(?:abonn|lire)|abonnez-vous"
            + "|suscríbete para|solo para suscriptores|exclusivo para suscriptores|abbonati per|riservato agli abbonati|alleen voor abonnees"
            + "|för prenumeranter|for abonnenter|assine para|会員限定|この記事は有料|有料会員|订阅后|للمشتركين)");
    private static final Pattern SCRIPT = Pattern.compile("(?iU)(?:(?:enable|activate|turn on|requires?|need|without|activer|activez|aktivieren"
            + "|habilit\\p{L}+|activ[ae]\\p{L}*|attiva\\p{L}*|schakel)[^.]{0,60}java ?script"
            + "|java ?script[^.]{0,60}(?:enable|disabled|required|aktivier|deaktivier"
            + "|activ|désactiv|nécessaire|deshabilit|necesari|disabilit|有効|启用|включ))");
    private static final String PAYWALL = "[class*=paywall], [id*=paywall], [class*=subscriber-only], [class*=premium-content], [class*=regwall],"
            + " [class*=piano-], [data-paywall], [class*=meteredContent]";
    private static final String SHELL = "#root:empty, #app:empty, #__next:empty, #___gatsby:empty, #__nuxt:empty, app-root, [ng-app], [data-reactroot]:empty, #react-root, #main-app";
    private static final int MANY_SCRIPTS = 3;

    private final String title;
    private final String said;
    private final boolean paywalled;
    private final boolean scripted;

    /** @param document as it came, with what it says to readers without scripts */
    Verdicts(Document document, boolean forSubscribers) {
        this.title = document.title().strip();
        var text = document.body().text();
        this.said = text.length() > 200_000 ? text.substring(0, 200_000) : text;
        this.paywalled = forSubscribers || document.selectFirst(PAYWALL) != null;
        this.scripted = document.selectFirst(SHELL) != null || text.length() < SHORT && document.select("script").size() >= MANY_SCRIPTS
                || document.select("noscript").stream().anyMatch(noscript -> SCRIPT.matcher(noscript.text()).find());
    }

    /** @param length of the article's text that was found */
    PageVerdict of(int length) {
        if (length < NOTICE && ROBOT.matcher(title).find()) {
            return PageVerdict.TURNED_AWAY;
        }
        if (length < TEASER && paywalled || length < NOTICE && SUBSCRIBE.matcher(said).find()) {
            return PageVerdict.FOR_SUBSCRIBERS;
        }
        if (length >= SHORT) {
            return PageVerdict.READABLE;
        }
        if (scripted || said.length() < NOTICE && SCRIPT.matcher(said).find()) {
            return PageVerdict.NEEDS_SCRIPT;
        }
        if (said.length() < NOTICE && CONSENT.matcher(said).find()) {
            return PageVerdict.NEEDS_CONSENT;
        }
        return length == 0 ? PageVerdict.NO_ARTICLE : PageVerdict.SHORT;
    }
}
