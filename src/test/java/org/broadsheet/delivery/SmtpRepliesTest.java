package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as relays write them, and as nobody should (G12). */
class SmtpRepliesTest {

    @Test
    void oneLineWithAndWithoutTextAndCodes() throws IOException {
        assertThat(read("250 ok\r\n")).isEqualTo(new SmtpReply(250, "", "ok"));
        assertThat(read("250\r\n")).isEqualTo(new SmtpReply(250, "", ""));
        assertThat(read("250 \n")).isEqualTo(new SmtpReply(250, "", ""));
        assertThat(read("550 5.1.1 no such user\r\n")).isEqualTo(new SmtpReply(550, "5.1.1", "no such user"));
        assertThat(read("550 5.7.26\r\n")).isEqualTo(new SmtpReply(550, "5.7.26", ""));
        assertThat(read("550 4.1.1 odd class\r\n")).isEqualTo(new SmtpReply(550, "", "4.1.1 odd class"));
        assertThat(read("550 5.1111.1 x\r\n").enhanced()).isEmpty();
        assertThat(read("220 1.2.3.4 ready\r\n")).isEqualTo(new SmtpReply(220, "", "1.2.3.4 ready"));
    }

    @Test
    void manyLinesAreOneText() throws IOException {
        assertThat(read("550-5.7.1 first\r\n550-5.7.1 second\r\n550 5.7.1 third\r\n")).isEqualTo(new SmtpReply(550, "5.7.1", "first second third"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "250", "250 ok", "250-a\r\n", "250-a\r\n250"})
    void incompleteReplyIsNone(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }

    @Test
    void anyBytesEndInAReplyOrAnErrorHoweverTheyAreCut() {
        Random random = new Random(11);
        String alphabet = "0123456789--- .\r\n\r\nab\u0000\u00FF";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "250" : "");
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            assertThat(result(new ByteArrayInputStream(bytes))).isEqualTo(result(trickling(bytes)));
        }
    }

    private static String result(InputStream in) {
        SmtpReplies replies = new SmtpReplies(in);
        StringBuilder all = new StringBuilder();
        try {
            while (true) {
                SmtpReply reply = replies.read();
                assertThat(reply.code()).isBetween(200, 599);
                all.append(reply).append('|');
            }
        } catch (IOException end) {
            return all.append(end.getMessage()).toString();
        }
    }

    private static InputStream trickling(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1));
            }
        };
    }

    private static SmtpReply read(String text) throws IOException {
        return new SmtpReplies(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).read();
    }
}
