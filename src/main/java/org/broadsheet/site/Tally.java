package org.broadsheet.site;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.broadsheet.delivery.Counts;

/** An edition's copies by state; {@code due} is the sum of the others. */
public record Tally(long due, long queued, long sending, long sent, long deferred, long failed, long suppressed, long expired,
        long unknown) {

    static Tally of(Counts counts) {
        return new Tally(counts.due(), counts.queued(), counts.sending(), counts.sent(), counts.deferred(), counts.failed(),
                counts.suppressed(), counts.expired(), counts.unknown());
    }

    /**
     * @param wanting whether somebody has to look at these
     */
    public record Cell(String state, String count, boolean zero, boolean wanting) {
    }

    /** Every state, in the order of a copy's life. */
    public List<Cell> all() {
        return List.of(cell("queued", queued), cell("sending", sending), cell("sent", sent), cell("deferred", deferred),
                cell("failed", failed), cell("suppressed", suppressed), cell("expired", expired), cell("unknown", unknown));
    }

    /** The states that hold copies. */
    public List<Cell> filled() {
        return all().stream().filter(cell -> !cell.zero()).toList();
    }

    public String dueText() {
        return text(due);
    }

    /** How far it got, for a progress bar; of {@link #due}. */
    public long done() {
        return Stream.of(sent, failed, suppressed, expired).mapToLong(Long::longValue).sum();
    }

    private static Cell cell(String state, long count) {
        return new Cell(state, text(count), count == 0, count > 0 && (state.equals("failed") || state.equals("unknown")));
    }

    private static String text(long count) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(count);
    }
}
