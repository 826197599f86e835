package org.broadsheet.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** The text is a language tag of BCP 47 whose language exists (ISO 639), such as {@code en-GB}; null passes. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidLanguage.Check.class)
public @interface ValidLanguage {

    String message() default "is not a language tag such as en-GB";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<ValidLanguage, String> {

        private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                var language = new Locale.Builder().setLanguageTag(text).build().getLanguage();
                return KNOWN.contains(language) || language.length() == 3;
            } catch (IllformedLocaleException notATag) {
                return false;
            }
        }
    }
}
