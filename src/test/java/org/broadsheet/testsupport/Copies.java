package org.broadsheet.testsupport;

import java.time.Instant;
import java.time.ZoneOffset;
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

/** Copies of a small edition. */
public final class Copies {

    public static final String TOKEN = "\uE000TOKEN\uE001";
    public static final String SUBJECT = "Häfen öffnen wieder \uD83D\uDEA2";
    public static final String NAME = "Pen & Ink – täglich";
    public static final String SENDER = "bounce+7f3a@example.org";

    private static final AlternativeBody BODY = body("Die Häfen öffnen wieder.\n\n.\nAbmelden: https://x.example/u/" + TOKEN + "\n",
            "<p>Die Häfen öffnen wieder. <a href=\"https://x.example/u/" + TOKEN + "\">Abmelden</a></p>\n");

    private Copies() {
    }

    /** A copy of the small edition. */
    public static Copy to(String recipient) {
        return to(recipient, BODY);
    }

    public static Copy to(String recipient, AlternativeBody body) {
        try {
            AddrSpec reader = AddrSpec.parse(recipient, AddrSpec.LocalParts.UNICODE);
            Headers headers = Headers.of(
                    HeaderField.date(Instant.parse("2026-11-23T07:00:00Z"), ZoneOffset.UTC),
                    HeaderField.mailbox("From", Mailbox.of(NAME, "news@example.org")),
                    HeaderField.mailbox("To", new Mailbox("Zoë", reader)),
                    HeaderField.unstructured("Subject", SUBJECT),
                    HeaderField.structured("Message-ID", "<" + reader.domain() + "." + Integer.toHexString(recipient.hashCode()) + "@example.org>"),
                    HeaderField.structured("List-Unsubscribe", "<https://x.example/u/" + "t".repeat(80) + ">"),
                    HeaderField.structured("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
            return new Copy(AddrSpec.parse(SENDER), reader, MimeMessage.of(headers, body, Map.of(TOKEN, "abc-123")));
        } catch (RefusedValueException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static AlternativeBody body(String text, String html) {
        return AlternativeBody.of(SplicedBody.plain(text, Set.of(TOKEN)), SplicedBody.html(html, Set.of(TOKEN)), "seed");
    }
}
