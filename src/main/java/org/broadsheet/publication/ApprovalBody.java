package org.broadsheet.publication;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.broadsheet.mail.ValidMailAddress;

/**
 * How a publication's editions are approved, as the API takes it.
 *
 * @param otherwise {@code SEND} if left out
 * @see Approval
 */
public record ApprovalBody(
        @NotNull(message = "is missing") @Min(value = 5, message = "must be at least 5") @Max(value = 720, message = "must be at most 720") Integer minutesEarly,
        @Size(max = 10, message = "has more than 10 entries") List<@NotNull(message = "is missing") @ValidMailAddress String> tell,
        Approval.Otherwise otherwise) {

    static ApprovalBody of(Approval approval) {
        return new ApprovalBody((int) approval.early().toMinutes(), approval.tell(), approval.otherwise());
    }

    Approval value() {
        return new Approval(Duration.ofMinutes(minutesEarly), Optional.ofNullable(tell).orElse(List.of()).stream().map(String::strip).toList(),
                Optional.ofNullable(otherwise).orElse(Approval.Otherwise.SEND));
    }
}
