package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.broadsheet.delivery.Outcome.Deferred;
import org.broadsheet.delivery.Outcome.NotSent;
import org.broadsheet.delivery.Outcome.Refused;
import org.broadsheet.delivery.Outcome.RelayTrouble;
import org.broadsheet.delivery.Outcome.Sent;
import org.broadsheet.delivery.Outcome.Unknown;
import org.broadsheet.delivery.Outcome.Unsendable;
import org.broadsheet.testsupport.Copies;
import org.broadsheet.testsupport.NotingWatch;
import org.broadsheet.testsupport.ReceivedMail;
import org.broadsheet.testsupport.ScriptedSmtpServer.Step;
import org.broadsheet.testsupport.SmtpAct;
import org.broadsheet.testsupport.SmtpAct.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpTransportTest extends MailTransportContract {

    @Override
    MailTransport transport(RelaySettings relay) {
        return new SmtpTransport(relay, timeouts(patience), ReuseLimits.DEFAULT);
    }

    @Test
    void relaysWordsAreKept() {
        server.next(Step.DOT, SmtpAct.reply("250 2.0.0 queued as 4711"));
        assertThat(outcome()).isInstanceOfSatisfying(Sent.class, sent -> {
            assertThat(sent.reply().code()).isEqualTo(250);
            assertThat(sent.reply().toString()).contains("queued as 4711");
        });
    }

    @Test
    void bytesArriveAsTheyWereComposed() {
        outcome();
        assertThat(onlyMail().data()).isEqualTo(Copies.to(READER).message().toBytes());
    }

    @Test
    void envelopeGoesInOneGroupAndSaysQuit() {
        outcome();
        assertThat(server.commands()).map(command -> command.split("[ :]")[0]).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "QUIT");
        assertThat(server.commands().getFirst()).isEqualTo("EHLO news.example.org");
    }

    @Test
    void withoutPipeliningEachCommandWaits() throws Exception {
        server.without("PIPELINING").without("SIZE").next(Step.RCPT, SmtpAct.reply("550 5.1.1 gone"));
        try (MailTransport transport = transport(relay()); MailConnection connection = transport.open()) {
            assertThat(connection.send(Copies.to("a@example.net"), NotingWatch.willing())).isInstanceOf(Refused.class);
            assertThat(connection.send(Copies.to("b@example.net"), NotingWatch.willing())).isInstanceOf(Sent.class);
        }
        assertThat(server.commands()).containsExactly("EHLO news.example.org", "MAIL FROM:<" + Copies.SENDER + ">", "RCPT TO:<a@example.net>", "RSET",
                "MAIL FROM:<" + Copies.SENDER + ">", "RCPT TO:<b@example.net>", "DATA", "QUIT");
    }

    @Test
    void noResetAfterACopyThatWasSent() throws Exception {
        try (MailTransport transport = transport(relay()); MailConnection connection = transport.open()) {
            connection.send(Copies.to("a@example.net"), NotingWatch.willing());
            connection.send(Copies.to("b@example.net"), NotingWatch.willing());
        }
        assertThat(server.commands()).doesNotContain("RSET");
    }

    @Test
    void relayThatWantsDataForNobodyGetsALoneDotThatIsNoCopy() throws Exception {
        server.takingDataForNobody().next(Step.RCPT, SmtpAct.reply("550 5.1.1 gone"));
        NotingWatch watch = NotingWatch.willing();
        try (MailTransport transport = transport(relay()); MailConnection connection = transport.open()) {
            assertThat(connection.send(Copies.to("a@example.net"), watch)).isInstanceOf(Refused.class);
            assertThat(connection.send(Copies.to("b@example.net"), NotingWatch.willing())).isInstanceOf(Sent.class);
        }
        assertThat(watch.notes()).containsExactly("may?");
        assertThat(server.commands()).doesNotContain("RSET");
        assertThat(server.mails()).extracting(ReceivedMail::recipient).containsExactly("b@example.net");
    }

    @Test
    void refusalStandsEvenIfTheConnectionIsLostRightAfterIt() throws Exception {
        server.next(Step.RCPT, SmtpAct.replyAndClose("550 5.1.1 gone"));
        try (MailTransport transport = transport(relay()); MailConnection connection = transport.open()) {
            assertThat(connection.send(Copies.to(READER), NotingWatch.willing())).isInstanceOf(Refused.class);
            assertThat(connection.reusable()).isFalse();
            assertThat(connection.send(Copies.to(READER), NotingWatch.willing())).isInstanceOf(NotSent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.3.0 later", "554 5.3.0 no"})
    void dataRefusedIsForNow(String reply) throws Exception {
        server.next(Step.DATA, SmtpAct.reply(reply));
        try (MailTransport transport = transport(relay()); MailConnection connection = transport.open()) {
            assertThat(connection.send(Copies.to(READER), NotingWatch.willing())).isInstanceOf(Deferred.class);
            assertThat(connection.send(Copies.to(READER), NotingWatch.willing())).isInstanceOf(Sent.class);
        }
    }

    @Test
    void copyWithdrawnBeforeTheDotNeverGetsIt() {
        AtomicInteger asked = new AtomicInteger();
        NotingWatch watch = NotingWatch.answering(() -> asked.incrementAndGet() < 2);
        assertThat(outcome(Copies.to(READER), watch)).isEqualTo(new NotSent("withdrawn"));
        assertThat(watch.notes()).containsExactly("may?", "may?");
        assertThat(server.mails()).isEmpty();
        assertThat(server.commands()).doesNotContain("QUIT");
    }

    @Test
    void watchThatThrowsClosesTheConnectionWithoutTheDot() throws Exception {
        DotWatch watch = new DotWatch() {
            @Override
            public boolean mayStillSend() {
                return true;
            }

            @Override
            public void aboutToSendDot() {
                throw new IllegalStateException("journal is full");
            }
        };
        try (MailTransport transport = transport(relay()); MailConnection connection = transport.open()) {
            assertThatThrownBy(() -> connection.send(Copies.to(READER), watch)).isInstanceOf(IllegalStateException.class);
            assertThat(connection.reusable()).isFalse();
        }
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void largeMailGoesOverManyBuffers() {
        String text = ".\n" + "x".repeat(70) + "\n".repeat(3) + ".y\n".repeat(100_000);
        Copy copy = Copies.to(READER, Copies.body(text, text + Copies.TOKEN));
        assertThat(outcome(copy, NotingWatch.willing())).isInstanceOf(Sent.class);
        assertThat(onlyMail().data()).isEqualTo(copy.message().toBytes());
    }

    @Test
    void relayThatReadsNothingDuringTheMailIsGivenUp() {
        patience = SHORT;
        server.without("SIZE").next(Step.DATA, new SmtpAct("354 go on\r\n", Fate.DISCARD, SmtpAct.After.STALL));
        String text = "x".repeat(70) + "\n";
        assertThat(outcome(Copies.to(READER, Copies.body(text.repeat(300_000), "y")), NotingWatch.willing()))
                .isInstanceOfSatisfying(NotSent.class, notSent -> assertThat(notSent.reason()).contains("timed out"));
    }

    @Test
    void mailOverTheRelaysLimitIsNotBegun() {
        server.offering("SIZE 900");
        assertThat(outcome()).isEqualTo(new Unsendable("message-too-large"));
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void mailThatTheRelayFindsTooLargeIsNotTheReadersFault() {
        server.next(Step.MAIL, SmtpAct.reply("552 5.3.4 message size exceeds limit")).next(Step.DOT, SmtpAct.reply("552 5.3.4 too big"));
        assertThat(outcome()).isEqualTo(new Unsendable("message-too-large"));
        assertThat(outcome()).isEqualTo(new Unsendable("message-too-large"));
    }

    @Test
    void localPartOutsideAsciiGoesWithSmtpUtf8() {
        server.offering("SMTPUTF8");
        assertThat(outcome(Copies.to("zoë@example.net"), NotingWatch.willing())).isInstanceOf(Sent.class);
        assertThat(server.commands().get(1)).endsWith(" BODY=8BITMIME SMTPUTF8");
        assertThat(onlyMail().recipient()).isEqualTo("zoë@example.net");
    }

    @Test
    void connectionIsNotUsedForEver() throws Exception {
        try (MailTransport transport = new SmtpTransport(relay(), timeouts(patience), new ReuseLimits(2, Duration.ofMinutes(5))); MailConnection connection = transport.open()) {
            connection.send(Copies.to(READER), NotingWatch.willing());
            assertThat(connection.reusable()).isTrue();
            connection.send(Copies.to(READER), NotingWatch.willing());
            assertThat(connection.reusable()).isFalse();
        }
        try (MailTransport transport = new SmtpTransport(relay(), timeouts(patience), new ReuseLimits(100, Duration.ofMillis(30))); MailConnection connection = transport.open()) {
            assertThat(connection.reusable()).isTrue();
            Thread.sleep(40);
            assertThat(connection.reusable()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\r\n", "999 what\r\n", "2x0 ok\r\n", "250_ok\r\n", "250-a\r\n251 b\r\n", "\r\n", "25\r\n", "\u0000\u0001\u0002\r\n", "354 go on\r\n"})
    void garbageIsALossBeforeTheDotAndUnknownAfterIt(String garbage) {
        server.next(Step.RCPT, SmtpAct.say(garbage));
        assertThat(outcome()).as("at RCPT").isInstanceOfAny(NotSent.class, Deferred.class);
        server.next(Step.DOT, SmtpAct.say(garbage));
        assertThat(outcome()).as("at the dot").isInstanceOf(Unknown.class);
    }

    @Test
    void endlessReplyIsCutOff() {
        server.next(Step.BANNER, SmtpAct.say("220-chatter\r\n".repeat(10_000)), SmtpAct.say("2".repeat(100_000)));
        assertThat(outcome()).isInstanceOfSatisfying(RelayTrouble.class, trouble -> assertThat(trouble.reason()).contains("too long"));
        assertThat(outcome()).isInstanceOf(RelayTrouble.class);
    }

    @Test
    void replyTextCannotWriteIntoTheLog() {
        server.next(Step.RCPT, SmtpAct.reply("550 5.1.1 no\u001B[31m \u202Esuch\tuser"));
        assertThat(outcome()).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reply()).isEqualTo(new SmtpReply(550, "5.1.1", "no [31m  such user")));
    }

    @Test
    void oldRelayWithoutEhloIsGreetedWithHelo() {
        server.next(Step.EHLO, SmtpAct.reply("502 5.5.1 unknown command"));
        assertThat(outcome()).isInstanceOf(Sent.class);
        assertThat(server.commands()).containsSubsequence(List.of("EHLO news.example.org", "HELO news.example.org", "DATA"));
    }

    @Test
    void relayThatTricklesIsGivenUp() {
        patience = SHORT;
        server.next(Step.BANNER, new SmtpAct("220-wait\r\n", Fate.DISCARD, SmtpAct.After.TRICKLE));
        long start = System.nanoTime();
        assertThat(outcome()).isInstanceOfSatisfying(RelayTrouble.class, trouble -> assertThat(trouble.reason()).isEqualTo("banner: timed out"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void interruptedSenderDoesNotKnow() throws Exception {
        server.next(Step.DOT, SmtpAct.hang(Fate.COMMIT));
        var result = new CompletableFuture<Outcome>();
        Thread sender = Thread.ofVirtual().start(() -> result.complete(
                outcome(transport(relay()), Copies.to(READER), NotingWatch.willing())));
        while (server.mails().isEmpty()) {
            Thread.sleep(5);
        }
        sender.interrupt();
        assertThat(result.get(15, TimeUnit.SECONDS)).isInstanceOf(Unknown.class);
    }
}
