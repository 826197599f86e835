package org.broadsheet.source;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a mail with the parts that lie in it (RFC 2045).
 *
 * @param headers by their names in lower case, in their order, as they came
 * @param type    such as {@code text/html}, in lower case
 * @param charset as stated, "" if not
 * @param body    decoded; empty for what holds other parts
 */
record MailPart(Map<String, List<String>> headers, String type, String charset, byte[] body, List<MailPart> parts) {

    private static final Pattern NAME = Pattern.compile("(?i);\\s*(file)?name\\*?(0\\*?)?\\s*=");

    /** The first of this name, decoded (RFC 2047); "" if there is none. */
    String header(String name) {
        return HeaderWords.decoded(headers.getOrDefault(name, List.of("")).getFirst());
    }

    /** All people in all fields of this name. */
    List<MailAddresses.Person> people(String name) {
        return headers.getOrDefault(name, List.of()).stream().flatMap(value -> MailAddresses.parse(value).stream()).toList();
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isAttached() {
        return header("content-disposition").strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    boolean hasName() {
        return NAME.matcher(header("content-type")).find() || NAME.matcher(header("content-disposition")).find();
    }

    /** Without angle brackets, "" if it has none. */
    String contentId() {
        return header("content-id").strip().replaceAll("^<|>$", "");
    }

    boolean isFlowed() {
        return header("content-type").toLowerCase(Locale.ROOT).matches("(?s).*;\\s*format\\s*=\\s*\"?flowed.*");
    }

    boolean deletesSpace() {
        return header("content-type").toLowerCase(Locale.ROOT).matches("(?s).*;\\s*delsp\\s*=\\s*\"?yes.*");
    }

    /** The text in the charset it really has; what is in two bytes a character looks like others too often to be guessed. */
    String text() {
        var wide = Charsets.named(charset).filter(stated -> stated.name().startsWith("UTF-16") || stated.name().startsWith("UTF-32"));
        if (wide.isPresent()) {
            return new String(body, wide.get());
        }
        var text = new StringWriter();
        try (var reader = FeedText.of(body, Optional.of(charset).filter(name -> !name.isEmpty())).reader()) {
            reader.transferTo(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
        return text.toString();
    }

    /** What is read, in its two forms, and what is added to it (as RFC 8621, section 4.1.4, but pictures are always added). */
    record Content(List<MailPart> text, List<MailPart> html, List<MailPart> attachments) {
    }

    Content content() {
        var content = new Content(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        sort(List.of(this), "mixed", false, content);
        return content;
    }

    private static void sort(List<MailPart> parts, String holder, boolean inAlternative, Content content) {
        var textBefore = content.text().size();
        var htmlBefore = content.html().size();
        for (var place = 0; place < parts.size(); place++) {
            var part = parts.get(place);
            if (part.isMultipart() && !part.parts().isEmpty()) {
                var kind = part.type().substring("multipart/".length());
                sort(part.parts(), kind, inAlternative || kind.equals("alternative"), content);
            } else if (part.isRead(place, holder)) {
                part.read(inAlternative, content);
            } else {
                content.attachments().add(part);
            }
        }
        if (holder.equals("alternative")) {
            fillUp(content.text(), textBefore, content.html(), htmlBefore);
        }
    }

    /** Where only one of the alternatives was there, it stands for the other. */
    private static void fillUp(List<MailPart> text, int textBefore, List<MailPart> html, int htmlBefore) {
        if (textBefore == text.size() && htmlBefore < html.size()) {
            text.addAll(html.subList(htmlBefore, html.size()));
        } else if (htmlBefore == html.size() && textBefore < text.size()) {
            html.addAll(text.subList(textBefore, text.size()));
        }
    }

    private void read(boolean inAlternative, Content content) {
        if (!inAlternative || isHtml()) {
            content.html().add(this);
        }
        if (!inAlternative || !isHtml()) {
            content.text().add(this);
        }
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    boolean isPicture() {
        return type.startsWith("image/");
    }

    private boolean isRead(int place, String holder) {
        return !isAttached() && (type.equals("text/plain") || isHtml()) && (place == 0 || !holder.equals("related") && !hasName());
    }
}
