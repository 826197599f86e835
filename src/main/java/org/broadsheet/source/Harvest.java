package org.broadsheet.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the entries of a feed, the newest if there are too many, and what was wrong. */
final class Harvest {

    private static final int MOST_PROBLEMS = 50;

    /** A problem with its place in characters from the beginning, -1 if it has none. */
    private record Noted(String code, String message, long offset) {
    }

    private final String url;
    private List<FeedEntry> entries = new ArrayList<>();
    private final List<Noted> noted = new ArrayList<>();
    private int unnoted;
    private int left;

    Harvest(String url) {
        this.url = url;
    }

    /** Where the feed was found. */
    String url() {
        return url;
    }

    void add(FeedEntry entry) {
        entries.add(entry);
        if (entries.size() >= 2 * FeedReader.MOST_ENTRIES) {
            keepNewest();
        }
    }

    boolean hasEntries() {
        return !entries.isEmpty();
    }

    void problem(String code, String message, long offset) {
        if (noted.size() < MOST_PROBLEMS) {
            noted.add(new Noted(code, message, offset));
        } else {
            unnoted++;
        }
    }

    /** The first of these elements that holds a date; one that does not is noted. */
    Optional<Instant> date(XmlNode node, String... names) {
        var unreadable = "";
        for (var name : names) {
            for (var element : node.children(name)) {
                var text = element.text();
                var date = FeedDates.parse(text);
                if (date.isPresent()) {
                    return date;
                }
                unreadable = text.isEmpty() ? unreadable : text;
            }
        }
        if (!unreadable.isEmpty()) {
            badDate(unreadable, node.offset());
        }
        return Optional.empty();
    }

    void badDate(String text, long offset) {
        problem("bad-date", "A date cannot be read: " + text.substring(0, Math.min(60, text.length())), offset);
    }

    FeedDocument document(FeedHead head, FeedText text) {
        if (entries.size() > FeedReader.MOST_ENTRIES) {
            keepNewest();
        }
        if (left > 0) {
            problem("too-many-entries", "The feed has more than " + FeedReader.MOST_ENTRIES + " entries; the " + left + " oldest are left out", -1);
        }
        var kept = entries.stream().map(entry -> entry.orElse(head.author(), head.language())).toList();
        return new FeedDocument(head, kept, problems(text));
    }

    /** Those without a date count as the newest, since nobody can tell; feeds that never date are kept from their beginning. */
    private void keepNewest() {
        var newest = new ArrayList<>(entries);
        newest.sort(Comparator.comparing((FeedEntry entry) -> entry.publishedAt().orElse(Instant.MAX)).reversed());
        left += newest.size() - FeedReader.MOST_ENTRIES;
        var kept = java.util.Collections.<FeedEntry>newSetFromMap(new java.util.IdentityHashMap<>());
        kept.addAll(newest.subList(0, FeedReader.MOST_ENTRIES));
        entries = new ArrayList<>(entries.stream().filter(kept::contains).toList());
    }

    private List<FeedProblem> problems(FeedText text) {
        var lines = new Lines(text);
        var problems = new ArrayList<FeedProblem>();
        noted.stream().sorted(Comparator.comparingLong(Noted::offset)).forEach(problem -> problems.add(new FeedProblem(problem.code(), problem.message(),
                problem.offset() < 0 ? 0 : lines.of(problem.offset()))));
        if (unnoted > 0) {
            problems.add(new FeedProblem("more", unnoted + " more problems of the kinds above", 0));
        }
        return List.copyOf(problems);
    }

    /** Counts lines, once through the document, for places in their order. */
    private static final class Lines {

        private final Reader reader;
        private long at;
        private int line = 1;

        Lines(FeedText text) {
            this.reader = text.reader();
        }

        int of(long offset) {
            try {
                while (at < offset) {
                    var c = reader.read();
                    if (c < 0) {
                        break;
                    }
                    at++;
                    line += c == '\n' ? 1 : 0;
                }
                return line;
            } catch (IOException impossible) {
                throw new UncheckedIOException("Reading from memory failed", impossible);
            }
        }
    }
}
