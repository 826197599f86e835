package org.broadsheet.edition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.mail.Letter;
import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailWords;
import org.broadsheet.mail.OneOffMail;
import org.broadsheet.mail.OneOffMails;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.publication.AccentColour;
import org.broadsheet.publication.Approval;
import org.broadsheet.publication.Publication;
import org.broadsheet.web.Directions;
import org.broadsheet.web.Ids;

/** The one-off mails to editors, in the language of their publication. */
@ApplicationScoped
class EditorMails {

    /** After that the desk tells what became of it. */
    private static final Duration WORTH_SENDING = Duration.ofHours(24);

    private final MailTemplates templates;
    private final OneOffMails mails;
    private final BroadsheetConfig config;
    private final Clock clock;

    EditorMails(MailTemplates templates, OneOffMails mails, BroadsheetConfig config, Clock clock) {
        this.templates = templates;
        this.mails = mails;
        this.config = config;
        this.clock = clock;
    }

    /** A draft is there, and goes or waits at its time. */
    void toApprove(Edition edition) {
        var words = MailWords.of(edition.publication.language);
        var when = moment(edition.approvalDue.atZone(edition.publication.timeZone), edition.publication.language);
        var otherwise = edition.publication.approval().map(Approval::otherwise).orElse(Approval.Otherwise.SEND);
        tell(edition, "draft", words.say(otherwise == Approval.Otherwise.SEND ? "draft.goes" : "draft.waits", when), edition.approvalDue);
    }

    /** Day and time with the name of the zone. */
    private static String moment(ZonedDateTime moment, String language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(Locale.forLanguageTag(language)).format(moment) + " ("
                + moment.getZone().getId().replace('_', ' ') + ")";
    }

    /** A draft was not sent at its time. */
    void held(Edition edition) {
        tell(edition, "held", MailWords.of(edition.publication.language).say("held.body"), clock.instant().plus(WORTH_SENDING));
    }

    private void tell(Edition edition, String key, String body, Instant expires) {
        var publication = edition.publication;
        var letter = letter(edition, key, body);
        var sender = new OneOffMail.Party(publication.sender.name(), publication.sender.address());
        publication.approval().map(Approval::tell).stream().flatMap(java.util.List::stream).forEach(editor -> mails.add(new OneOffMail("draft", sender,
                Optional.ofNullable(publication.sender.replyTo()), editor, letter.subject(), templates.render("draft.html", letter),
                templates.render("draft.txt", letter), expires)));
    }

    private Letter letter(Edition edition, String key, String body) {
        Publication publication = edition.publication;
        var words = MailWords.of(publication.language);
        var accent = AccentColour.of(publication.accentColor);
        var desk = config.publicBase() + "/admin/editions/" + Ids.text(edition.id);
        var stories = edition.items().size() - 1;
        return new Letter(publication.language, Directions.of(publication.language), publication.theme(), words.say(key + ".subject", publication.name, edition.subject),
                publication.name, publication.logo().map(logo -> logo.from(config.publicBase())), config.publicBase() + "/" + publication.slug, accent.light(), accent.dark(), edition.subject, body,
                stories == 0 ? words.number(edition.number) : words.number(edition.number) + words.say("comma") + words.furtherStories(stories),
                words.say("draft.button"), desk, words.say("confirm.link"), desk, "", publication.legalName, publication.postalLines());
    }
}
