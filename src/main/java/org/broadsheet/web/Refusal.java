package org.broadsheet.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request that cannot be served, with the reason; becomes a {@link Problem} or a message page. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<Problem.FieldError> errors;
    private final transient Optional<Duration> retryAfter;

    private Refusal(int status, String detail, List<Problem.FieldError> errors, Optional<Duration> retryAfter) {
        super(detail);
        this.status = status;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /** 400: fields are wrong. */
    public static Refusal invalid(List<Problem.FieldError> errors) {
        var first = errors.getFirst();
        return new Refusal(400, first.field() + ": " + first.message(), errors, Optional.empty());
    }

    /** 400: one field is wrong. */
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new Problem.FieldError(field, message)));
    }

    /** The same of fields that stand within this one: {@code "blocks[0]."}. */
    public Refusal within(String prefix) {
        return errors.isEmpty() ? this : invalid(errors.stream().map(error -> new Problem.FieldError(prefix + error.field(), error.message())).toList());
    }

    /** 404: there is no such thing. */
    public static Refusal unknown(String what) {
        return new Refusal(404, what, List.of(), Optional.empty());
    }

    /** 409: exists already, or is in the wrong state. */
    public static Refusal conflict(String detail) {
        return new Refusal(409, detail, List.of(), Optional.empty());
    }

    /** 413: too large. */
    public static Refusal tooLarge(String detail) {
        return new Refusal(413, detail, List.of(), Optional.empty());
    }

    /** 429: too many; come back later. */
    public static Refusal tooMany(String detail, Duration retryAfter) {
        return new Refusal(429, detail, List.of(), Optional.of(retryAfter));
    }

    /** 503: not now, through no fault of the request. */
    public static Refusal unavailable(String detail) {
        return new Refusal(503, detail, List.of(), Optional.empty());
    }

    public int status() {
        return status;
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
