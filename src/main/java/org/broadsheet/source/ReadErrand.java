package org.broadsheet.source;

import java.util.Optional;

import org.broadsheet.platform.FetchRequest;

/**
 * What is to be read, and what is known of it from the last time.
 *
 * @param url   as the operator gave it
 * @param kind  as the operator wants it
 * @param found what is read where AUTO was asked for; empty if it is to be found out
 * @param kept  of the document that was read last, empty if there was none
 */
public record ReadErrand(String url, Source.Kind kind, Optional<Found> found, Optional<Reading.Kept> kept, Optional<SourceAccess> access, Optional<PageSelectors> selectors) {

    /** @param url where it is, which may be the errand's own address */
    public record Found(Source.Kind kind, String url) {
    }

    /**
     * Who says where the articles stand has found them already, so that AUTO looks for nothing else.
     *
     * @param access what the source asks for before it answers
     */
    public static ReadErrand of(Source source, Optional<SourceAccess> access) {
        var found = source.selectors != null && source.kind == Source.Kind.AUTO ? Optional.of(new Found(source.selectors.areForData() ? Source.Kind.FEED : Source.Kind.PAGE, source.url))
                : source.kind == Source.Kind.AUTO ? Optional.ofNullable(source.foundKind).map(kind -> new Found(kind, source.readUrl())) : Optional.<Found>empty();
        var kept = source.kind == Source.Kind.AUTO && found.isEmpty() ? Optional.<Reading.Kept>empty()
                : Optional.of(new Reading.Kept(Optional.ofNullable(source.etag), Optional.ofNullable(source.lastModified), Optional.ofNullable(source.bodyHash)));
        return new ReadErrand(source.url, source.kind, found, kept, access, Optional.ofNullable(source.selectors));
    }

    /** Where it is really read. */
    public String readUrl() {
        return found.map(Found::url).orElse(url);
    }

    /** Selectors that lead through the document itself, whatever its kind. */
    Optional<PageSelectors> paths() {
        return selectors.filter(PageSelectors::arePaths);
    }

    Source.Kind readKind() {
        return found.map(Found::kind).orElse(kind);
    }

    /** Credentials go to the address that they were given for; where something was found on another origin, it gets none. */
    FetchRequest request(String accept) {
        var request = FetchRequest.of(readUrl()).accepting(accept).unlessUnchanged(kept.flatMap(Reading.Kept::etag), kept.flatMap(Reading.Kept::lastModified));
        return asked(request);
    }

    /** Another request on its behalf. */
    FetchRequest asked(FetchRequest request) {
        return access.map(given -> given.apply(request, url)).orElse(request);
    }
}
