package org.broadsheet.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.validation.constraints.Size;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.WebAddress;
import org.broadsheet.web.Refusal;

/**
 * What a source asks for before it answers: a name and password (RFC 7617), or header fields, such as a Cookie. Kept encrypted, and never shown again
 * (F21). A User-Agent takes the place of ours for all that is fetched for the source, its pages and their robots.txt included; so does the protocol.
 *
 * @param protocol null for the best
 */
public record SourceAccess(
        @Size(max = 200, message = "is longer than 200 characters") String user,
        @Size(max = 200, message = "is longer than 200 characters") String password,
        @Size(max = 10, message = "has more than 10 fields") Map<String, String> headers,
        FetchRequest.Protocol protocol) {

    /** RFC 6265, section 6.1: as long as a cookie may be at least. */
    private static final int LONGEST_VALUE = 4096;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,80}");
    /** They are the client's own, or say where a message ends. */
    private static final Set<String> FORBIDDEN = Set.of("host", "content-length", "transfer-encoding", "connection", "te", "trailer", "upgrade",
            "accept-encoding", "if-none-match", "if-modified-since", "expect", "range", "proxy-authorization");

    /** What may be shown of it. */
    public record Shown(String user, List<String> headers, FetchRequest.Protocol protocol) {
    }

    public SourceAccess {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        protocol = protocol == null ? FetchRequest.Protocol.BEST : protocol;
    }

    Shown shown() {
        return new Shown(user, headers.keySet().stream().sorted().toList(), protocol);
    }

    /**
     * The request, with what is asked for: all of it where the source itself is, elsewhere no more than the name under which we ask, and how.
     *
     * @param source its address, which need not be the one that is read
     */
    public FetchRequest apply(FetchRequest request, String source) {
        var own = WebAddress.of(request.url()).filter(address -> WebAddress.of(source).filter(address::sameOrigin).isPresent()).isPresent();
        var result = request.over(protocol);
        for (var header : headers.entrySet()) {
            result = own || header.getKey().equalsIgnoreCase(FetchRequest.USER_AGENT) ? result.with(header.getKey(), header.getValue()) : result;
        }
        if (user == null || !own) {
            return result;
        }
        var credentials = user + ":" + Optional.ofNullable(password).orElse("");
        return result.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws Refusal naming the field if one cannot be sent */
    void check() {
        for (var header : headers.entrySet()) {
            if (!NAME.matcher(header.getKey()).matches() || FORBIDDEN.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                throw Refusal.invalid("access.headers", "cannot hold the field " + shortened(header.getKey()));
            }
            if (header.getValue() == null || header.getValue().isBlank() || header.getValue().length() > LONGEST_VALUE || header.getValue().chars().anyMatch(character -> character < 32 || character > 126)) {
                throw Refusal.invalid("access.headers", "has a value for " + header.getKey() + " that cannot be sent");
            }
        }
        if (user != null && user.contains(":")) {
            throw Refusal.invalid("access.user", "cannot hold a colon");
        }
        if (user == null && password != null) {
            throw Refusal.invalid("access.user", "is missing");
        }
    }

    private static String shortened(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?").substring(0, Math.min(80, text.length()));
    }
}
