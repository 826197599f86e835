package org.broadsheet.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Short texts that a document declares for itself. None refers to another, so they cannot multiply, and none comes from elsewhere (F6). */
final class InternalEntities {

    static final int LONGEST_DECLARATION = 16_384;
    private static final int MOST = 100;
    /** Characters in all that may come of them: two hundred for three would be a bomb all the same. */
    private static final int LONGEST_OF_ALL = 1_000_000;
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s{1,9}([A-Za-z][A-Za-z0-9._-]{0,30})\\s{1,9}(?:\"([^\"&%<]{0,200})\"|'([^'&%<]{0,200})')\\s{0,9}>");

    private final Map<String, String> values = new HashMap<>();
    private int used;

    void declare(CharSequence declaration) {
        var match = ENTITY.matcher(declaration);
        while (values.size() < MOST && match.find()) {
            values.putIfAbsent(match.group(1), match.group(2) == null ? match.group(3) : match.group(2));
        }
    }

    /** Empty for a name that was not declared, and when there was too much of all. */
    Optional<String> value(String name) {
        var value = Optional.ofNullable(values.get(name)).filter(found -> used + found.length() <= LONGEST_OF_ALL);
        used += value.map(String::length).orElse(0);
        return value;
    }
}
