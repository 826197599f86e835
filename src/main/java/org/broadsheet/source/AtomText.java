package org.broadsheet.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text and content of Atom as HTML (RFC 4287, sections 3.1 and 4.1.3; Atom 0.3, section 3.1). */
final class AtomText {

    private static final Pattern MARK_UP = Pattern.compile("(?i)</[a-z][a-z0-9]*\\s*>|<(br|hr|img|p)\\b|&#?[a-z0-9]+;");

    private AtomText() {
    }

    static String html(XmlNode construct) {
        var type = construct.attribute("type").toLowerCase(Locale.ROOT);
        var mode = construct.attribute("mode").toLowerCase(Locale.ROOT);
        if (type.equals("xhtml") || type.contains("xhtml+xml") && !mode.equals("escaped")) {
            return construct.children().isEmpty() ? escapedAllTheSame(construct.html().strip()) : unwrapped(construct);
        }
        var text = construct.html().strip();
        if (mode.equals("base64") || isBinary(type)) {
            var decoded = decoded(text, type);
            return construct.is("content") || !decoded.isEmpty() ? decoded : text;
        }
        return isPlain(construct, type, mode, text) ? XmlMarkup.escaped(text) : text;
    }

    /** What calls itself XHTML, but has no element, is escaped HTML if it looks like it. */
    private static String escapedAllTheSame(String text) {
        return MARK_UP.matcher(text).find() ? text : XmlMarkup.escaped(text);
    }

    /** The division around XHTML is no part of it. */
    private static String unwrapped(XmlNode construct) {
        var children = construct.children();
        var wrapped = children.size() == 1 && children.getFirst().name().endsWith("div");
        return (wrapped ? children.getFirst() : construct).markup().strip();
    }

    /** What calls itself text, or nothing, is often escaped HTML all the same. */
    private static boolean isPlain(XmlNode construct, String type, String mode, String text) {
        if (!construct.children().isEmpty()) {
            return false;
        }
        var declared = type.equals("text") || type.startsWith("text/plain");
        return declared && !mode.equals("escaped") || (declared || type.isEmpty()) && !MARK_UP.matcher(text).find();
    }

    private static boolean isBinary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("+xml") && !type.endsWith("/xml");
    }

    /** What is not text after all, a picture for instance, is nothing to read; what is not in base64 after all is text. */
    private static String decoded(String base64, String type) {
        try {
            var bytes = Base64.getDecoder().decode(base64.replaceAll("\\s+", ""));
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return type.startsWith("text/plain") ? XmlMarkup.escaped(text) : text;
        } catch (IllegalArgumentException asItStands) {
            return base64;
        } catch (CharacterCodingException notText) {
            return "";
        }
    }
}
