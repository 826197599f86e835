package org.broadsheet.mail.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** The header fields of the message (A1 to A10, A24, A37, A38, F10). */
final class HeaderCheck implements Check {

    private static final List<String> NEEDED = List.of("Date", "From", "Subject", "To", "Message-ID", "MIME-Version");
    private static final List<String> ONCE = List.of("Date", "From", "Subject", "To", "Message-ID", "MIME-Version", "Sender", "Reply-To", "Cc", "Content-Type", "Content-Transfer-Encoding", "List-Unsubscribe",
            "List-Unsubscribe-Post", "List-Id");
    private static final Pattern DATE = Pattern.compile("((Mon|Tue|Wed|Thu|Fri|Sat|Sun),\\s+)?\\d{1,2}\\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\s+\\d{4}\\s+([01]\\d|2[0-3]):[0-5]\\d(:[0-6]\\d)?\\s+[+-]\\d{4}(\\s*\\(.*\\))?");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^\\s<>@\"()\\[\\],;:\\\\]{1,200}@([^\\s<>@\"(),;:\\\\]{1,200})>");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]*\\?[^?\\s]*\\?[^?]*\\?=");
    private static final Pattern GOOD_ENCODED_WORD = Pattern.compile("=\\?[\\w-]+(\\*[\\w-]+)?\\?([Bb]\\?[A-Za-z0-9+/]*={0,2}|[Qq]\\?[!-<>-~&&[^?]]*(=[0-9A-F]{2}[!-<>-~&&[^?]]*)*)\\?=");
    private static final int LONGEST_WORD = 75;
    private static final int LONGEST_LINE = 78;
    private static final int LARGEST_HEADER = 16_000;
    private static final int LONGEST_SUBJECT = 78;

    @Override
    public void look(Inspection mail, Findings findings) {
        mail.message().ifPresent(message -> {
            counts(message, findings);
            message.first("From").ifPresent(from -> from(from, findings));
            message.first("Message-ID").ifPresent(id -> messageId(id, findings));
            message.first("Date").filter(date -> !DATE.matcher(date.value()).matches()).ifPresent(date -> findings.add(Rule.DATE, date.place(), "The date is not one of RFC 5322: " + Place.snippet(date.value()) + "."));
            message.all("Bcc").forEach(bcc -> findings.add(Rule.BCC, bcc.place(), "The header holds Bcc."));
            message.fields().forEach(field -> field(message, field, findings));
            if (message.fields().stream().mapToInt(field -> field.raw().length()).sum() > LARGEST_HEADER) {
                findings.add(Rule.HEADER_BULK, message.place(0), "The header has more than " + LARGEST_HEADER + " bytes.");
            }
            message.first("Subject").ifPresent(subject -> {
                var length = subject.decoded().codePointCount(0, subject.decoded().length());
                if (length > LONGEST_SUBJECT) {
                    findings.add(Rule.SUBJECT_LENGTH, subject.place(), "The subject has " + length + " characters.");
                }
            });
            if (!mail.toList() && message.first("Auto-Submitted").filter(field -> field.value().toLowerCase(Locale.ROOT).startsWith("auto-")).isEmpty()) {
                findings.add(Rule.AUTO_SUBMITTED, message.place(0), "Nothing tells that a machine sent this.");
            }
        });
    }

    private static void counts(Message message, Findings findings) {
        NEEDED.stream().filter(name -> message.first(name).isEmpty()).forEach(name -> findings.add(Rule.HEADER_MISSING, message.place(0), "There is no " + name + "."));
        ONCE.forEach(name -> message.all(name).skip(1).forEach(again -> findings.add(Rule.HEADER_REPEATED, again.place(), name + " is there more than once.")));
        message.fields().stream().filter(field -> field.name().isEmpty()).forEach(field -> findings.add(Rule.HEADER_MALFORMED, field.place(), "A line of the header is no field."));
        message.fields().stream().filter(field -> !field.name().isEmpty() && field.value().isBlank()).forEach(field -> findings.add(Rule.HEADER_EMPTY, field.place(), field.name() + " is empty."));
    }

    private static void from(HeaderLine from, Findings findings) {
        try {
            var addresses = InternetAddress.parse(from.value(), true);
            if (addresses.length != 1 || addresses[0].isGroup() || !addresses[0].getAddress().contains("@")) {
                findings.add(Rule.FROM_ADDRESS, from.place(), "From has " + (addresses.length == 1 ? "no mailbox." : addresses.length + " mailboxes."));
            } else if (addresses[0].getPersonal() != null && from.value().strip().endsWith(")")) {
                findings.add(Rule.FROM_ADDRESS, Verdict.WARNING, from.place(), "The sender's name stands in a comment, where many clients do not look.");
            }
        } catch (AddressException e) {
            findings.add(Rule.FROM_ADDRESS, from.place(), "From is no address.");
        }
    }

    private static void messageId(HeaderLine id, Findings findings) {
        var parts = MESSAGE_ID.matcher(id.value());
        if (!parts.matches()) {
            findings.add(Rule.MESSAGE_ID, id.place(), "The Message-ID is none: " + Place.snippet(id.value()) + ".");
        } else if (!parts.group(1).contains(".") || parts.group(1).startsWith("localhost") || parts.group(1).endsWith(".local")) {
            findings.add(Rule.MESSAGE_ID, Verdict.WARNING, id.place(), "The Message-ID does not end in a domain of yours: " + Place.snippet(parts.group(1)) + ".");
        }
    }

    private static void field(Message message, HeaderLine field, Findings findings) {
        if (field.raw().chars().anyMatch(c -> c > 126)) {
            findings.add(Rule.HEADER_NOT_ASCII, field.place(), field.name() + " has characters beyond ASCII.");
        }
        if (field.raw().chars().anyMatch(c -> c < 32 && c != '\t' && c != '\r' && c != '\n' && c != 0)) {
            findings.add(Rule.HEADER_CONTROL, field.place(), field.name() + " has a control character.");
        }
        var decoded = field.decoded();
        if (ENCODED_WORD.matcher(field.value()).find() && decoded.chars().anyMatch(c -> c < 32 && c != '\t' || c == 0x2028 || c == 0x2029)) {
            findings.add(Rule.HEADER_CONTROL, field.place(), field.name() + " hides a line end or control character in an encoded word.");
        }
        field.raw().lines().filter(line -> line.length() > LONGEST_LINE && line.strip().matches(".*[ \\t].*") && !line.contains("=?")).findFirst()
                .ifPresent(line -> findings.add(Rule.HEADER_LINE, field.place(), field.name() + " has a line of more than 78 characters."));
        words(field, findings);
        personal(message, field, findings);
    }

    private static void words(HeaderLine field, Findings findings) {
        var parameters = field.name().toLowerCase(Locale.ROOT).startsWith("content-");
        for (var word : ENCODED_WORD.matcher(field.value()).results().toList()) {
            var quoted = field.value().substring(0, word.start()).chars().filter(c -> c == '"').count() % 2 == 1;
            if (parameters) {
                findings.add(Rule.MIME_PARAMETER, field.place(), field.name() + " holds an encoded word.");
            } else if (quoted) {
                findings.add(Rule.ENCODED_WORD, field.place(), field.name() + " has an encoded word in quotes, where it is shown as it is.");
            } else if (word.group().length() > LONGEST_WORD) {
                findings.add(Rule.ENCODED_WORD, field.place(), field.name() + " has an encoded word of more than 75 characters.");
            } else if (!GOOD_ENCODED_WORD.matcher(word.group()).matches()) {
                findings.add(Rule.ENCODED_WORD, field.place(), field.name() + " has an encoded word that is none.");
            } else if (HeaderWords.isTorn(word.group())) {
                findings.add(Rule.ENCODED_WORD, field.place(), field.name() + " has an encoded word that ends within a character.");
            }
        }
        if (field.is("Message-ID") && field.value().contains("=?")) {
            findings.add(Rule.ENCODED_WORD, field.place(), "Message-ID holds an encoded word.");
        }
    }

    private static void personal(Message message, HeaderLine field, Findings findings) {
        if (field.is("To") || field.is("Cc") || field.is("Bcc") || field.is("Delivered-To") || field.is("Received") || field.is("X-Original-To")) {
            return;
        }
        message.recipients().stream().filter(address -> field.value().toLowerCase(Locale.ROOT).contains(address)).findFirst()
                .ifPresent(address -> findings.add(Rule.HEADER_PERSONAL, field.place(), field.name() + " holds the reader's address."));
    }
}
