package org.broadsheet.edition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Editions as a feed (RFC 4287, RSS 2.0). Each entry is a whole edition, with the words of its stories.
 *
 * @param home    absolute URL of the front page; also names the feed
 * @param updated of the newest edition, or of the publication before the first
 * @param entries newest first
 */
public record FeedPage(Masthead masthead, String home, Instant updated, List<Entry> entries) {

    public FeedPage {
        updated = updated.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * @param url     also names the entry
     * @param updated when something of it was last put right or withdrawn, else when it was published
     */
    public record Entry(String url, String title, String summary, Instant published, Instant updated, List<Digest.Item> stories) {

        public Entry {
            published = published.truncatedTo(ChronoUnit.SECONDS);
            updated = updated.truncatedTo(ChronoUnit.SECONDS);
        }

        public static Entry of(Digest digest, Instant published, Instant updated) {
            var sections = digest.sections().stream().flatMap(group -> group.items().stream());
            var stories = Stream.of(digest.lead().stream(), sections, digest.briefs().stream())
                    .flatMap(part -> part).map(FeedPage::printable).toList();
            return new Entry(digest.footer().webUrl(), printable(digest.subject()), printable(digest.preheader()), published, updated, stories);
        }

        /** The first picture among its stories. */
        public Optional<Digest.Illustration> picture() {
            return stories.stream().flatMap(story -> story.picture().stream()).findFirst();
        }

        /** {@link #published} as RSS writes it (RFC 822 with four digits for the year). */
        public String publishedInRss() {
            return rss(published);
        }
    }

    @CheckedTemplate(basePath = "feed")
    static class Templates {
        static native TemplateInstance atom(FeedPage page);

        static native TemplateInstance rss(FeedPage page);

        static native TemplateInstance content(FeedPage page, Entry entry);
    }

    /** {@code application/atom+xml}. */
    public String atom() {
        return Templates.atom(this).render().strip();
    }

    /** {@code application/rss+xml}. */
    public String rss() {
        return Templates.rss(this).render().strip();
    }

    /** {@code application/feed+json}. */
    public String json() {
        return JsonFeed.of(this);
    }

    /** The stories of an entry as HTML. */
    public String html(Entry entry) {
        return Templates.content(this, entry).render().strip();
    }

    /** {@link #updated} as RSS writes it. */
    public String updatedInRss() {
        return rss(updated);
    }

    private static String rss(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static Digest.Item printable(Digest.Item item) {
        return new Digest.Item(item.id(), Link.outside(item.url()), printable(item.kicker()), printable(item.headline()),
                printable(item.standfirst()),
                printable(item.summary()), printable(item.source()), item.minutes(), item.picture().map(FeedPage::printable), item.others(), item.language(),
                item.correction().map(correction -> new Digest.Correction(printable(correction.text()), correction.date())));
    }

    private static Digest.Illustration printable(Digest.Illustration picture) {
        return new Digest.Illustration(picture.large(), picture.small(), printable(picture.alt()), printable(picture.caption()), printable(picture.credit()), picture.largeSize(),
                picture.smallSize());
    }

    /** Without the characters that XML 1.0 cannot hold (section 2.2): one of them would spoil the whole feed. */
    static String printable(String text) {
        return text.codePoints().filter(FeedPage::allowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean allowed(int point) {
        return point == '\t' || point == '\n' || point == '\r'
                || point >= 0x20 && point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
    }
}
