package org.broadsheet.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import org.broadsheet.web.Refusal;

/** @param send {@code NOW}, {@code DRAFT} or an instant */
public record EditionRequest(String send) {

    /** When readers shall have it. */
    sealed interface When {
        record Now() implements When {
        }

        record Draft() implements When {
        }

        record At(Instant instant) implements When {
        }
    }

    When when() {
        var text = Optional.ofNullable(send).orElseThrow(() -> Refusal.invalid("send", "is missing: NOW, DRAFT or an instant such as 2026-12-01T06:00:00Z"));
        return switch (text) {
            case "NOW" -> new When.Now();
            case "DRAFT" -> new When.Draft();
            default -> new When.At(instant(text));
        };
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notAnInstant) {
            throw Refusal.invalid("send", "must be NOW, DRAFT or an instant such as 2026-12-01T06:00:00Z");
        }
    }
}
