package org.broadsheet.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stands at a check of several fields of a body, and says which of them a refusal names. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Concerns {

    /** The field, as the API calls it, seen from the body that is checked. */
    String value();
}
