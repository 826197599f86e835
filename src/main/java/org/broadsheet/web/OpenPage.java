package org.broadsheet.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * Answers with what everybody may see and keep for a moment (RFC 9111): short, so that a correction or a withdrawal is soon seen, and with a tag,
 * so that what is unchanged is not sent again (RFC 9110, section 8.8.3). The tag is weak, since the same text may travel compressed.
 */
public final class OpenPage {

    private static final int TAG_LENGTH = 16;

    private OpenPage() {
    }

    /** 200 with the text, or 304 if the reader has it. */
    public static Response answer(Request request, MediaType type, String text, Duration fresh) {
        var tag = new EntityTag(digest(text), true);
        var known = request.evaluatePreconditions(tag);
        var response = known == null ? Response.ok(text, type) : known;
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + fresh.toSeconds()).build();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
