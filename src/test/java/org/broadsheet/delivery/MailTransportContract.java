package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.broadsheet.delivery.Outcome.Deferred;
import org.broadsheet.delivery.Outcome.NotSent;
import org.broadsheet.delivery.Outcome.Permanence;
import org.broadsheet.delivery.Outcome.Refused;
import org.broadsheet.delivery.Outcome.RelayTrouble;
import org.broadsheet.delivery.Outcome.Sent;
import org.broadsheet.delivery.Outcome.Unknown;
import org.broadsheet.delivery.Outcome.Unsendable;
import org.broadsheet.delivery.RelaySettings.Login;
import org.broadsheet.delivery.RelaySettings.Tls;
import org.broadsheet.delivery.RelaySettings.Trust;
import org.broadsheet.mail.AlternativeBody;
import org.broadsheet.mail.InlinePicture;
import org.broadsheet.mail.SplicedBody;
import org.broadsheet.testsupport.Copies;
import org.broadsheet.testsupport.NotingWatch;
import org.broadsheet.testsupport.ReadMail;
import org.broadsheet.testsupport.ReceivedMail;
import org.broadsheet.testsupport.ScriptedSmtpServer;
import org.broadsheet.testsupport.ScriptedSmtpServer.Step;
import org.broadsheet.testsupport.SmtpAct;
import org.broadsheet.testsupport.SmtpAct.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the ledger may rely on, whichever transport is chosen. */
abstract class MailTransportContract {

    static final String READER = "zoe@example.net";
    /** For tests in which somebody falls silent: long enough to get there on a busy machine. */
    static final Duration SHORT = Duration.ofMillis(1500);

    /** For each step. */
    Duration patience = Duration.ofSeconds(20);
    ScriptedSmtpServer server;

    abstract MailTransport transport(RelaySettings relay);

    @BeforeEach
    void startServer() throws IOException {
        server = ScriptedSmtpServer.start();
    }

    @AfterEach
    void clientKeptToTheProtocol() throws IOException {
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void readerGetsWhatWasComposed() throws Exception {
        NotingWatch watch = NotingWatch.willing();
        assertThat(outcome(Copies.to(READER), watch)).isInstanceOf(Sent.class);
        ReceivedMail mail = onlyMail();
        assertThat(mail.sender()).isEqualTo(Copies.SENDER);
        assertThat(mail.recipient()).isEqualTo(READER);
        Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(mail.data()));
        for (String name : List.of("Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "List-Unsubscribe")) {
            assertThat(message.getHeader().getFields(name)).as(name).hasSize(1);
        }
        assertThat(message.getSubject()).isEqualTo(Copies.SUBJECT);
        assertThat(message.getFrom().get(0).getName()).isEqualTo(Copies.NAME);
        assertThat(message.getFrom().get(0).getAddress()).isEqualTo("news@example.org");
        assertThat(mail.header("To")).isEqualTo("=?UTF-8?Q?Zo=C3=AB?= <zoe@example.net>");
        assertThat(mail.header("Date")).isEqualTo("Mon, 23 Nov 2026 07:00:00 +0000");
        assertThat(mail.text()).contains("List-Unsubscribe: <https://x.example/u/" + "t".repeat(80) + ">\r\n");
        List<Entity> parts = ((Multipart) message.getBody()).getBodyParts();
        assertThat(content(parts.get(0))).isEqualTo("Die Häfen öffnen wieder.\r\n\r\n.\r\nAbmelden: https://x.example/u/abc-123");
        assertThat(content(parts.get(1))).isEqualTo("<p>Die Häfen öffnen wieder. <a href=\"https://x.example/u/abc-123\">Abmelden</a></p>");
        assertThat(mail.text()).doesNotContainPattern("[^\t\r\n -~]");
        assertThat(watch.notes()).endsWith("dot").containsOnlyOnce("dot").startsWith("may?");
    }

    @Test
    void picturesInsideTheMailArriveBesideTheirHtml() throws Exception {
        byte[] octets = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, '\r', '\n', '.', '\r', '\n', 0};
        InlinePicture picture = InlinePicture.of("p1-600@example.org", "image/jpeg", "Kai", octets);
        AlternativeBody body = AlternativeBody.of(SplicedBody.plain("Kai", Set.of()), SplicedBody.html("<img src=\"cid:p1-600@example.org\">", Set.of()), List.of(picture), "seed");
        assertThat(outcome(Copies.to(READER, body), NotingWatch.willing())).isInstanceOf(Sent.class);
        ReadMail read = ReadMail.byMime4j(onlyMail().data());
        assertThat(read.structure()).isEqualTo("multipart/alternative(text/plain,multipart/related(text/html,image/jpeg))");
        assertThat(read.leaf("text/html").text()).contains("src=\"cid:p1-600@example.org\"");
        assertThat(read.leaf("image/jpeg").contentId()).isEqualTo("<p1-600@example.org>");
        assertThat(read.leaf("image/jpeg").octets()).isEqualTo(new String(octets, StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusedReaderIsRefusedForGood() {
        server.next(Step.RCPT, SmtpAct.reply("550 5.1.1 no such user"));
        assertThat(outcome()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reply().code()).isEqualTo(550);
            assertThat(refused.reply().toString()).contains("5.1.1").contains("no such user");
        });
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void greylistedReaderIsDeferred() {
        server.next(Step.RCPT, SmtpAct.reply("450 4.7.1 come back later"));
        assertThat(outcome()).isInstanceOf(Deferred.class);
    }

    @Test
    void tooManyRecipientsIsForNow() {
        server.next(Step.RCPT, SmtpAct.reply("552 too many recipients"));
        assertThat(outcome()).isInstanceOf(Deferred.class);
    }

    @Test
    void mailRefusedAtTheDotIsRefusedOrDeferred() {
        server.next(Step.DOT, SmtpAct.reply("554 5.7.1 content rejected"), SmtpAct.reply("451 4.3.0 try later"));
        assertThat(outcome()).isInstanceOf(Refused.class);
        assertThat(outcome()).isInstanceOf(Deferred.class);
    }

    @Test
    void blockedSenderIsTheRelaysTroubleNotTheReaders() {
        server.next(Step.MAIL, SmtpAct.reply("550 5.7.1 your host is blocked"), SmtpAct.reply("451 4.7.0 slow down"));
        assertThat(outcome()).isInstanceOfSatisfying(RelayTrouble.class, trouble -> {
            assertThat(trouble.permanence()).isEqualTo(Permanence.PERMANENT);
            assertThat(trouble.reason()).contains("550").contains("your host is blocked");
        });
        assertThat(outcome()).isInstanceOfSatisfying(RelayTrouble.class, trouble -> assertThat(trouble.permanence()).isEqualTo(Permanence.TRANSIENT));
    }

    @Test
    void relayThatRefusesAllReadersIsTheRelaysTrouble() {
        server.next(Step.RCPT, SmtpAct.reply("554 5.7.1 <zoe@example.net>: Relay access denied"),
                SmtpAct.reply("450 4.7.1 Client host rejected: cannot find your hostname"));
        assertThat(outcome()).isInstanceOfSatisfying(RelayTrouble.class, trouble -> assertThat(trouble.permanence()).isEqualTo(Permanence.PERMANENT));
        assertThat(outcome()).isInstanceOfSatisfying(RelayTrouble.class, trouble -> assertThat(trouble.permanence()).isEqualTo(Permanence.TRANSIENT));
    }

    @Test
    void unwelcomingBannerIsTheRelaysTrouble() {
        server.next(Step.BANNER, SmtpAct.replyAndClose("554 5.7.1 go away"));
        assertThat(outcome()).isInstanceOf(RelayTrouble.class);
    }

    @Test
    void closedPortIsTheRelaysTroubleForNow() throws IOException {
        server.close();
        assertThat(outcome()).isInstanceOfSatisfying(RelayTrouble.class, trouble -> assertThat(trouble.permanence()).isEqualTo(Permanence.TRANSIENT));
    }

    @Test
    void wrongPasswordIsTheRelaysTrouble() {
        server.demandingLogin("ink", "right", "PLAIN LOGIN");
        assertThat(outcomeWithPassword("wrong")).isInstanceOfSatisfying(RelayTrouble.class,
                trouble -> assertThat(trouble.permanence()).isEqualTo(Permanence.PERMANENT));
        assertThat(outcomeWithPassword("right")).isInstanceOf(Sent.class);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = {"MAIL", "RCPT", "DATA", "DOT"})
    void relayThatGoesIsNobodysFault(Step step) {
        server.next(step, SmtpAct.replyAndClose("421 4.3.2 shutting down"));
        assertThat(outcome()).satisfies(this::isGone);
        assertThat(server.mails()).isEmpty();
        assertThat(outcome()).isInstanceOf(Sent.class);
    }

    /** What a transport makes of a 421. */
    void isGone(Outcome outcome) {
        assertThat(outcome).isInstanceOf(NotSent.class);
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void nobodyKnowsWhenTheRelayFallsSilentAfterTheDot(Fate fate) {
        patience = SHORT;
        server.next(Step.DOT, SmtpAct.hang(fate), SmtpAct.close(fate), SmtpAct.reset(fate), SmtpAct.partial("25", fate), SmtpAct.partial("250-ok\r\n", fate));
        for (int i = 0; i < 5; i++) {
            NotingWatch watch = NotingWatch.willing();
            assertThat(outcome(Copies.to(READER), watch)).as("case %d", i).isInstanceOf(Unknown.class);
            assertThat(watch.notes()).contains("dot");
        }
        assertThat(server.mails()).hasSize(fate == Fate.COMMIT ? 5 : 0);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = {"BANNER", "EHLO", "MAIL", "RCPT", "DATA"})
    void lossBeforeTheDotIsNeverTakenForSent(Step step) {
        patience = SHORT;
        server.next(step, SmtpAct.close(Fate.DISCARD), SmtpAct.hang(Fate.DISCARD), SmtpAct.reset(Fate.DISCARD));
        for (int i = 0; i < 3; i++) {
            assertThat(outcome()).as("case %d", i).satisfies(this::isLoss);
        }
        assertThat(server.mails()).isEmpty();
    }

    /** What a transport makes of a connection lost before the dot. */
    void isLoss(Outcome outcome) {
        assertThat(outcome).isInstanceOfAny(NotSent.class, RelayTrouble.class);
    }

    @Test
    void withdrawnCopyIsNotBegun() {
        assertThat(outcome(Copies.to(READER), NotingWatch.answering(() -> false))).isInstanceOf(NotSent.class);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void manyCopiesGoOverOneConnectionWhateverBecomesOfOthers() throws Exception {
        server.whenRecipient("b@example.net", SmtpAct.reply("550 5.1.1 gone")).whenRecipient("c@example.net", SmtpAct.reply("450 4.2.1 full"))
                .whenRecipient("d@example.net", SmtpAct.reply("552 full"));
        Map<String, Class<? extends Outcome>> expected = new LinkedHashMap<>();
        expected.put("a@example.net", Sent.class);
        expected.put("b@example.net", Refused.class);
        expected.put("c@example.net", Deferred.class);
        expected.put("d@example.net", Deferred.class);
        expected.put("e@example.net", Sent.class);
        List<String> sent = new ArrayList<>();
        try (MailTransport transport = transport(relay()); MailConnection connection = transport.open()) {
            for (Entry<String, Class<? extends Outcome>> reader : expected.entrySet()) {
                Outcome outcome = connection.send(Copies.to(reader.getKey()), NotingWatch.willing());
                isAmongMany(outcome, reader.getValue());
                if (outcome instanceof Sent) {
                    sent.add(reader.getKey());
                }
            }
            assertThat(connection.reusable()).isTrue();
        }
        assertThat(server.mails()).extracting(ReceivedMail::recipient).containsExactlyElementsOf(sent);
    }

    /** What a transport makes of a copy right after another that failed. */
    void isAmongMany(Outcome outcome, Class<? extends Outcome> expected) {
        assertThat(outcome).isInstanceOf(expected);
    }

    @Test
    void localPartOutsideAsciiIsNotSentWithoutSmtpUtf8() {
        assertThat(outcome(Copies.to("zoë@example.net"), NotingWatch.willing())).isEqualTo(new Unsendable("smtputf8-unsupported"));
    }

    @ParameterizedTest
    @EnumSource(value = ScriptedSmtpServer.Segments.class, mode = Mode.EXCLUDE, names = "REPLIES")
    void repliesMayComeCutOrTogether(ScriptedSmtpServer.Segments segments) {
        server.cutting(segments).next(Step.DOT, SmtpAct.reply("250-first\r\n250 second"));
        assertThat(outcome()).isInstanceOf(Sent.class);
    }

    static SmtpTimeouts timeouts(Duration patience) {
        return new SmtpTimeouts(patience, patience, patience, patience, patience, Duration.ofMillis(200));
    }

    final RelaySettings relay() {
        return new RelaySettings("127.0.0.1", server.port(), Optional.empty(), Tls.NONE, Trust.VERIFY, "news.example.org");
    }

    final Outcome outcome() {
        return outcome(Copies.to(READER), NotingWatch.willing());
    }

    final Outcome outcome(Copy copy, DotWatch watch) {
        return outcome(relay(), copy, watch);
    }

    final Outcome outcome(RelaySettings relay, Copy copy, DotWatch watch) {
        return outcome(transport(relay), copy, watch);
    }

    static Outcome outcome(MailTransport transport, Copy copy, DotWatch watch) {
        try (transport; MailConnection connection = transport.open()) {
            return connection.send(copy, watch);
        } catch (RelayTroubleException notOpened) {
            return notOpened.trouble();
        }
    }

    private Outcome outcomeWithPassword(String password) {
        RelaySettings relay = new RelaySettings("127.0.0.1", server.port(), Optional.of(new Login("ink", password)), Tls.NONE, Trust.VERIFY, "news.example.org");
        return outcome(relay, Copies.to(READER), NotingWatch.willing());
    }

    final ReceivedMail onlyMail() {
        assertThat(server.mails()).hasSize(1);
        return server.mails().getFirst();
    }

    private static String content(Entity part) {
        try {
            return new String(((TextBody) part.getBody()).getInputStream().readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
