package org.broadsheet.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

import org.mozilla.universalchardet.UniversalDetector;

/** What the octets of a document say of its charset, whatever is stated about it. */
final class CharsetSigns {

    private static final int LOOKED_AT = 64 * 1_024;
    /** Some words before the first letter that is not ASCII. */
    private static final int BEFORE = 100;
    private static final int GOOD_FOR_ONE_BAD = 3;
    private static final int AT_A_TIME = 8_192;

    private CharsetSigns() {
    }

    /**
     * Whether the octets are text in this charset without a fault.
     *
     * @param length how many of them are looked at; a character that ends beyond is no fault
     */
    static boolean fits(byte[] body, int length, Charset charset) {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var octets = ByteBuffer.wrap(body, 0, length);
        var characters = CharBuffer.allocate(AT_A_TIME);
        while (true) {
            var result = decoder.decode(octets, characters, length == body.length);
            if (!result.isOverflow()) {
                return result.isUnderflow();
            }
            characters.clear();
        }
    }

    /** Whether most of what is not ASCII is UTF-8, and a few octets slipped in from elsewhere, such as an advertisement in another charset. */
    static boolean isMostlyUtf8(byte[] body, int length) {
        var good = 0;
        var bad = 0;
        for (var place = 0; place < length;) {
            var sequence = LenientUtf8Reader.sequence(body, place, length);
            good += sequence > 1 ? 1 : 0;
            bad += sequence == 0 ? 1 : 0;
            place += Math.max(1, sequence);
        }
        return good > bad * GOOD_FOR_ONE_BAD;
    }

    /** What the text looks like by the frequency of its letters; empty if like nothing in particular. */
    static Optional<Charset> detected(byte[] body, int length) {
        var start = 0;
        while (start < length && body[start] >= 0) {
            start++;
        }
        var from = Math.max(0, start - BEFORE);
        var detector = new UniversalDetector();
        detector.handleData(body, from, Math.min(LOOKED_AT, length - from));
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset()).flatMap(Charsets::named);
    }
}
