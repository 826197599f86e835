package org.broadsheet.mail.lint;

import java.util.Locale;
import java.util.regex.Pattern;

/** The fields that make a mail one of a list (A15, A16, A22). */
final class ListHeaderCheck implements Check {

    private static final Pattern URIS = Pattern.compile("<[^\\s<>]+>(\\s*,\\s*<[^\\s<>]+>){0,20}");
    private static final Pattern LIST_ID = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*|[^<>]*)<[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+>");
    private static final int LONGEST_LIST_ID = 255;

    @Override
    public void look(Inspection mail, Findings findings) {
        if (!mail.toList()) {
            mail.message().flatMap(message -> message.first("List-Unsubscribe-Post"))
                    .ifPresent(post -> findings.add(Rule.LIST_UNSUBSCRIBE_POST, Verdict.WARNING, post.place(), "A mail that goes to no list offers to leave one."));
            return;
        }
        mail.message().ifPresent(message -> {
            message.first("List-Unsubscribe").ifPresentOrElse(field -> unsubscribe(field, findings),
                    () -> findings.add(Rule.LIST_UNSUBSCRIBE, message.place(0), "There is no List-Unsubscribe."));
            message.first("List-Unsubscribe-Post").ifPresentOrElse(field -> {
                if (!field.value().equals("List-Unsubscribe=One-Click")) {
                    findings.add(Rule.LIST_UNSUBSCRIBE_POST, field.place(), "List-Unsubscribe-Post does not say List-Unsubscribe=One-Click.");
                }
            }, () -> findings.add(Rule.LIST_UNSUBSCRIBE_POST, message.place(0), "There is no List-Unsubscribe-Post."));
            message.first("List-Id").ifPresentOrElse(field -> {
                if (field.value().length() > LONGEST_LIST_ID || !LIST_ID.matcher(field.value()).matches()) {
                    findings.add(Rule.LIST_ID, field.place(), "List-Id is not one of RFC 2919.");
                }
            }, () -> findings.add(Rule.LIST_ID, message.place(0), "There is no List-Id."));
        });
    }

    private static void unsubscribe(HeaderLine field, Findings findings) {
        var value = field.value();
        var web = Pattern.compile("<https?:", Pattern.CASE_INSENSITIVE).matcher(value).results().count();
        if (!URIS.matcher(value).matches()) {
            findings.add(Rule.LIST_UNSUBSCRIBE, field.place(), "List-Unsubscribe is no list of addresses in angle brackets.");
        } else if (web != 1) {
            findings.add(Rule.LIST_UNSUBSCRIBE, field.place(), "List-Unsubscribe has " + web + " web addresses.");
        } else if (!value.toLowerCase(Locale.ROOT).contains("<https:")) {
            findings.add(Rule.LIST_UNSUBSCRIBE_INSECURE, field.place(), "List-Unsubscribe leads to http:.");
        }
    }
}
