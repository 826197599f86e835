package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dot-stuffing and line ends as they leave (G11, F18). */
class SmtpOutputTest {

    private static final int BUFFER = 64 * 1024;

    @Test
    void dotIsStuffedAtEveryOffsetAroundTheBuffersEnd() throws IOException {
        for (int offset = BUFFER - 12; offset <= BUFFER + 12; offset++) {
            String mail = "x".repeat(offset - 2) + "\r\n.\r\n..\r\ny\r\n";
            String stuffed = "x".repeat(offset - 2) + "\r\n..\r\n...\r\ny\r\n.\r\n";
            assertThat(sent(mail, mail.length())).as("offset %d", offset).isEqualTo(stuffed);
        }
    }

    @Test
    void dotIsStuffedHoweverTheMailIsCutIntoWrites() throws IOException {
        String mail = ".a\r\n.\r\n\r\n..b\r\n.c.\r\n";
        for (int cut = 1; cut < mail.length(); cut++) {
            assertThat(sent(mail, cut)).as("cut %d", cut).isEqualTo("..a\r\n..\r\n\r\n...b\r\n..c.\r\n.\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"a\\n.\\nb, a\\r\\n..\\r\\nb", "a\\r.\\rb, a\\r\\n..\\r\\nb", "a\\n.\\r\\nb, a\\r\\n..\\r\\nb", "a\\r\\n.\\nb, a\\r\\n..\\r\\nb",
            "a\\r\\n.\\rb, a\\r\\n..\\r\\nb", "a\\r\\r\\nb, a\\r\\n\\r\\nb", "a\\n\\rb, a\\r\\n\\r\\nb", "a\\r, a", "a\\n, a"})
    void bareLineEndsBecomeWholeOnes(String mail, String sent) throws IOException {
        String expected = unescaped(sent) + "\r\n.\r\n";
        String given = unescaped(mail);
        for (int cut = 1; cut <= given.length(); cut++) {
            assertThat(sent(given, cut)).as("cut %d", cut).isEqualTo(expected);
        }
    }

    @Test
    void randomBytesNeverEndTheMailEarlyAndComeBack() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            StringBuilder mail = new StringBuilder();
            for (int i = random.nextInt(200); i >= 0; i--) {
                mail.append("ab.\r\n\u00E9".charAt(random.nextInt(6)));
            }
            String sent = sent(mail.toString(), 1 + random.nextInt(20));
            assertThat(sent).doesNotContainPattern("[^\r]\n|\r(?!\n)").endsWith("\r\n.\r\n");
            assertThat(("\r\n" + sent).indexOf("\r\n.\r\n")).isEqualTo(sent.length() - 3);
            String canonical = mail.toString().replaceAll("\r\n|\r|\n", "\r\n");
            String expected = canonical.endsWith("\r\n") ? canonical : canonical + "\r\n";
            assertThat(("\r\n" + sent.substring(0, sent.length() - 3)).replace("\r\n.", "\r\n")).isEqualTo("\r\n" + expected);
        }
    }

    @Test
    void emptyMailIsALoneDot() throws IOException {
        assertThat(sent("", 1)).isEqualTo(".\r\n");
    }

    @Test
    void commandOfTwoLinesIsRefused() {
        assertThatThrownBy(() -> output(new ByteArrayOutputStream()).command("RCPT TO:<a@b>\r\nDATA")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> output(new ByteArrayOutputStream()).command("NOOP\n")).isInstanceOf(IOException.class);
    }

    private static String sent(String mail, int cut) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        SmtpOutput output = output(wire);
        OutputStream data = output.beginData();
        byte[] bytes = mail.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i += cut) {
            data.write(bytes, i, Math.min(cut, bytes.length - i));
        }
        output.endData();
        output.flush();
        return wire.toString(StandardCharsets.ISO_8859_1);
    }

    private static SmtpOutput output(OutputStream wire) {
        return new SmtpOutput(wire, new Deadline(new Socket(), Duration.ofSeconds(1)));
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }
}
