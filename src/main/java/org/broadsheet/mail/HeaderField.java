package org.broadsheet.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.broadsheet.mail.RefusedValueException.Reason;

/**
 * One header field as it goes on the wire. The only ways to make one check its value, so a field never holds a line end of anyone
 * else's (F10), and is folded only where that changes nothing.
 */
public final class HeaderField {

    private static final String FOLD = "\r\n ";
    private static final int WANTED_LINE = 78;
    private static final int MAX_LINE = 998;
    private static final int MAX_NAME = 76;

    private final String name;
    private final String body;

    private HeaderField(String name, String body) throws RefusedValueException {
        this.name = name;
        this.body = body;
        checkLines();
    }

    /**
     * Free text such as Subject (RFC 5322 section 3.6.5): as it is where that is possible, else in encoded words.
     *
     * @throws RefusedValueException if the name is not ftext, or the text is empty or holds a control character
     */
    public static HeaderField unstructured(String name, String text) throws RefusedValueException {
        String checkedName = checkedName(name);
        HeaderText.checked(name, text);
        int column = name.length() + 2;
        if (EncodedWords.isNeeded(text) || hasLongWord(text, column)) {
            return new HeaderField(checkedName, EncodedWords.encode(text, column));
        }
        return new HeaderField(checkedName, joined(column, " ", List.of(text.split(" "))));
    }

    /**
     * A field that has a grammar of its own, such as List-Unsubscribe or Message-ID: ASCII pieces, folded only between them (A15).
     *
     * @param separator after each piece but the last: "" or ","
     * @throws RefusedValueException if a piece is empty, not ASCII, longer than a line may be or holds a control character
     */
    public static HeaderField structured(String name, String separator, List<String> pieces) throws RefusedValueException {
        String checkedName = checkedName(name);
        for (String piece : pieces) {
            HeaderText.checked(name, piece);
            if (!HeaderText.isAscii(piece)) {
                throw new RefusedValueException(Reason.NOT_ASCII, name);
            }
        }
        return new HeaderField(checkedName, joined(name.length() + 2, separator + " ", pieces));
    }

    /** As {@link #structured(String, String, List)} with one piece, which is never folded. */
    public static HeaderField structured(String name, String value) throws RefusedValueException {
        return structured(name, "", List.of(value));
    }

    /** From, To, Reply-To: one mailbox (A2). */
    public static HeaderField mailbox(String name, Mailbox mailbox) throws RefusedValueException {
        String checkedName = checkedName(name);
        if (!mailbox.name().isEmpty()) {
            HeaderText.checked(name, mailbox.name());
        }
        return new HeaderField(checkedName, mailbox.encoded(name.length() + 2));
    }

    /** Date (A4). */
    public static HeaderField date(Instant at, ZoneId zone) {
        try {
            return structured("Date", MailDate.format(at, zone));
        } catch (RefusedValueException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String name() {
        return name;
    }

    /** The value without folding (RFC 5322 section 2.2.3), for signing and for transports that fold themselves. */
    public String unfolded() {
        return body.replace("\r\n", "");
    }

    /** The value as written, folds included. */
    public String folded() {
        return body;
    }

    /** Whether it may only go over a connection with SMTPUTF8 (A8). */
    public boolean needsSmtpUtf8() {
        return !HeaderText.isAscii(body);
    }

    /** The field with its CRLF. */
    public void writeTo(OutputStream out) throws IOException {
        out.write((name + ": " + body + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name; // values hold addresses and tokens, which no log may see
    }

    private static String checkedName(String name) throws RefusedValueException {
        if (name.isEmpty() || name.length() > MAX_NAME || !isFtext(name)) {
            throw new RefusedValueException(Reason.FIELD_NAME, "header");
        }
        return name;
    }

    private static boolean isFtext(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == ':') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLongWord(String text, int column) {
        for (String word : text.split(" ")) {
            if (column + word.length() > WANTED_LINE) {
                return true;
            }
            column = 1;
        }
        return false;
    }

    private static String joined(int start, String separator, List<String> pieces) {
        StringBuilder out = new StringBuilder();
        int column = start;
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            String gap = i == 0 ? "" : separator;
            int comma = i < pieces.size() - 1 ? separator.length() - 1 : 0;
            if (i > 0 && column + gap.length() + piece.length() + comma > WANTED_LINE) {
                out.append(gap.stripTrailing()).append(FOLD);
                column = 1;
            } else {
                out.append(gap);
                column += gap.length();
            }
            out.append(piece);
            column += piece.length();
        }
        return out.toString();
    }

    private void checkLines() throws RefusedValueException {
        if (name.length() + 2 + body.length() <= MAX_LINE) {
            return;
        }
        int column = name.length() + 2;
        for (String line : body.split("\r\n", -1)) {
            if (column + line.length() > MAX_LINE) {
                throw new RefusedValueException(Reason.TOO_LONG, name);
            }
            column = 0;
        }
    }
}
