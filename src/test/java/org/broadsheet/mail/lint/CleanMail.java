package org.broadsheet.mail.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A mail without fault, written for these tests: each test spoils one thing. */
final class CleanMail {

    static final String HTML = file("clean.html");
    static final String TEXT = file("clean.txt");

    private CleanMail() {
    }

    /** Header fields and encoded parts, with the line ends of the wire. */
    static String message() {
        return """
                Date: Tue, 24 Nov 2026 06:00:00 +0000
                From: "The Lock Keeper" <news@lockkeeper.net>
                To: reader@mailbox.net
                Subject: A barge waits for the fog to lift
                Message-ID: <k7Qm.12@lockkeeper.net>
                MIME-Version: 1.0
                List-Unsubscribe: <https://www.lockkeeper.net/unsubscribe/k7Qm>,
                 <mailto:leave@lockkeeper.net?subject=k7Qm>
                List-Unsubscribe-Post: List-Unsubscribe=One-Click
                List-Id: "The Lock Keeper" <daily.lockkeeper.net>
                Content-Language: en-GB
                Content-Type: multipart/alternative; boundary="=_lock"

                --=_lock
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                %s
                --=_lock
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                %s
                --=_lock--
                """.formatted(quoted(TEXT), quoted(HTML)).replace("\n", "\r\n");
    }

    static String quoted(String text) {
        var out = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            var length = 0;
            for (var octet : line.getBytes(StandardCharsets.UTF_8)) {
                var c = (char) (octet & 0xff);
                var piece = c == '=' || c > 126 ? String.format("=%02X", (int) c) : String.valueOf(c);
                if (length + piece.length() > 75) {
                    out.append("=\n");
                    length = 0;
                }
                out.append(piece);
                length += piece.length();
            }
            out.append('\n');
        }
        return out.toString().replace(" \n", "=20\n").stripTrailing();
    }

    static Mail parsed(String message) {
        return Mail.parse(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String file(String name) {
        try (var in = CleanMail.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
