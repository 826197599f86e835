package org.broadsheet.subscriber;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

/** The one-off mails to readers. */
@ApplicationScoped
class SubscriberMails {

    void confirmation(Subscription subscription, String token, Duration validity) {
        throw new IllegalStateException("wired when the templates are there");
    }

    void alreadySubscribed(Subscription subscription) {
        throw new IllegalStateException("wired when the templates are there");
    }

    void welcome(Subscription subscription) {
        throw new IllegalStateException("wired when the templates are there");
    }
}
