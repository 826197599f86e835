package org.broadsheet.testsupport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/** Reads mails with a parser that is not ours. */
public final class Mime {

    private Mime() {
    }

    public static Message parse(ReceivedMail mail) {
        try {
            return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(mail.data()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The plain text part, which stands first. */
    public static String text(ReceivedMail mail) {
        return part(mail, 0);
    }

    public static String html(ReceivedMail mail) {
        return part(mail, 1);
    }

    private static String part(ReceivedMail mail, int place) {
        var parts = ((Multipart) parse(mail).getBody()).getBodyParts();
        try (var in = ((TextBody) parts.get(place).getBody()).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
