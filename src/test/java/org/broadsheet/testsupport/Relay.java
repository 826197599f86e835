package org.broadsheet.testsupport;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.util.List;

import org.awaitility.Awaitility;

/** The relay that the application under test sends to, at the port that it was told. */
public final class Relay {

    private Relay() {
    }

    public static ScriptedSmtpServer start() throws IOException {
        return ScriptedSmtpServer.start(Integer.getInteger("quarkus.mailer.port"));
    }

    /** Waits for mails to this address; long enough for a one-off mail to be tried a second time. */
    public static List<ReceivedMail> await(ScriptedSmtpServer relay, String recipient, int number) {
        Awaitility.await().atMost(90, SECONDS).until(() -> to(relay, recipient).size() >= number);
        return to(relay, recipient);
    }

    public static List<ReceivedMail> to(ScriptedSmtpServer relay, String recipient) {
        return relay.mails().stream().filter(mail -> mail.recipient().contains(recipient)).toList();
    }
}
