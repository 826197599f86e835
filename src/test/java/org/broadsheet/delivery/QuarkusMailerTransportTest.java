package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;

import org.broadsheet.delivery.Outcome.NotSent;
import org.broadsheet.delivery.Outcome.RelayTrouble;
import org.broadsheet.delivery.Outcome.Unknown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class QuarkusMailerTransportTest extends MailTransportContract {

    private static Vertx vertx;

    private final List<MailClient> clients = new ArrayList<>();

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.closeAndAwait();
    }

    @AfterEach
    void closeClients() {
        clients.forEach(MailClient::closeAndForget); // its close waits for connections that hang
    }

    @Override
    MailTransport transport(RelaySettings relay) {
        MailConfig config = new MailConfig().setHostname(relay.host()).setPort(relay.port()).setStarttls(StartTLSOptions.DISABLED)
                .setOwnHostname(relay.ehloName());
        relay.login().ifPresent(login -> config.setLogin(LoginOption.REQUIRED).setUsername(login.username()).setPassword(login.password()));
        MailClient client = MailClient.create(vertx, config);
        clients.add(client);
        return new QuarkusMailerTransport(client, patience);
    }

    /** It cannot tell, so it must not claim that the copy may go again at once. */
    @Override
    void isLoss(Outcome outcome) {
        assertThat(outcome).isInstanceOfAny(Unknown.class, RelayTrouble.class);
    }

    @Override
    void isGone(Outcome outcome) {
        assertThat(outcome).isInstanceOfAny(NotSent.class, Unknown.class);
    }

    @BeforeEach
    void waitNoLongerThanNeeded() {
        patience = Duration.ofSeconds(3); // its pool loses a copy now and then, see isAmongMany
    }

    /** Its pool can lose a copy that asks for a connection while another closes; such a copy is not taken for anything else. */
    @Override
    void isAmongMany(Outcome outcome, Class<? extends Outcome> expected) {
        assertThat(outcome).isInstanceOfAny(expected, Unknown.class);
    }
}
