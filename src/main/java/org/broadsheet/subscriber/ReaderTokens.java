package org.broadsheet.subscriber;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.broadsheet.platform.Keys;

/**
 * The token in a mail's links to preferences and unsubscribe (A20, F17): a version, the subscription's id and 128 bits of a keyed hash of both.
 * It says nothing of the reader, never expires (A21) and needs no row.
 */
@Singleton
public class ReaderTokens {

    private static final byte VERSION = 1;
    private static final int TAG_BYTES = 16;
    private static final String PURPOSE = "reader-link";

    private final Keys keys;

    ReaderTokens(Keys keys) {
        this.keys = keys;
    }

    /** The token of this subscription, base64url without padding. */
    public String of(long subscriptionId) {
        var bytes = ByteBuffer.allocate(1 + Long.BYTES + TAG_BYTES).put(VERSION).putLong(subscriptionId).put(tag(subscriptionId)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The subscription whose token this is, or empty if it is none of ours. */
    public Optional<Long> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != 1 + Long.BYTES + TAG_BYTES || bytes[0] != VERSION) {
            return Optional.empty();
        }
        var id = ByteBuffer.wrap(bytes, 1, Long.BYTES).getLong();
        var tag = Arrays.copyOfRange(bytes, 1 + Long.BYTES, bytes.length);
        return Keys.same(tag, tag(id)) ? Optional.of(id) : Optional.empty();
    }

    private byte[] tag(long subscriptionId) {
        return Arrays.copyOf(keys.mac(PURPOSE, VERSION, subscriptionId), TAG_BYTES);
    }
}
