package org.broadsheet.web;

import java.util.List;

/**
 * The body of every refusal (RFC 9457, section 3.1).
 *
 * @param title  the status in words
 * @param detail what is wrong with this request, for the person who sent it
 * @param errors one for each field that is wrong; empty if it is not about fields
 */
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param field path of the field in the body, for instance {@code contacts[0].phone} */
    public record FieldError(String field, String message) {
    }

    public static Problem of(int status, String title, String detail, List<FieldError> errors) {
        return new Problem("about:blank", title, status, detail, errors);
    }
}
