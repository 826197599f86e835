package org.broadsheet.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.broadsheet.delivery.Copy;
import org.broadsheet.mail.AddrSpec;
import org.broadsheet.mail.AlternativeBody;
import org.broadsheet.mail.HeaderField;
import org.broadsheet.mail.Headers;
import org.broadsheet.mail.Mailbox;
import org.broadsheet.mail.MimeMessage;
import org.broadsheet.mail.RefusedValueException;
import org.broadsheet.mail.SplicedBody;

/** An edition of about 20 kB of MIME with three slots, and copies of it with the headers of a real one. */
final class BenchEdition {

    private static final String TOKEN = "\uE000TOKEN\uE001";
    private static final String SINCE = "\uE000SINCE\uE001";
    private static final Set<String> MARKS = Set.of(TOKEN, SINCE);
    private static final String STORY = "The harbour at Grenaa reopened on Monday after a storm had kept ferries in port for three days – "
            + "the longest closure in a decade, the operator said, and “not the last one”.";

    private final AlternativeBody body;
    private final Headers shared;

    BenchEdition(int bytes) throws RefusedValueException {
        body = body(bytes);
        shared = Headers.of(
                HeaderField.mailbox("From", Mailbox.of("The Kattegat Rail & Sea Wire", "news@example.org")),
                HeaderField.mailbox("Reply-To", Mailbox.of("", "desk@example.org")),
                HeaderField.unstructured("Subject", "Häfen öffnen wieder: ferries are back after three days of storm"),
                HeaderField.structured("List-Id", "", List.of("\"Kattegat Wire\"", "<kattegat.lists.example.org>")),
                HeaderField.structured("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                HeaderField.structured("Feedback-ID", "412:kattegat:regular:broadsheet"),
                HeaderField.structured("Content-Language", "en-GB"));
    }

    /** The copy of reader {@code number}. */
    Copy copy(int number) throws RefusedValueException {
        String token = "v1." + "x".repeat(32) + number;
        AddrSpec reader = AddrSpec.parse("reader." + number + "@example.net");
        Headers own = Headers.of(
                HeaderField.date(Instant.EPOCH.plusSeconds(1_795_417_200L + number), ZoneOffset.UTC),
                HeaderField.mailbox("To", new Mailbox("Reader " + number, reader)),
                HeaderField.structured("Message-ID", "<412." + number + "." + "a".repeat(24) + "@example.org>"),
                HeaderField.structured("List-Unsubscribe", ",", List.of("<https://news.example.org/unsubscribe/" + token + ">")));
        MimeMessage message = MimeMessage.of(shared.with(own), body, Map.of(TOKEN, token, SINCE, "23 November 2026"));
        return new Copy(AddrSpec.parse("bounce+412-" + number + "@bounce.example.org"), reader, message);
    }

    private static AlternativeBody body(int bytes) {
        StringBuilder text = new StringBuilder();
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><body>\n");
        for (int i = 0; text.length() + html.length() < bytes * 0.86; i++) {
            text.append("Story ").append(i).append("\n========\n").append(STORY).append("\nhttps://news.example.org/stories/").append(i).append("\n\n");
            html.append("<table role=\"presentation\" width=\"100%\"><tr><td style=\"font-family:Georgia,serif;font-size:17px;line-height:26px;color:#1d1b19\">")
                    .append("<h3>Story ").append(i).append("</h3><p>").append(STORY).append("</p><a href=\"https://news.example.org/stories/").append(i)
                    .append("\">Read on</a></td></tr></table>\n");
        }
        text.append("Unsubscribe: https://news.example.org/unsubscribe/").append(TOKEN).append('\n');
        html.append("<p>You asked for this mail on ").append(SINCE).append(". <a href=\"https://news.example.org/unsubscribe/").append(TOKEN)
                .append("\">Unsubscribe</a></p></body></html>\n");
        return AlternativeBody.of(SplicedBody.plain(text.toString(), MARKS), SplicedBody.html(html.toString(), MARKS), "bench");
    }
}
