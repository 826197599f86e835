package org.broadsheet.edition;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.broadsheet.web.Link;

/**
 * A story as web pages set it. URLs from outside that are neither http nor https are "" here, and pictures are paths on this
 * server, since the content security policy allows no other origin.
 *
 * @param section name of the section it stands in; "" for none
 * @param pageUrl path of its page with all reports; "" if it has none
 */
public record WebStory(
        String section,
        String pageUrl,
        String url,
        String kicker,
        String headline,
        String standfirst,
        String summary,
        String source,
        int minutes,
        Optional<Digest.Illustration> picture,
        List<Link> others,
        String language,
        Optional<Digest.Correction> correction) {

    /** @param home path of the publication's front page, such as {@code /pen-daily} */
    static WebStory of(Digest.Item item, String section, String home) {
        return new WebStory(section, home + "/stories/" + item.id(), Link.outside(item.url()), item.kicker(), item.headline(),
                item.standfirst(), item.summary(), item.source(), item.minutes(), item.picture().map(WebStory::here), others(item), item.language(), item.correction());
    }

    private static List<Link> others(Digest.Item item) {
        return item.others().stream().map(other -> new Link(other.source(), Link.outside(other.url()))).toList();
    }

    private static Digest.Illustration here(Digest.Illustration picture) {
        return new Digest.Illustration(path(picture.large()), path(picture.small()), picture.alt(), picture.caption(), picture.credit(), picture.largeSize(),
                picture.smallSize());
    }

    private static String path(String url) {
        return URI.create(url).getRawPath();
    }

    /** Where the headline leads: to the source, else to the story's own page. */
    public String headlineUrl() {
        return url.isEmpty() ? pageUrl : url;
    }

    /** The standfirst, else the summary. */
    public String text() {
        return standfirst.isEmpty() ? summary : standfirst;
    }

    public boolean pictured() {
        return picture.isPresent();
    }
}
