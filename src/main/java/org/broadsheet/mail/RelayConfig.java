package org.broadsheet.mail;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

/** The mail relay as Quarkus Mailer's own settings name it; both transports and the one-off mails use these. */
@Singleton
public class RelayConfig {

    private static final String PREFIX = "quarkus.mailer.";

    /** Whether the operator named a relay at all; Quarkus' default of localhost does not count. */
    public boolean configured() {
        return text("host").isPresent();
    }

    public String host() {
        return text("host").orElse("localhost");
    }

    /** 465 with implicit TLS, 587 with STARTTLS asked for, else 25; as Quarkus has it. */
    public int port() {
        return text("port").map(Integer::parseInt).orElseGet(() -> tls() ? 465 : "REQUIRED".equals(startTls()) ? 587 : 25);
    }

    public Optional<String> username() {
        return text("username");
    }

    public Optional<String> password() {
        return text("password");
    }

    /** TLS from the first byte. */
    public boolean tls() {
        return text("tls").map(Boolean::parseBoolean).orElse(false);
    }

    /** DISABLED, OPTIONAL or REQUIRED. */
    public String startTls() {
        return text("start-tls").map(String::toUpperCase).orElse("OPTIONAL");
    }

    /** Whether any certificate will do; for trying out. */
    public boolean trustAll() {
        return text("trust-all").map(Boolean::parseBoolean).orElse(false);
    }

    /** The name this host gives itself at EHLO. */
    public Optional<String> ownHostName() {
        return text("own-host-name");
    }

    /** A setting that somebody made: the defaults that the mailer extension registers have the lowest ordinal there is. */
    private static Optional<String> text(String name) {
        var value = ConfigProvider.getConfig().getConfigValue(PREFIX + name);
        return Optional.ofNullable(value.getValue()).filter(text -> !text.isBlank() && value.getSourceOrdinal() > Integer.MIN_VALUE);
    }
}
