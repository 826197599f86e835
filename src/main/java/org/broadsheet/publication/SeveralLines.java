package org.broadsheet.publication;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** Text that may have line ends and tabs, but no other control characters, which the database cannot keep, none of our private marks, and nothing that XML cannot hold. */
@Pattern(regexp = "[\\n\\r\\t[^\\p{Cntrl}\\p{Cs}\\uE000\\uE001\\uFFFE\\uFFFF]]*")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface SeveralLines {

    String message() default "must be text without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
