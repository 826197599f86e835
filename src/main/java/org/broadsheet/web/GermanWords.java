package org.broadsheet.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Locale;

/** German, with the formal address. */
final class GermanWords implements PageWords {

    @Override
    public Locale locale() {
        return Locale.GERMAN;
    }

    @Override
    public String datePattern() {
        return "EEEE, d. MMMM yyyy";
    }

    @Override
    public String dayAndMonthPattern() {
        return "d. MMMM";
    }

    @Override
    public String dayOfMonthPattern() {
        return "EEEE, d.";
    }

    @Override
    public String timePattern() {
        return "H:mm 'Uhr'";
    }

    @Override
    public String number(int number) {
        return "Nr. " + count(number);
    }

    @Override
    public String minutes(int minutes) {
        return minutes == 1 ? "1\u00a0Minute" : minutes + "\u00a0Minuten";
    }

    @Override
    public String everyDay() {
        return "täglich";
    }

    @Override
    public String fromTo(String first, String last) {
        return first + " bis " + last;
    }

    @Override
    public String and() {
        return "und";
    }

    @Override
    public String toContent() {
        return "Zum Inhalt";
    }

    @Override
    public String frontPageOf(String name) {
        return "Titelseite von " + name;
    }

    @Override
    public String subscribe() {
        return "Abonnieren";
    }

    @Override
    public String getItByMail() {
        return "Als E-Mail beziehen";
    }

    @Override
    public String latestEdition() {
        return "Die neueste Ausgabe";
    }

    @Override
    public String readInFull(int number) {
        return "Nr. " + count(number) + " ganz lesen";
    }

    @Override
    public String frontTitle(String name) {
        return name + ": neueste Ausgabe und Archiv";
    }

    @Override
    public String alsoInThisEdition() {
        return "Außerdem in dieser Ausgabe";
    }

    @Override
    public String earlierEditions() {
        return "Frühere Ausgaben";
    }

    @Override
    public String noEdition(String reason) {
        return reason.isEmpty() ? "Keine Ausgabe" : "Keine Ausgabe: " + reason;
    }

    @Override
    public String noEditionYet() {
        return "Die erste Ausgabe steht noch aus";
    }

    @Override
    public String noEditionYetMore(String name) {
        return "Wer jetzt abonniert, bekommt sie, sobald sie erscheint. Danach steht jede Ausgabe von " + name + " auch hier.";
    }

    @Override
    public String nextEdition(ZonedDateTime next, ZonedDateTime now) {
        var days = next.toLocalDate().toEpochDay() - now.toLocalDate().toEpochDay();
        var day = days == 0 ? "heute" : days == 1 ? "morgen"
                : days < 7 ? "am " + weekDay(next.getDayOfWeek()) : "am " + dayAndMonth(next.toLocalDate());
        return "Die nächste Ausgabe erscheint " + day + " um " + time(next.toLocalTime());
    }

    @Override
    public String nextEditionUnknown() {
        return "Die nächste Ausgabe als E-Mail";
    }

    @Override
    public String joinTerms(Collection<DayOfWeek> days) {
        return (days.isEmpty() ? "Kostenlos. " : "Kostenlos, " + days(days) + ". ") + "Eine E-Mail zum Bestätigen, ein Klick zum Abbestellen.";
    }

    @Override
    public String feeds() {
        return "Feeds";
    }

    @Override
    public String inBrief() {
        return "Kurz gemeldet";
    }

    @Override
    public String otherStories() {
        return "Weitere Meldungen";
    }

    @Override
    public String alsoReportedBy() {
        return "Auch berichtet von";
    }

    @Override
    public String readOnAt(String source) {
        return "Weiterlesen bei " + source;
    }

    @Override
    public String readOn() {
        return "Weiterlesen";
    }

    @Override
    public String otherEditions() {
        return "Ausgaben vor und nach dieser";
    }

    @Override
    public String earlier() {
        return "Früher";
    }

    @Override
    public String later() {
        return "Später";
    }

    @Override
    public String editionOf(int number, LocalDate date) {
        return "Nr. " + count(number) + ", " + date(date);
    }

    @Override
    public String whoReports() {
        return "Wer darüber berichtet";
    }

    @Override
    public String reports(int count) {
        return count == 1 ? "Ein Bericht" : count(count) + " Berichte";
    }

    @Override
    public String appearedIn() {
        return "Erschienen in";
    }

    @Override
    public String signupTitle(String name) {
        return name + " als E-Mail";
    }

    @Override
    public String signupStandfirst() {
        return "Die Nachrichten des Tages, ausgewählt und geordnet.";
    }

    @Override
    public String what() {
        return "Was";
    }

    @Override
    public String whatMore() {
        return "Ein Aufmacher, einige Meldungen nach Rubriken, der Rest als Schlagzeilen. Zu jeder Meldung stehen Quelle und Verweis.";
    }

    @Override
    public String when() {
        return "Wann";
    }

    @Override
    public String whenInZone(Collection<DayOfWeek> days, LocalTime time, ZoneId zone) {
        return days.isEmpty() ? onNoFixedDay() : sentence(days(days)) + " um " + time(time) + ", Ortszeit " + place(zone) + ". " + tooLittle();
    }

    @Override
    public String whenInReadersZone(Collection<DayOfWeek> days, LocalTime time) {
        return days.isEmpty() ? onNoFixedDay() : sentence(days(days)) + " um " + time(time) + " Ihrer Ortszeit. " + tooLittle();
    }

    private static String onNoFixedDay() {
        return "Wenn es etwas zu berichten gibt, an keinem festen Tag.";
    }

    private static String tooLittle() {
        return "Gibt es zu wenig Neues, entfällt die Ausgabe.";
    }

    @Override
    public String price() {
        return "Preis";
    }

    @Override
    public String priceMore() {
        return "Kostenlos. Die E-Mail meldet nicht, ob Sie sie öffnen.";
    }

    @Override
    public String email() {
        return "E-Mail-Adresse";
    }

    @Override
    public String emailHint() {
        return "Dorthin geht eine einzige E-Mail. Mehr kommt erst, wenn Sie darin bestätigen.";
    }

    @Override
    public String name() {
        return "Name";
    }

    @Override
    public String nameHint() {
        return "Nur, wenn Sie damit angesprochen werden möchten.";
    }

    @Override
    public String sections() {
        return "Rubriken";
    }

    @Override
    public String sectionsHint() {
        return "Wählen Sie aus, oder lassen Sie alles frei und bekommen das ganze Blatt.";
    }

    @Override
    public String languageLabel() {
        return "Sprache";
    }

    @Override
    public String languageHint() {
        return "Unserer E-Mails an Sie.";
    }

    @Override
    public String timeZone() {
        return "Zeitzone";
    }

    @Override
    public String timeZoneHint() {
        return "Der Ort, nach dessen Uhr Sie leben.";
    }

    @Override
    public String otherZones() {
        return "Andere";
    }

    @Override
    public String consent(String publisher, String publication) {
        return "Mit „Abonnieren“ bitten Sie " + publisher + ", Ihnen " + publication + " als E-Mail zu senden. Wir speichern Ihre Adresse,"
                + " Ihre Auswahl und diese Anfrage und geben sie an niemanden weiter. Mit einem Klick in jeder Ausgabe bestellen Sie ab.";
    }

    @Override
    public String leaveEmpty() {
        return "Dieses Feld frei lassen";
    }

    @Override
    public String problemsTitle(int count) {
        return count == 1 ? "Eine Angabe stimmt noch nicht" : count(count) + " Angaben stimmen noch nicht";
    }

    @Override
    public String problemPrefix() {
        return "Bitte prüfen: ";
    }

    @Override
    public String emailMissing() {
        return "Geben Sie die E-Mail-Adresse an, an die die Ausgaben gehen sollen.";
    }

    @Override
    public String emailMalformed() {
        return "Das ist keine vollständige E-Mail-Adresse. Sie sieht aus wie name@example.org.";
    }

    @Override
    public String nameTooLong(int most) {
        return "Der Name darf höchstens " + count(most) + " Zeichen haben.";
    }

    @Override
    public String sectionUnknown() {
        return "Eine der Rubriken gibt es nicht mehr. Wählen Sie neu aus.";
    }

    @Override
    public String languageUnknown() {
        return "Wählen Sie eine Sprache aus der Liste.";
    }

    @Override
    public String timeZoneUnknown() {
        return "Wählen Sie eine Zeitzone aus der Liste.";
    }

    @Override
    public String pauseMalformed() {
        return "Geben Sie das Datum als Jahr-Monat-Tag an, etwa 2027-01-31.";
    }

    @Override
    public String pauseInPast() {
        return "Wählen Sie einen Tag nach heute.";
    }

    @Override
    public String pauseTooLong(LocalDate latest) {
        return "Wählen Sie einen Tag bis " + date(latest) + ".";
    }

    @Override
    public String formExpired() {
        return "Dieses Formular war länger als einen Tag offen. Drücken Sie noch einmal auf die Schaltfläche.";
    }

    @Override
    public String checkInboxTitle() {
        return "Sehen Sie jetzt in Ihr Postfach";
    }

    @Override
    public String checkInboxStandfirst(String name) {
        return "An die angegebene Adresse ist eine E-Mail unterwegs. Drücken Sie darin auf die Schaltfläche, und " + name + " kommt zu Ihnen.";
    }

    @Override
    public String from() {
        return "Von";
    }

    @Override
    public String valid() {
        return "Gültig";
    }

    @Override
    public String validMore(Duration validity) {
        return (validity.toHours() == 1 ? "Eine Stunde." : count(validity.toHours()) + " Stunden.") + " Danach melden Sie sich neu an.";
    }

    @Override
    public String ifNothingComes() {
        return "Nichts da?";
    }

    @Override
    public String ifNothingComesMore() {
        return "Sehen Sie unter unerwünschter Post nach. So oft eine Adresse auch eingetragen wird, wir schreiben höchstens einmal am Tag.";
    }

    @Override
    public String confirmTitle(String name) {
        return "Bestätigen Sie das Abonnement von " + name;
    }

    @Override
    public String confirmStandfirst() {
        return "Mit der Schaltfläche sagen Sie, dass die Adresse Ihre ist und Ausgaben an sie gehen dürfen.";
    }

    @Override
    public String confirmButton() {
        return "Abonnement bestätigen";
    }

    @Override
    public String confirmNot() {
        return "Das waren nicht Sie? Schließen Sie diese Seite. Ohne den Druck kommt nichts, und die Adresse ist nach einer Woche vergessen.";
    }

    @Override
    public String confirmedTitle(String name) {
        return "Sie haben " + name + " abonniert";
    }

    @Override
    public String confirmedStandfirst() {
        return "Ihr Abonnement ist bestätigt. Mehr ist nicht zu tun.";
    }

    @Override
    public String confirmedSender(String address) {
        return "Nehmen Sie " + address + " in Ihr Adressbuch auf, dann hält kein Filter die Ausgaben auf.";
    }

    @Override
    public String choose() {
        return "Rubriken wählen oder pausieren";
    }

    @Override
    public String confirmUnknownTitle() {
        return "Dieser Verweis gilt nicht mehr";
    }

    @Override
    public String confirmUnknownStandfirst() {
        return "Er ist abgelaufen, nicht ganz kopiert oder durch einen neueren ersetzt.";
    }

    @Override
    public String confirmUnknownMore() {
        return "Haben Sie schon bestätigt, ist alles gut: Die Ausgaben kommen. Wenn nicht, melden Sie sich neu an; wir schreiben Ihnen wieder.";
    }

    @Override
    public String signUpAgain(String name) {
        return "Für " + name + " anmelden";
    }

    @Override
    public String unsubscribeTitle(String name) {
        return name + " abbestellen?";
    }

    @Override
    public String unsubscribeStandfirst(String maskedAddress) {
        return maskedAddress.isEmpty() ? "Ein Druck, und es kommt keine Ausgabe mehr."
                : "Ein Druck, und an " + maskedAddress + " geht keine Ausgabe mehr.";
    }

    @Override
    public String unsubscribeButton() {
        return "Abbestellen";
    }

    @Override
    public String unsubscribeRather() {
        return "Zu viel, oder zur falschen Zeit?";
    }

    @Override
    public String unsubscribeRatherLink() {
        return "Rubriken wählen oder eine Weile pausieren";
    }

    @Override
    public String unsubscribedTitle() {
        return "Sie haben abbestellt";
    }

    @Override
    public String unsubscribedStandfirst(String name) {
        return "Sie bekommen keine weitere Ausgabe von " + name + ".";
    }

    @Override
    public String unsubscribedMore() {
        return "Was schon unterwegs war, kann noch ankommen. Das Archiv im Web steht Ihnen weiter offen.";
    }

    @Override
    public String undoLead() {
        return "Versehentlich gedrückt?";
    }

    @Override
    public String undoButton() {
        return "Wieder abonnieren";
    }

    @Override
    public String preferencesTitle(String name) {
        return "Ihre Auswahl: " + name;
    }

    @Override
    public String preferencesFor(String maskedAddress) {
        return "Für " + maskedAddress + ". Gilt ab der nächsten Ausgabe.";
    }

    @Override
    public String preferencesSave() {
        return "Auswahl speichern";
    }

    @Override
    public String saved() {
        return "Gespeichert.";
    }

    @Override
    public String savedMore() {
        return "Ihre Auswahl gilt ab der nächsten Ausgabe.";
    }

    @Override
    public String pausedUntil(LocalDate date) {
        return "Pause: Bis " + date(date) + " kommt keine Ausgabe.";
    }

    @Override
    public String pause() {
        return "Pause bis";
    }

    @Override
    public String pauseHint() {
        return "Der Tag, ab dem wieder Ausgaben kommen. Bleibt er frei, kommen alle.";
    }

    @Override
    public String leave() {
        return "Ganz abbestellen";
    }

    @Override
    public String leaveHint() {
        return "Ein Druck auf der nächsten Seite, und es kommt keine Ausgabe mehr.";
    }

    @Override
    public String notFoundTitle() {
        return "Diese Seite gibt es nicht";
    }

    @Override
    public String notFoundMore() {
        return "Vielleicht ist die Adresse verschrieben, oder was hier stand, wurde zurückgezogen.";
    }

    @Override
    public String withdrawnTitle() {
        return "Dieser Beitrag wurde zurückgezogen";
    }

    @Override
    public String withdrawnMore(LocalDate date) {
        return "Er wurde am " + date(date) + " zurückgezogen und wird nicht mehr gezeigt.";
    }

    @Override
    public String withdrawnEdition() {
        return "Die Beiträge dieser Ausgabe wurden zurückgezogen";
    }

    @Override
    public String corrected(LocalDate date) {
        return "Berichtigt am " + date(date) + ":";
    }

    @Override
    public String tooManyTitle() {
        return "Zu viele Anfragen auf einmal";
    }

    @Override
    public String tooManyMore(Duration wait) {
        var minutes = Math.max(1, (int) Math.ceilDiv(wait.toSeconds(), 60L));
        return "Es wurde nichts geändert. Versuchen Sie es in " + minutes(minutes) + " noch einmal.";
    }

    @Override
    public String failedTitle() {
        return "Bei uns ist etwas fehlgeschlagen";
    }

    @Override
    public String failedMore() {
        return "Es ist vermerkt und liegt nicht an Ihnen. Versuchen Sie es in einigen Minuten noch einmal.";
    }

    @Override
    public String reference(String id) {
        return "Kennzeichen " + id;
    }

    @Override
    public String toFrontPage() {
        return "Zur Titelseite";
    }

    @Override
    public String publicationsTitle() {
        return "Was hier erscheint";
    }

    @Override
    public String publicationsNone() {
        return "Hier erscheint noch nichts.";
    }

    @Override
    public String readAndSubscribe(String name) {
        return name + " lesen";
    }
}
