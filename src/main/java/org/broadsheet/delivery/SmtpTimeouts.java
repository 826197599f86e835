package org.broadsheet.delivery;

import java.time.Duration;

/**
 * How long each step may take, at least as long as RFC 5321 section 4.5.3.2 asks.
 *
 * @param connect TCP
 * @param command banner, EHLO, STARTTLS, AUTH, MAIL and RCPT, each
 * @param data    the 354
 * @param block   each write, while the relay reads nothing
 * @param dot     the reply to the final dot; shorter values turn delays into copies sent twice (G2)
 * @param quit    the reply to QUIT, which nothing depends on
 */
public record SmtpTimeouts(Duration connect, Duration command, Duration data, Duration block, Duration dot, Duration quit) {

    public static final SmtpTimeouts DEFAULT = new SmtpTimeouts(
            Duration.ofSeconds(30), Duration.ofSeconds(300), Duration.ofSeconds(120), Duration.ofSeconds(180), Duration.ofSeconds(600),
            Duration.ofSeconds(2));
}
