package org.broadsheet.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a fetch ended. */
public sealed interface FetchOutcome {

    /**
     * The server answered with a document (2xx).
     *
     * @param finalUrl           where it was found, after redirects
     * @param permanentlyMovedTo where an unbroken chain of permanent redirects (301, 308) from the requested address leads
     * @param status             200 to 299
     * @param contentType        media type in lower case without parameters, "" if unstated
     * @param charset            as stated in the header, "" if unstated
     * @param body               inflated
     * @param maxAge             how long it stays fresh from now, by max-age or Expires (RFC 9111 section 4.2)
     * @param links              values of the Link fields (RFC 8288), as they stand
     * @param statedLocation     what Content-Location says, absolute; empty if it says nothing that could be meant for the world
     */
    record Fetched(String finalUrl, Optional<String> permanentlyMovedTo, int status, String contentType, String charset,
            Optional<String> etag, Optional<String> lastModified, Optional<Duration> retryAfter, byte[] body, Optional<Duration> maxAge,
            List<String> links, Optional<String> statedLocation)
            implements FetchOutcome {

        /**
         * What relative references in a feed are resolved against. RFC 2616, section 14.14, gave Content-Location that meaning and RFC 9110, section
         * 8.7, took it away again; feeds that were made for the one still count on it, and nobody sends it for another reason.
         */
        public String base() {
            return statedLocation.orElse(finalUrl);
        }

        /** The value of Content-Type as a parser of documents wants it. */
        public String contentTypeWithCharset() {
            return charset.isEmpty() ? contentType : contentType + "; charset=" + charset;
        }

        /** What the server said of the document, without the document. */
        public Fetched withoutBody() {
            return new Fetched(finalUrl, permanentlyMovedTo, status, contentType, charset, etag, lastModified, retryAfter, new byte[0], maxAge, links, statedLocation);
        }

        Fetched withRetryAfter(Optional<Duration> asked) {
            return new Fetched(finalUrl, permanentlyMovedTo, status, contentType, charset, etag, lastModified, asked, body, maxAge, links, statedLocation);
        }
    }

    /** The copy we have is the latest (304). Validators are those of the answer, empty where it did not repeat them. */
    record NotModified(String finalUrl, Optional<String> permanentlyMovedTo, Optional<String> etag, Optional<String> lastModified,
            Optional<Duration> maxAge) implements FetchOutcome {
    }

    /** We would not go there: a blocked address, a bad address. The reason is in words for an operator. */
    record Refused(String reason) implements FetchOutcome {
    }

    /**
     * It did not work, this time.
     *
     * @param code       stable: {@code http-404} and so on, {@code dns}, {@code connect}, {@code tls}, {@code timeout}, {@code too-large},
     *                   {@code encoding}, {@code redirects}, {@code protocol}, {@code busy}, {@code interrupted}
     * @param status     of the answer, 0 if there was none
     * @param reason     in words for an operator
     * @param retryAfter as asked by the server, at most 7 days
     */
    record Failed(String code, int status, String reason, Optional<Duration> retryAfter) implements FetchOutcome {
    }
}
