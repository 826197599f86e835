package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Test;

class MimeMessageTest {

    private static final String TOKEN = "\uE000TOKEN\uE001";
    private static final Map<String, String> VALUES = Map.of(TOKEN, "abc_-9");
    private static final AlternativeBody BODY = body("Guten Tag — " + TOKEN + "\nEnde\n", "<p>Grüße \uD83D\uDE80 <a href=\"https://x/" + TOKEN + "\">x</a></p>\n");

    @Test
    void readerGetsPlainTextFirstAndHtmlLast() throws Exception {
        Message message = parsed(MimeMessage.of(headers(), BODY, VALUES));
        assertThat(message.getMimeType()).isEqualTo("multipart/alternative");
        List<Entity> parts = ((Multipart) message.getBody()).getBodyParts();
        assertThat(parts).extracting(Entity::getMimeType).containsExactly("text/plain", "text/html");
        assertThat(parts).extracting(Entity::getCharset).containsOnly("utf-8");
        assertThat(parts).extracting(Entity::getContentTransferEncoding).isSubsetOf("quoted-printable", "base64");
        assertThat(content(parts.get(0))).isEqualTo("Guten Tag — abc_-9\r\nEnde\r\n");
        assertThat(content(parts.get(1))).isEqualTo("<p>Grüße \uD83D\uDE80 <a href=\"https://x/abc_-9\">x</a></p>\r\n");
    }

    @Test
    void requiredFieldsOccurOnce() throws Exception {
        Message message = parsed(MimeMessage.of(headers(), BODY, VALUES));
        for (String name : List.of("Date", "From", "Subject", "To", "Message-ID", "MIME-Version", "Content-Type")) {
            assertThat(message.getHeader().getFields(name)).as(name).hasSize(1);
        }
        assertThat(message.getMessageId()).isEqualTo("<1@example.org>");
        assertThat(message.getDate()).isEqualTo(Instant.parse("2026-11-23T07:00:00Z"));
    }

    @Test
    void linesEndInCrlfAndAreShortAndAscii() {
        String wire = new String(MimeMessage.of(headers(), BODY, VALUES).toBytes(), StandardCharsets.ISO_8859_1);
        assertThat(wire).matches("(?s)[\t\r\n -~]*").doesNotContainPattern("[^\r]\n|\r(?!\n)").endsWith("--\r\n");
        assertThat(wire.lines()).allMatch(line -> line.length() <= 78);
    }

    @Test
    void missingOrDoubledFieldIsAMistakeSeenBeforeSending() throws Exception {
        HeaderField bcc = HeaderField.structured("bcc", "x@example.org");
        HeaderField subject = HeaderField.unstructured("subject", "again");
        assertThatThrownBy(() -> MimeMessage.of(headers().with(bcc), BODY, VALUES)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MimeMessage.of(headers().with(subject), BODY, VALUES)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MimeMessage.of(Headers.of(), BODY, VALUES)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MimeMessage.of(headers(), BODY, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sameSeedGivesTheSameBytesAndAnotherSeedAnotherBoundary() {
        AlternativeBody one = AlternativeBody.of(BODY.text(), BODY.html(), "edition 7");
        AlternativeBody two = AlternativeBody.of(BODY.text(), BODY.html(), "edition 7");
        AlternativeBody three = AlternativeBody.of(BODY.text(), BODY.html(), "edition 8");
        byte[] first = MimeMessage.of(headers(), one, VALUES).toBytes();
        assertThat(MimeMessage.of(headers(), two, VALUES).toBytes()).isEqualTo(first);
        assertThat(MimeMessage.of(headers(), three, VALUES).toBytes()).isNotEqualTo(first);
    }

    @Test
    void boundaryInTheContentDoesNoHarm() throws Exception {
        String boundary = BODY.contentType().unfolded().replaceAll(".*\"(.*)\"", "$1");
        assertThat(boundary.length()).isLessThanOrEqualTo(70);
        String text = "--" + boundary + "--\n" + TOKEN + "\n";
        AlternativeBody hostile = AlternativeBody.of(SplicedBody.plain(text, Set.of(TOKEN)), BODY.html(), "seed");
        Message message = parsed(MimeMessage.of(headers(), hostile, Map.of(TOKEN, "\n--" + boundary + "--\n")));
        List<Entity> parts = ((Multipart) message.getBody()).getBodyParts();
        assertThat(parts).hasSize(2);
        assertThat(content(parts.get(0))).isEqualTo("--" + boundary + "--\r\n\r\n--" + boundary + "--\r\n\r\n");
    }

    @Test
    void sizeIsAnUpperBound() {
        MimeMessage message = MimeMessage.of(headers(), BODY, VALUES);
        assertThat((long) message.toBytes().length).isLessThanOrEqualTo(message.sizeAtMost());
    }

    @Test
    void signatureStandsOnTop() throws Exception {
        MimeMessage signed = MimeMessage.of(headers(), BODY, VALUES).under(HeaderField.structured("DKIM-Signature", ";", List.of("v=1", "b=x")));
        assertThat(new String(signed.toBytes(), StandardCharsets.US_ASCII)).startsWith("DKIM-Signature: v=1; b=x\r\nDate: ");
    }

    private static AlternativeBody body(String text, String html) {
        return AlternativeBody.of(SplicedBody.plain(text, Set.of(TOKEN)), SplicedBody.html(html, Set.of(TOKEN)), "seed");
    }

    private static Headers headers() {
        try {
            return Headers.of(
                    HeaderField.date(Instant.parse("2026-11-23T07:00:00Z"), ZoneOffset.UTC),
                    HeaderField.mailbox("From", Mailbox.of("Pen & Ink", "news@example.org")),
                    HeaderField.mailbox("To", Mailbox.of("", "reader@example.net")),
                    HeaderField.unstructured("Subject", "Häfen öffnen wieder \uD83D\uDEA2"),
                    HeaderField.structured("Message-ID", "<1@example.org>"));
        } catch (RefusedValueException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Message parsed(MimeMessage message) throws Exception {
        return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(message.toBytes()));
    }

    private static String content(Entity part) throws Exception {
        StringWriter out = new StringWriter();
        new InputStreamReader(((TextBody) part.getBody()).getInputStream(), StandardCharsets.UTF_8).transferTo(out);
        return out.toString();
    }
}
