package org.broadsheet.source;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.Sha256;

/** How reading a source ended. */
public sealed interface Reading {

    /**
     * It was read.
     *
     * @param fetched  the document that it came from, the index if it is a sitemap of several
     * @param kind     what it is: never AUTO
     * @param url      where it is to be fetched from now on
     * @param standing whether to come back there
     */
    record Read(FeedDocument document, FetchOutcome.Fetched fetched, Source.Kind kind, String url, Standing standing, Kept kept) implements Reading {

        public Read {
            fetched = fetched.withoutBody(); // it was read, and may be large
        }
    }

    /** It is byte for byte what was read last, though its server did not notice. */
    record Same(FetchOutcome.Fetched fetched, Kept kept) implements Reading {

        public Same {
            fetched = fetched.withoutBody();
        }
    }

    /** Its server says that nothing changed. */
    record NotModified(FetchOutcome.NotModified answer) implements Reading {
    }

    /**
     * It could not be read.
     *
     * @param code     stable; those of the fetch, and {@code refused}, {@code not-a-feed}, {@code not-a-sitemap}, {@code no-list}, {@code nothing-found}, {@code robots}
     * @param words    for an operator
     * @param pause    to be made at least before it is tried again
     * @param problems besides
     */
    record Failed(String code, String words, Duration pause, List<FeedProblem> problems) implements Reading {
    }

    /** How sure it is that what was found for AUTO is the best there is. */
    enum Standing {
        SURE,
        /** Something better is named, but did not answer just now: look around again the next time. */
        FOR_NOW
    }

    /**
     * What to remember of a document, so as to notice that it did not change.
     *
     * @param hash SHA-256 of all that was read
     */
    record Kept(Optional<String> etag, Optional<String> lastModified, Optional<byte[]> hash) {

        static Kept of(FetchOutcome.Fetched fetched) {
            return new Kept(fetched.etag(), fetched.lastModified(), Optional.of(Sha256.of(List.of(fetched.body()))));
        }

        /** Of a document that refers to others, which may change while it stays as it is: no condition can be sent. */
        static Kept of(List<byte[]> bodies) {
            return new Kept(Optional.empty(), Optional.empty(), Optional.of(Sha256.of(bodies)));
        }

        boolean isSame(Kept other) {
            return hash.isPresent() && other.hash.isPresent() && MessageDigest.isEqual(hash.get(), other.hash.get());
        }
    }
}
