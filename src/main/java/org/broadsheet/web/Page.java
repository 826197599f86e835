package org.broadsheet.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list; the cursor is the key of its last item (keyset paging).
 *
 * @param next what to give as {@code after} for the next page; null at the end
 */
public record Page<T>(List<T> items, String next) {

    public static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;

    /** Checks the limit asked for (1 to 500). */
    public static int limit(Integer asked) {
        int limit = Optional.ofNullable(asked).orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Refusal.invalid("limit", "must be between 1 and " + LARGEST_LIMIT);
        }
        return limit;
    }

    /** Checks the cursor asked for; empty at the beginning. */
    public static Optional<Long> after(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ids.find(cursor).orElseThrow(() -> Refusal.invalid("after", "is not the next of an earlier page")));
    }

    /**
     * @param rows one more than the limit where there are more
     * @param key  the cursor of a row
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, Long> key, Function<R, T> item) {
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? Ids.text(key.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
