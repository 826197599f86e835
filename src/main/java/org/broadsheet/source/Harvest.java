package org.broadsheet.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
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
    private String language = "";
    private int left;

    Harvest(String url) {
        this.url = url;
    }

    /** Where the feed was found. */
    String url() {
        return url;
    }

    void add(FeedEntry entry) {
        entries.add(entry.mended());
        if (entries.size() >= 2 * FeedReader.MOST_ENTRIES) {
            keepNewest();
        }
    }

    boolean hasEntries() {
        return !entries.isEmpty();
    }

    void problem(String code, String message, long offset) {
        var problem = new Noted(code, message, offset);
        if (noted.contains(problem)) {
            return;
        }
        if (noted.size() < MOST_PROBLEMS) {
            noted.add(problem);
        } else {
            unnoted++;
        }
    }

    /** Names the entry by what it has. */
    void noAddress(String title, String guid, long offset) {
        var name = title.isBlank() ? guid : title;
        problem("no-address", name.isBlank() ? "An entry has no address of its own, nor a title" : "The entry “" + shortened(name) + "” has no address of its own", offset);
    }

    /** Notes the language of the feed, which tells how it writes dates. */
    void language(String tag) {
        language = tag;
    }

    /** How dates are written in the language of an entry, or else in that of its feed. */
    DateHabits dateHabits(String ofEntry) {
        return DateHabits.of(ofEntry.isEmpty() ? language : ofEntry);
    }

    /** The first of these elements that holds a date; one that does not is noted. */
    Optional<Instant> date(XmlNode node, String... names) {
        var unreadable = "";
        for (var name : names) {
            for (var element : node.children(name)) {
                var text = element.text();
                var date = FeedDates.parse(text, () -> habits(node));
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

    /** The language of an item, or of the channel that is being read. */
    private static DateHabits habits(XmlNode item) {
        var own = item.html("dc:language");
        var above = item.parent().map(channel -> channel.html("language", "dc:language")).orElse("");
        return DateHabits.of(!own.isEmpty() ? own : !above.isEmpty() ? above : item.language());
    }

    void badDate(String text, long offset) {
        problem("bad-date", "A date cannot be read: " + shortened(text), offset);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length())).strip();
    }

    FeedDocument document(FeedHead head, FeedText text) {
        if (entries.size() > FeedReader.MOST_ENTRIES) {
            keepNewest();
        }
        if (left > 0) {
            noted.addFirst(new Noted("too-many-entries", "The feed has more than " + FeedReader.MOST_ENTRIES + " entries; the " + left + " oldest are left out", -1));
        }
        var kept = entries.stream().map(entry -> entry.orElse(head.author(), head.language())).toList();
        return new FeedDocument(head, kept, problems(text));
    }

    /** Those without a date count as the newest, since nobody can tell; feeds that never date are kept from their beginning. */
    private void keepNewest() {
        var newest = new ArrayList<>(entries);
        newest.sort(Comparator.comparing((FeedEntry entry) -> entry.publishedAt().orElse(Instant.MAX)).reversed());
        left += newest.size() - FeedReader.MOST_ENTRIES;
        var kept = Collections.<FeedEntry>newSetFromMap(new IdentityHashMap<>());
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
        private final char[] window = new char[8192];
        private int place;
        private int end;
        private long at;
        private int line = 1;

        Lines(FeedText text) {
            this.reader = text.reader();
        }

        int of(long offset) {
            while (at < offset && has()) {
                at++;
                line += window[place++] == '\n' ? 1 : 0;
            }
            return line;
        }

        private boolean has() {
            try {
                if (place == end) {
                    place = 0;
                    end = reader.read(window, 0, window.length);
                }
                return end > 0;
            } catch (IOException impossible) {
                throw new UncheckedIOException("Reading from memory failed", impossible);
            }
        }
    }
}
