package org.broadsheet.edition;

import java.util.List;
import java.util.Optional;

import org.broadsheet.mail.TextColumn;

/** A plain text in the making, line by line: set in a column, one link to a line (D10). */
final class TextSheet {

    static final int RULE = TextColumn.WIDTH - 1;
    private static final int LONG_LABEL = 30;

    private final StringBuilder out = new StringBuilder();

    /** A link with the words that it has in a sentence or a list. */
    record Labelled(String label, String url) {
    }

    /** The whole text, with at most two empty lines together. */
    String text() {
        return out.toString().replaceAll("\n{4,}", "\n\n\n").stripTrailing() + "\n";
    }

    void line(String text) {
        out.append(text).append('\n');
    }

    void blank() {
        line("");
    }

    void wrapped(String text) {
        line(TextColumn.wrap(text));
    }

    void paragraph(String text) {
        wrapped(text);
        blank();
    }

    void heavyRule() {
        line("=".repeat(RULE));
    }

    void lightRule() {
        line("-".repeat(RULE));
    }

    /** A headline with a line under it, as long as it is. */
    void underlined(String text) {
        var headline = TextColumn.wrap(text);
        line(headline);
        line("-".repeat(Math.min(TextColumn.WIDTH, headline.lines().mapToInt(TextColumn::cells).max().orElse(1))));
    }

    /** What a link says, the link, and an empty line. */
    void link(String label, String url) {
        wrapped(label);
        line(url);
        blank();
    }

    /** An address on a line of its own, whatever its length; other schemes than those of the web come from outside and are left out (D11). */
    void address(String indent, String url) {
        if (web(url)) {
            line(indent + url);
        }
    }

    /** Links below each other with their words before them, or above where those are long. */
    void list(List<Labelled> links) {
        var widest = links.stream().mapToInt(link -> TextColumn.cells(link.label())).filter(cells -> cells <= LONG_LABEL).max().orElse(0);
        for (var link : links) {
            var cells = TextColumn.cells(link.label());
            if (cells > LONG_LABEL) {
                line("  " + TextColumn.wrap(link.label(), TextColumn.WIDTH - 2, "  "));
                address("  ", link.url());
            } else {
                line("  " + link.label() + (web(link.url()) ? " ".repeat(widest - cells + 2) + link.url() : ""));
            }
        }
    }

    /** One at the left edge, one at the right, where there is room for both. */
    void edges(String left, String right) {
        var room = RULE - TextColumn.cells(left) - TextColumn.cells(right);
        if (right.isEmpty() || room < 2) {
            wrapped(left);
            Optional.of(right).filter(text -> !text.isEmpty()).ifPresent(this::wrapped);
        } else {
            line(left + " ".repeat(room) + right);
        }
    }

    private static boolean web(String url) {
        return url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "mailto:", 0, 7);
    }
}
