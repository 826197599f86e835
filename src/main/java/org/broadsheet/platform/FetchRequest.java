package org.broadsheet.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to fetch, by GET or, with something to say, by POST.
 *
 * @param url          as found or typed; need not be valid
 * @param etag         of the copy we have (RFC 9110 section 13.1.2)
 * @param lastModified of the copy we have, as the server wrote it (RFC 9110 section 13.1.3)
 * @param accept       value of the Accept header
 * @param maxBytes     of the inflated body; the limits of the client apply besides
 * @param headers      besides our own, such as credentials and cookies; sent to the origin of {@code url} alone, never on to where it redirects. Only a
 *                     User-Agent, which is no secret, goes all the way, in the place of ours
 * @param post         what is posted; empty for GET. Redirects of a POST are not followed
 * @param protocol     for servers that take HTTP/2 from a program for a reason to turn it away
 */
public record FetchRequest(String url, Optional<String> etag, Optional<String> lastModified, String accept, long maxBytes,
        Map<String, String> headers, Optional<Post> post, Protocol protocol) {

    /** A body to be posted. */
    public record Post(String contentType, byte[] body) {
    }

    /** What is spoken with servers over TLS. */
    public enum Protocol {
        /** HTTP/2 where a server offers it. */
        BEST,
        /** HTTP/1.1, whatever it offers. */
        HTTP_1_1
    }

    public static final String FEED = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
            + "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1";
    public static final String PAGE = "text/html, application/xhtml+xml, */*;q=0.1";
    public static final String PICTURE = "image/webp, image/jpeg, image/png, image/gif;q=0.8, */*;q=0.1";
    public static final String USER_AGENT = "User-Agent";

    public FetchRequest {
        headers = Map.copyOf(headers);
    }

    /** Anything at that address, without a condition. */
    public static FetchRequest of(String url) {
        return new FetchRequest(url, Optional.empty(), Optional.empty(), "*/*", Long.MAX_VALUE, Map.of(), Optional.empty(), Protocol.BEST);
    }

    /** @param mediaTypes for the header field Accept (RFC 9110, section 12.5.1) */
    public FetchRequest accepting(String mediaTypes) {
        return new FetchRequest(url, etag, lastModified, mediaTypes, maxBytes, headers, post, protocol);
    }

    /** A conditional request (RFC 9110, section 13), by what the last answer said of its document. */
    public FetchRequest unlessUnchanged(Optional<String> knownEtag, Optional<String> knownLastModified) {
        return new FetchRequest(url, knownEtag, knownLastModified, accept, maxBytes, headers, post, protocol);
    }

    /** @param bytes after decompression; a longer answer is not read to its end */
    public FetchRequest atMost(long bytes) {
        return new FetchRequest(url, etag, lastModified, accept, bytes, headers, post, protocol);
    }

    /** With one more header field; one of the same name is replaced. */
    public FetchRequest with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new FetchRequest(url, etag, lastModified, accept, maxBytes, more, post, protocol);
    }

    /** Over this protocol; a server that is asked over HTTP/1.1 once is so by all requests from then on. */
    public FetchRequest over(Protocol wanted) {
        return new FetchRequest(url, etag, lastModified, accept, maxBytes, headers, post, wanted);
    }

    /** A POST instead of a GET. */
    public FetchRequest posting(String contentType, byte[] body) {
        return new FetchRequest(url, etag, lastModified, accept, maxBytes, headers, Optional.of(new Post(contentType, body)), protocol);
    }

    /** Under which name it asks, empty for our own. */
    public Optional<String> userAgent() {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(USER_AGENT)).map(Map.Entry::getValue).findFirst();
    }

    boolean isConditional() {
        return etag.isPresent() || lastModified.isPresent();
    }
}
