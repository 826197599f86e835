package org.broadsheet.source;

import java.util.Optional;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings for newsletters that come by mail. Without a host they are handed in by API alone. */
@ConfigMapping(prefix = "broadsheet.mail-in")
public interface MailInConfig {

    /** How the connection to the mailbox is secured. */
    enum Tls {
        /** From the first byte. */
        IMPLICIT,
        /** Before the password is sent, or not at all. */
        STARTTLS,
        /** Not: for a server on the same machine. */
        NONE
    }

    /** The mailbox's address; sources get addresses of it: {@code news@example.org} gives {@code news+…@example.org}, {@code @example.org} gives {@code …@example.org}. */
    Optional<String> address();

    /** IMAP server. */
    Optional<String> host();

    /** 993 with TLS from the first byte, else 143. */
    OptionalInt port();

    Optional<String> username();

    Optional<String> password();

    @WithDefault("IMPLICIT")
    Tls tls();

    @WithDefault("INBOX")
    String folder();

    /** Where mails are moved that were taken; without it they are marked as seen. */
    Optional<String> moveTo();

    /** How often the mailbox is read; {@code off}: never. */
    @WithDefault("60s")
    String every();
}
