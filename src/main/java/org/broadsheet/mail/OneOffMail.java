package org.broadsheet.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail to one person that belongs to no edition.
 *
 * @param purpose   for the log and the admin page: confirmation, welcome, notice
 * @param expiresAt afterwards it is no longer worth sending
 */
public record OneOffMail(String purpose, Party from, Optional<String> replyTo, String to, String subject, String html, String text, Instant expiresAt) {

    /** A name and a bare address. */
    public record Party(String name, String address) {
    }
}
