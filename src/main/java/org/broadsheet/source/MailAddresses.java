package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The mailboxes of an address field (RFC 5322, section 3.4), also of one that is broken: names in quotes or not, comments, groups, routes, bytes
 * beyond ASCII.
 */
final class MailAddresses {

    private static final int LONGEST = 20_000;
    private static final int MOST = 200;

    /** @param name decoded, "" if there is none */
    record Person(String name, String address) {
    }

    private final String text;
    private final List<Person> people = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String address = "";
    private int at;

    private MailAddresses(String text) {
        this.text = text;
    }

    /** @param value as it came, since what is decoded may look like a separator */
    static List<Person> parse(String value) {
        var addresses = new MailAddresses(value.substring(0, Math.min(LONGEST, value.length())));
        addresses.read();
        return addresses.people;
    }

    private void read() {
        while (at < text.length() && people.size() < MOST) {
            var c = text.charAt(at++);
            switch (c) {
                case '"' -> words.append(until('"', '"'));
                case '(' -> comment.append(comment.isEmpty() ? "" : " ").append(until('(', ')'));
                case '<' -> address = until('<', '>').strip();
                case ',', ';' -> finish();
                case ':' -> words.setLength(0); // the name of a group
                default -> words.append(c);
            }
        }
        finish();
    }

    /** What stands up to the closing sign, comments within comments included; what is never closed goes to the end. */
    private String until(char opening, char closing) {
        var inside = new StringBuilder();
        var depth = 1;
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                inside.append(text.charAt(at++));
                continue;
            }
            depth += c == closing ? -1 : c == opening ? 1 : 0;
            if (depth == 0) {
                break;
            }
            inside.append(c);
        }
        return inside.toString();
    }

    private void finish() {
        var name = words.toString().replaceAll("\\s+", " ").strip();
        var bare = address.isEmpty() && name.indexOf('@') > 0 && name.indexOf(' ') < 0;
        var mailbox = bare ? name : address;
        var called = HeaderWords.decoded(bare || name.isEmpty() ? comment.toString() : name).replaceAll("^'(.*)'$", "$1").strip();
        if (!mailbox.isEmpty() || !called.isEmpty()) {
            people.add(new Person(called, mailbox.replaceFirst("^@[^:]*:", "").replaceAll("\\s+", "")));
        }
        words.setLength(0);
        comment.setLength(0);
        address = "";
    }
}
