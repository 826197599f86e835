package org.broadsheet.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The TLS of an IMAP server, before one that speaks in the clear; in the ways of good servers, and of somebody in between (RFC 9051, sections 6.2.1 and 11.1). */
final class ImapFront implements AutoCloseable {

    /** What is said before there is TLS. */
    enum Manner {
        /** TLS from the first byte. */
        IMPLICIT(""),
        /** STARTTLS, as it should be. */
        STARTTLS("* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready"),
        /** Somebody has taken STARTTLS out of what the server offers. */
        STRIPPED("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready"),
        /** Somebody says that there is no need to log in, nor for STARTTLS. */
        PREAUTH("* PREAUTH [CAPABILITY IMAP4rev1] welcome"),
        /** STARTTLS, which is then refused. */
        REFUSED("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] ready"),
        /** Somebody answers in the clear, ahead of the server, what will be asked within TLS. */
        INJECTED("* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready");

        private final String greeting;

        Manner(String greeting) {
            this.greeting = greeting;
        }
    }

    /** Lines that came in the clear. */
    final List<String> clear = new CopyOnWriteArrayList<>();
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final Manner manner;
    private final SSLContext tls;
    private final int behind;

    /** @param behind port of the server that speaks in the clear */
    ImapFront(Manner manner, SSLContext tls, int behind) throws IOException {
        this.manner = manner;
        this.tls = tls;
        this.behind = behind;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (manner == Manner.IMPLICIT) {
                encrypted(socket, true);
            } else {
                say(socket, manner.greeting);
                converse(socket);
            }
        } catch (IOException gone) {
            // the client has given up, which is what the tests are about
        }
    }

    private void converse(Socket socket) throws IOException {
        for (var line = line(socket.getInputStream()); !line.isEmpty(); line = line(socket.getInputStream())) {
            clear.add(line);
            var words = line.split(" ");
            switch (words[1]) {
                case "CAPABILITY" -> say(socket, "* " + manner.greeting.replaceFirst(".*\\[(.*)].*", "$1"), words[0] + " OK done");
                case "STARTTLS" -> {
                    if (manner == Manner.STARTTLS || manner == Manner.INJECTED) {
                        say(socket, manner == Manner.STARTTLS ? new String[] {words[0] + " OK now"} : injected(words[0]));
                        encrypted(socket, false);
                        return;
                    }
                    say(socket, words[0] + " NO not now");
                }
                default -> say(socket, words[0] + " OK done");
            }
        }
    }

    /** Whatever is asked next, and with whatever password: yes. */
    private static String[] injected(String tag) {
        var next = Integer.parseInt(tag.substring(1)) + 1;
        return new String[] {tag + " OK now", "* CAPABILITY IMAP4rev1 AUTH=PLAIN", "A" + next + " OK done", "A" + (next + 1) + " OK you are in"};
    }

    private void encrypted(Socket socket, boolean greets) throws IOException {
        try (var secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true); var server = new Socket(InetAddress.ofLiteral("127.0.0.1"), behind)) {
            secured.setUseClientMode(false);
            secured.startHandshake();
            var greeting = line(server.getInputStream());
            if (greets) {
                say(secured, greeting);
            }
            Thread.ofVirtual().start(() -> pour(secured, server));
            server.getInputStream().transferTo(secured.getOutputStream());
        }
    }

    private static void pour(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // either side may hang up
        }
    }

    private static void say(Socket socket, String... lines) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
