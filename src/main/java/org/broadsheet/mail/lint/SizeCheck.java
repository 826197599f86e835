package org.broadsheet.mail.lint;

import java.nio.charset.StandardCharsets;

/** Size (A32) and lines (A6) of the HTML part. */
final class SizeCheck implements Check {

    /** Where Gmail cuts. */
    static final int CUT = 102_400;
    private static final int NEAR = 90_000;
    private static final int LONGEST_LINE = 998;

    @Override
    public void look(Inspection mail, Findings findings) {
        if (mail.bytes() > CUT) {
            findings.add(Rule.HTML_SIZE, mail.html(offsetOfByte(mail.page().source(), CUT)), "The HTML part has " + mail.bytes() + " bytes; Gmail cuts it here.");
        } else if (mail.bytes() > NEAR) {
            findings.add(Rule.HTML_SIZE_NEAR, mail.html(offsetOfByte(mail.page().source(), NEAR)), "The HTML part has " + mail.bytes() + " bytes.");
        }
        var source = mail.page().source();
        for (int start = 0, end; start < source.length(); start = end + 1) {
            end = source.indexOf('\n', start);
            end = end < 0 ? source.length() : end;
            if (end - start > LONGEST_LINE / 3) {
                var bytes = source.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
                if (bytes > LONGEST_LINE) {
                    findings.add(Rule.HTML_LINE, mail.html(start), "A line of the HTML part has more than 998 bytes.");
                }
            }
        }
    }

    /** The offset in characters at which so many bytes of UTF-8 have gone by. */
    static int offsetOfByte(String text, int wanted) {
        var bytes = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
            if (bytes > wanted) {
                return i;
            }
        }
        return text.length();
    }
}
