package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.junit.jupiter.api.Test;

class SplicedBodyTest {

    private static final String TOKEN = "\uE000TOKEN\uE001";
    private static final String SINCE = "\uE000SINCE\uE001";
    private static final Set<String> MARKS = Set.of(TOKEN, SINCE);

    @Test
    void anyTextWithAnyValuesComesBackFromEitherEncoding() throws Exception {
        for (long seed = 0; seed < 2000; seed++) {
            RandomText random = new RandomText(seed);
            String text = random.lines(8) + (random.below(2) == 0 ? TOKEN : "") + random.lines(4) + SINCE + random.lines(3)
                    + (random.below(2) == 0 ? TOKEN + SINCE : "");
            Map<String, String> values = Map.of(TOKEN, "t" + seed, SINCE, random.below(5) == 0 ? "" : random.lines(2));
            String expected = canonical(text, values);
            for (SplicedBody body : inBoth(text)) {
                assertSplices(body, values, expected, "seed " + seed);
            }
        }
    }

    @Test
    void whereverASlotStandsAndHoweverLongItsValueTheRestStaysAsItWas() throws Exception {
        for (String script : List.of("abc def ", "ähé ", "Привет мир ", "東京の港", "\uD83D\uDC69\u200D\uD83D\uDE80", "\u0645\u0631\u062D\u0628\u0627 ")) {
            for (int before = 0; before < 8; before++) {
                for (int between = 0; between < 5; between++) {
                    String text = "x".repeat(before) + TOKEN + "y".repeat(between) + SINCE + script.repeat(40) + TOKEN + script;
                    for (int length = 0; length < 7; length++) {
                        Map<String, String> values = Map.of(TOKEN, "t".repeat(length), SINCE, script.repeat(length));
                        for (SplicedBody body : inBoth(text)) {
                            assertSplices(body, values, canonical(text, values), script + before + "/" + between + "/" + length);
                        }
                    }
                }
            }
        }
    }

    private static void assertSplices(SplicedBody body, Map<String, String> values, String expected, String what) throws Exception {
        byte[] encoded = encoded(body, values);
        assertThat(decoded(body, encoded)).as(what).isEqualTo(expected);
        assertThat(body.text(values)).as(what).isEqualTo(expected.replace("\r\n", "\n"));
        assertThat((long) encoded.length).as(what).isLessThanOrEqualTo(body.sizeAtMost(values));
        assertSafeOnTheWire(body, encoded);
    }

    @Test
    void theShorterEncodingIsTaken() throws Exception {
        assertThat(SplicedBody.plain("Plain English, a naïve café now and then. ".repeat(50), MARKS).transferEncoding()).isEqualTo("quoted-printable");
        assertThat(SplicedBody.plain("東京の港は静かだった。".repeat(50), MARKS).transferEncoding()).isEqualTo("base64");
        for (long seed = 0; seed < 500; seed++) {
            String text = new RandomText(seed).lines(12) + TOKEN;
            int taken = encoded(SplicedBody.plain(text, MARKS), Map.of(TOKEN, "abc")).length;
            for (SplicedBody body : inBoth(text)) {
                assertThat(taken).as("seed %d", seed).isLessThanOrEqualTo(encoded(body, Map.of(TOKEN, "abc")).length + 24); // a group beside each slot
            }
        }
    }

    private static List<SplicedBody> inBoth(String text) {
        List<Spliced.Piece> pieces = SplicedBody.pieces(text, MARKS);
        return List.of(SplicedBody.of(SplicedQuotedPrintable.of(pieces), pieces, UnaryOperator.identity()),
                SplicedBody.of(SplicedBase64.of(pieces), pieces, UnaryOperator.identity()));
    }

    @Test
    void longLinesDotsAndFromLinesSurvive() throws Exception {
        String text = ("word ".repeat(40_000) + "\n.\n..\nFrom me\nFrom\n \n\t\n= =3D\n").repeat(1);
        for (SplicedBody body : inBoth(text)) {
            assertSplices(body, Map.of(), text.replace("\n", "\r\n"), body.transferEncoding());
        }
    }

    @Test
    void smugglingAttemptsBecomeOrdinaryLines() throws Exception {
        for (String attempt : List.of("\n.\n", "\r.\r", "\r\n.\r\n", "\n.\r\n", "\r\n.\n", "\r\n.\r")) {
            for (SplicedBody body : inBoth("a" + attempt + "MAIL FROM:<x@y>" + TOKEN)) {
                assertSafeOnTheWire(body, encoded(body, Map.of(TOKEN, attempt)));
            }
        }
    }

    @Test
    void valuesInHtmlAreEscaped() throws Exception {
        SplicedBody body = SplicedBody.html("<p title=\"" + SINCE + "\">" + SINCE + "</p>", MARKS);
        assertThat(decoded(body, encoded(body, Map.of(SINCE, "<b>\"'&"))))
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

    private static String decoded(SplicedBody body, byte[] encoded) throws Exception {
        try (InputStream in = body.transferEncoding().equals("base64") ? new Base64InputStream(new ByteArrayInputStream(encoded), DecodeMonitor.STRICT)
                : new QuotedPrintableInputStream(new ByteArrayInputStream(encoded), DecodeMonitor.STRICT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Line ends are made canonical within a segment or a value, never across their seam. */
    private static String canonical(String text, Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        for (String piece : text.split("(?=\uE000)|(?<=\uE001)")) {
            out.append(values.getOrDefault(piece, piece).replaceAll("\r\n|\r|\n", "\r\n"));
        }
        return out.toString();
    }

    private static void assertSafeOnTheWire(SplicedBody body, byte[] encoded) {
        String wire = new String(encoded, StandardCharsets.ISO_8859_1);
        assertThat(wire).matches("(?s)[\t\r\n -~]*").doesNotContainPattern("[^\r]\n|\r(?!\n)").doesNotContainPattern("(?m)^\\.|^From |[ \t]\r?$");
        for (String line : wire.split("\r\n")) {
            assertThat(line.length()).isLessThanOrEqualTo(76);
            if (body.transferEncoding().equals("base64")) {
                assertThat(line).matches("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
            } else {
                assertThat(line.replaceAll("=[0-9A-F]{2}", "")).matches("[^=]*=?");
                assertThat(line).doesNotMatch(".*(=C[2-9A-F]|=D[0-9A-F]|=E[0-9A-F]|=F[0-4])=?");
            }
        }
    }
}
