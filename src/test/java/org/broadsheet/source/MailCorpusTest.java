package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.broadsheet.testsupport.Corpora;
import org.junit.jupiter.api.Test;

/** 45 mails, many of them broken, with LF and with CRLF: what we read of each, beside what another parser does. */
class MailCorpusTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is compared of a mail; absent text is "". */
    private record Read(String subject, List<String> from, List<String> to, Optional<Instant> date, List<String> text, List<String> html, int attachments) {
    }

    @Test
    void mailsAreReadAsTheCorpusExpects() {
        var ours = agreement("eml, our reader on mime4j", MailCorpusTest::ours);
        ours.print();
        assertThat(ours.share()).isGreaterThanOrEqualTo(0.92);
    }

    /** Why it isn't Angus Mail that takes mails apart (ADR 10). */
    @Test
    void angusMailForComparison() {
        var angus = agreement("eml, Angus Mail for comparison", MailCorpusTest::angus);
        angus.print();
        assertThat(angus.all()).isPositive();
    }

    private static Agreement agreement(String name, Function<byte[], Read> reader) {
        var folder = Corpora.folder("eml");
        var agreement = new Agreement(name);
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".eml")).sorted().forEach(file -> {
                check(file, bytes(file), ".json", reader, agreement);
                check(file, crlf(bytes(file)), ".crlf.json", reader, agreement);
            });
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return agreement;
    }

    private static void check(Path file, byte[] message, String suffix, Function<byte[], Read> reader, Agreement agreement) {
        var name = file.getParent().getFileName() + "/" + file.getFileName().toString().replace(".eml", suffix);
        var expected = tree(file.resolveSibling(file.getFileName().toString().replace(".eml", suffix)));
        Read read;
        try {
            read = reader.apply(message);
        } catch (RuntimeException problem) {
            agreement.count("is read", false, name + ": " + problem);
            return;
        }
        agreement.count("is read", true, name);
        var headers = expected.path("parts").path(0).path("headers");
        text(headers, "subject").ifPresent(subject -> compare(agreement, "subject", name, squeezed(subject), squeezed(read.subject())));
        addresses(headers, "from").ifPresent(from -> compare(agreement, "from", name, from, read.from()));
        addresses(headers, "to").ifPresent(to -> compare(agreement, "to", name, to, read.to()));
        date(headers).ifPresent(date -> compare(agreement, "date", name, Optional.of(date), read.date()));
        compare(agreement, "text", name, bodies(expected, "text_body"), read.text().stream().map(MailCorpusTest::squeezed).filter(text -> !text.isEmpty()).toList());
        compare(agreement, "html", name, bodies(expected, "html_body"), read.html().stream().map(MailCorpusTest::squeezed).filter(text -> !text.isEmpty()).toList());
        compare(agreement, "attachments", name, expected.path("attachments").size(), read.attachments());
    }

    private static void compare(Agreement agreement, String field, String name, Object expected, Object is) {
        agreement.count(field, expected.equals(is), name + " expects " + shown(expected) + ", is " + shown(is));
    }

    private static String shown(Object value) {
        var text = value.toString();
        return text.substring(0, Math.min(160, text.length()));
    }

    private static Read ours(byte[] message) {
        var mail = MailParser.parse(message);
        var content = mail.content();
        return new Read(mail.header("subject"), people(mail, "from"), people(mail, "to"), FeedDates.parse(mail.header("date")), readable(content.text()),
                readable(content.html()), content.attachments().size());
    }

    private static List<String> people(MailPart mail, String field) {
        return mail.people(field).stream().map(person -> squeezed(person.name()) + "<" + person.address() + ">").toList();
    }

    private static List<String> readable(List<MailPart> parts) {
        return parts.stream().filter(part -> part.type().startsWith("text/")).map(MailPart::text).toList();
    }

    private static Read angus(byte[] message) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
            var text = new ArrayList<String>();
            var html = new ArrayList<String>();
            var attachments = new int[1];
            collect(mail, text, html, attachments);
            return new Read(Optional.ofNullable(mail.getSubject()).orElse(""), people(mail.getFrom()), people(mail.getRecipients(Message.RecipientType.TO)),
                    Optional.ofNullable(mail.getSentDate()).map(java.util.Date::toInstant), text, html, attachments[0]);
        } catch (MessagingException | IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static List<String> people(jakarta.mail.Address[] addresses) {
        return addresses == null ? List.of() : java.util.Arrays.stream(addresses).map(InternetAddress.class::cast)
                .map(address -> squeezed(Optional.ofNullable(address.getPersonal()).orElse("")) + "<" + address.getAddress() + ">").toList();
    }

    private static void collect(Part part, List<String> text, List<String> html, int[] attachments) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart multipart) {
            for (var place = 0; place < multipart.getCount(); place++) {
                BodyPart inner = multipart.getBodyPart(place);
                collect(inner, text, html, attachments);
            }
        } else if (part.getContent() instanceof String content && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            (part.isMimeType("text/html") ? html : text).add(content);
        } else {
            attachments[0]++;
        }
    }

    private static Optional<String> text(JsonNode headers, String name) {
        return header(headers, name).map(value -> value.path("Text")).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static Optional<List<String>> addresses(JsonNode headers, String name) {
        return header(headers, name).map(value -> value.path("Address")).filter(value -> !value.isMissingNode()).map(value -> {
            var people = new ArrayList<String>();
            value.findParents("address").forEach(person -> people.add(squeezed(person.path("name").asText("").replace("null", "")) + "<"
                    + (person.path("address").isNull() ? "" : person.path("address").asText()) + ">"));
            return people;
        });
    }

    private static Optional<Instant> date(JsonNode headers) {
        return header(headers, "date").map(value -> value.path("DateTime")).filter(value -> value.path("month").asInt() > 0).map(value -> {
            var zone = (value.path("tz_hour").asInt() * 60 + value.path("tz_minute").asInt()) * (value.path("tz_before_gmt").asBoolean() ? -1 : 1);
            return OffsetDateTime.of(value.path("year").asInt(), value.path("month").asInt(), value.path("day").asInt(), value.path("hour").asInt(),
                    value.path("minute").asInt(), value.path("second").asInt(), 0, ZoneOffset.ofTotalSeconds(zone * 60)).toInstant();
        });
    }

    /** The last one counts. */
    private static Optional<JsonNode> header(JsonNode headers, String name) {
        Optional<JsonNode> found = Optional.empty();
        for (var header : headers) {
            if (header.path("name").asText().equals(name) && found.isEmpty()) {
                found = Optional.of(header.path("value"));
            }
        }
        return found;
    }

    private static List<String> bodies(JsonNode expected, String list) {
        var bodies = new ArrayList<String>();
        for (var number : expected.path(list)) {
            var body = expected.path("parts").path(number.asInt()).path("body");
            var text = body.has("Text") ? body.path("Text") : body.path("Html");
            if (text.isTextual() && !squeezed(text.asText()).isEmpty()) {
                bodies.add(squeezed(text.asText()));
            }
        }
        return bodies;
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\uFEFF]+", " ").strip();
    }

    private static byte[] crlf(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1).replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
