package org.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ReceivedMailTest {

    @Test
    void anEncodedSubjectThatIsFoldedReadsAsOneLine() {
        var mail = mail("""
                Subject: =?UTF-8?Q?Tariffs_=E2=80=93_?=
                 =?utf-8?B?Z3LDvMOfZSBhdXM=?= Hull
                From: =?ISO-8859-1?Q?Andr=E9?= <a@example.org>

                text
                """);
        assertThat(mail.subject()).isEqualTo("Tariffs – grüße aus Hull");
        assertThat(mail.header("from")).isEqualTo("André <a@example.org>");
    }

    @Test
    void aCharacterPartedBetweenTwoEncodedWordsIsJoined() {
        assertThat(mail("Subject: =?utf-8?Q?gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=\n\n").subject()).isEqualTo("grüße");
    }

    @Test
    void picturesThatTravelInTheMailAreShownInTheirPlaces() {
        var mail = mail("""
                MIME-Version: 1.0
                Content-Type: multipart/related; type="text/html"; boundary=b

                --b
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: base64

                PGltZyBzcmM9ImNpZDpxdWF5QGV4YW1wbGUub3JnIj4=
                --b
                Content-Type: image/jpeg
                Content-Transfer-Encoding: base64
                Content-ID: <quay@example.org>

                /9j/
                --b--
                """);
        assertThat(mail.html()).isEqualTo("<img src=\"cid:quay@example.org\">");
        assertThat(mail.shown()).isEqualTo("<img src=\"data:image/jpeg;base64,/9j/\">");
    }

    @Test
    void bothAlternativesAreFoundAndDecoded() {
        var mail = mail("""
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                preamble
                --outer
                Content-Type: multipart/alternative;
                 boundary="in = ner"

                --in = ner
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                A dear caf=C3=A9, soft=
                ly broken, 100=25, and = alone
                --in = ner
                Content-Type: text/html; charset="iso-8859-1"
                Content-Transfer-Encoding: BASE64

                PHA+Y2Fm6Twv
                cD4=
                --in = ner--
                --outer--
                epilogue
                """);
        assertThat(mail.text()).isEqualTo("A dear café, softly broken, 100%, and = alone");
        assertThat(mail.html()).isEqualTo("<p>café</p>");
    }

    @Test
    void aMailWithoutPartsIsItsText() {
        var mail = mail("Subject: plain\n\nline one\nline two\n");
        assertThat(mail.text()).isEqualTo("line one\nline two\n");
        assertThat(mail.html()).isEmpty();
    }

    @Test
    void aBoundaryInsideALineDoesNotPartTheMail() {
        var mail = mail("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee --b and\n--bb\n--b--\n");
        assertThat(mail.text()).isEqualTo("see --b and\n--bb");
    }

    @Test
    void noBytesAtAllStopTheReader() {
        var random = new Random(7);
        var pieces = new String[] {"--b", "\r\n", "\n", "Content-Type: multipart/mixed; boundary=b", "Content-Transfer-Encoding: base64", "=?utf-8?B?x?=",
            "=?utf-8?Q?=?=", ":", " ", "=", "\u00ff", "Content-Type: text/html; charset=no-such", "\0"};
        for (var run = 0; run < 2000; run++) {
            var raw = new StringBuilder();
            for (var i = random.nextInt(30); i > 0; i--) {
                raw.append(pieces[random.nextInt(pieces.length)]);
            }
            var mail = ReceivedMail.of(raw.toString().getBytes(StandardCharsets.ISO_8859_1));
            assertThat(mail.subject() + mail.text() + mail.html() + mail.headers()).as("%s", raw).isNotNull();
        }
    }

    private static ReceivedMail mail(String text) {
        return ReceivedMail.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
