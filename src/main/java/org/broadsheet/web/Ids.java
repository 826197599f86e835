package org.broadsheet.web;

import java.util.Optional;

/** Ids as the API shows them: opaque strings. */
public final class Ids {

    private Ids() {
    }

    public static String text(long id) {
        return Long.toString(id);
    }

    /** The id behind the string, or empty if it is not one of ours. */
    public static Optional<Long> find(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text));
    }

    /** @throws Refusal 404 if it is not one of ours */
    public static long parse(String text, String what) {
        return find(text).orElseThrow(() -> Refusal.unknown("There is no " + what + " " + text));
    }
}
