package org.broadsheet.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

import jakarta.inject.Singleton;

/**
 * Keyed hashes for tokens and identifiers (F17). The root key is made once and lies in the database, so that all nodes share it;
 * each purpose has its own key derived from it, so that a token for one purpose is worthless for another.
 */
@Singleton
public class Keys {

    private static final String ALGORITHM = "HmacSHA256";

    private final DataSource database;
    private volatile byte[] root;

    Keys(DataSource database) {
        this.database = database;
    }

    /** HMAC-SHA-256 of the text under the key of this purpose; 32 bytes. */
    public byte[] mac(String purpose, String text) {
        return mac(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA-256 of the numbers under the key of this purpose; 32 bytes. */
    public byte[] mac(String purpose, long... numbers) {
        var buffer = ByteBuffer.allocate(numbers.length * Long.BYTES);
        for (var number : numbers) {
            buffer.putLong(number);
        }
        return mac(purpose, buffer.array());
    }

    /** Compares in constant time. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private byte[] mac(String purpose, byte[] data) {
        return hmac(hmac(root(), purpose.getBytes(StandardCharsets.UTF_8)), data);
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", impossible);
        }
    }

    private byte[] root() {
        if (root == null) {
            root = readOrMake();
        }
        return root;
    }

    private byte[] readOrMake() {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into secret (name, value) values ('root', ?) on conflict do nothing");
                var select = connection.prepareStatement("select value from secret where name = 'root'")) {
            insert.setBytes(1, fresh);
            insert.executeUpdate();
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        } catch (SQLException problem) {
            throw new IllegalStateException("The root key cannot be read", problem);
        }
    }
}
