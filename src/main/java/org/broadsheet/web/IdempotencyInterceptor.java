package org.broadsheet.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Stands before the transaction, so that what it remembers is what was committed. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final ObjectMapper json;
    private final IdempotencyKeys keys;

    IdempotencyInterceptor(HttpHeaders headers, UriInfo uri, ObjectMapper json, IdempotencyKeys keys) {
        this.headers = headers;
        this.uri = uri;
        this.json = json;
        this.keys = keys;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var key = headers.getHeaderString(HEADER);
        if (key == null) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw Refusal.invalid(HEADER, "must have 1 to " + LONGEST + " characters");
        }
        var fingerprint = uri.getRequestUri().getPath() + " " + fingerprint(call.getParameters());
        var earlier = keys.begin(key, fingerprint);
        if (earlier.isPresent()) {
            return repeat(earlier.get(), fingerprint);
        }
        try {
            var response = (Response) call.proceed();
            keys.finish(key, response.getStatus(), Optional.ofNullable(response.getHeaderString(HttpHeaders.LOCATION)),
                    json.writeValueAsString(response.getEntity()));
            return response;
        } catch (Exception problem) {
            keys.forget(key);
            throw problem;
        }
    }

    private static Response repeat(IdempotencyKeys.Earlier earlier, String fingerprint) {
        if (!earlier.fingerprint().equals(fingerprint)) {
            throw Refusal.conflict("This Idempotency-Key was used for another request");
        }
        if (earlier.status().isEmpty()) {
            throw Refusal.conflict("The first request with this Idempotency-Key is still at work");
        }
        var response = Response.status(earlier.status().get()).type(MediaType.APPLICATION_JSON).entity(earlier.body());
        earlier.location().ifPresent(location -> response.location(URI.create(location)));
        return response.build();
    }

    private int fingerprint(Object... parameters) {
        return Arrays.stream(parameters).filter(Objects::nonNull).filter(Record.class::isInstance).map(Object::toString).toList().hashCode();
    }
}
