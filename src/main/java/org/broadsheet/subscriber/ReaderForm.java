package org.broadsheet.subscriber;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.broadsheet.web.PageWords;

/**
 * A form with what stands in it, as it was posted where it comes back with problems.
 *
 * @param action    path that it posts to
 * @param email     as typed; "" at first, and in forms that do not ask for it
 * @param name      as typed
 * @param sections  none if the publication has none, and then none are asked for
 * @param languages one alone is posted without asking
 * @param zones     by part of the world
 * @param hidden    further inputs by name, such as the signed time of the form
 * @param problems  by field name, in the reader's language; the order is the form's
 */
public record ReaderForm(
        String action,
        String email,
        String name,
        List<Choice> sections,
        List<Choice> languages,
        List<ZoneRegion> zones,
        Map<String, String> hidden,
        Map<String, String> problems) {

    private static final List<String> FIELDS = List.of("email", "section", "name", "timeZone", "language", "pausedUntil");

    /** What is wrong with this field; "" if nothing. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    /** Field names with a problem in the order of the form; a problem of no field comes first. */
    public List<String> wrongFields() {
        return problems.keySet().stream().sorted(Comparator.comparingInt(FIELDS::indexOf)).toList();
    }

    /** Whether a problem can be reached by a link to its field. */
    public boolean asks(String field) {
        return FIELDS.contains(field);
    }

    /** Heading over the problems. */
    public String problemsTitle(PageWords words) {
        return words.problemsTitle(problems.size());
    }
}
