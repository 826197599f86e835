package org.broadsheet.publication;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** Text that may stand in a header: no control characters, no line ends of any kind (F10), none of our private marks, nothing that XML cannot hold. */
@Pattern(regexp = OneLine.RULE)
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface OneLine {

    /** As a regular expression, for what is checked by hand. */
    String RULE = "[^\\p{Cntrl}\\p{Cs}\\u2028\\u2029\\uE000\\uE001\\uFFFE\\uFFFF]*";

    String message() default "must be one line without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
