package org.broadsheet.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Locale;

/** French. Spaces before high punctuation do not break. */
final class FrenchWords implements PageWords {

    @Override
    public Locale locale() {
        return Locale.FRENCH;
    }

    @Override
    public String datePattern() {
        return "EEEE d MMMM yyyy";
    }

    @Override
    public String dayAndMonthPattern() {
        return "d MMMM";
    }

    @Override
    public String dayOfMonthPattern() {
        return "EEEE d";
    }

    @Override
    public String timePattern() {
        return "H'\u00a0h\u00a0'mm";
    }

    @Override
    public String number(int number) {
        return "N°\u00a0" + count(number);
    }

    @Override
    public String minutes(int minutes) {
        return minutes == 1 ? "1\u00a0minute" : minutes + "\u00a0minutes";
    }

    @Override
    public String everyDay() {
        return "tous les jours";
    }

    @Override
    public String fromTo(String first, String last) {
        return "du " + first + " au " + last;
    }

    @Override
    public String and() {
        return "et";
    }

    @Override
    public String toContent() {
        return "Aller au contenu";
    }

    @Override
    public String frontPageOf(String name) {
        return "Une de " + name;
    }

    @Override
    public String subscribe() {
        return "S’abonner";
    }

    @Override
    public String getItByMail() {
        return "Recevoir par e-mail";
    }

    @Override
    public String latestEdition() {
        return "La dernière édition";
    }

    @Override
    public String readInFull(int number) {
        return "Lire le n°\u00a0" + count(number) + " en entier";
    }

    @Override
    public String frontTitle(String name) {
        return name + "\u00a0: dernière édition et archives";
    }

    @Override
    public String alsoInThisEdition() {
        return "Aussi dans cette édition";
    }

    @Override
    public String earlierEditions() {
        return "Éditions précédentes";
    }

    @Override
    public String noEdition(String reason) {
        return reason.isEmpty() ? "Pas d’édition" : "Pas d’édition\u00a0: " + reason;
    }

    @Override
    public String noEditionYet() {
        return "La première édition est à venir";
    }

    @Override
    public String noEditionYetMore(String name) {
        return "Abonnez-vous, et vous la recevrez dès sa parution. Chaque édition de " + name + " restera ensuite ici.";
    }

    @Override
    public String nextEdition(ZonedDateTime next, ZonedDateTime now) {
        var days = next.toLocalDate().toEpochDay() - now.toLocalDate().toEpochDay();
        var day = days == 0 ? "aujourd’hui" : days == 1 ? "demain"
                : days < 7 ? weekDay(next.getDayOfWeek()) : "le " + dayAndMonth(next.toLocalDate());
        return "La prochaine édition part " + day + " à " + time(next.toLocalTime());
    }

    @Override
    public String nextEditionUnknown() {
        return "Recevez la prochaine édition par e-mail";
    }

    @Override
    public String joinTerms(Collection<DayOfWeek> days) {
        return (days.isEmpty() ? "Gratuit. " : "Gratuit, " + days(days) + ". ") + "Un e-mail pour confirmer, un clic pour se désabonner.";
    }

    @Override
    public String feeds() {
        return "Flux";
    }

    @Override
    public String inBrief() {
        return "En bref";
    }

    @Override
    public String otherStories() {
        return "Autres nouvelles";
    }

    @Override
    public String alsoReportedBy() {
        return "Aussi rapporté par";
    }

    @Override
    public String readOnAt(String source) {
        return "Lire la suite chez " + source;
    }

    @Override
    public String readOn() {
        return "Lire la suite";
    }

    @Override
    public String otherEditions() {
        return "Éditions avant et après celle-ci";
    }

    @Override
    public String earlier() {
        return "Avant";
    }

    @Override
    public String later() {
        return "Après";
    }

    @Override
    public String editionOf(int number, LocalDate date) {
        return "N°\u00a0" + count(number) + ", " + date(date);
    }

    @Override
    public String whoReports() {
        return "Qui le rapporte";
    }

    @Override
    public String reports(int count) {
        return count == 1 ? "Un article" : count(count) + " articles";
    }

    @Override
    public String appearedIn() {
        return "Paru dans";
    }

    @Override
    public String signupTitle(String name) {
        return name + " par e-mail";
    }

    @Override
    public String signupStandfirst() {
        return "Les nouvelles du jour, choisies et mises en ordre.";
    }

    @Override
    public String what() {
        return "Quoi";
    }

    @Override
    public String whatMore() {
        return "Un article à la une, quelques autres par rubrique, le reste en titres. Chacun nomme sa source et y renvoie.";
    }

    @Override
    public String when() {
        return "Quand";
    }

    @Override
    public String whenInZone(Collection<DayOfWeek> days, LocalTime time, ZoneId zone) {
        return days.isEmpty() ? onNoFixedDay() : sentence(days(days)) + " à " + time(time) + " (heure de " + place(zone) + "). " + tooLittle();
    }

    @Override
    public String whenInReadersZone(Collection<DayOfWeek> days, LocalTime time) {
        return days.isEmpty() ? onNoFixedDay() : sentence(days(days)) + " à " + time(time) + ", à votre heure. " + tooLittle();
    }

    private static String onNoFixedDay() {
        return "Quand il y a de quoi, sans jour fixe.";
    }

    private static String tooLittle() {
        return "Quand les nouvelles sont trop peu nombreuses, il n’y a pas d’édition.";
    }

    @Override
    public String price() {
        return "Prix";
    }

    @Override
    public String priceMore() {
        return "Gratuit. L’e-mail ne signale pas si vous l’ouvrez.";
    }

    @Override
    public String email() {
        return "Adresse e-mail";
    }

    @Override
    public String emailHint() {
        return "Nous y envoyons un seul e-mail. Rien d’autre ne vient avant que vous y confirmiez.";
    }

    @Override
    public String name() {
        return "Nom";
    }

    @Override
    public String nameHint() {
        return "Seulement si vous voulez qu’on s’en serve pour vous écrire.";
    }

    @Override
    public String sections() {
        return "Rubriques";
    }

    @Override
    public String sectionsHint() {
        return "Cochez celles que vous voulez, ou aucune pour tout recevoir.";
    }

    @Override
    public String languageLabel() {
        return "Langue";
    }

    @Override
    public String languageHint() {
        return "Celle de nos e-mails.";
    }

    @Override
    public String timeZone() {
        return "Fuseau horaire";
    }

    @Override
    public String timeZoneHint() {
        return "Le lieu dont vous suivez l’heure.";
    }

    @Override
    public String otherZones() {
        return "Autres";
    }

    @Override
    public String consent(String publisher, String publication) {
        return "En appuyant sur «\u00a0S’abonner\u00a0», vous demandez à " + publisher + " de vous envoyer " + publication + " par e-mail. Nous"
                + " gardons votre adresse, vos choix et une trace de cette demande, sans les transmettre à personne. Un clic dans chaque"
                + " édition suffit pour vous désabonner.";
    }

    @Override
    public String leaveEmpty() {
        return "Laissez ce champ vide";
    }

    @Override
    public String problemsTitle(int count) {
        return count == 1 ? "Un point est à revoir" : count(count) + " points sont à revoir";
    }

    @Override
    public String problemPrefix() {
        return "À vérifier\u00a0: ";
    }

    @Override
    public String emailMissing() {
        return "Indiquez l’adresse e-mail où envoyer les éditions.";
    }

    @Override
    public String emailMalformed() {
        return "Cette adresse e-mail n’est pas complète. Elle ressemble à nom@example.org.";
    }

    @Override
    public String nameTooLong(int most) {
        return "Le nom compte au plus " + count(most) + " caractères.";
    }

    @Override
    public String sectionUnknown() {
        return "L’une des rubriques n’existe plus. Choisissez de nouveau.";
    }

    @Override
    public String languageUnknown() {
        return "Choisissez une langue de la liste.";
    }

    @Override
    public String timeZoneUnknown() {
        return "Choisissez un fuseau horaire de la liste.";
    }

    @Override
    public String pauseMalformed() {
        return "Indiquez la date sous la forme année-mois-jour, par exemple 2027-01-31.";
    }

    @Override
    public String pauseInPast() {
        return "Choisissez un jour après aujourd’hui.";
    }

    @Override
    public String pauseTooLong(LocalDate latest) {
        return "Choisissez un jour jusqu’au " + date(latest) + ".";
    }

    @Override
    public String formExpired() {
        return "Ce formulaire est resté ouvert plus d’un jour. Appuyez de nouveau sur le bouton.";
    }

    @Override
    public String checkInboxTitle() {
        return "Regardez maintenant votre boîte";
    }

    @Override
    public String checkInboxStandfirst(String name) {
        return "Un e-mail est en route vers l’adresse indiquée. Appuyez sur le bouton de cet e-mail pour recevoir " + name + ".";
    }

    @Override
    public String from() {
        return "De";
    }

    @Override
    public String valid() {
        return "Valable";
    }

    @Override
    public String validMore(Duration validity) {
        return (validity.toHours() == 1 ? "Une heure." : count(validity.toHours()) + " heures.") + " Ensuite, inscrivez-vous de nouveau.";
    }

    @Override
    public String ifNothingComes() {
        return "Rien\u00a0?";
    }

    @Override
    public String ifNothingComesMore() {
        return "Regardez parmi les indésirables. Même inscrite plusieurs fois, une adresse ne reçoit de nous qu’un e-mail par jour.";
    }

    @Override
    public String confirmTitle(String name) {
        return "Confirmez votre abonnement à " + name;
    }

    @Override
    public String confirmStandfirst() {
        return "Par ce bouton, vous dites que l’adresse est la vôtre et que les éditions peuvent y venir.";
    }

    @Override
    public String confirmButton() {
        return "Confirmer l’abonnement";
    }

    @Override
    public String confirmNot() {
        return "Vous n’avez rien demandé\u00a0? Fermez cette page. Sans cet appui rien ne vient, et l’adresse est oubliée au bout d’une semaine.";
    }

    @Override
    public String confirmedTitle(String name) {
        return "Vous êtes abonné à " + name;
    }

    @Override
    public String confirmedStandfirst() {
        return "Votre abonnement est confirmé. Il n’y a plus rien à faire.";
    }

    @Override
    public String confirmedSender(String address) {
        return "Ajoutez " + address + " à vos contacts, et aucun filtre ne s’y trompera.";
    }

    @Override
    public String choose() {
        return "Choisir des rubriques ou faire une pause";
    }

    @Override
    public String confirmUnknownTitle() {
        return "Ce lien n’est plus valable";
    }

    @Override
    public String confirmUnknownStandfirst() {
        return "Il a expiré, n’a pas été copié en entier ou a été remplacé par un plus récent.";
    }

    @Override
    public String confirmUnknownMore() {
        return "Si vous avez déjà confirmé, tout va bien\u00a0: les éditions viennent. Sinon, inscrivez-vous de nouveau, et nous vous écrirons.";
    }

    @Override
    public String signUpAgain(String name) {
        return "S’inscrire à " + name;
    }

    @Override
    public String unsubscribeTitle(String name) {
        return "Vous désabonner de " + name + "\u00a0?";
    }

    @Override
    public String unsubscribeStandfirst(String maskedAddress) {
        return maskedAddress.isEmpty() ? "Un appui, et aucune édition ne vient plus."
                : "Un appui, et aucune édition n’est plus envoyée à " + maskedAddress + ".";
    }

    @Override
    public String unsubscribeButton() {
        return "Se désabonner";
    }

    @Override
    public String unsubscribeRather() {
        return "Trop, ou au mauvais moment\u00a0?";
    }

    @Override
    public String unsubscribeRatherLink() {
        return "Choisir des rubriques ou faire une pause";
    }

    @Override
    public String unsubscribedTitle() {
        return "Vous êtes désabonné";
    }

    @Override
    public String unsubscribedStandfirst(String name) {
        return "Aucune autre édition de " + name + " ne vous sera envoyée.";
    }

    @Override
    public String unsubscribedMore() {
        return "Un exemplaire déjà en route peut encore arriver. Les archives vous restent ouvertes sur le web.";
    }

    @Override
    public String undoLead() {
        return "Par erreur\u00a0?";
    }

    @Override
    public String undoButton() {
        return "S’abonner de nouveau";
    }

    @Override
    public String preferencesTitle(String name) {
        return "Vos choix pour " + name;
    }

    @Override
    public String preferencesFor(String maskedAddress) {
        return "Adresse " + maskedAddress + ". Ils valent dès la prochaine édition.";
    }

    @Override
    public String preferencesSave() {
        return "Enregistrer";
    }

    @Override
    public String saved() {
        return "Enregistré.";
    }

    @Override
    public String savedMore() {
        return "Vos choix valent dès la prochaine édition.";
    }

    @Override
    public String pausedUntil(LocalDate date) {
        return "En pause\u00a0: aucune édition jusqu’au " + date(date) + ".";
    }

    @Override
    public String pause() {
        return "Pause jusqu’au";
    }

    @Override
    public String pauseHint() {
        return "Le jour où les éditions reprennent. Laissez vide pour les recevoir toutes.";
    }

    @Override
    public String leave() {
        return "Se désabonner tout à fait";
    }

    @Override
    public String leaveHint() {
        return "Un appui sur la page suivante, et aucune édition ne vient plus.";
    }

    @Override
    public String notFoundTitle() {
        return "Cette page n’existe pas";
    }

    @Override
    public String notFoundMore() {
        return "L’adresse est peut-être mal écrite, ou ce qui s’y trouvait a été retiré.";
    }

    @Override
    public String withdrawnTitle() {
        return "Cet article a été retiré";
    }

    @Override
    public String withdrawnMore(LocalDate date) {
        return "Il a été retiré le " + date(date) + " et n’est plus affiché.";
    }

    @Override
    public String withdrawnEdition() {
        return "Les articles de cette édition ont été retirés";
    }

    @Override
    public String corrected(LocalDate date) {
        return "Corrigé le " + date(date) + " :";
    }

    @Override
    public String tooManyTitle() {
        return "Trop de demandes à la fois";
    }

    @Override
    public String tooManyMore(Duration wait) {
        var minutes = Math.max(1, (int) Math.ceilDiv(wait.toSeconds(), 60L));
        return "Rien n’a été modifié. Réessayez dans " + minutes(minutes) + ".";
    }

    @Override
    public String failedTitle() {
        return "Une erreur est survenue chez nous";
    }

    @Override
    public String failedMore() {
        return "Elle est notée, et vous n’y êtes pour rien. Réessayez dans quelques minutes.";
    }

    @Override
    public String reference(String id) {
        return "Référence " + id;
    }

    @Override
    public String toFrontPage() {
        return "Vers la une";
    }

    @Override
    public String publicationsTitle() {
        return "Ce qui paraît ici";
    }

    @Override
    public String publicationsNone() {
        return "Rien ne paraît encore ici.";
    }

    @Override
    public String readAndSubscribe(String name) {
        return "Lire " + name;
    }
}
