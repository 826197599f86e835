package org.broadsheet.subscriber;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.broadsheet.publication.OneLine;
import org.broadsheet.web.ValidLanguage;
import org.broadsheet.web.ValidZone;

/** The fields of a reader that an operator may change; {@code status} may only become PAUSED, ACTIVE again, or UNSUBSCRIBED. */
public record ReaderPatch(
        @Size(max = 120, message = "is longer than 120 characters") @OneLine String name,
        @NotNull(message = "is missing") Subscription.Status status,
        @NotNull(message = "is missing") @ValidLanguage String language,
        @NotNull(message = "is missing") @ValidZone String timeZone,
        @NotNull(message = "is missing") List<String> sections,
        @Min(value = 0, message = "must be 0 to 23") @Max(value = 23, message = "must be 0 to 23") Integer hour,
        boolean textOnly,
        LocalDate pausedUntil,
        @NotNull(message = "is missing") List<String> tags) {

    static ReaderPatch of(Subscription subscription) {
        var item = SubscriberItem.of(subscription);
        return new ReaderPatch(item.name(), item.status(), item.language(), item.timeZone(), item.sections(), item.hour(), item.textOnly(),
                item.pausedUntil(), item.tags());
    }
}
