package org.broadsheet.demo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One connection to the {@link MailSink}: the commands of RFC 5321 with PIPELINING (RFC 2920), SIZE (RFC 1870) and 8BITMIME (RFC 6152). */
final class SmtpSession {

    private static final int LARGEST = 25 * 1024 * 1024;
    private static final int LONGEST_COMMAND = 4096;
    private static final int MOST_RECIPIENTS = 1000;
    private static final int PATIENCE_MILLIS = 300_000; // RFC 5321, section 4.5.3.2.7
    private static final Pattern PATH = Pattern.compile("(?i)(?:FROM|TO):\\s*<([^>]*)>(.*)");
    private static final Pattern SIZE = Pattern.compile("(?i)\\bSIZE=(\\d{1,18})\\b");

    private final BufferedInputStream in;
    private final OutputStream out;
    private final MailSink sink;
    private Optional<String> sender = Optional.empty();
    private final List<String> recipients = new ArrayList<>();

    SmtpSession(Socket connection, MailSink sink) throws IOException {
        connection.setSoTimeout(PATIENCE_MILLIS);
        this.in = new BufferedInputStream(connection.getInputStream(), 32 * 1024);
        this.out = new BufferedOutputStream(connection.getOutputStream());
        this.sink = sink;
    }

    void run() throws IOException {
        reply("220 localhost ESMTP Broadsheet demo");
        try {
            while (true) {
                flushIfIdle();
                var line = command();
                if (line.isEmpty() || !obey(line.get())) {
                    break;
                }
            }
        } catch (SocketTimeoutException silence) {
            reply("421 4.4.2 nothing heard for too long");
        }
        out.flush();
    }

    /** @return whether the connection goes on */
    private boolean obey(String line) throws IOException {
        var space = line.indexOf(' ');
        var verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
        var rest = space < 0 ? "" : line.substring(space + 1).strip();
        switch (verb) {
            case "EHLO" -> greet();
            case "HELO" -> {
                reset();
                reply("250 localhost");
            }
            case "MAIL" -> from(rest);
            case "RCPT" -> to(rest);
            case "DATA" -> data();
            case "RSET" -> {
                reset();
                reply("250 2.0.0 forgotten");
            }
            case "NOOP" -> reply("250 2.0.0 still here");
            case "VRFY" -> reply("252 2.5.2 try and see");
            case "QUIT" -> {
                reply("221 2.0.0 bye");
                return false;
            }
            default -> reply("500 5.5.1 unknown command");
        }
        return true;
    }

    private void greet() throws IOException {
        reset();
        reply("250-localhost", "250-PIPELINING", "250-SIZE " + LARGEST, "250-8BITMIME", "250 ENHANCEDSTATUSCODES");
    }

    private void from(String rest) throws IOException {
        var path = PATH.matcher(rest);
        if (sender.isPresent()) {
            reply("503 5.5.1 one mail at a time");
        } else if (!path.matches()) {
            reply("501 5.5.4 MAIL FROM:<address>");
        } else if (declaredSize(path.group(2)) > LARGEST) {
            reply("552 5.3.4 larger than " + LARGEST + " bytes");
        } else {
            sender = Optional.of(path.group(1));
            reply("250 2.1.0 ok");
        }
    }

    private static long declaredSize(String parameters) {
        var size = SIZE.matcher(parameters);
        return size.find() ? Long.parseLong(size.group(1)) : 0;
    }

    private void to(String rest) throws IOException {
        var path = PATH.matcher(rest);
        if (sender.isEmpty()) {
            reply("503 5.5.1 MAIL first");
        } else if (!path.matches() || path.group(1).isEmpty()) {
            reply("501 5.5.4 RCPT TO:<address>");
        } else if (recipients.size() == MOST_RECIPIENTS) {
            reply("452 4.5.3 too many recipients");
        } else {
            recipients.add(path.group(1));
            reply("250 2.1.5 ok");
        }
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            reply("503 5.5.1 RCPT first");
            return;
        }
        reply("354 end with a dot on a line of its own");
        out.flush();
        var raw = content();
        if (raw.isPresent()) {
            sink.accept(sender.orElseThrow(), recipients, raw.get());
            reply("250 2.0.0 kept as " + sink.received());
        } else {
            reply("552 5.3.4 larger than " + LARGEST + " bytes");
        }
        reset();
    }

    /** Up to CRLF dot CRLF, and to nothing else that looks like it (RFC 5321, section 4.1.1.4); empty if it was too large. */
    private Optional<byte[]> content() throws IOException {
        var content = new ByteArrayOutputStream(32 * 1024);
        var size = 0L;
        var state = Place.LINE_START;
        while (true) {
            var octet = in.read();
            if (octet < 0) {
                throw new EOFException("in the middle of a mail");
            }
            var next = state.after(octet);
            if (next == Place.END) {
                return size > LARGEST ? Optional.empty() : Optional.of(content.toByteArray());
            }
            // The dot that begins a line is stuffing, whatever follows, unless the line ends with it.
            if (state == Place.DOT_CR) {
                size = put(content, size, '\r');
            }
            if (next != Place.DOT && next != Place.DOT_CR) {
                size = put(content, size, octet);
            }
            state = next;
        }
    }

    private static long put(ByteArrayOutputStream content, long size, int octet) {
        if (size < LARGEST) {
            content.write(octet);
        }
        return size + 1;
    }

    /** Where in a line of the mail we are. */
    private enum Place {
        LINE_START, DOT, DOT_CR, WITHIN, CR, END;

        Place after(int octet) {
            return switch (this) {
                case LINE_START -> octet == '.' ? DOT : octet == '\r' ? CR : WITHIN;
                case DOT -> octet == '\r' ? DOT_CR : WITHIN;
                case DOT_CR -> octet == '\n' ? END : octet == '\r' ? CR : WITHIN;
                case WITHIN -> octet == '\r' ? CR : WITHIN;
                case CR -> octet == '\n' ? LINE_START : octet == '\r' ? CR : WITHIN;
                case END -> throw new IllegalStateException("after the end");
            };
        }
    }

    /** A line without its end; empty at the end of the connection. */
    private Optional<String> command() throws IOException {
        var line = new ByteArrayOutputStream(128);
        int octet;
        while ((octet = in.read()) >= 0 && octet != '\n') {
            if (line.size() == LONGEST_COMMAND) {
                throw new IOException("a command is longer than " + LONGEST_COMMAND + " bytes");
            }
            line.write(octet);
        }
        return octet < 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
    }

    private void reset() {
        sender = Optional.empty();
        recipients.clear();
    }

    private void reply(String... lines) throws IOException {
        for (var line : lines) {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Replies to pipelined commands go out together (RFC 2920, section 3.2). */
    private void flushIfIdle() throws IOException {
        if (in.available() == 0) {
            out.flush();
        }
    }
}
