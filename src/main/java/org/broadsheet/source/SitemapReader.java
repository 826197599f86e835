package org.broadsheet.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.WebAddress;
import org.jsoup.nodes.Entities;

/**
 * Reads sitemaps as a list of what is new (sitemaps.org 0.9 with the extensions for news and images): XML, text with an address a line, or a feed
 * that stands in for one; packed or not. Of any number of pages it keeps the newest. An index is read with its newest sitemaps, a few.
 */
final class SitemapReader {

    /** More than anybody has news. */
    static final int MOST_ENTRIES = 200;
    /** What is older is no news, where there is any that is newer. */
    static final Duration NEWS_FOR = Duration.ofDays(7);
    private static final int MOST_CHILDREN = 3;
    private static final int DEEPEST = 2;
    private static final int OLD_ENTRIES = 20;
    private static final int LINES_LOOKED_AT = 20;
    private static final Comparator<SitemapAddress> BY_DATE = Comparator.comparing(address -> address.date().orElse(Instant.MIN));

    /** Where the sitemaps of an index are had from. */
    interface Children {

        /** @return the document there; empty if there is none, which has been noted */
        Optional<Sheet> fetch(String url);
    }

    /** A document with the address where it was found. */
    record Sheet(String url, String contentType, byte[] body) {

        static Sheet of(FetchOutcome.Fetched fetched) {
            return new Sheet(fetched.finalUrl(), fetched.contentTypeWithCharset(), fetched.body());
        }
    }

    /**
     * What was found.
     *
     * @param news     whether it says itself that it is news, by the news extension
     * @param index    whether the first document refers to others
     * @param sheets   all documents that it was read from, the first one first
     */
    record Sitemap(FeedDocument document, boolean news, boolean index, List<Sheet> sheets) {

        /** What to remember of it; an index may stay as it is while its sitemaps change. */
        Reading.Kept kept(FetchOutcome.Fetched first) {
            return index ? Reading.Kept.of(sheets.stream().map(Sheet::body).toList()) : Reading.Kept.of(first);
        }
    }

    private final Children children;
    private final Instant now;
    private final PriorityQueue<SitemapAddress> newest = new PriorityQueue<>(BY_DATE);
    private final List<SitemapAddress> undated = new ArrayList<>();
    private final List<FeedEntry> fed = new ArrayList<>();
    private final List<FeedProblem> problems = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();
    private int left;
    private int asked;
    private boolean news;

    private SitemapReader(Children children, Instant now) {
        this.children = children;
        this.now = now;
    }

    /** @throws NotAFeedException if it is something else, with words on what it is */
    static Sitemap read(Sheet sheet, Children children, Instant now) throws NotAFeedException {
        var reader = new SitemapReader(children, now);
        reader.visited.add(sheet.url());
        reader.take(sheet, 0);
        return reader.sitemap(sheet);
    }

    /** Whether a document claims to be a sitemap, without a closer look. */
    static boolean seemsOne(Sheet sheet) {
        try {
            var beginning = FeedText.of(GzipBody.unpacked(sheet.body()), Optional.empty()).beginning(4_000);
            return beginning.contains("<urlset") || beginning.contains("<sitemapindex") || beginning.matches("(?s).{0,3000}<\\w{1,20}:(urlset|sitemapindex)\\b.*");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void take(Sheet sheet, int depth) throws NotAFeedException {
        sheets.add(sheet);
        var text = text(sheet);
        switch (text.firstCharacter()) {
            case 0 -> throw new NotAFeedException("The document is empty");
            case '<' -> xml(sheet, text, depth);
            case '{', '[' -> feed(sheet, text);
            default -> plain(sheet, text);
        }
    }

    private static FeedText text(Sheet sheet) throws NotAFeedException {
        try {
            return FeedText.of(GzipBody.unpacked(sheet.body()), Optional.empty());
        } catch (IOException problem) {
            throw new NotAFeedException("The compressed document cannot be unpacked: " + problem.getMessage());
        }
    }

    private void xml(Sheet sheet, FeedText text, int depth) throws NotAFeedException {
        var sitemaps = new PriorityQueue<SitemapAddress>(SitemapOrder.LEAST_PROMISING_FIRST);
        var scan = new SitemapScan(text, sheet.url(), this::keep, child -> bounded(sitemaps, child, MOST_CHILDREN * 3));
        if (scan.run() == SitemapScan.Kind.NEITHER) {
            feed(sheet, text);
            return;
        }
        index(sitemaps, depth);
        if (depth == 0) {
            scan.malformations().first().forEach((code, offset) -> problems.add(new FeedProblem(code, Malformations.words(code), 0)));
        }
    }

    private void index(PriorityQueue<SitemapAddress> sitemaps, int depth) {
        var promising = sitemaps.stream().sorted(SitemapOrder.LEAST_PROMISING_FIRST.reversed()).toList();
        for (var child : promising) {
            if (depth >= DEEPEST || asked >= MOST_CHILDREN || !visited.add(child.url())) {
                continue;
            }
            asked++;
            children.fetch(child.url()).ifPresent(sheet -> child(sheet, depth + 1));
        }
    }

    private void child(Sheet sheet, int depth) {
        try {
            take(sheet, depth);
        } catch (NotAFeedException problem) {
            problems.add(new FeedProblem("bad-sitemap", sheet.url() + ": " + problem.getMessage(), 0));
        }
    }

    private void feed(Sheet sheet, FeedText text) throws NotAFeedException {
        try {
            var feed = FeedReader.read(GzipBody.unpacked(sheet.body()), sheet.contentType(), sheet.url());
            fed.addAll(feed.entries());
            problems.addAll(feed.problems());
        } catch (NotAFeedException problem) {
            throw new NotAFeedException(problem.getMessage().replace("not a feed", "not a sitemap").replace("none of a feed", "none of a sitemap").replace("is no feed", "is no sitemap"));
        } catch (IOException problem) {
            throw new NotAFeedException("The compressed document cannot be unpacked: " + problem.getMessage());
        }
    }

    /** One address a line (sitemaps.org, "Text file"). */
    private void plain(Sheet sheet, FeedText text) throws NotAFeedException {
        var lines = 0;
        var addresses = 0;
        try (var reader = new BufferedReader(text.reader())) {
            for (var line = reader.readLine(); line != null && (lines < LINES_LOOKED_AT || addresses * 2 > lines); line = reader.readLine()) {
                var url = line.strip();
                lines += url.isEmpty() ? 0 : 1;
                if (FeedValues.isWebAddress(url) && url.length() <= 2_000 && url.chars().noneMatch(Character::isWhitespace)) {
                    addresses++;
                    keep(new SitemapAddress(url, Optional.empty(), "", Optional.empty(), "", "", List.of(), List.of()));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
        if (addresses == 0 || addresses * 2 <= lines) {
            throw new NotAFeedException("This is neither XML nor a list of addresses, so it is no sitemap");
        }
    }

    private void keep(SitemapAddress address) {
        news |= address.isNews();
        if (address.date().isPresent()) {
            left += bounded(newest, address, MOST_ENTRIES);
        } else if (undated.size() < MOST_ENTRIES) {
            undated.add(address);
        } else {
            left++;
        }
    }

    /** @return how many had to go */
    private static int bounded(PriorityQueue<SitemapAddress> best, SitemapAddress address, int most) {
        best.add(address);
        if (best.size() <= most) {
            return 0;
        }
        best.remove();
        return 1;
    }

    private Sitemap sitemap(Sheet first) throws NotAFeedException {
        if (newest.isEmpty() && undated.isEmpty() && fed.isEmpty() && sheets.size() == 1 && problems.isEmpty() && asked == 0) {
            problems.add(new FeedProblem("empty", "The sitemap names no page", 0));
        }
        var chosen = chosen();
        if (left > 0) {
            problems.add(new FeedProblem("too-many-entries", "The sitemap names more pages than are news; " + left + " are left out", 0));
        }
        var paper = chosen.stream().map(SitemapAddress::paper).filter(name -> !name.isEmpty()).findFirst().orElse("");
        var language = chosen.stream().map(SitemapAddress::language).filter(tag -> !tag.isEmpty()).findFirst().orElse("");
        var entries = new LinkedHashMap<String, FeedEntry>();
        chosen.forEach(address -> entries.putIfAbsent(address.url(), address.entry()));
        fed.forEach(entry -> entries.putIfAbsent(entry.url(), entry));
        var site = WebAddress.of(first.url()).map(address -> address.resolve("/").toString()).orElse("");
        return new Sitemap(new FeedDocument(Entities.escape(paper), site, language, entries.values().stream().limit(MOST_ENTRIES).toList(), List.copyOf(problems)), news,
                asked > 0, List.copyOf(sheets));
    }

    /** The latest first. Where something is new, it alone; where nothing is, a few; where nothing has a date, what comes first. */
    private List<SitemapAddress> chosen() {
        var dated = newest.stream().sorted(BY_DATE.reversed()).toList();
        var recent = dated.stream().filter(address -> address.date().get().isAfter(now.minus(NEWS_FOR))).toList();
        var chosen = !recent.isEmpty() ? recent : !dated.isEmpty() ? dated.subList(0, Math.min(OLD_ENTRIES, dated.size())) : undated;
        left += dated.size() + undated.size() - chosen.size();
        return chosen;
    }
}
