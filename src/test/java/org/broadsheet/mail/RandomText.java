package org.broadsheet.mail;

import java.util.List;
import java.util.Random;

/** Text as feeds and readers bring it: scripts, emoji sequences, right-to-left, combining marks, odd spaces. Seeded. */
final class RandomText {

    private static final List<String> PIECES = List.of(
            "a", "Z", "9", " ", "  ", "=", "?", "_", "=?UTF-8?Q?x?=", ".", ",", "\"", "\\", "(", "From ", "é", "ß", "Ж", "дом", "中文", "한글", "ไทย",
            "\u0627\u0644\u0639\u0631\u0628\u064A\u0629", "\u05E2\u05D1\u05E8\u05D9\u05EA", "e\u0301", "\uD83D\uDE80", "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66", "\uD83C\uDDEC\uD83C\uDDE7", "\u00A0", "\u202E", "\uFEFF",
            "https://example.org/a?b=c&d=e", "word");

    private final Random random;

    RandomText(long seed) {
        random = new Random(seed);
    }

    /** One line without control characters, not blank. */
    String line(int maxPieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(maxPieces) + 1; i > 0; i--) {
            text.append(random.nextInt(12) == 0 ? anyCharacter() : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().isBlank() ? "x" + text : text.toString();
    }

    /** Lines with all three line ends, tabs and trailing spaces. */
    String lines(int maxLines) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(maxLines) + 1; i > 0; i--) {
            text.append(random.nextInt(6) == 0 ? "" : line(40));
            text.append(List.of("\n", "\r\n", "\r", " \n", "\t\n", "\n.\n", "\n..\n", "\nFrom x\n", "\u0000", "").get(random.nextInt(10)));
        }
        return text.toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private String anyCharacter() {
        while (true) {
            int c = random.nextInt(3) == 0 ? random.nextInt(0x110000) : random.nextInt(0x3000);
            boolean marks = c >= 0xE000 && c <= 0xE001;
            if (Character.isDefined(c) && !Character.isISOControl(c) && !(c >= 0xD800 && c <= 0xDFFF) && c != 0x2028 && c != 0x2029 && !marks) {
                return Character.toString(c);
            }
        }
    }
}
