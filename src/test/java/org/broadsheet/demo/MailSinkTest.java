package org.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailSinkTest {

    private static final int KEPT = 5;

    private MailSink sink;

    @BeforeEach
    void start() throws IOException {
        sink = MailSink.start(0, KEPT, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        sink.close();
    }

    @Test
    void aPipelinedMailArrivesAsItWasBeforeDotsWereStuffed() throws IOException {
        try (var client = new Client(sink.port())) {
            assertThat(client.say("EHLO test")).contains("PIPELINING").contains("SIZE").contains("8BITMIME");
            client.send("MAIL FROM:<bounce+1@example.org> BODY=8BITMIME SIZE=100\r\nRCPT TO:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("354");
            assertThat(client.say("Subject: dots\r\n\r\n..\r\n..two\r\na.b\r\n.\n.\r\r\n grüße\r\n.")).startsWith("250");
            assertThat(client.say("QUIT")).startsWith("221");
        }
        var mail = sink.mails().getFirst();
        assertThat(mail.sender()).isEqualTo("bounce+1@example.org");
        assertThat(mail.recipients()).containsExactly("a@example.org", "b@example.org");
        assertThat(new String(mail.raw(), StandardCharsets.UTF_8)).isEqualTo("Subject: dots\r\n\r\n.\r\n.two\r\na.b\r\n\n.\r\r\n grüße\r\n");
    }

    @Test
    void commandsOutOfTurnAreRefusedAndTheConnectionGoesOn() throws IOException {
        try (var client = new Client(sink.port())) {
            client.say("EHLO test");
            assertThat(client.say("RCPT TO:<a@example.org>")).startsWith("503");
            assertThat(client.say("DATA")).startsWith("503");
            assertThat(client.say("MAIL FROM:a@example.org")).startsWith("501");
            assertThat(client.say("MAIL FROM:<> SIZE=99999999999")).startsWith("552");
            assertThat(client.say("MAIL FROM:<>")).startsWith("250");
            assertThat(client.say("MAIL FROM:<>")).startsWith("503");
            assertThat(client.say("RCPT TO:<>")).startsWith("501");
            assertThat(client.say("RSET")).startsWith("250");
            assertThat(client.say("RCPT TO:<a@example.org>")).startsWith("503");
            assertThat(client.say("WHAT")).startsWith("500");
            assertThat(client.say("NOOP")).startsWith("250");
        }
        assertThat(sink.mails()).isEmpty();
    }

    @Test
    void manySendersAtOnceLoseNothingAndTheOldestIsForgottenFirst() throws Exception {
        var heard = new AtomicInteger();
        sink.onMail(mail -> heard.incrementAndGet());
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = senders.invokeAll(IntStream.range(0, 100).<Callable<Void>>mapToObj(number -> () -> {
                sendTwo("m" + number);
                return null;
            }).toList());
            for (var one : sent) {
                one.get();
            }
        }
        assertThat(heard).hasValue(200);
        assertThat(sink.received()).isEqualTo(200);
        assertThat(sink.mails()).extracting(MailSink.Mail::id).containsExactly(200L, 199L, 198L, 197L, 196L);
        assertThat(sink.mail(200)).isPresent();
        assertThat(sink.mail(1)).isEmpty();
    }

    private void sendTwo(String subject) throws IOException {
        try (var client = new Client(sink.port())) {
            client.say("EHLO test");
            for (var turn = 0; turn < 2; turn++) {
                client.say("MAIL FROM:<s@example.org>");
                client.say("RCPT TO:<r@example.org>");
                client.say("DATA");
                assertThat(client.say("Subject: " + subject + "\r\n\r\ntext\r\n.")).startsWith("250");
            }
        }
    }

    /** Just enough of a client to say anything at all. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        Client(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(10_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out = socket.getOutputStream();
            assertThat(reply()).startsWith("220");
        }

        String say(String line) throws IOException {
            send(line + "\r\n");
            return reply();
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        String reply() throws IOException {
            var reply = new StringBuilder();
            String line;
            do {
                line = in.readLine();
                reply.append(line).append('\n');
            } while (line != null && line.length() > 3 && line.charAt(3) == '-');
            return reply.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
