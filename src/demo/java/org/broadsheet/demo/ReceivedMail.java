package org.broadsheet.demo;

import java.util.Base64;
import java.util.List;

/** A mail as a mail client would show it. */
public final class ReceivedMail {

    private final MimePart message;

    private ReceivedMail(MimePart message) {
        this.message = message;
    }

    /** @param raw what was sent between DATA and the final dot; any bytes at all */
    public static ReceivedMail of(byte[] raw) {
        return new ReceivedMail(MimePart.of(raw));
    }

    /** Name and value of each header in its order, unfolded and decoded. */
    public List<List<String>> headers() {
        return message.headers().stream().map(header -> List.of(header.name(), header.value())).toList();
    }

    /** The first header of this name, unfolded and decoded; "" if there is none. */
    public String header(String name) {
        return message.header(name);
    }

    public String subject() {
        return header("Subject");
    }

    /** The HTML part; "" if there is none. */
    public String html() {
        return part("text/html");
    }

    /** The HTML part with the pictures that travel in the mail in their places (RFC 2392). */
    public String shown() {
        var html = html();
        for (var picture : message.leaves().filter(leaf -> leaf.type().startsWith("image/") && !leaf.header("Content-ID").isEmpty()).toList()) {
            html = html.replace("cid:" + picture.header("Content-ID").replaceAll("[<>]", ""), "data:" + picture.type() + ";base64," + Base64.getEncoder().encodeToString(picture.octets()));
        }
        return html;
    }

    /** The plain text part; "" if there is none. */
    public String text() {
        return part("text/plain");
    }

    private String part(String type) {
        return message.leaves().filter(leaf -> leaf.type().equals(type)).map(MimePart::text).findFirst().orElse("");
    }
}
