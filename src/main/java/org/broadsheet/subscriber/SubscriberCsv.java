package org.broadsheet.subscriber;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.web.Refusal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Readers as rows of a CSV (RFC 4180) whose header line names the columns. */
final class SubscriberCsv implements AutoCloseable {

    private static final Set<String> COLUMNS = Set.of("email", "name", "timeZone", "language", "sections", "confirmed", "consentAt",
            "consentWording", "consentHow");

    /** A row, or what is wrong with it. */
    record Row(long line, Optional<SubscriberBody> body, String problem) {
    }

    private final CsvReader<NamedCsvRecord> reader;
    private final CloseableIterator<NamedCsvRecord> records;

    private SubscriberCsv(CsvReader<NamedCsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    static SubscriberCsv open(Reader csv) {
        return new SubscriberCsv(CsvReader.builder().detectBomHeader(false).skipEmptyLines(true).allowExtraFields(true).allowMissingFields(true)
                .ofNamedCsvRecord(csv));
    }

    /** The next rows, none at the end. */
    List<Row> next(int most) {
        try {
            var rows = new ArrayList<Row>();
            while (rows.size() < most && records.hasNext()) {
                var row = records.next();
                check(row.getHeader());
                rows.add(read(row));
            }
            return rows;
        } catch (CsvParseException | java.io.UncheckedIOException broken) {
            throw Refusal.invalid("body", "is not a CSV: " + broken.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static void check(List<String> header) {
        if (!header.contains("email")) {
            throw Refusal.invalid("body", "needs a header line with a column email; it has " + String.join(", ", header));
        }
        header.stream().filter(column -> !COLUMNS.contains(column)).findFirst().ifPresent(column -> {
            throw Refusal.invalid("body", "has an unknown column " + column);
        });
    }

    private static Row read(NamedCsvRecord row) {
        try {
            var consent = field(row, "consentAt").isPresent() || field(row, "consentWording").isPresent() || field(row, "consentHow").isPresent()
                    ? new SubscriberBody.ConsentBody(field(row, "consentAt").map(Instant::parse).orElse(null),
                            field(row, "consentWording").orElse(null), field(row, "consentHow").orElse(null))
                    : null;
            return new Row(row.getStartingLineNumber(), Optional.of(new SubscriberBody(field(row, "email").orElse(null), field(row, "name").orElse(null),
                    field(row, "timeZone").orElse(null), field(row, "language").orElse(null),
                    field(row, "sections").map(list -> Arrays.asList(list.split(";"))).orElse(null),
                    field(row, "confirmed").map(SubscriberCsv::truth).orElse(null), consent)), "");
        } catch (DateTimeException notATime) {
            return new Row(row.getStartingLineNumber(), Optional.empty(), "consentAt is not a time such as 2026-01-31T09:30:00Z");
        } catch (IllegalArgumentException notATruth) {
            return new Row(row.getStartingLineNumber(), Optional.empty(), notATruth.getMessage());
        }
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> Boolean.TRUE;
            case "false", "no", "0" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("confirmed must be true or false");
        };
    }

    private static Optional<String> field(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).filter(text -> !text.isEmpty());
    }
}
