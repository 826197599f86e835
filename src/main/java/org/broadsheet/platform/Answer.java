package org.broadsheet.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** An answer whose body has not been read yet, and what it means for a fetch. */
final class Answer {

    private final FetchRequest wanted;
    private final WebAddress address;
    private final Optional<String> movedTo;
    private final AnswerHead head;

    /** @param moved where permanent redirects have led so far */
    Answer(FetchRequest wanted, WebAddress address, Optional<WebAddress> moved, AnswerHead head) {
        this.wanted = wanted;
        this.address = address;
        this.movedTo = moved.map(WebAddress::toString);
        this.head = head;
    }

    Hop read(InputStream wire, LimitedBody body) throws IOException, InterruptedException {
        int status = head.status();
        return switch (status) {
            case 301, 302, 303, 307, 308 -> wanted.post().isEmpty() ? redirect(status == 301 || status == 308) : unsuccessful(status);
            case 304 -> wanted.isConditional() ? notModified() : unsuccessful(status);
            default -> status >= 200 && status < 300 ? fetched(status, wire, body) : unsuccessful(status);
        };
    }

    private Hop redirect(boolean permanent) {
        String location = head.first("Location").orElse("");
        if (location.isEmpty()) {
            return Hop.failed("protocol", "It is redirected to nowhere: there is no Location");
        }
        try {
            return new Hop.Redirected(address.resolve(location), permanent, head.retryAfter());
        } catch (InvalidWebAddressException e) {
            return Hop.refused("The server redirects to an address we would not visit: " + e.getMessage());
        }
    }

    private Hop notModified() {
        return new Hop.Ended(new FetchOutcome.NotModified(address.toString(), movedTo, head.validator("ETag"),
                head.validator("Last-Modified"), head.maxAge()));
    }

    private Hop fetched(int status, InputStream wire, LimitedBody body) throws IOException, InterruptedException {
        ContentCoding coding = ContentCoding.of(String.join(",", head.all("Content-Encoding")));
        byte[] bytes = body.read(wire, coding, length());
        return new Hop.Ended(new FetchOutcome.Fetched(address.toString(), movedTo, status, head.mediaType(), head.charset(),
                head.validator("ETag"), head.validator("Last-Modified"), head.retryAfter(), bytes, head.maxAge(), head.all("Link"),
                statedLocation()));
    }

    /** Servers behind others name themselves by internal addresses there; what has no public name is passed over. */
    private Optional<String> statedLocation() {
        return head.first("Content-Location").flatMap(location -> {
            try {
                return Optional.of(address.resolve(location));
            } catch (InvalidWebAddressException unusable) {
                return Optional.<WebAddress>empty();
            }
        }).filter(stated -> stated.sameOrigin(address) || stated.host().contains(".") && IpLiteral.parse(stated.host()).isEmpty()).map(WebAddress::toString);
    }

    private OptionalLong length() {
        return head.first("Content-Length").filter(value -> value.matches("\\d{1,15}")).map(Long::parseLong).map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private Hop unsuccessful(int status) {
        String reason = address.host() + " answered " + status + ": " + meaning(status);
        return new Hop.Ended(new FetchOutcome.Failed("http-" + status, status, reason, head.retryAfter()));
    }

    private String meaning(int status) {
        return guard(status).map(guard -> guard + " stands before it and wants to see a person in a browser").orElse(switch (status) {
            case 401 -> "it refuses us without a name and password";
            case 403 -> "it refuses us";
            case 404 -> "there is nothing at this address";
            case 406 -> "it has nothing in a form that we read";
            case 410 -> "it is gone for good";
            case 429 -> "we ask too often";
            case 451 -> "it may not show this for legal reasons";
            default -> status >= 500 ? "it has trouble of its own" : "it does not answer with a document";
        });
    }

    /** Services that keep robots out tell it in fields of their own. */
    private Optional<String> guard(int status) {
        if (head.first("cf-mitigated").isPresent() || (status == 403 || status == 503) && isCloudflare() && isPage()) {
            return Optional.of("Cloudflare");
        }
        if (head.first("x-amzn-waf-action").isPresent()) {
            return Optional.of("AWS WAF");
        }
        if (status == 403 && head.first("x-datadome").isPresent()) {
            return Optional.of("DataDome");
        }
        return Optional.empty();
    }

    private boolean isCloudflare() {
        return head.first("Server").orElse("").toLowerCase(Locale.ROOT).startsWith("cloudflare") && head.first("CF-RAY").isPresent();
    }

    private boolean isPage() {
        return head.mediaType().equals("text/html");
    }
}
