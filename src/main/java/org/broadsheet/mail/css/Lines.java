package org.broadsheet.mail.css;

import java.util.Arrays;

/** Line and column of a place in a text, both from 1. */
final class Lines {

    private final String text;
    private int[] starts;

    Lines(String text) {
        this.text = text;
    }

    int line(int at) {
        var found = Arrays.binarySearch(starts(), at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int column(int at) {
        return at - starts()[line(at) - 1] + 1;
    }

    private int[] starts() {
        if (starts == null) { // most documents have no problem
            var feeds = text.chars().filter(character -> character == '\n').count();
            starts = new int[(int) feeds + 1];
            for (int at = text.indexOf('\n'), line = 1; at >= 0; at = text.indexOf('\n', at + 1)) {
                starts[line++] = at + 1;
            }
        }
        return starts;
    }
}
