package org.broadsheet.mail.lint;

import java.util.Arrays;

/** Finds line and column of an offset. */
final class Lines {

    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        var found = new int[16];
        var count = 1;
        for (var at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at + 1;
        }
        this.starts = Arrays.copyOf(found, count);
    }

    /** Of an offset, from 1. */
    int line(int offset) {
        var found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    Place place(Place.Part part, int offset, String path) {
        var within = Math.clamp(offset, 0, text.length());
        var line = line(within);
        return new Place(part, line, within - starts[line - 1] + 1, Place.snippet(text.substring(within, Math.min(text.length(), within + 400))), path);
    }

    /** @param line from 1; past the end counts as the last */
    int start(int line) {
        return starts[Math.clamp(line - 1, 0, starts.length - 1)];
    }
}
