package org.broadsheet.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 (FIPS 180-4) of octets, and of text as UTF-8. Of what is no secret; secrets are signed with {@link Keys}. */
public final class Sha256 {

    /** So much of it tells things apart that nobody forges. */
    private static final int SHORT = 16;

    private Sha256() {
    }

    /** Of all parts, one behind the other; 32 octets. */
    public static byte[] of(Iterable<byte[]> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }

    /** 32 octets. */
    public static byte[] of(String text) {
        return of(List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** 64 hexadecimal digits, in small letters. */
    public static String hex(byte[] octets) {
        return HexFormat.of().formatHex(of(List.of(octets)));
    }

    /** 64 hexadecimal digits, in small letters. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** The first 32 hexadecimal digits, in small letters. */
    public static String shortHex(byte[] octets) {
        return HexFormat.of().formatHex(of(List.of(octets)), 0, SHORT);
    }

    /** The first 32 hexadecimal digits, in small letters. */
    public static String shortHex(String text) {
        return shortHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
