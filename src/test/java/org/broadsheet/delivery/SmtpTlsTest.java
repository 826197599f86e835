package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import org.broadsheet.delivery.Outcome.Permanence;
import org.broadsheet.delivery.Outcome.RelayTrouble;
import org.broadsheet.delivery.Outcome.Sent;
import org.broadsheet.delivery.RelaySettings.Login;
import org.broadsheet.delivery.RelaySettings.Tls;
import org.broadsheet.delivery.RelaySettings.Trust;
import org.broadsheet.testsupport.Copies;
import org.broadsheet.testsupport.NotingWatch;
import org.broadsheet.testsupport.ScriptedSmtpServer;
import org.broadsheet.testsupport.ScriptedSmtpServer.Step;
import org.broadsheet.testsupport.SmtpAct;
import org.broadsheet.testsupport.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS and AUTH of our own client (G9). */
class SmtpTlsTest {

    private static TestCertificate certificate;
    private static TestCertificate ofAnother;

    private ScriptedSmtpServer server;
    private Duration patience = Duration.ofSeconds(20);

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificate = TestCertificate.forNames("ip:127.0.0.1");
        ofAnother = TestCertificate.forNames("dns:mail.example");
    }

    @BeforeEach
    void startServer() throws IOException {
        server = ScriptedSmtpServer.start();
    }

    @AfterEach
    void clientKeptToTheProtocol() throws IOException {
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Tls.class, names = {"STARTTLS_OPTIONAL", "STARTTLS_REQUIRED"})
    void copyGoesEncryptedByStartTls(Tls tls) throws Exception {
        server.withStartTls(certificate.serverSide());
        assertThat(outcome(tls, Trust.VERIFY, certificate.clientSide())).isInstanceOf(Sent.class);
        assertThat(server.commands()).containsSequence("EHLO news.example.org", "STARTTLS", "EHLO news.example.org");
    }

    @Test
    void copyGoesEncryptedFromTheFirstByte() throws Exception {
        server.withImplicitTls(certificate.serverSide());
        assertThat(outcome(Tls.IMPLICIT, Trust.VERIFY, certificate.clientSide())).isInstanceOf(Sent.class);
    }

    @Test
    void unknownCertificateIsTheRelaysTroubleForGood() throws Exception {
        server.withStartTls(certificate.serverSide());
        assertThat(outcome(Tls.STARTTLS_REQUIRED, Trust.VERIFY, SSLContext.getDefault())).isInstanceOfSatisfying(RelayTrouble.class, trouble -> {
            assertThat(trouble.permanence()).isEqualTo(Permanence.PERMANENT);
            assertThat(trouble.reason()).startsWith("TLS: ");
        });
    }

    @Test
    void certificateOfAnotherHostIsTheRelaysTrouble() throws Exception {
        server.withImplicitTls(ofAnother.serverSide());
        assertThat(outcome(Tls.IMPLICIT, Trust.VERIFY, ofAnother.clientSide())).isInstanceOf(RelayTrouble.class);
    }

    @Test
    void whoTrustsAllGetsThrough() throws Exception {
        server.withStartTls(ofAnother.serverSide());
        assertThat(outcome(Tls.STARTTLS_REQUIRED, Trust.ALL, TlsContexts.of(Trust.ALL))).isInstanceOf(Sent.class);
    }

    @Test
    void requiredTlsThatIsNotOfferedIsTheRelaysTrouble() throws Exception {
        assertThat(outcome(Tls.STARTTLS_REQUIRED, Trust.VERIFY, certificate.clientSide())).isInstanceOfSatisfying(RelayTrouble.class,
                trouble -> assertThat(trouble.permanence()).isEqualTo(Permanence.PERMANENT));
        assertThat(server.commands()).doesNotContain("STARTTLS");
    }

    @Test
    void optionalTlsThatIsNotOfferedGoesInClear() throws Exception {
        assertThat(outcome(Tls.STARTTLS_OPTIONAL, Trust.VERIFY, certificate.clientSide())).isInstanceOf(Sent.class);
    }

    @Test
    void whatWasInjectedBeforeTlsIsForgotten() throws Exception {
        server.withStartTls(certificate.serverSide()).next(Step.STARTTLS, SmtpAct.say("220 go ahead\r\n250-evil\r\n250 AUTH PLAIN\r\n"));
        assertThat(outcome(Tls.STARTTLS_REQUIRED, Trust.VERIFY, certificate.clientSide())).isInstanceOf(Sent.class);
        assertThat(server.commands()).containsSubsequence("STARTTLS", "EHLO news.example.org", "QUIT");
    }

    @Test
    void handshakeThatHangsIsGivenUp() throws Exception {
        patience = MailTransportContract.SHORT;
        server.withStartTls(certificate.serverSide()).next(Step.STARTTLS, new SmtpAct("220 go\r\n", SmtpAct.Fate.DISCARD, SmtpAct.After.HANG));
        assertThat(outcome(Tls.STARTTLS_REQUIRED, Trust.VERIFY, certificate.clientSide())).isInstanceOf(RelayTrouble.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN LOGIN", "LOGIN", "CRAM-MD5 PLAIN"})
    void loginWorksByPlainOrLogin(String mechanisms) throws Exception {
        server.withStartTls(certificate.serverSide()).demandingLogin("ink", "pässword", mechanisms);
        assertThat(outcome(Tls.STARTTLS_REQUIRED, Trust.VERIFY, certificate.clientSide(), "pässword")).isInstanceOf(Sent.class);
    }

    @Test
    void passwordIsNeverSentInClearWhereTlsWasWanted() {
        server.demandingLogin("ink", "secret", "PLAIN LOGIN");
        assertThat(outcome(Tls.STARTTLS_OPTIONAL, Trust.VERIFY, TlsContexts.of(Trust.VERIFY), "secret")).isInstanceOf(RelayTrouble.class);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void relayWithoutAFittingMechanismIsTheRelaysTrouble() {
        server.demandingLogin("ink", "secret", "CRAM-MD5");
        assertThat(outcome(Tls.NONE, Trust.VERIFY, TlsContexts.of(Trust.VERIFY), "secret")).isInstanceOf(RelayTrouble.class);
    }

    @Test
    void temporaryFailureOfAuthPasses() {
        server.demandingLogin("ink", "secret", "PLAIN").next(Step.AUTH, SmtpAct.reply("454 4.7.0 try later"));
        assertThat(outcome(Tls.NONE, Trust.VERIFY, TlsContexts.of(Trust.VERIFY), "secret")).isInstanceOfSatisfying(RelayTrouble.class,
                trouble -> assertThat(trouble.permanence()).isEqualTo(Permanence.TRANSIENT));
    }

    @Test
    void passwordIsInNoText() {
        assertThat(settings(Tls.NONE, Trust.VERIFY, Optional.of(new Login("ink", "secret"))).toString()).doesNotContain("secret");
    }

    private Outcome outcome(Tls tls, Trust trust, SSLContext context) {
        return outcome(settings(tls, trust, Optional.empty()), context);
    }

    private Outcome outcome(Tls tls, Trust trust, SSLContext context, String password) {
        return outcome(settings(tls, trust, Optional.of(new Login("ink", password))), context);
    }

    private Outcome outcome(RelaySettings relay, SSLContext context) {
        return MailTransportContract.outcome(new SmtpTransport(relay, MailTransportContract.timeouts(patience), ReuseLimits.DEFAULT, context),
                Copies.to(MailTransportContract.READER), NotingWatch.willing());
    }

    private RelaySettings settings(Tls tls, Trust trust, Optional<Login> login) {
        return new RelaySettings("127.0.0.1", server.port(), login, tls, trust, "news.example.org");
    }
}
