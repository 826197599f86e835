package org.broadsheet.mail.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the chosen clients know of HTML, CSS and picture formats, as caniemail (MIT) tested it. The table is made from the whole data set by
 * {@code SupportTable} among the tests; {@code support.tsv} names source and licence.
 */
final class Support {

    private static final String TABLE = "support.tsv";
    private static final Support PACKAGED = new Support(packaged());

    /** How far a client goes along. */
    enum Level {
        YES, PARTLY, NO, UNKNOWN
    }

    /** @param note what the testers remark, "" if nothing */
    record Cell(Client client, Level level, String note) {
    }

    /**
     * Something that mark-up can use.
     *
     * @param slug  for instance {@code css-display-grid}
     * @param cells one for each chosen client, in the order of the table
     */
    record Feature(String slug, String title, List<Cell> cells) {
    }

    private final Map<String, Feature> features = new LinkedHashMap<>();
    private List<String[]> clients = List.of();

    private Support(String table) {
        table.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(line -> line.split("\t", -1)).forEach(row -> {
            if (row[0].equals("clients")) {
                clients = Arrays.stream(row).skip(1).map(client -> client.split("/", 2)).toList();
            } else {
                features.put(row[0], feature(row));
            }
        });
    }

    static Support packagedTable() {
        return PACKAGED;
    }

    private Feature feature(String[] row) {
        Map<String, String> notes = new LinkedHashMap<>();
        Arrays.stream(row).skip(2L + clients.size()).map(note -> note.split("=", 2)).filter(note -> note.length == 2).forEach(note -> notes.put(note[0], note[1]));
        List<Cell> cells = new ArrayList<>();
        for (var i = 0; i < clients.size(); i++) {
            var cell = row[2 + i].split(" ", -1);
            var version = cell.length > 1 ? cell[1] : "";
            cells.add(new Cell(new Client(clients.get(i)[0], clients.get(i)[1], version), level(cell[0]), cell.length > 2 ? notes.getOrDefault(cell[2], "") : ""));
        }
        return new Feature(row[0], row[1], List.copyOf(cells));
    }

    private static Level level(String letter) {
        return switch (letter) {
            case "y" -> Level.YES;
            case "a" -> Level.PARTLY;
            case "n" -> Level.NO;
            default -> Level.UNKNOWN;
        };
    }

    Optional<Feature> feature(String slug) {
        return Optional.ofNullable(features.get(slug));
    }

    boolean knows(String slug) {
        return features.containsKey(slug);
    }

    int size() {
        return features.size();
    }

    private static String packaged() {
        try (InputStream in = Support.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("The table of what mail clients support is missing from the package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
