package org.broadsheet.source;

import java.util.regex.Pattern;

/** What newsletters say around their articles, in the languages that we know. */
final class NewsletterWords {

    /** Leaving, or changing what one gets. */
    private static final Pattern LEAVING = Pattern.compile("(?iU)unsub|opt[ -]?out|stop (receiving|getting)|no longer (wish|want)|(manage|update|change|edit) (your |my |e-?mail )*"
            + "(subscription|preferences|profile|settings)|(e-?mail|subscription|notification|subscriber) (preferences|settings|cent(er|re))|abmeld|abbestell|austragen"
            + "|newsletter-?einstellung|profil (ändern|bearbeiten)|désabonn|désinscri|se désinscrire|gérer (vos|mes) (préférences|abonnements)|cancelar (la |tu |su |a |sua )?"
            + "(suscripci|inscri|assinatura)|darse? de baja|date de baja|preferencias|disiscri|annulla(re)? (l')?iscrizione|cancella(re)? (l')?iscrizione|afmelden|uitschrijven"
            + "|voorkeuren|avregistrera|avsluta (din )?prenumeration|avmeld|afmeld|frameld|peruuta tilaus|wypisz|rezygn|отпис|odhlás|leiratkoz|dezabon|配信停止|購読(を)?解除|退订|取消订阅|退訂|수신\\s?거부");
    private static final Pattern LEAVING_ADDRESS = Pattern.compile("(?i)unsub|opt[-_]?out|/(preferences|manage[-_]?(subscription|preferences)|subscription[-_]?(center|preferences))|abmeld"
            + "|desinscri|desabonn|disiscri|email[-_]?preferences|update[-_]?profile|/profile\\?|list-manage\\.com/(unsubscribe|profile)");
    /** The same on the web. */
    private static final Pattern VIEW = Pattern.compile("(?iU)((view|read|open|see|display)\\b.{0,40}\\b(in|on)\\b.{0,12}\\b(browser|web|online))|(view|read|open) (it |this (e-?mail |issue |post )?)?"
            + "online|(web|online|browser)[ -]?version|im browser|online[ -]?ansicht|(dans|sur) (votre |le |ton |un )?navigateur|version (en ligne|web)|(en|no|nel|en el) (tu |su |seu |il )?"
            + "navegador|versi[oó]n (web|online|en l[ií]nea)|nel (tuo )?browser|versione (web|online)|in (je |uw )?browser|webversie|i (din )?webbläsare|i (din )?nettleser|w przeglądarce"
            + "|в браузере|ブラウザ|浏览器|瀏覽器|브라우저");
    private static final Pattern CONFIRMING = Pattern.compile("(?iU)(confirm|verify|activate|complete|validate)\\b.{0,40}\\b(subscription|sign-?up|e-?mail|address|registration|account|opt-?in)"
            + "|(subscription|sign-?up|e-?mail|address|registration) (confirmation|verification)|bestätig.{0,40}(anmeldung|abonnement|e-?mail|newsletter|adresse)"
            + "|(anmeldung|abonnement|e-?mail|newsletter|adresse).{0,40}bestätig|confirm(er|ez|ation).{0,40}(abonnement|inscription|adresse|e-?mail)|confirma.{0,40}(suscripci|correo|inscri)"
            + "|conferma.{0,40}(iscrizione|e-?mail|indirizzo)|bevestig.{0,40}(aanmelding|inschrijving|e-?mail)|bekräfta.{0,40}(prenumeration|e-?post)|potwierd.{0,40}(subskryp|zapis|adres)"
            + "|подтверд.{0,40}(подпис|адрес|почт)|登録.{0,10}確認|確認.{0,10}(登録|メール)|确认.{0,10}(订阅|邮箱)");
    private static final Pattern CONFIRMING_LINK = Pattern.compile("(?iU)confirm|verif|activat|opt-?in|bestaetig|bestätig|conferma|bevestig|bekräfta|potwierd|подтверд|確認|确认|yes,? (subscribe|sign)");

    private NewsletterWords() {
    }

    static boolean isLeaving(String words) {
        return words.length() <= 400 && LEAVING.matcher(words).find();
    }

    static boolean leadsAway(String address) {
        return LEAVING_ADDRESS.matcher(address).find();
    }

    static boolean isView(String words) {
        return words.length() <= 120 && VIEW.matcher(words).find();
    }

    static boolean asksToConfirm(String words) {
        return CONFIRMING.matcher(words).find();
    }

    static boolean confirms(String linkWordsOrAddress) {
        return CONFIRMING_LINK.matcher(linkWordsOrAddress).find();
    }
}
