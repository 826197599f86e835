package org.broadsheet.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** British English, the fallback. */
final class EnglishWords implements PageWords {

    private static final List<String> FEW = List.of("no", "one", "two", "three", "four", "five", "six");

    @Override
    public Locale locale() {
        return Locale.UK;
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
        return "HH:mm";
    }

    @Override
    public String number(int number) {
        return "No. " + count(number);
    }

    @Override
    public String minutes(int minutes) {
        return minutes == 1 ? "1\u00a0minute" : minutes + "\u00a0minutes";
    }

    @Override
    public String everyDay() {
        return "every day";
    }

    @Override
    public String fromTo(String first, String last) {
        return first + " to " + last;
    }

    @Override
    public String and() {
        return "and";
    }

    @Override
    public String toContent() {
        return "To the content";
    }

    @Override
    public String frontPageOf(String name) {
        return "Front page of " + name;
    }

    @Override
    public String subscribe() {
        return "Subscribe";
    }

    @Override
    public String getItByMail() {
        return "Get it by e-mail";
    }

    @Override
    public String latestEdition() {
        return "The latest edition";
    }

    @Override
    public String readInFull(int number) {
        return "Read no. " + count(number) + " in full";
    }

    @Override
    public String frontTitle(String name) {
        return name + ": latest edition and archive";
    }

    @Override
    public String alsoInThisEdition() {
        return "Also in this edition";
    }

    @Override
    public String earlierEditions() {
        return "Earlier editions";
    }

    @Override
    public String noEdition(String reason) {
        return reason.isEmpty() ? "No edition" : "No edition: " + reason;
    }

    @Override
    public String noEditionYet() {
        return "The first edition is still to come";
    }

    @Override
    public String noEditionYetMore(String name) {
        return "Subscribe now, and you get it when it leaves. Afterwards every edition of " + name + " stands here, too.";
    }

    @Override
    public String nextEdition(ZonedDateTime next, ZonedDateTime now) {
        var days = next.toLocalDate().toEpochDay() - now.toLocalDate().toEpochDay();
        var day = days == 0 ? "today" : days == 1 ? "tomorrow"
                : days < 7 ? "on " + weekDay(next.getDayOfWeek()) : "on " + dayAndMonth(next.toLocalDate());
        return "The next edition leaves " + day + " at " + time(next.toLocalTime());
    }

    @Override
    public String nextEditionUnknown() {
        return "Get the next edition by e-mail";
    }

    @Override
    public String joinTerms(Collection<DayOfWeek> days) {
        return (days.isEmpty() ? "Free. " : "Free, " + days(days) + ". ") + "One mail to confirm, one click to leave.";
    }

    @Override
    public String feeds() {
        return "Feeds";
    }

    @Override
    public String inBrief() {
        return "In brief";
    }

    @Override
    public String otherStories() {
        return "Other stories";
    }

    @Override
    public String alsoReportedBy() {
        return "Also reported by";
    }

    @Override
    public String readOnAt(String source) {
        return "Read on at " + source;
    }

    @Override
    public String readOn() {
        return "Read on";
    }

    @Override
    public String otherEditions() {
        return "Editions before and after this one";
    }

    @Override
    public String earlier() {
        return "Earlier";
    }

    @Override
    public String later() {
        return "Later";
    }

    @Override
    public String editionOf(int number, LocalDate date) {
        return "No. " + count(number) + ", " + date(date);
    }

    @Override
    public String whoReports() {
        return "Who reports it";
    }

    @Override
    public String reports(int count) {
        return count == 1 ? "One report" : count(count) + " reports";
    }

    @Override
    public String appearedIn() {
        return "Appeared in";
    }

    @Override
    public String signupTitle(String name) {
        return "Get " + name + " by e-mail";
    }

    @Override
    public String signupStandfirst() {
        return "The news of the day, chosen and put in order.";
    }

    @Override
    public String what() {
        return "What";
    }

    @Override
    public String whatMore() {
        return "One lead story, some more by section, the rest as headlines. Every story names its source and links to it.";
    }

    @Override
    public String when() {
        return "When";
    }

    @Override
    public String whenInZone(Collection<DayOfWeek> days, LocalTime time, ZoneId zone) {
        return days.isEmpty() ? onNoFixedDay() : sentence(days(days)) + " at " + time(time) + " in " + place(zone) + ". " + tooLittle();
    }

    @Override
    public String whenInReadersZone(Collection<DayOfWeek> days, LocalTime time) {
        return days.isEmpty() ? onNoFixedDay() : sentence(days(days)) + " at " + time(time) + " where you are. " + tooLittle();
    }

    private static String onNoFixedDay() {
        return "When there is something to report, on no fixed day.";
    }

    private static String tooLittle() {
        return "On a day with too little news there is no edition.";
    }

    @Override
    public String price() {
        return "Price";
    }

    @Override
    public String priceMore() {
        return "Free. The mail does not report whether you open it.";
    }

    @Override
    public String email() {
        return "E-mail address";
    }

    @Override
    public String emailHint() {
        return "We send one mail there. Nothing else comes until you confirm in it.";
    }

    @Override
    public String name() {
        return "Name";
    }

    @Override
    public String nameHint() {
        return "Only if you like to be addressed by it.";
    }

    @Override
    public String sections() {
        return "Sections";
    }

    @Override
    public String sectionsHint() {
        return "Tick those you want, or none to get the whole paper.";
    }

    @Override
    public String languageLabel() {
        return "Language";
    }

    @Override
    public String languageHint() {
        return "Of our mails to you.";
    }

    @Override
    public String timeZone() {
        return "Time zone";
    }

    @Override
    public String timeZoneHint() {
        return "The place whose clock you live by.";
    }

    @Override
    public String otherZones() {
        return "Others";
    }

    @Override
    public String consent(String publisher, String publication) {
        return "By pressing Subscribe you ask " + publisher + " to send you " + publication + " by e-mail. We keep your address, your"
                + " choices and a record of this request, and pass them to nobody. You can leave with one click in any edition.";
    }

    @Override
    public String leaveEmpty() {
        return "Leave this field empty";
    }

    @Override
    public String problemsTitle(int count) {
        return count == 1 ? "One thing needs another look" : sentence(few(count)) + " things need another look";
    }

    @Override
    public String problemPrefix() {
        return "Please check: ";
    }

    @Override
    public String emailMissing() {
        return "Enter the e-mail address that editions are to go to.";
    }

    @Override
    public String emailMalformed() {
        return "This is not a complete e-mail address. It looks like name@example.org.";
    }

    @Override
    public String nameTooLong(int most) {
        return "The name may have at most " + count(most) + " characters.";
    }

    @Override
    public String sectionUnknown() {
        return "One of the sections no longer exists. Choose again.";
    }

    @Override
    public String languageUnknown() {
        return "Choose one of the languages in the list.";
    }

    @Override
    public String timeZoneUnknown() {
        return "Choose one of the time zones in the list.";
    }

    @Override
    public String pauseMalformed() {
        return "Enter a date as year-month-day, such as 2027-01-31.";
    }

    @Override
    public String pauseInPast() {
        return "Choose a day after today.";
    }

    @Override
    public String pauseTooLong(LocalDate latest) {
        return "Choose a day up to " + date(latest) + ".";
    }

    @Override
    public String formExpired() {
        return "This form was open for more than a day. Press the button again.";
    }

    @Override
    public String checkInboxTitle() {
        return "Now look in your inbox";
    }

    @Override
    public String checkInboxStandfirst(String name) {
        return "A mail is on its way to the address you gave. Press the button in it, and " + name + " comes to you.";
    }

    @Override
    public String validMore(Duration validity) {
        return "For " + hours(validity) + ". After that, sign up again.";
    }

    @Override
    public String ifNothingComesMore() {
        return "Look among unwanted mail. However often an address is entered, we write to it once a day at most.";
    }

    @Override
    public String from() {
        return "From";
    }

    @Override
    public String valid() {
        return "Valid";
    }

    @Override
    public String ifNothingComes() {
        return "No mail?";
    }

    @Override
    public String confirmTitle(String name) {
        return "Confirm that you want " + name;
    }

    @Override
    public String confirmStandfirst() {
        return "With the button you say that the address is yours and that editions may come to it.";
    }

    @Override
    public String confirmButton() {
        return "Confirm subscription";
    }

    @Override
    public String confirmNot() {
        return "You did not ask for it? Close this page. Without the press nothing comes, and the address is forgotten within a week.";
    }

    @Override
    public String confirmedTitle(String name) {
        return "You are subscribed to " + name;
    }

    @Override
    public String confirmedStandfirst() {
        return "Your subscription is confirmed. There is nothing more to do.";
    }

    @Override
    public String confirmedSender(String address) {
        return "Add " + address + " to your address book, and no filter will mistake it.";
    }

    @Override
    public String choose() {
        return "Choose sections, or pause";
    }

    @Override
    public String confirmUnknownTitle() {
        return "This link is no longer valid";
    }

    @Override
    public String confirmUnknownStandfirst() {
        return "It has expired, was not copied whole, or has been replaced by a newer one.";
    }

    @Override
    public String confirmUnknownMore() {
        return "If you have confirmed before, all is well: editions come. If not, sign up again, and we send a new mail.";
    }

    @Override
    public String signUpAgain(String name) {
        return "Sign up for " + name;
    }

    @Override
    public String unsubscribeTitle(String name) {
        return "Unsubscribe from " + name + "?";
    }

    @Override
    public String unsubscribeStandfirst(String maskedAddress) {
        return maskedAddress.isEmpty() ? "One press, and no further edition comes."
                : "One press, and no further edition goes to " + maskedAddress + ".";
    }

    @Override
    public String unsubscribeButton() {
        return "Unsubscribe";
    }

    @Override
    public String unsubscribeRather() {
        return "Too much, or at the wrong time?";
    }

    @Override
    public String unsubscribeRatherLink() {
        return "Choose sections, or pause for a while";
    }

    @Override
    public String unsubscribedTitle() {
        return "You are unsubscribed";
    }

    @Override
    public String unsubscribedStandfirst(String name) {
        return "No further edition of " + name + " will be sent to you.";
    }

    @Override
    public String unsubscribedMore() {
        return "A copy that was already on its way may still arrive. The archive stays open to you on the web.";
    }

    @Override
    public String undoLead() {
        return "Pressed by mistake?";
    }

    @Override
    public String undoButton() {
        return "Subscribe again";
    }

    @Override
    public String preferencesTitle(String name) {
        return "Your " + name;
    }

    @Override
    public String preferencesFor(String maskedAddress) {
        return "Choices for " + maskedAddress + ". They hold from the next edition.";
    }

    @Override
    public String preferencesSave() {
        return "Save choices";
    }

    @Override
    public String saved() {
        return "Saved.";
    }

    @Override
    public String savedMore() {
        return "Your choices hold from the next edition.";
    }

    @Override
    public String pausedUntil(LocalDate date) {
        return "Paused: no edition comes until " + date(date) + ".";
    }

    @Override
    public String pause() {
        return "Pause until";
    }

    @Override
    public String pauseHint() {
        return "The day on which editions start again. Leave it empty to get every one.";
    }

    @Override
    public String leave() {
        return "Leave altogether";
    }

    @Override
    public String leaveHint() {
        return "One press on the next page, and no further edition comes.";
    }

    @Override
    public String notFoundTitle() {
        return "There is no such page";
    }

    @Override
    public String notFoundMore() {
        return "The address may be mistyped, or what stood here has been withdrawn.";
    }

    @Override
    public String withdrawnTitle() {
        return "This story was withdrawn";
    }

    @Override
    public String withdrawnMore(LocalDate date) {
        return "It was withdrawn on " + date(date) + ", and is no longer shown.";
    }

    @Override
    public String withdrawnEdition() {
        return "The stories of this edition were withdrawn";
    }

    @Override
    public String corrected(LocalDate date) {
        return "Corrected on " + date(date) + ":";
    }

    @Override
    public String tooManyTitle() {
        return "Too many requests at once";
    }

    @Override
    public String tooManyMore(Duration wait) {
        var minutes = Math.max(1, (int) Math.ceilDiv(wait.toSeconds(), 60L));
        return "Nothing was changed. Try again in " + minutes(minutes) + ".";
    }

    @Override
    public String failedTitle() {
        return "Something failed on our side";
    }

    @Override
    public String failedMore() {
        return "It is recorded, and it is not your doing. Try again in a few minutes.";
    }

    @Override
    public String reference(String id) {
        return "Reference " + id;
    }

    @Override
    public String toFrontPage() {
        return "To the front page";
    }

    @Override
    public String publicationsTitle() {
        return "What is published here";
    }

    @Override
    public String publicationsNone() {
        return "Nothing is published here yet.";
    }

    @Override
    public String readAndSubscribe(String name) {
        return "Read " + name;
    }

    private String few(int count) {
        return count < FEW.size() ? FEW.get(count) : count(count);
    }

    private String hours(Duration duration) {
        return duration.toHours() == 1 ? "one hour" : count(duration.toHours()) + " hours";
    }
}
