package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.junit.jupiter.api.Test;

class EncodedWordsTest {

    private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?([QB])\\?([!-~&&[^?]]*)\\?=");

    @Test
    void anyTextComesBackFromTwoDecoders() {
        for (long seed = 0; seed < 3000; seed++) {
            RandomText random = new RandomText(seed);
            String text = random.line(60);
            String encoded = EncodedWords.encode(text, random.below(60));
            assertThat(DecoderUtil.decodeEncodedWords(encoded.replace("\r\n", "").stripLeading(), DecodeMonitor.STRICT)).as("mime4j, seed %d", seed).isEqualTo(text);
            assertThat(decodedWordByWord(encoded)).as("own, seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void noWordIsOver75CharactersAndNoLineOver76() {
        for (long seed = 0; seed < 1000; seed++) {
            RandomText random = new RandomText(seed);
            int column = random.below(70);
            String encoded = EncodedWords.encode(random.line(80), column);
            for (String line : ("x".repeat(column) + encoded).split("\r\n")) {
                assertThat(line.length()).isLessThanOrEqualTo(76);
                assertThat(line.strip().length() - (line.startsWith("x") ? column : 0)).isLessThanOrEqualTo(75);
            }
        }
    }

    @Test
    void rocketSurvives() {
        assertThat(EncodedWords.encode("Launch \uD83D\uDE80 café", 9)).isEqualTo("=?UTF-8?B?TGF1bmNoIPCfmoAgY2Fmw6k=?=");
    }

    @Test
    void halfACharacterBecomesTheReplacementCharacter() {
        String encoded = EncodedWords.encode("a\uD83Db", 0);
        assertThat(DecoderUtil.decodeEncodedWords(encoded, DecodeMonitor.STRICT)).isEqualTo("a\uFFFDb");
    }

    /** Each word is decoded for itself, strictly: a code point cut in two would show. */
    private static String decodedWordByWord(String encoded) {
        StringBuilder text = new StringBuilder();
        for (String word : encoded.strip().split("\r\n ")) {
            Matcher matcher = WORD.matcher(word);
            assertThat(matcher.matches()).as(word).isTrue();
            String part = new String(matcher.group(1).equals("B") ? Base64.getDecoder().decode(matcher.group(2)) : q(matcher.group(2)),
                    StandardCharsets.UTF_8);
            text.append(part);
        }
        return text.toString();
    }

    private static byte[] q(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.write(c == '_' ? ' ' : c == '=' ? Integer.parseInt(text.substring(i + 1, i + 3), 16) : c);
            i += c == '=' ? 2 : 0;
        }
        return out.toByteArray();
    }
}
