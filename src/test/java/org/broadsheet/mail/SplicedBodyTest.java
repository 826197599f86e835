package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.junit.jupiter.api.Test;

class SplicedBodyTest {

    private static final String TOKEN = "\uE000TOKEN\uE001";
    private static final String SINCE = "\uE000SINCE\uE001";
    private static final Set<String> MARKS = Set.of(TOKEN, SINCE);

    @Test
    void anyTextWithAnyValuesComesBack() throws Exception {
        for (long seed = 0; seed < 2000; seed++) {
            RandomText random = new RandomText(seed);
            String text = random.lines(8) + (random.below(2) == 0 ? TOKEN : "") + random.lines(4) + SINCE + random.lines(3)
                    + (random.below(2) == 0 ? TOKEN + SINCE : "");
            Map<String, String> values = Map.of(TOKEN, "t" + seed, SINCE, random.below(5) == 0 ? "" : random.lines(2));
            SplicedBody body = SplicedBody.plain(text, MARKS);
            String filled = text.replace(TOKEN, values.get(TOKEN)).replace(SINCE, values.get(SINCE));

            byte[] encoded = encoded(body, values);
            assertThat(decoded(encoded)).as("seed %d", seed).isEqualTo(canonical(filled, text, values));
            assertThat(body.text(values)).as("seed %d", seed).isEqualTo(filled);
            assertThat((long) encoded.length).as("seed %d", seed).isLessThanOrEqualTo(body.sizeAtMost(values));
            assertSafeOnTheWire(encoded);
        }
    }

    @Test
    void longLinesDotsAndFromLinesSurvive() throws Exception {
        String text = ("word ".repeat(40_000) + "\n.\n..\nFrom me\nFrom\n \n\t\n= =3D\n").repeat(1);
        byte[] encoded = encoded(SplicedBody.plain(text, MARKS), Map.of());
        assertSafeOnTheWire(encoded);
        assertThat(decoded(encoded)).isEqualTo(text.replace("\n", "\r\n"));
    }

    @Test
    void smugglingAttemptsBecomeOrdinaryLines() throws Exception {
        for (String attempt : List.of("\n.\n", "\r.\r", "\r\n.\r\n", "\n.\r\n", "\r\n.\n", "\r\n.\r")) {
            byte[] encoded = encoded(SplicedBody.plain("a" + attempt + "MAIL FROM:<x@y>" + TOKEN, MARKS), Map.of(TOKEN, attempt));
            assertSafeOnTheWire(encoded);
        }
    }

    @Test
    void valuesInHtmlAreEscaped() throws Exception {
        SplicedBody body = SplicedBody.html("<p title=\"" + SINCE + "\">" + SINCE + "</p>", MARKS);
        assertThat(decoded(encoded(body, Map.of(SINCE, "<b>\"'&"))))
                .isEqualTo("<p title=\"&lt;b&gt;&#34;&#39;&amp;\">&lt;b&gt;&#34;&#39;&amp;</p>")
                .isEqualTo(body.text(Map.of(SINCE, "<b>\"'&")));
    }

    @Test
    void unknownSlotOrHalfAMarkIsRefusedWhenPrepared() {
        assertThatThrownBy(() -> SplicedBody.plain("a\uE000NAME\uE001", MARKS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SplicedBody.plain("a\uE000TOKEN", MARKS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void missingValueIsRefused() {
        SplicedBody body = SplicedBody.plain(TOKEN, MARKS);
        assertThat(body.slots()).containsExactly(TOKEN);
        assertThatThrownBy(() -> encoded(body, Map.of())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("TOKEN");
    }

    private static byte[] encoded(SplicedBody body, Map<String, String> values) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(out, values);
        return out.toByteArray();
    }

    private static String decoded(byte[] encoded) throws Exception {
        try (QuotedPrintableInputStream in = new QuotedPrintableInputStream(new ByteArrayInputStream(encoded), DecodeMonitor.STRICT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Line ends are made canonical within a segment or a value, never across their seam. */
    private static String canonical(String filled, String text, Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        for (String piece : text.split("(?=\uE000)|(?<=\uE001)")) {
            out.append(values.getOrDefault(piece, piece).replaceAll("\r\n|\r|\n", "\r\n"));
        }
        return filled.isEmpty() ? "" : out.toString();
    }

    private static void assertSafeOnTheWire(byte[] encoded) {
        String wire = new String(encoded, StandardCharsets.ISO_8859_1);
        assertThat(wire).matches("(?s)[\t\r\n -~]*").doesNotContainPattern("[^\r]\n|\r(?!\n)").doesNotContainPattern("(?m)^\\.|^From |[ \t]\r?$");
        for (String line : wire.split("\r\n")) {
            assertThat(line.length()).isLessThanOrEqualTo(76);
            assertThat(line.replaceAll("=[0-9A-F]{2}", "")).matches("[^=]*=?");
            assertThat(line).doesNotMatch(".*(=C[2-9A-F]|=D[0-9A-F]|=E[0-9A-F]|=F[0-4])=?");
        }
    }
}
