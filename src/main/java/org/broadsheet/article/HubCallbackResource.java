package org.broadsheet.article;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.source.HubDesk;
import org.broadsheet.source.HubSignature;
import org.broadsheet.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/**
 * Where hubs make sure of us and push to (WebSub, sections 5.3 and 7). Public: the token tells which subscription is meant, the signature that
 * it is the hub. No browser has anything to do here, so it asks for no form of ours; a GET answers to a request that we have made and to no other.
 */
@Path("/websub/{token:[A-Za-z0-9_-]{43}}")
@Blocking
public class HubCallbackResource {

    private static final int MOST_BYTES = 5_000_000;
    private static final int LONGEST_CHALLENGE = 2000;
    private static final Duration COME_BACK = Duration.ofSeconds(60);

    private final HubDesk hubs;
    private final PushQueue queue;

    HubCallbackResource(HubDesk hubs, PushQueue queue) {
        this.hubs = hubs;
        this.queue = queue;
    }

    @GET
    @Operation(hidden = true)
    public Response verify(String token, @QueryParam("hub.mode") String mode, @QueryParam("hub.topic") String topic, @QueryParam("hub.challenge") String challenge,
            @QueryParam("hub.lease_seconds") String lease, @QueryParam("hub.reason") String reason) {
        if (topic == null || mode == null) {
            throw Refusal.unknown("There is nothing here");
        }
        if (mode.equals("denied") && hubs.denied(token, topic, Optional.ofNullable(reason).orElse(""))) {
            return text("");
        }
        if (challenge == null || challenge.length() > LONGEST_CHALLENGE || !hubs.verify(token, mode, topic, seconds(lease))) {
            throw Refusal.unknown("Nobody asked for this");
        }
        return text(challenge);
    }

    /** What cannot be proved to be the hub's is answered like everything else, and ignored (WebSub, section 7.1). */
    @POST
    @Operation(hidden = true)
    public Response push(String token, HttpHeaders headers, InputStream content) throws IOException {
        var sender = hubs.sender(token);
        if (sender.isEmpty()) {
            return Response.status(Response.Status.GONE).build();
        }
        var body = content.readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            hubs.ignored(token, "The hub pushed more than 5 MB, which is not taken");
            throw Refusal.tooLarge("More than 5 MB");
        }
        var signature = Optional.ofNullable(headers.getHeaderString("X-Hub-Signature")).orElse("");
        if (!HubSignature.matches(signature, sender.get().secret(), body)) {
            hubs.ignored(token, "Something was pushed " + (signature.isEmpty() ? "without a signature" : "with a wrong signature") + ", and ignored");
            return Response.accepted().build();
        }
        if (!queue.offer(sender.get().source(), body, Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)).orElse(""))) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, COME_BACK.toSeconds()).build();
        }
        hubs.pushed(token);
        return Response.accepted().build();
    }

    private static Optional<Long> seconds(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(number -> number.matches("[0-9]{1,9}")).map(Long::parseLong);
    }

    /** The header keeps browsers from taking what a stranger wrote for a page. */
    private static Response text(String text) {
        return Response.ok(text, MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")).header("X-Content-Type-Options", "nosniff").build();
    }
}
