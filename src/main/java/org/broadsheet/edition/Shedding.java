package org.broadsheet.edition;

import java.util.ArrayList;
import java.util.List;

/**
 * An edition made shorter step by step: each step leaves one more brief to the web, then takes the text of one more story away, then leaves
 * one more story to the web, always the last. The lead stays.
 */
record Shedding(Digest digest) {

    int steps() {
        return briefs() + 2 * stories();
    }

    /** How many are left to the web after so many steps. */
    int omitted(int step) {
        return Math.min(step, briefs()) + Math.max(0, step - briefs() - stories());
    }

    /** What remains after so many steps. */
    Digest digest(int step) {
        var texts = stories() - Math.clamp(step - briefs(), 0, stories());
        var kept = stories() - Math.max(0, step - briefs() - stories());
        return digest.with(sections(texts, kept), digest.briefs().subList(0, Math.max(0, briefs() - step)));
    }

    private List<Digest.Group> sections(int texts, int kept) {
        var sections = new ArrayList<Digest.Group>();
        var position = 0;
        for (var group : digest.sections()) {
            var items = new ArrayList<Digest.Item>();
            for (var item : group.items()) {
                if (position < kept) {
                    items.add(position < texts ? item : item.bare());
                }
                position++;
            }
            if (!items.isEmpty()) {
                sections.add(new Digest.Group(group.name(), items));
            }
        }
        return sections;
    }

    private int briefs() {
        return digest.briefs().size();
    }

    private int stories() {
        return digest.sections().stream().mapToInt(group -> group.items().size()).sum();
    }
}
