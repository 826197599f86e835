package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.mail.Letter;
import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailWords;
import org.broadsheet.mail.OneOffMail;
import org.broadsheet.mail.OneOffMails;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.publication.AccentColour;
import org.broadsheet.web.Directions;

/** The one-off mails to readers. */
@ApplicationScoped
class SubscriberMails {

    private static final Duration WORTH_SENDING = Duration.ofHours(24);

    private final MailTemplates templates;
    private final OneOffMails mails;
    private final ReaderTokens tokens;
    private final BroadsheetConfig config;
    private final Clock clock;

    SubscriberMails(MailTemplates templates, OneOffMails mails, ReaderTokens tokens, BroadsheetConfig config, Clock clock) {
        this.templates = templates;
        this.mails = mails;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    void confirmation(Subscription subscription, String token, Duration validity) {
        var words = words(subscription);
        var publication = subscription.publication;
        var sections = subscription.sections.stream().map(publication::sectionName).filter(name -> !name.isEmpty()).toList();
        var link = config.publicBase() + "/confirm/" + token;
        var letter = letter(subscription, "confirm", words, sections.isEmpty() ? "" : words.say("confirm.sections", words.list(sections)),
                new Button(words.say("confirm.button"), link), words.say("confirm.link"), link, words.say("confirm.expires", validity.toHours()));
        send(subscription, "confirmation", "confirm", letter, validity);
    }

    void alreadySubscribed(Subscription subscription) {
        var words = words(subscription);
        var link = config.publicBase() + "/preferences/" + tokens.of(subscription.id);
        var letter = letter(subscription, "known", words, "", new Button(words.say("known.button"), link), words.say("confirm.link"), link, "");
        send(subscription, "notice", "already-subscribed", letter, WORTH_SENDING);
    }

    void welcome(Subscription subscription) {
        var words = words(subscription);
        var front = config.publicBase() + "/" + subscription.publication.slug;
        var letter = letter(subscription, "welcome", words, "", new Button(words.say("welcome.front"), front), words.say("welcome.leave"),
                config.publicBase() + "/unsubscribe/" + tokens.of(subscription.id), "");
        send(subscription, "welcome", "welcome", letter, WORTH_SENDING);
    }

    private record Button(String label, String url) {
    }

    private Letter letter(Subscription subscription, String key, MailWords words, String detail, Button button, String linkIntro, String link, String note) {
        var publication = subscription.publication;
        var accent = AccentColour.of(publication.accentColor);
        return new Letter(subscription.language, Directions.of(subscription.language), publication.theme(), words.say(key + ".subject", publication.name),
                publication.name, publication.logo().map(logo -> logo.from(config.publicBase())), config.publicBase() + "/" + publication.slug, accent.light(), accent.dark(), words.say(key + ".headline", publication.name),
                words.say(key + ".body", publication.name), detail, button.label(), button.url(), linkIntro, link, note, publication.legalName, publication.postalLines());
    }

    private void send(Subscription subscription, String purpose, String template, Letter letter, Duration worth) {
        var sender = subscription.publication.sender;
        mails.add(new OneOffMail(purpose, new OneOffMail.Party(sender.name(), sender.address()), Optional.ofNullable(sender.replyTo()),
                subscription.subscriber.address, letter.subject(), templates.render(template + ".html", letter), templates.render(template + ".txt", letter),
                clock.instant().plus(worth)));
    }

    private static MailWords words(Subscription subscription) {
        return MailWords.of(subscription.language);
    }
}
