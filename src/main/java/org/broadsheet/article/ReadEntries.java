package org.broadsheet.article;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.broadsheet.source.Source;

/**
 * The entries of one reading of a source, after a look at how far its guids and links can be trusted. It is reckoned anew at each reading, since
 * feeds change; what is known already is found by either way.
 */
final class ReadEntries {

    /** If more of the guids than this stand for several articles, none is trusted by itself. */
    private static final double REUSED_GUIDS = 0.05;

    private final List<Entry> entries;

    private ReadEntries(List<Entry> entries) {
        this.entries = entries;
    }

    static ReadEntries of(Source source, List<ArticleDraft> drafts) {
        var entries = drafts.stream().map(draft -> Entry.of(source, draft)).toList();
        several(entries, Entry::addressKey, ReadEntries::differsByGuid).forEach(Entry::distrustAddress);
        var reused = several(entries, Entry::guidKey, ReadEntries::differsByAddress);
        var named = entries.stream().filter(entry -> !entry.guidKey().isEmpty()).count();
        var all = reused.size() > REUSED_GUIDS * named;
        (all ? entries : reused).forEach(Entry::distrustGuid);
        return new ReadEntries(entries);
    }

    List<Entry> entries() {
        return entries;
    }

    /** The entries that share this key with others that are another article. */
    private static List<Entry> several(List<Entry> entries, Function<Entry, String> key, java.util.function.BiPredicate<Entry, Entry> differs) {
        return entries.stream().filter(entry -> !key.apply(entry).isEmpty()).collect(Collectors.groupingBy(key)).values().stream()
                .filter(group -> group.stream().skip(1).anyMatch(entry -> differs.test(group.getFirst(), entry))).flatMap(Collection::stream).toList();
    }

    private static boolean differsByGuid(Entry one, Entry other) {
        return (one.guidKey().isEmpty() || !one.guidKey().equals(other.guidKey())) && !one.isLike(other);
    }

    private static boolean differsByAddress(Entry one, Entry other) {
        return (one.addressKey().isEmpty() || !one.addressKey().equals(other.addressKey())) && !one.isLike(other);
    }
}
