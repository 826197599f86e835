package org.broadsheet.testsupport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;

import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/**
 * What a parser that is not ours makes of a mail: Apache James mime4j, or Eclipse Angus.
 *
 * @param from      display name and address, as {@code name|address}
 * @param structure such as {@code multipart/alternative(text/plain,text/html)}
 */
public record ReadMail(String subject, List<String> from, List<String> to, Instant date, String messageId, String structure, List<Leaf> leaves) {

    /**
     * A part that holds no others.
     *
     * @param octets decoded, each as a character
     */
    public record Leaf(String type, String encoding, String contentId, String disposition, String fileName, String octets) {

        public String text() {
            return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    public static ReadMail byMime4j(byte[] raw) throws IOException {
        var message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(raw));
        var leaves = new ArrayList<Leaf>();
        var structure = structure(message, leaves);
        return new ReadMail(message.getSubject(), message.getFrom().stream().map(ReadMail::text).toList(), message.getTo().flatten().stream().map(ReadMail::text).toList(),
                message.getDate().toInstant(), message.getMessageId(), structure, leaves);
    }

    public static ReadMail byAngus(byte[] raw) throws IOException {
        try {
            var message = new MimeMessage((Session) null, new ByteArrayInputStream(raw));
            var leaves = new ArrayList<Leaf>();
            var structure = structure(message, leaves);
            return new ReadMail(message.getSubject(), texts(message.getFrom()), texts(message.getRecipients(jakarta.mail.Message.RecipientType.TO)), message.getSentDate().toInstant(),
                    message.getMessageID(), structure, leaves);
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
    }

    /** What both make of it; they must agree. */
    public static ReadMail byBoth(byte[] raw) throws IOException {
        var one = byMime4j(raw);
        var other = byAngus(raw);
        if (!one.equals(other)) {
            throw new AssertionError("mime4j and Angus read different mails:\n" + one + "\n" + other);
        }
        return one;
    }

    public Leaf leaf(String type) {
        return leaves.stream().filter(leaf -> leaf.type.equals(type)).findFirst().orElseThrow();
    }

    private static String text(Mailbox mailbox) {
        return Optional.ofNullable(mailbox.getName()).orElse("") + "|" + mailbox.getAddress();
    }

    private static List<String> texts(Address[] addresses) {
        return Arrays.stream(addresses).map(InternetAddress.class::cast)
                .map(address -> Optional.ofNullable(address.getPersonal()).orElse("") + "|" + address.getAddress()).toList();
    }

    private static String structure(Entity entity, List<Leaf> leaves) throws IOException {
        if (entity.getBody() instanceof Multipart multipart) {
            var inner = new ArrayList<String>();
            for (var part : multipart.getBodyParts()) {
                inner.add(structure(part, leaves));
            }
            return entity.getMimeType() + "(" + String.join(",", inner) + ")";
        }
        try (InputStream in = ((SingleBody) entity.getBody()).getInputStream()) {
            leaves.add(new Leaf(entity.getMimeType(), entity.getContentTransferEncoding(), value(entity, "Content-ID"), Optional.ofNullable(entity.getDispositionType()).orElse(""),
                    Optional.ofNullable(entity.getFilename()).orElse(""), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
        return entity.getMimeType();
    }

    private static String value(Entity entity, String name) {
        var field = entity.getHeader().getField(name);
        return field == null ? "" : field.getBody().strip();
    }

    private static String structure(Part part, List<Leaf> leaves) throws MessagingException, IOException {
        if (part.getContent() instanceof MimeMultipart multipart) {
            var inner = new ArrayList<String>();
            for (var place = 0; place < multipart.getCount(); place++) {
                inner.add(structure(multipart.getBodyPart(place), leaves));
            }
            return type(part) + "(" + String.join(",", inner) + ")";
        }
        try (InputStream in = part.getInputStream()) {
            leaves.add(new Leaf(type(part), ((MimePart) part).getEncoding(), Optional.ofNullable(((MimePart) part).getHeader("Content-ID", null)).orElse(""),
                    Optional.ofNullable(part.getDisposition()).orElse(""), Optional.ofNullable(part.getFileName()).orElse(""),
                    new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
        return type(part);
    }

    private static String type(Part part) throws MessagingException {
        return part.getContentType().split(";")[0].strip().toLowerCase(java.util.Locale.ROOT);
    }
}
