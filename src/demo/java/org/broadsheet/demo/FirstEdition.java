package org.broadsheet.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/** From an empty service to a digest in the inbox. */
final class FirstEdition {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final Newspaper newspaper;
    private final MailSink sink;
    private final Clock clock;
    private final ArrayBlockingQueue<MailSink.Mail> digests = new ArrayBlockingQueue<>(100);

    FirstEdition(Newspaper newspaper, MailSink sink, Clock clock) {
        this.newspaper = newspaper;
        this.sink = sink;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** @param number of the edition; "" if the service did not say */
        record Arrived(String number) implements Outcome {
        }

        /** @param why a whole sentence */
        record Absent(String why) implements Outcome {
        }
    }

    Outcome send() throws IOException, InterruptedException, DemoException {
        newspaper.create();
        newspaper.addReader(clock.instant());
        newspaper.readSources();
        // One-off mails have no such header (RFC 8058, section 3.1).
        sink.onMail(mail -> {
            if (!ReceivedMail.of(mail.raw()).header("List-Unsubscribe").isEmpty()) {
                digests.offer(mail);
            }
        });
        var asked = clock.instant();
        return switch (newspaper.sendNow()) {
            case Newspaper.Asked.Skipped(String reason) -> new Outcome.Absent("The edition was skipped: " + reason);
            case Newspaper.Asked.Going(String id, String number) -> await(id, number, asked.plus(PATIENCE));
        };
    }

    private Outcome await(String id, String number, Instant deadline) throws IOException, InterruptedException, DemoException {
        while (clock.instant().isBefore(deadline)) {
            if (digests.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS) != null) {
                return new Outcome.Arrived(number);
            }
            var halt = newspaper.whyNot(id);
            if (!halt.isEmpty()) {
                return new Outcome.Absent(halt);
            }
        }
        return new Outcome.Absent("No digest arrived within " + PATIENCE.toSeconds() + " s; the admin page says what holds it up.");
    }
}
