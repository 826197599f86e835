package org.broadsheet.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.broadsheet.edition.Edition;
import org.broadsheet.edition.SpecialEdition;
import org.broadsheet.publication.OneLine;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Refusal;

/**
 * An edition on request.
 *
 * @param send      {@code NOW}, {@code DRAFT} or an instant
 * @param kind      {@code REGULAR} if left out: chosen by the publication's rules. {@code SPECIAL}: out of turn, of stories that are named, which
 *                  stay free for regular editions
 * @param stories   of a special edition, in their order, the first one leading
 * @param subject   of a special edition; its lead's headline if left out
 * @param preheader of a special edition; made of its lead if left out
 */
public record EditionRequest(String send, Edition.Kind kind,
        @Size(min = 1, max = 100, message = "must have 1 to 100 entries") List<@NotBlank(message = "is missing") String> stories,
        @Size(min = 1, max = 150, message = "must have 1 to 150 characters") @OneLine String subject,
        @Size(max = 200, message = "is longer than 200 characters") @OneLine String preheader) {

    /** A regular one. */
    public EditionRequest(String send) {
        this(send, null, null, null, null);
    }

    /** When readers shall have it. */
    sealed interface When {
        record Now() implements When {
        }

        record Draft() implements When {
        }

        record At(Instant instant) implements When {
        }
    }

    /** What makes an edition a special one; empty for a regular one. */
    Optional<SpecialEdition> special() {
        if (Optional.ofNullable(kind).orElse(Edition.Kind.REGULAR) == Edition.Kind.REGULAR) {
            Stream.of(new Given("stories", stories), new Given("subject", subject), new Given("preheader", preheader)).filter(given -> given.value() != null)
                    .findFirst().ifPresent(given -> {
                        throw Refusal.invalid(given.field(), "is for an edition of kind SPECIAL");
                    });
            return Optional.empty();
        }
        if (kind == Edition.Kind.ROUNDUP) {
            throw Refusal.invalid("kind", "must be REGULAR or SPECIAL");
        }
        if (stories == null) {
            throw Refusal.invalid("stories", "is missing: the ids of the stories, the first one leading");
        }
        return Optional.of(new SpecialEdition(stories.stream().map(id -> Ids.find(id).orElseThrow(() -> Refusal.invalid("stories", "there is no story " + id)))
                .toList(), Optional.ofNullable(subject), Optional.ofNullable(preheader)));
    }

    private record Given(String field, Object value) {
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
