package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text by place, applied at once; all else stays. */
final class Edits {

    private record Edit(int from, int to, String text) {
    }

    private final List<Edit> edits = new ArrayList<>();

    void replace(int from, int to, String text) {
        edits.add(new Edit(from, to, text));
    }

    /** Where two insertions have one place, the one that was made first stands first. */
    String applied(String source) {
        edits.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
        var text = new StringBuilder(source.length() * 5 / 4);
        var at = 0;
        for (var edit : edits) {
            text.append(source, at, edit.from()).append(edit.text());
            at = edit.to();
        }
        return text.append(source, at, source.length()).toString();
    }
}
