package org.broadsheet.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns every exception into a body that says what is wrong: RFC 9457 for the API, a page for people. */
class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    @ServerExceptionMapper
    Response refusal(Refusal refusal, UriInfo uri, HttpHeaders headers) {
        var response = respond(uri, headers, refusal.status(), refusal.getMessage(), refusal.errors(), refusal.retryAfter());
        refusal.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return response.build();
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException problem, UriInfo uri, HttpHeaders headers) {
        var errors = problem.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(FieldPath.of(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(Problem.FieldError::field))
                .toList();
        return respond(uri, headers, 400, errors.getFirst().field() + ": " + errors.getFirst().message(), errors).build();
    }

    @ServerExceptionMapper
    Response badJson(JsonProcessingException problem, UriInfo uri, HttpHeaders headers) {
        return unreadable(problem, uri, headers);
    }

    /** Stands before the mapper that comes with the framework, which is less specific about fields and names our classes. */
    @ServerExceptionMapper
    Response wrongShape(MismatchedInputException problem, UriInfo uri, HttpHeaders headers) {
        return unreadable(problem, uri, headers);
    }

    @ServerExceptionMapper
    Response changedMeanwhile(OptimisticLockException problem, UriInfo uri, HttpHeaders headers) {
        return respond(uri, headers, 409, "Somebody else changed this at the same moment; read it again", List.of()).build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException problem, UriInfo uri, HttpHeaders headers) {
        if (problem.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, uri, headers);
        }
        var original = problem.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        var detail = switch (original.getStatus()) {
            case 404 -> "There is nothing at " + uri.getPath();
            case 405 -> "This address does not take that method";
            case 406 -> "This address does not offer what the Accept header asks for";
            case 415 -> "This address does not take that Content-Type";
            default -> Optional.ofNullable(problem.getMessage()).orElse("");
        };
        var response = respond(uri, headers, original.getStatus(), detail, List.of());
        Optional.ofNullable(original.getHeaderString(HttpHeaders.ALLOW)).ifPresent(allow -> response.header(HttpHeaders.ALLOW, allow));
        return response.build();
    }

    @ServerExceptionMapper
    Response unexpected(Exception problem, UriInfo uri, HttpHeaders headers) {
        LOG.errorf(problem, "A request to %s failed", uri.getPath());
        return respond(uri, headers, 500, "Something went wrong here; the log has the details", List.of()).build();
    }

    private static Response unreadable(JsonProcessingException problem, UriInfo uri, HttpHeaders headers) {
        var path = problem instanceof JsonMappingException mapping ? pathOf(mapping) : "";
        var message = problem instanceof UnrecognizedPropertyException ? "there is no such field" : reasonOf(problem);
        var errors = path.isEmpty() ? List.<Problem.FieldError>of() : List.of(new Problem.FieldError(path, message));
        return respond(uri, headers, 400, path.isEmpty() ? "The body is not the JSON that belongs here: " + message : path + ": " + message, errors).build();
    }

    /** Our own value checks, raised while reading, speak for themselves; Jackson's messages name classes. */
    private static String reasonOf(JsonProcessingException problem) {
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof java.time.DateTimeException || cause instanceof IllegalArgumentException) {
                return cause.getMessage();
            }
        }
        if (problem instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "must be one of " + java.util.Arrays.toString(format.getTargetType().getEnumConstants()).replaceAll("[\\[\\]]", "");
        }
        return switch (problem) {
            case MismatchedInputException mismatch -> "has the wrong type";
            default -> problem.getOriginalMessage().lines().findFirst().orElse("cannot be read");
        };
    }

    private static String pathOf(JsonMappingException problem) {
        var path = new StringBuilder();
        for (var reference : problem.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static Response.ResponseBuilder respond(UriInfo uri, HttpHeaders headers, int status, String detail, List<Problem.FieldError> errors) {
        return respond(uri, headers, status, detail, errors, Optional.empty());
    }

    private static Response.ResponseBuilder respond(UriInfo uri, HttpHeaders headers, int status, String detail, List<Problem.FieldError> errors,
            Optional<Duration> wait) {
        var title = Optional.ofNullable(RestResponse.Status.fromStatusCode(status)).map(RestResponse.Status::getReasonPhrase).orElse("Problem");
        if (uri.getPath().startsWith("/api/")) {
            return Response.status(status).type(Problem.MEDIA_TYPE).entity(Problem.of(status, title, detail, errors));
        }
        return MessagePages.problem(status, title, detail, wait, headers);
    }
}
