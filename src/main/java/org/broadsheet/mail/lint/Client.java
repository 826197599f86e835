package org.broadsheet.mail.lint;

import java.util.List;

/**
 * A mail client that a finding hurts.
 *
 * @param name     for instance Gmail
 * @param platform for instance Android; "" if all of them
 * @param version  the one that was tested, a number or a month; "" where the finding does not rest on a test
 */
public record Client(String name, String platform, String version) {

    static final List<Client> ALL = List.of();
    static final List<Client> GMAIL = List.of(new Client("Gmail", "", ""));
    static final List<Client> WORD = List.of(new Client("Outlook", "Windows", ""));
    static final List<Client> APPLE_MAIL = List.of(new Client("Apple Mail", "", ""));
    static final List<Client> OUTLOOK_AND_GMAIL = List.of(new Client("Outlook", "", ""), new Client("Gmail", "", ""));
    static final List<Client> DARK = List.of(new Client("Apple Mail", "", ""), new Client("Outlook", "", ""), new Client("Samsung Email", "", ""));
    static final List<Client> INVERTING = List.of(new Client("Gmail", "Android", ""), new Client("Gmail", "iOS", ""), new Client("Outlook", "Windows", ""));
    static final List<Client> READERS = List.of(new Client("screen readers", "", ""));
    static final List<Client> SERVERS = List.of(new Client("mail servers", "", ""));

    @Override
    public String toString() {
        return name + (platform.isEmpty() ? "" : " " + platform) + (version.isEmpty() ? "" : " " + version);
    }
}
