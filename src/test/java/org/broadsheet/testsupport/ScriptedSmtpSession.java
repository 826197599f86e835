package org.broadsheet.testsupport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.SSLSocket;

import org.broadsheet.testsupport.ScriptedSmtpServer.Segments;
import org.broadsheet.testsupport.ScriptedSmtpServer.Step;
import org.broadsheet.testsupport.SmtpAct.After;
import org.broadsheet.testsupport.SmtpAct.Fate;

/** One connection of the scripted server. */
final class ScriptedSmtpSession {

    private final ScriptedSmtpServer server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private String sender = "";
    private String recipient = "";
    private boolean mailOpen;
    private boolean loggedIn;
    private boolean over;

    ScriptedSmtpSession(ScriptedSmtpServer server, Socket socket) throws IOException {
        this.server = server;
        use(socket);
        this.loggedIn = server.login().isEmpty();
    }

    void run() throws IOException {
        if (server.implicitTls()) {
            encrypt();
        }
        answer(Step.BANNER, "220 relay.example ESMTP");
        while (!over) {
            String line = readLine();
            server.note(line);
            handle(line);
        }
    }

    private void handle(String line) throws IOException {
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        if (!verb.equals("RSET") && !verb.equals("MAIL") && !verb.equals("RCPT") && in.available() > 0) {
            server.violation("bytes behind " + verb);
        }
        if (in.available() > 0 && server.capabilities().stream().noneMatch("PIPELINING"::equals)) {
            server.violation("pipelined without PIPELINING");
        }
        switch (verb) {
            case "EHLO" -> answer(Step.EHLO, greeting());
            case "HELO" -> send("250 relay.example\r\n");
            case "STARTTLS" -> startTls();
            case "AUTH" -> logIn(line);
            case "MAIL" -> mail(line);
            case "RCPT" -> recipient(line);
            case "DATA" -> data();
            case "RSET" -> {
                forget();
                answer(Step.RSET, "250 2.0.0 flushed");
            }
            case "QUIT" -> {
                answer(Step.QUIT, "221 2.0.0 bye");
                over = true;
            }
            default -> send("500 5.5.2 what?\r\n");
        }
        if (held.size() > 0 && (in.available() == 0 || over)) {
            release();
        }
    }

    private String greeting() {
        List<String> lines = new ArrayList<>(List.of("relay.example"));
        lines.addAll(server.capabilities());
        StringBuilder reply = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            reply.append(i == 0 ? "" : "\r\n").append("250").append(i == lines.size() - 1 ? ' ' : '-').append(lines.get(i));
        }
        return reply.toString();
    }

    private void startTls() throws IOException {
        if (answer(Step.STARTTLS, "220 2.0.0 go ahead")) {
            release();
            encrypt();
            forget();
        }
    }

    private void encrypt() throws IOException {
        SSLSocket encrypted = (SSLSocket) server.tls().getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        use(encrypted);
    }

    private void logIn(String line) throws IOException {
        Optional<SmtpAct> act = server.act(Step.AUTH);
        if (act.isPresent()) {
            perform(act.get());
            return;
        }
        String[] words = line.split(" ");
        String given;
        if (words[1].equalsIgnoreCase("PLAIN")) {
            given = decoded(words[2]);
        } else {
            send("334 VXNlcm5hbWU6\r\n");
            String username = decoded(readLine());
            send("334 UGFzc3dvcmQ6\r\n");
            given = "\0" + username + "\0" + decoded(readLine());
        }
        loggedIn = given.equals(server.login());
        send(loggedIn ? "235 2.7.0 welcome\r\n" : "535 5.7.8 bad credentials\r\n");
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private void mail(String line) throws IOException {
        if (mailOpen || !loggedIn) {
            send(mailOpen ? "503 5.5.1 nested MAIL\r\n" : "530 5.7.0 authentication required\r\n");
        } else if (answer(Step.MAIL, "250 2.1.0 ok")) {
            mailOpen = true;
            sender = path(line);
        }
    }

    private void recipient(String line) throws IOException {
        if (!mailOpen) {
            send("503 5.5.1 need MAIL\r\n");
        } else if (answer(server.act(path(line)), "250 2.1.5 ok")) {
            recipient = path(line);
        }
    }

    private String path(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>');
        if (open < 0 || close < open || line.indexOf(' ', open) >= 0 && line.indexOf(' ', open) < close) {
            server.violation("malformed path");
            return "";
        }
        return line.substring(open + 1, close);
    }

    private void data() throws IOException {
        if (recipient.isEmpty() && !(server.dataWithoutRecipients() && mailOpen)) {
            send("503 5.5.1 need RCPT\r\n");
        } else if (answer(Step.DATA, "354 go on")) {
            release();
            byte[] raw = readMail();
            end(raw);
        }
    }

    private void end(byte[] raw) throws IOException {
        ReceivedMail mail = new ReceivedMail(sender, recipient, unstuffed(raw), raw);
        boolean forSomebody = !recipient.isEmpty();
        if (!forSomebody && mail.data().length > 0) {
            server.violation("a mail for nobody");
        }
        forget();
        SmtpAct act = forSomebody ? server.act(Step.DOT).orElse(SmtpAct.reply("250 2.0.0 queued")) : SmtpAct.reply("554 5.5.1 no recipients");
        if (forSomebody && act.fate() == Fate.COMMIT) {
            server.keep(mail);
        }
        perform(act);
    }

    private void forget() {
        sender = "";
        recipient = "";
        mailOpen = false;
    }

    /** @return whether the step went well */
    private boolean answer(Step step, String good) throws IOException {
        return answer(server.act(step), good);
    }

    private boolean answer(Optional<SmtpAct> act, String good) throws IOException {
        perform(act.orElse(SmtpAct.reply(good)));
        return !over && act.map(script -> script.words().matches("(?s)[23].*")).orElse(true);
    }

    private void perform(SmtpAct act) throws IOException {
        send(act.words());
        if (act.after() != After.GO_ON) {
            over = true;
            release();
        }
        switch (act.after()) {
            case GO_ON, CLOSE -> {
            }
            case RESET -> socket.setSoLinger(true, 0);
            case HANG -> {
                while (in.read() >= 0) { // until the client has had enough
                    Thread.onSpinWait();
                }
            }
            case STALL -> server.awaitClose(socket);
            case TRICKLE -> server.trickle(out);
        }
    }

    private void send(String words) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        if (server.segments() == Segments.GROUPS) {
            held.writeBytes(bytes);
            if (in.available() == 0) {
                release();
            }
        } else if (server.segments() == Segments.BYTES) {
            for (byte b : bytes) {
                out.write(b);
                out.flush();
                Thread.yield();
            }
        } else {
            out.write(bytes);
            out.flush();
        }
    }

    private void release() throws IOException {
        out.write(held.toByteArray());
        out.flush();
        held.reset();
    }

    private void use(Socket connection) throws IOException {
        socket = connection;
        in = new BufferedInputStream(connection.getInputStream(), 32 * 1024);
        out = connection.getOutputStream();
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        if (!text.endsWith("\r") || text.indexOf('\r') < text.length() - 1) {
            server.violation("command without CRLF");
        }
        return text.strip();
    }

    /** Up to and with the final dot, which is nothing but CRLF . CRLF (F18). */
    private byte[] readMail() throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream(32 * 1024);
        int matched = 2;
        byte[] end = {'\r', '\n', '.', '\r', '\n'};
        int previous = '\n';
        while (matched < end.length) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException();
            }
            if (b == '\n' && previous != '\r' || previous == '\r' && b != '\n') {
                server.violation("bare CR or LF in a mail");
            }
            if (b == 0) {
                server.violation("NUL in a mail");
            }
            raw.write(b);
            matched = b == end[matched] ? matched + 1 : b == '\r' ? 1 : 0;
            previous = b;
        }
        return raw.toByteArray();
    }

    private static byte[] unstuffed(byte[] raw) {
        ByteArrayOutputStream data = new ByteArrayOutputStream(raw.length);
        boolean lineStart = true;
        for (int i = 0; i < raw.length - 3; i++) {
            if (!(lineStart && raw[i] == '.')) {
                data.write(raw[i]);
            }
            lineStart = raw[i] == '\n';
        }
        return data.toByteArray();
    }
}
