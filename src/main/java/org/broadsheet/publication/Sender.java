package org.broadsheet.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whom editions come from. {@code replyTo} is null where replies go to {@code address}. */
@Embeddable
public record Sender(
        @Column(name = "sender_name") String name,
        @Column(name = "sender_address") String address,
        @Column(name = "sender_reply_to") String replyTo) {
}
