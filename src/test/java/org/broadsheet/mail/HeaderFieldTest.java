package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderFieldTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: evil@example.org", "a\nb", "a\rb", "a\u0000b", "a\tb", "a\u001Bb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u007Fb"})
    void valueThatCouldWriteAHeaderIsRefusedEverywhere(String value) {
        for (Make make : List.<Make>of(
                v -> HeaderField.unstructured("Subject", v),
                v -> HeaderField.structured("List-Id", v),
                v -> HeaderField.mailbox("From", Mailbox.of(v, "a@example.org")),
                v -> HeaderField.mailbox("From", new Mailbox(v, AddrSpec.parse("a@example.org"))))) {
            assertThatThrownBy(() -> make.field(value)).isInstanceOfSatisfying(RefusedValueException.class,
                    e -> assertThat(e.reason()).isEqualTo(RefusedValueException.Reason.CONTROL_CHARACTER));
        }
        assertThatThrownBy(() -> AddrSpec.parse(value + "@example.org")).isInstanceOf(RefusedValueException.class);
        assertThatThrownBy(() -> AddrSpec.parse("a@" + value)).isInstanceOf(RefusedValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\r\n", "é", "a\u0000"})
    void fieldNameIsFtext(String name) {
        assertThatThrownBy(() -> HeaderField.unstructured(name, "x")).isInstanceOf(RefusedValueException.class).hasMessageEndingWith("field-name");
    }

    @Test
    void emptyFieldIsRefused() {
        assertThatThrownBy(() -> HeaderField.unstructured("Subject", " ")).isInstanceOf(RefusedValueException.class).hasMessageEndingWith("empty");
    }

    @Test
    void anySubjectComesBackAndIsAsciiInShortLines() throws Exception {
        for (long seed = 0; seed < 2000; seed++) {
            String subject = new RandomText(seed).line(50);
            HeaderField field = HeaderField.unstructured("Subject", subject);
            String wire = wire(field);
            assertThat(wire).as("seed %d", seed).matches("(?s)[ -~\r\n]*").doesNotContainPattern("[^\r]\n|\r[^\n]").endsWith("\r\n");
            assertThat(wire.lines()).as("seed %d", seed).allMatch(line -> line.length() <= 78 && !line.isBlank());
            assertThat(DecoderUtil.decodeEncodedWords(field.unfolded(), DecodeMonitor.STRICT)).as("seed %d", seed).isEqualTo(subject);
            assertThat(parsed(wire).getSubject()).as("seed %d", seed).isEqualTo(subject);
        }
    }

    @Test
    void plainSubjectStaysReadable() throws Exception {
        assertThat(wire(HeaderField.unstructured("Subject", "Harbour reopens after the storm"))).isEqualTo("Subject: Harbour reopens after the storm\r\n");
    }

    @Test
    void longPlainSubjectIsFoldedBetweenWords() throws Exception {
        String subject = "one two three four five six seven eight nine ten ".repeat(5).strip();
        HeaderField field = HeaderField.unstructured("Subject", subject);
        assertThat(wire(field).lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 78);
        assertThat(field.unfolded()).isEqualTo(subject);
    }

    @Test
    void unsubscribeAddressIsNeverFoldedInside() throws Exception {
        String url = "<https://news.example.org/unsubscribe/" + "t".repeat(90) + ">";
        String mail = "<mailto:unsubscribe@example.org?subject=" + "t".repeat(90) + ">";
        HeaderField field = HeaderField.structured("List-Unsubscribe", ",", List.of(url, mail));
        assertThat(wire(field)).isEqualTo("List-Unsubscribe: " + url + ",\r\n " + mail + "\r\n");
        assertThat(field.unfolded()).isEqualTo(url + ", " + mail);
    }

    @Test
    void pieceThatFitsNoLineIsRefused() {
        assertThatThrownBy(() -> HeaderField.structured("List-Unsubscribe", "<https://example.org/" + "t".repeat(1000) + ">"))
                .isInstanceOf(RefusedValueException.class).hasMessageEndingWith("too-long");
    }

    @Test
    void displayNameComesBackAsAPhraseBeforeTheAddress() throws Exception {
        for (String name : List.of("Pen & Ink", "Doe, John", "The \"Daily\"", "back\\slash", "a (b) c", "José", "\uD83D\uDCF0 Nachrichten",
                "Straße und Markt — täglich ".repeat(6).strip(), "A very long plain name of a newsletter that is longer than anyone would like it to be")) {
            assertNameComesBack(name);
        }
        for (long seed = 0; seed < 1000; seed++) {
            assertNameComesBack(new RandomText(seed).line(20).strip());
        }
    }

    private static void assertNameComesBack(String name) throws Exception {
        if (name.isBlank()) {
            return;
        }
        String wire = wire(HeaderField.mailbox("From", Mailbox.of(name, "news@example.org")));
        assertThat(wire).as(name).matches("(?s)From: [ -~\r\n]*<news@example\\.org>\r\n").doesNotContain("\"=?");
        assertThat(wire.lines()).allMatch(line -> line.length() <= 78);
        var from = parsed(wire).getFrom();
        assertThat(from).hasSize(1);
        assertThat(from.get(0).getAddress()).isEqualTo("news@example.org");
        assertThat(from.get(0).getName().replaceAll("\\s+", " ")).isEqualTo(name.replaceAll("\\s+", " "));
    }

    @Test
    void bareAddressHasNoBrackets() throws Exception {
        assertThat(wire(HeaderField.mailbox("To", Mailbox.of("", "a@example.org")))).isEqualTo("To: a@example.org\r\n");
    }

    @ParameterizedTest
    @CsvSource({
            "a@BÜCHER.example, a@xn--bcher-kva.example",
            "A.b+c@例え.テスト, A.b+c@xn--r8jz45g.xn--zckzah",
            "a@straße.example, a@xn--strae-oqa.example",
            "a@ΒΌΛΟΣ.example, a@xn--nxasmq6b.example",
            "a@example。org, a@example.org",
            "a@localhost, a@localhost",
    })
    void domainGoesOutAsALabels(String given, String sent) throws Exception {
        assertThat(AddrSpec.parse(given).text()).isEqualTo(sent);
    }

    @Test
    void finalSigmaIsKept() throws Exception {
        assertThat(AddrSpec.parse("a@βόλος.example").domain()).isEqualTo("xn--nxasmm1c.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "@b", "a@", "a b@c", "a@b c", "a@b>", "<a@b>", "a..b@c", ".a@c", "a.@c", "a@b..c", "a@-b.c", "a@b_c.d", "\"a\"@b",
            "a@[127.0.0.1]", "a@b@c", "a>@b.c", "a@b.c.", "a,b@c.d", "a\u00A0b@c.d"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> AddrSpec.parse(address)).isInstanceOf(RefusedValueException.class);
    }

    @Test
    void localPartOutsideAsciiIsRefusedByItsName() throws Exception {
        assertThatThrownBy(() -> AddrSpec.parse("josé@example.org")).isInstanceOf(RefusedValueException.class).hasMessageEndingWith("smtputf8-unsupported");
        assertThat(AddrSpec.parse("josé@example.org", AddrSpec.LocalParts.UNICODE).needsSmtpUtf8()).isTrue();
    }

    @Test
    void dateIsEnglishWhateverTheMachineSpeaks() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
                Instant at = Instant.parse("2026-03-05T06:07:08Z");
                assertThat(HeaderField.date(at, ZoneId.of("Europe/London")).folded()).isEqualTo("Thu, 5 Mar 2026 06:07:08 +0000");
                assertThat(HeaderField.date(at, ZoneId.of("America/St_Johns")).folded()).isEqualTo("Thu, 5 Mar 2026 02:37:08 -0330");
                assertThat(HeaderField.date(at, ZoneId.of("Asia/Kathmandu")).folded()).isEqualTo("Thu, 5 Mar 2026 11:52:08 +0545");
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private interface Make {
        HeaderField field(String value) throws RefusedValueException;
    }

    private static String wire(HeaderField field) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        field.writeTo(out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static org.apache.james.mime4j.dom.Message parsed(String header) throws Exception {
        return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream((header + "\r\n").getBytes(StandardCharsets.US_ASCII)));
    }
}
