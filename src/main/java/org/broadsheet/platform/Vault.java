package org.broadsheet.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

/** Keeps secrets of operators (F21): encrypted by AES-256-GCM with a key of its own for each purpose, so that a column alone tells nothing. */
@Singleton
public class Vault {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    Vault(Keys keys) {
        this.keys = keys;
    }

    /** The text, encrypted for this purpose. */
    public byte[] lock(String purpose, String text) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var locked = run(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
    }

    /** @throws IllegalStateException if it was locked for another purpose, or changed since */
    public String unlock(String purpose, byte[] locked) {
        var nonce = ByteBuffer.wrap(locked).slice(0, NONCE);
        var rest = new byte[locked.length - NONCE];
        ByteBuffer.wrap(locked).position(NONCE).get(rest);
        var bytes = new byte[NONCE];
        nonce.get(bytes);
        return new String(run(Cipher.DECRYPT_MODE, purpose, bytes, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String purpose, byte[] nonce, byte[] data) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, new SecretKeySpec(keys.mac("vault " + purpose, "key"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("A secret kept for " + purpose + " cannot be read: its key is another one", problem);
        }
    }
}
