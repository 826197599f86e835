package org.broadsheet.edition;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.publication.Publication;
import org.broadsheet.web.Link;
import org.broadsheet.web.PageWords;

/** What the web shows of editions: front page, archive, feeds. Only what readers may see. */
@ApplicationScoped
public class ArchiveDesk {

    private static final int ARCHIVE = 120;
    private static final int FEED = 30;
    private static final int ASIDE = 6;
    private static final int ROW = 3;

    private final DigestMaker digests;
    private final Clock clock;

    ArchiveDesk(DigestMaker digests, Clock clock) {
        this.digests = digests;
        this.clock = clock;
    }

    /** The latest edition that readers may see, as its model. */
    public Optional<Digest> latest(Publication publication) {
        return Edition.archive(publication, 20).stream().filter(edition -> edition.status.published()).findFirst().flatMap(this::digest);
    }

    Optional<Digest> digest(Edition edition) {
        return digests.make(edition, edition.items(), Set.of());
    }

    FrontPage front(Publication publication) {
        var words = PageWords.in(publication.language);
        var archive = Edition.archive(publication, ARCHIVE);
        var latest = archive.stream().filter(edition -> edition.status.published()).findFirst();
        var digest = latest.flatMap(this::digest);
        var row = digest.map(shown -> row(shown, words)).orElse(List.of());
        return new FrontPage(publication.masthead(), words, digest.map(shown -> latest(publication, shown, row, words)).stream().toList(), row,
                next(publication, words), words.joinTerms(publication.schedule.days()),
                months(publication, archive.stream().filter(edition -> latest.isEmpty() || edition != latest.get()).toList(), words));
    }

    EditionFeed feed(Publication publication) {
        var editions = Edition.archive(publication, FEED * 2).stream().filter(edition -> edition.status.published()).limit(FEED).toList();
        var entries = editions.stream().flatMap(edition -> digest(edition).map(digest -> entry(edition, digest)).stream()).toList();
        return new EditionFeed(publication.name, publication.strapline.isEmpty() ? publication.name : publication.strapline, publication.language,
                digests.home(publication), publication.legalName, entries.isEmpty() ? publication.createdAt : entries.getFirst().published(), entries);
    }

    private static EditionFeed.Entry entry(Edition edition, Digest digest) {
        var html = new StringBuilder();
        Stream.concat(Stream.concat(digest.lead().stream(), digest.sections().stream().flatMap(group -> group.items().stream())), digest.briefs().stream())
                .forEach(item -> html.append("<p><a href=\"").append(escaped(item.url())).append("\">").append(escaped(item.headline())).append("</a>")
                        .append(item.text().isEmpty() ? "" : "<br>" + escaped(item.text())).append("</p>"));
        return new EditionFeed.Entry(digest.footer().webUrl(), edition.subject, published(edition), edition.preheader, html.toString());
    }

    private static FrontPage.Latest latest(Publication publication, Digest digest, List<FrontPage.Teaser> row, PageWords words) {
        var lead = digest.lead().orElseThrow();
        var picture = lead.picture();
        var shown = row.stream().map(FrontPage.Teaser::headline).toList();
        return new FrontPage.Latest(words.date(digest.date()), words.number(digest.number()), path(publication, digest.number()),
                picture.map(Digest.Illustration::large).map(ArchiveDesk::local).orElse(""), picture.map(Digest.Illustration::alt).orElse(""),
                picture.map(Digest.Illustration::caption).orElse(""), picture.map(Digest.Illustration::credit).orElse(""), lead.kicker(), lead.headline(),
                lead.standfirst().isEmpty() ? lead.summary() : lead.standfirst(), source(lead, words),
                others(digest, words).stream().filter(other -> !shown.contains(other.text())).limit(ASIDE).toList(), words.readInFull(digest.number()));
    }

    /** All headlines but the lead's, each with its section. */
    public static List<Link> others(Digest digest, PageWords words) {
        return Stream.concat(digest.sections().stream().flatMap(group -> group.items().stream().map(item -> new Link(item.headline(), group.name()))),
                digest.briefs().stream().map(item -> new Link(item.headline(), words.inBrief()))).toList();
    }

    private static List<FrontPage.Teaser> row(Digest digest, PageWords words) {
        var pictured = digest.sections().stream().flatMap(group -> group.items().stream()).filter(item -> item.picture().isPresent()).limit(ROW).toList();
        return pictured.size() < ROW ? List.of() : pictured.stream().map(item -> new FrontPage.Teaser(item.url(), local(item.picture().get().small()),
                item.picture().get().alt(), item.kicker(), item.headline(), source(item, words))).toList();
    }

    private static String source(Digest.Item item, PageWords words) {
        return Stream.of(item.source(), item.minutes() > 0 ? words.minutes(item.minutes()) : "").filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static List<FrontPage.Month> months(Publication publication, List<Edition> editions, PageWords words) {
        Map<YearMonth, List<FrontPage.Line>> months = new LinkedHashMap<>();
        editions.forEach(edition -> months.computeIfAbsent(YearMonth.from(edition.editionDate), month -> new ArrayList<>()).add(line(publication, edition, words)));
        return months.entrySet().stream().map(month -> new FrontPage.Month(words.month(month.getKey()), month.getValue())).toList();
    }

    private static FrontPage.Line line(Publication publication, Edition edition, PageWords words) {
        var day = words.dayOfMonth(edition.editionDate);
        if (!edition.status.published()) {
            return new FrontPage.Line(day, "", "", words.noEdition(""), "");
        }
        var more = edition.items().stream().skip(1).limit(3).map(item -> item.frozen.headline()).collect(Collectors.joining(" · "));
        return new FrontPage.Line(day, words.number(edition.number), path(publication, edition.number), edition.subject, more);
    }

    private String next(Publication publication, PageWords words) {
        Optional<CalendarEntry> entry = CalendarEntry.findByIdOptional(publication.id);
        var now = clock.instant().atZone(publication.timeZone);
        return entry.map(due -> words.nextEdition(Calendar.at(due.nextDate, publication.schedule.time(), publication.timeZone).atZone(publication.timeZone), now))
                .orElseGet(words::nextEditionUnknown);
    }

    private static String path(Publication publication, int number) {
        return "/" + publication.slug + "/editions/" + number;
    }

    /** Pages load pictures from the origin they were loaded from, whatever the public URL is. */
    static String local(String url) {
        var at = url.indexOf("/pictures/");
        return at < 0 ? url : url.substring(at);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static Instant published(Edition edition) {
        return Optional.ofNullable(edition.startedAt).orElse(edition.createdAt);
    }
}
