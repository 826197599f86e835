package org.broadsheet.delivery;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads replies (RFC 5321 section 4.2): of one line or many, however they are cut into segments, in bounded memory (G12).
 */
final class SmtpReplies {

    /** The standard says 512; relays that explain themselves say more. */
    private static final int MAX_LINE = 4096;
    private static final int MAX_LINES = 256;
    private static final int MAX_REPLY = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[MAX_LINE];
    private int position;
    private int limit;

    SmtpReplies(InputStream in) {
        this.in = in;
    }

    /** The next reply, its text's lines joined by a space. */
    SmtpReply read() throws IOException {
        List<String> lines = readLines();
        int code = code(lines.getFirst());
        String enhanced = enhanced(code, lines.getFirst());
        if (lines.size() == 1) {
            return new SmtpReply(code, enhanced, text(lines.getFirst(), enhanced));
        }
        return new SmtpReply(code, enhanced, String.join(" ", lines.stream().map(line -> text(line, enhanced)).toList()));
    }

    /** The next reply as its lines, codes included. */
    List<String> readLines() throws IOException {
        String line = checked(readLine());
        if (isLast(line)) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        int size = 0;
        while (true) {
            lines.add(line);
            size += line.length();
            if (isLast(line)) {
                return lines;
            }
            if (lines.size() == MAX_LINES || size > MAX_REPLY) {
                throw new SmtpProtocolException("reply is too long");
            }
            line = checked(readLine());
            if (!line.startsWith(lines.getFirst().substring(0, 3))) {
                throw new SmtpProtocolException("reply changes its code");
            }
        }
    }

    static int code(String line) {
        return (line.charAt(0) - '0') * 100 + (line.charAt(1) - '0') * 10 + line.charAt(2) - '0';
    }

    private static boolean isLast(String line) {
        return line.length() == 3 || line.charAt(3) == ' ';
    }

    private static String checked(String line) throws IOException {
        boolean ok = line.length() >= 3 && line.charAt(0) >= '2' && line.charAt(0) <= '5' && isDigit(line.charAt(1)) && isDigit(line.charAt(2))
                && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
        if (!ok) {
            throw new SmtpProtocolException("not a reply: " + new SmtpReply(0, "", line.substring(0, Math.min(line.length(), 80))).text());
        }
        return line;
    }

    private String readLine() throws IOException {
        int scanned = position;
        while (true) {
            for (int i = scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    int end = i > position && buffer[i - 1] == '\r' ? i - 1 : i;
                    String line = new String(buffer, position, end - position, StandardCharsets.UTF_8);
                    position = i + 1;
                    return line;
                }
            }
            scanned = limit;
            if (position > 0) {
                System.arraycopy(buffer, position, buffer, 0, limit - position);
                scanned -= position;
                limit -= position;
                position = 0;
            }
            if (limit == buffer.length) {
                throw new SmtpProtocolException("reply has too long a line");
            }
            int count = in.read(buffer, limit, buffer.length - limit);
            if (count < 0) {
                throw new EOFException("the relay closed the connection");
            }
            limit += count;
        }
    }

    /** {@code class.subject.detail} at the start of the text (RFC 2034 section 4), "" if there is none that fits the code. */
    private static String enhanced(int code, String line) {
        int end = 4;
        int dots = 0;
        int digits = 0;
        for (; end < line.length() && line.charAt(end) != ' '; end++) {
            char c = line.charAt(end);
            if (c == '.' && digits > 0 && dots < 2) {
                dots++;
                digits = 0;
            } else if (isDigit(c) && digits < (dots == 0 ? 1 : 3)) {
                digits++;
            } else {
                return "";
            }
        }
        return dots == 2 && digits > 0 && line.charAt(4) - '0' == code / 100 ? line.substring(4, end) : "";
    }

    private static String text(String line, String enhanced) {
        String text = line.length() > 4 ? line.substring(4) : "";
        return enhanced.isEmpty() || !text.startsWith(enhanced) ? text : text.substring(enhanced.length()).strip();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
