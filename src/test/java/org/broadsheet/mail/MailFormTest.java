package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.broadsheet.testsupport.ReadMail;
import org.junit.jupiter.api.Test;

/** The rows A1 to A14, A37 and A38 of the requirements, on mails that are hard to compose, read by two parsers that are not ours. */
class MailFormTest {

    private static final String TOKEN = "\uE000TOKEN\uE001";
    private static final Map<String, String> VALUES = Map.of(TOKEN, "AbC-_123");
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final List<String> SCRIPTS = List.of("Plain English, \"quoted\", (bracketed) and = signed. ", "Ærøskøbing – naïve Süßwasserfische; ", "Москва не сразу строилась. ",
            "東京の港は静かだった。", "\u0645\u0631\u062D\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645 ", "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD ", "สวัสดีชาวโลก",
            "\uD83D\uDEA2\uD83D\uDC69\u200D\uD83D\uDE80\uD83C\uDDEC\uD83C\uDDE7");

    @Test
    void a1EachRequiredFieldOccursOnceAndNoneIsEmpty() throws Exception {
        for (var message : hardOnes()) {
            var header = header(message.toBytes());
            for (var name : List.of("Date", "From", "Subject", "To", "Message-ID", "MIME-Version", "Content-Type")) {
                assertThat(Pattern.compile("(?im)^" + name + ":").matcher(header).results()).as(name).hasSize(1);
            }
            assertThat(header).doesNotContainPattern("(?im)^(bcc|cc):").doesNotContainPattern("(?m)^[!-9;-~]+:[ \t]*\r\n(?! )");
        }
    }

    @Test
    void a2AnyNameComesBackBeforeOneAddress() throws Exception {
        for (var seed = 0; seed < 400; seed++) {
            var name = seed < 40 ? longName(seed) : new RandomText(seed).line(24).strip().replaceAll("\\s+", " ");
            if (name.isBlank()) {
                continue;
            }
            var raw = message(Mailbox.of(name, "news@example.org"), "Subject", plain("x")).toBytes();
            assertThat(header(raw)).containsPattern("\r\nFrom: (.|\r\n )*<news@example\\.org>\r\n").doesNotContain("\"=?");
            var angus = ReadMail.byAngus(raw).from();
            assertThat(ReadMail.byMime4j(raw).from()).as("mime4j, seed %d", seed).hasSize(1);
            assertThat(angus).as("angus, seed %d: %s", seed, header(raw)).hasSize(1);
            assertThat(angus.getFirst().replaceAll("\\s+", " ")).as("angus, seed %d", seed).isEqualTo(name + "|news@example.org");
            assertThat(ReadMail.byMime4j(raw).from().getFirst().replaceAll("\\s+", " ")).as("mime4j, seed %d", seed).isEqualTo(name + "|news@example.org");
        }
    }

    @Test
    void a3TheMessageIdIsReadAsItWasGiven() throws Exception {
        assertThat(ReadMail.byBoth(hardOnes().getFirst().toBytes()).messageId()).isEqualTo("<4f1c@example.org>");
    }

    @Test
    void a4TheDateIsEnglishWhateverTheMachineSpeaks() throws Exception {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        var expected = message(Mailbox.of("Pen & Ink", "news@example.org"), "Häfen", plain("x")).toBytes();
        try {
            for (var tag : List.of("de-DE", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "tr-TR", "fa-IR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                var raw = message(Mailbox.of("Pen & Ink", "news@example.org"), "Häfen", plain("x")).toBytes();
                assertThat(raw).as(tag).isEqualTo(expected);
                assertThat(header(raw)).contains("Date: Mon, 23 Nov 2026 08:00:00 +0100\r\n");
                assertThat(ReadMail.byBoth(raw).date()).isEqualTo(NOW);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void a5EveryLineEndsInCrlfAndNoControlCharacterIsLeft() throws Exception {
        for (var message : hardOnes()) {
            assertThat(wire(message)).doesNotContainPattern("[^\r]\n|\r(?!\n)").doesNotContain("\0").endsWith("\r\n");
        }
        for (var bad : List.of("a\rb", "a\nb", "a\r\nBcc: x@y.z", "a\u0085b", "a\u2028b", "a\0b")) {
            assertThatThrownBy(() -> HeaderField.unstructured("Subject", bad)).isInstanceOf(RefusedValueException.class);
            assertThatThrownBy(() -> Mailbox.of(bad, "a@example.org")).isInstanceOf(RefusedValueException.class);
        }
    }

    @Test
    void a6LinesAreAtMost78CharactersAnd76InBodies() throws Exception {
        var heavy = "word".repeat(50_000);
        for (var message : Stream.concat(hardOnes().stream(), Stream.of(message(Mailbox.of("", "news@example.org"), "Long", plain(heavy)))).toList()) {
            var parts = wire(message).split("\r\n\r\n", 2);
            assertThat(parts[0].lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(78);
            assertThat(parts[1].lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(76);
        }
    }

    @Test
    void a7SubjectsOfAnyScriptComeBackFromBothParsers() throws Exception {
        for (var seed = 0; seed < 400; seed++) {
            var subject = new RandomText(seed).line(40).strip();
            var raw = message(Mailbox.of("", "news@example.org"), subject, plain("x")).toBytes();
            assertThat(ReadMail.byMime4j(raw).subject()).as("mime4j, seed %d", seed).isEqualTo(subject);
            assertThat(ReadMail.byAngus(raw).subject()).as("angus, seed %d", seed).isEqualTo(subject);
            assertThat(Pattern.compile("=\\?[^?\\s]+\\?[QB]\\?[^?\\s]*\\?=").matcher(header(raw)).results()).allMatch(word -> word.group().length() <= 75);
        }
    }

    @Test
    void a8HeadersAreAscii() throws Exception {
        for (var message : hardOnes()) {
            assertThat(header(message.toBytes())).matches("(?s)[\r\n -~]*");
        }
    }

    @Test
    void a9DomainsGoAsALabelsAndLocalPartsOutsideAsciiAreRefused() throws Exception {
        var raw = message(Mailbox.of("Bücher", "news@bücher.example"), "x", plain("x")).toBytes();
        assertThat(ReadMail.byBoth(raw).from()).containsExactly("Bücher|news@xn--bcher-kva.example");
        assertThatThrownBy(() -> AddrSpec.parse("jürgen@example.org")).isInstanceOfSatisfying(RefusedValueException.class,
                refused -> assertThat(refused.reason()).isEqualTo(RefusedValueException.Reason.SMTPUTF8));
    }

    @Test
    void a10NamesOfPicturesComeBackAndHaveAnAsciiFallback() throws Exception {
        for (var title : List.of("The quay at dawn", "Zoë, \"Süß\" & Co; 100 % =?x?=", "東京の港は静かだった", "\u0645\u064A\u0646\u0627\u0621 \u0641\u064A \u0627\u0644\u0641\u062C\u0631",
                "\uD83D\uDC69\u200D\uD83D\uDE80 in orbit", "x".repeat(300), "", "../../etc/passwd", "a\r\nBcc: evil@example.org", "\uD83D")) {
            var raw = withPicture(InlinePicture.of("p1@example.org", "image/jpeg", title, new byte[] {1, 2, 3})).toBytes();
            var angus = ReadMail.byAngus(raw).leaves().getLast();
            assertThat(angus.disposition()).isEqualTo("inline");
            assertThat(angus.fileName()).as(title).endsWith(".jpg").hasSizeLessThan(70).doesNotContain("/", "\\", "\"", "\r", "\n", "%");
            assertThat(wire(raw)).as(title).containsPattern("Content-Disposition: inline;\\s+filename=\"[ -~&&[^\"\\\\]]+\\.jpg\"").doesNotContain("\nBcc:").matches("(?s)[\t\r\n -~]*");
            for (var word : title.replaceAll("[^\\p{L}]+", " ").strip().split(" ")) {
                assertThat(title.length() > 60 || angus.fileName().contains(word)).as(title + " in " + angus.fileName()).isTrue();
            }
            assertThat(ReadMail.byMime4j(raw).leaves().getLast().fileName()).as("mime4j, %s", title).isNotEmpty();
        }
    }

    @Test
    void a11PlainTextFirstAndPicturesBesideTheirHtml() throws Exception {
        assertThat(ReadMail.byBoth(message(Mailbox.of("", "news@example.org"), "x", plain("x")).toBytes()).structure()).isEqualTo("multipart/alternative(text/plain,text/html)");
        var octets = new byte[4000];
        new Random(7).nextBytes(octets);
        var raw = withPicture(InlinePicture.of("p1@example.org", "image/jpeg", "Quay", octets)).toBytes();
        var read = ReadMail.byBoth(raw);
        assertThat(read.structure()).isEqualTo("multipart/alternative(text/plain,multipart/related(text/html,image/jpeg))");
        assertThat(wire(raw)).contains("Content-Type: multipart/related; type=\"text/html\";\r\n");
        assertThat(read.leaf("text/html").text()).contains("src=\"cid:p1@example.org\"");
        assertThat(read.leaf("image/jpeg")).isEqualTo(new ReadMail.Leaf("image/jpeg", "base64", "<p1@example.org>", "inline", "Quay.jpg", new String(octets, StandardCharsets.ISO_8859_1)));
    }

    @Test
    void a12BoundariesOccurInNoPartWhateverStandsThere() throws Exception {
        var picture = InlinePicture.of("p1@example.org", "image/jpeg", "Quay", "--=_".repeat(99).getBytes(StandardCharsets.US_ASCII));
        var boundaries = boundaries(withPicture(picture));
        assertThat(boundaries).hasSize(2).doesNotHaveDuplicates().allMatch(boundary -> boundary.matches("[0-9A-Za-z'()+_,./:=?-]{1,70}"));
        for (var script : SCRIPTS) {
            var text = script.repeat(30) + "\n--" + boundaries.get(0) + "\n--" + boundaries.get(1) + "--\n" + TOKEN;
            var body = AlternativeBody.of(SplicedBody.plain(text, Set.of(TOKEN)), SplicedBody.html(text + "<img src=\"cid:p1@example.org\">", Set.of(TOKEN)), List.of(picture), "seed");
            var raw = MimeMessage.of(headers(Mailbox.of("", "news@example.org"), "x"), body, Map.of(TOKEN, "\n--" + boundaries.get(0) + "--\n")).toBytes();
            var read = ReadMail.byBoth(raw);
            assertThat(read.structure()).isEqualTo("multipart/alternative(text/plain,multipart/related(text/html,image/jpeg))");
            assertThat(read.leaf("text/plain").text()).contains("--" + boundaries.get(1) + "--");
        }
    }

    @Test
    void a13TextPartsAreUtf8InTheShorterOfTwoEncodingsAndNever8Bit() throws Exception {
        for (var script : SCRIPTS) {
            var raw = message(Mailbox.of("", "news@example.org"), "x", plain((script + "\n").repeat(60) + TOKEN)).toBytes();
            var read = ReadMail.byBoth(raw);
            assertThat(read.leaf("text/plain").text()).as(script).isEqualTo((script + "\r\n").repeat(60) + "AbC-_123");
            if (!script.contains("naïve")) { // there it is a matter of a few bytes
                assertThat(read.leaf("text/plain").encoding()).as(script).isEqualTo(script.contains("English") ? "quoted-printable" : "base64");
            }
            assertThat(wire(raw)).matches("(?s)[\t\r\n -~]*");
            assertThat(Pattern.compile("Content-Type: text/(plain|html); charset=utf-8\r\n").matcher(wire(raw)).results()).hasSize(2);
        }
    }

    @Test
    void a14DotsFromLinesAndTrailingSpacesArrive() throws Exception {
        var text = ".\n..\nFrom me\nFrom \nends in a space \nends in a tab\t\n=\n=3D\n \n" + "é".repeat(300) + "\n" + TOKEN;
        var raw = message(Mailbox.of("", "news@example.org"), "x", plain(text)).toBytes();
        assertThat(ReadMail.byBoth(raw).leaf("text/plain").text()).isEqualTo(text.replace("\n", "\r\n").replace(TOKEN, "AbC-_123"));
        assertThat(wire(raw)).doesNotContainPattern("(?m)^\\.|^From [^:]|[ \t]\r\n");
    }

    @Test
    void a37FieldsAndTheHeaderAreBounded() throws Exception {
        var subject = HeaderField.unstructured("Subject", "\uD83D\uDEA2".repeat(300));
        assertThat(subject.folded().length()).isLessThan(8000);
        var giant = headers(Mailbox.of("", "a@example.org"), "x").with(HeaderField.unstructured("X-Giant", "word ".repeat(2000).strip()));
        assertThatThrownBy(() -> MimeMessage.of(giant, plain("x"), VALUES)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("X-Giant");
        var many = headers(Mailbox.of("", "a@example.org"), "x");
        for (var number = 0; number < 5; number++) {
            many = many.with(HeaderField.unstructured("X-Many-" + number, "word ".repeat(1500).strip()));
        }
        var all = many;
        assertThatThrownBy(() -> MimeMessage.of(all, plain("x"), VALUES)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a37TheSizeThatIsAnnouncedIsNeverTooSmall() throws Exception {
        for (var message : hardOnes()) {
            assertThat((long) message.toBytes().length).isLessThanOrEqualTo(message.sizeAtMost());
        }
    }

    @Test
    void a38OthersCannotBeNamedInTheHeader() throws Exception {
        for (var name : List.of("Bcc", "bcc", "Cc")) {
            var more = headers(Mailbox.of("", "a@example.org"), "x").with(HeaderField.structured(name, "other@example.net"));
            assertThatThrownBy(() -> MimeMessage.of(more, plain("x"), VALUES)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<MimeMessage> hardOnes() throws RefusedValueException {
        return Stream.concat(Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7}).mapToObj(MailFormTest::hard),
                Stream.of(withPicture(InlinePicture.of("p1@example.org", "image/jpeg", "東京の港", new byte[5000])))).toList();
    }

    private static MimeMessage hard(int script) {
        try {
            return message(Mailbox.of(longName(script), "news@bücher.example"), SCRIPTS.get(script).repeat(4).strip(), plain(SCRIPTS.get(script).repeat(100) + "\n.\nFrom x\n" + TOKEN + " \n"));
        } catch (RefusedValueException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** 200 characters of a script, with commas and quotes. */
    private static String longName(int script) {
        var name = ("\"" + SCRIPTS.get(script % SCRIPTS.size()).strip() + "\", (a) <b> @; ").repeat(12);
        return name.substring(0, name.offsetByCodePoints(0, Math.min(200, name.codePointCount(0, name.length())))).strip();
    }

    private static AlternativeBody plain(String text) {
        return AlternativeBody.of(SplicedBody.plain(text, Set.of(TOKEN)), SplicedBody.html("<p>" + text + "</p>", Set.of(TOKEN)), "seed");
    }

    private static MimeMessage withPicture(InlinePicture picture) throws RefusedValueException {
        var body = AlternativeBody.of(SplicedBody.plain("Quay", Set.of(TOKEN)), SplicedBody.html("<p><img src=\"cid:" + picture.contentId() + "\" alt=\"Quay\"></p>", Set.of(TOKEN)),
                List.of(picture), "seed");
        return MimeMessage.of(headers(Mailbox.of("Pen & Ink", "news@example.org"), "x"), body, VALUES);
    }

    private static MimeMessage message(Mailbox from, String subject, AlternativeBody body) throws RefusedValueException {
        return MimeMessage.of(headers(from, subject), body, VALUES);
    }

    private static Headers headers(Mailbox from, String subject) throws RefusedValueException {
        return Headers.of(HeaderField.date(NOW, ZoneId.of("Europe/Berlin")), HeaderField.mailbox("From", from), HeaderField.mailbox("To", Mailbox.of("Zoë", "reader@example.net")),
                HeaderField.unstructured("Subject", subject), HeaderField.structured("Message-ID", "<4f1c@example.org>"));
    }

    private static List<String> boundaries(MimeMessage message) throws IOException {
        return Pattern.compile("boundary=\"([^\"]*)\"").matcher(wire(message)).results().map(found -> found.group(1)).toList();
    }

    private static String header(byte[] raw) {
        return wire(raw).split("\r\n\r\n", 2)[0] + "\r\n";
    }

    private static String wire(MimeMessage message) {
        return wire(message.toBytes());
    }

    private static String wire(byte[] raw) {
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}
