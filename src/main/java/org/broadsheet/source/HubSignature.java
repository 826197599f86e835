package org.broadsheet.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.broadsheet.platform.Keys;

/** The signature of what a hub pushes: {@code X-Hub-Signature: method=hex} over the bytes as they came (WebSub, section 7.1). */
public final class HubSignature {

    private static final Map<String, String> METHODS = Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {
    }

    /** Compares in constant time. False for what is no signature at all. */
    public static boolean matches(String field, String secret, byte[] body) {
        var parts = field.strip().split("=", 2);
        var algorithm = METHODS.get(parts[0].strip().toLowerCase(Locale.ROOT));
        if (algorithm == null || parts.length < 2 || !parts[1].strip().matches("([0-9a-fA-F]{2}){20,64}")) {
            return false;
        }
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return Keys.same(mac.doFinal(body), HexFormat.of().parseHex(parts[1].strip()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(algorithm + " is part of every Java platform", impossible);
        }
    }
}
