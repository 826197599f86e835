package org.broadsheet.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.broadsheet.mail.RelayConfig;

import io.vertx.mutiny.ext.mail.MailClient;

/** The transport that the operator chose, towards the relay of Quarkus Mailer's own settings. */
class Transports {

    /** The mailer has no time-outs of its own; RFC 5321, section 4.5.3.2.6 gives a relay ten minutes for the dot alone. */
    private static final Duration MAILERS_PATIENCE = Duration.ofMinutes(12);

    @Produces
    @Singleton
    MailTransport transport(DeliveryConfig config, RelayConfig relay, MailClient mailer) {
        return switch (config.transport()) {
            case SMTP -> new SmtpTransport(settings(relay));
            case QUARKUS_MAILER -> new QuarkusMailerTransport(mailer, MAILERS_PATIENCE);
        };
    }

    static RelaySettings settings(RelayConfig relay) {
        return new RelaySettings(relay.host(), relay.port(), relay.username().map(name -> new RelaySettings.Login(name, relay.password().orElse(""))),
                tls(relay), relay.trustAll() ? RelaySettings.Trust.ALL : RelaySettings.Trust.VERIFY, ehloName(relay));
    }

    private static RelaySettings.Tls tls(RelayConfig relay) {
        if (relay.tls()) {
            return RelaySettings.Tls.IMPLICIT;
        }
        return switch (relay.startTls()) {
            case "DISABLED" -> RelaySettings.Tls.NONE;
            case "REQUIRED" -> RelaySettings.Tls.STARTTLS_REQUIRED;
            default -> RelaySettings.Tls.STARTTLS_OPTIONAL;
        };
    }

    /** G17: the name that was configured, else this host's own. */
    private static String ehloName(RelayConfig relay) {
        return relay.ownHostName().or(Transports::canonicalName).orElse("[127.0.0.1]");
    }

    private static Optional<String> canonicalName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getCanonicalHostName()).filter(name -> name.contains(".") && !name.startsWith("localhost"));
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }
}
