package org.broadsheet.mail;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sets plain text in a column for a terminal: lines of at most so many cells, broken between words, an address never (D10). */
public final class TextColumn {

    public static final int WIDTH = 72;
    private static final Pattern CHARACTER = Pattern.compile("\\X");
    /** Opens the mark of a place that is filled for each reader; a date in full takes more room than its mark. */
    private static final int SLOT_MARK = 0xE000;
    private static final int SLOT_CELLS = 13;

    /** Blocks whose characters take two cells, roughly those that are wide in Unicode Standard Annex 11. */
    private static final List<Range> WIDE = List.of(new Range(0x1100, 0x115F), new Range(0x2E80, 0xA4CF), new Range(0xAC00, 0xD7A3),
            new Range(0xF900, 0xFAFF), new Range(0xFE30, 0xFE6F), new Range(0xFF00, 0xFF60), new Range(0x1F300, 0x1FAFF),
            new Range(0x20000, 0x3FFFD));

    private record Range(int first, int last) {

        boolean holds(int codePoint) {
            return codePoint >= first && codePoint <= last;
        }
    }

    private TextColumn() {
    }

    /** The text in lines of at most {@link #WIDTH} cells; a longer word has a line of its own. */
    public static String wrap(String text) {
        return wrap(text, WIDTH, "");
    }

    /** As {@link #wrap(String)}, with all lines but the first indented. */
    public static String wrap(String text, int width, String indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var used = 0;
        for (var word : text.strip().split("\\s+")) {
            var gap = 1;
            for (var piece : pieces(word, width - indent.length())) {
                var cells = cells(piece);
                var begun = used > (lines.isEmpty() ? 0 : indent.length());
                if (begun && used + gap + cells > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(indent);
                    used = indent.length();
                } else if (begun && gap > 0) {
                    line.append(' ');
                    used++;
                }
                line.append(piece);
                used += cells;
                gap = 0;
            }
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    /** How many cells of a terminal the text takes: two for ideographs and their like, none for what combines. */
    public static int cells(String text) {
        return text.codePoints().map(TextColumn::cells).sum();
    }

    private static int cells(int codePoint) {
        if (codePoint == SLOT_MARK) {
            return SLOT_CELLS;
        }
        var type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return wide(codePoint) ? 2 : 1;
    }

    /**
     * Where a word may be parted: between ideographs, as their punctuation allows (Unicode Standard Annex 14), and where the column ends if it is longer than
     * that, between what a reader sees as characters; addresses stay whole.
     */
    private static List<String> pieces(String word, int width) {
        if (word.contains("://")) {
            return List.of(word);
        }
        if (word.codePoints().anyMatch(TextColumn::wide)) {
            return ideographs(word).stream().flatMap(piece -> cut(piece, width).stream()).toList();
        }
        return cut(word, width);
    }

    private static List<String> ideographs(String word) {
        var between = new HashSet<Integer>();
        CHARACTER.matcher(word).results().forEach(character -> between.add(character.end()));
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(word);
        var pieces = new ArrayList<String>();
        var from = 0;
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (between.contains(to)) {
                pieces.add(word.substring(from, to));
                from = to;
            }
        }
        return pieces;
    }

    private static List<String> cut(String word, int width) {
        if (cells(word) <= width) {
            return List.of(word);
        }
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var characters = CHARACTER.matcher(word);
        while (characters.find()) {
            if (!piece.isEmpty() && cells(piece.toString()) + cells(characters.group()) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(characters.group());
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean wide(int codePoint) {
        return WIDE.stream().anyMatch(range -> range.holds(codePoint));
    }
}
