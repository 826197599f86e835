package org.broadsheet.source;

import java.security.SecureRandom;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.broadsheet.mail.MailAddress;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.web.Refusal;

/** The addresses that newsletters are sent to: one for each source, so that nobody can guess it and a mail finds its source. */
@Singleton
class MailboxAddresses {

    private static final String SCHEME = "mailto:";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;

    private final MailInConfig settings;
    private final BroadsheetConfig config;
    private final SecureRandom random = new SecureRandom();

    MailboxAddresses(MailInConfig settings, BroadsheetConfig config) {
        this.settings = settings;
        this.config = config;
    }

    static boolean isMailto(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * The address of a source as its URL.
     *
     * @param url as given; a new address is made if there is none
     * @throws Refusal if it is something else
     */
    String address(String url) {
        if (url == null || url.isBlank()) {
            return SCHEME + fresh();
        }
        return Optional.of(url.strip()).filter(MailboxAddresses::isMailto).flatMap(given -> MailAddress.parse(given.substring(SCHEME.length()))).map(address -> SCHEME + address.key())
                .orElseThrow(() -> Refusal.invalid("url", "of a source of kind MAIL is mailto: and the address that its mails are sent to; leave it out to get one"));
    }

    private String fresh() {
        var token = new StringBuilder();
        for (var letter = 0; letter < LENGTH; letter++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        var mailbox = settings.address().map(String::strip).orElseGet(() -> "@" + host());
        var at = mailbox.lastIndexOf('@');
        var address = (at > 0 ? mailbox.substring(0, at) + "+" : "") + token + mailbox.substring(Math.max(0, at));
        return MailAddress.parse(address).map(MailAddress::key)
                .orElseThrow(() -> Refusal.conflict("broadsheet.mail-in.address is no address that others could be made of, such as news@example.org"));
    }

    /** Without a setting mails are handed in by API; a host that no mail reaches says so by its name (RFC 2606). */
    private String host() {
        var host = Optional.ofNullable(config.publicUrl().getHost()).orElse("localhost");
        return MailAddress.parse("a@" + host).isPresent() ? host : "mail.invalid";
    }
}
