package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A link of an HTTP header field (RFC 8288).
 *
 * @param target    as written
 * @param relations of the target, in lower case
 */
record LinkField(String target, List<String> relations) {

    private static final Pattern LINK = Pattern.compile("<([^<>]{0,2000})>((?:\\s*;\\s*[A-Za-z0-9*_-]+\\s*(?:=\\s*(?:\"[^\"]*\"|[^\\s;,\"]*))?)*)");
    private static final Pattern RELATION = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*))");
    private static final int LONGEST = 8000;
    private static final int MOST = 50;

    /** All links of these fields, in their order; what cannot be read is left out. */
    static List<LinkField> parse(List<String> fields) {
        var links = new ArrayList<LinkField>();
        for (var field : fields) {
            var matcher = LINK.matcher(field.substring(0, Math.min(LONGEST, field.length())));
            while (matcher.find() && links.size() < MOST) {
                links.add(new LinkField(matcher.group(1).strip(), relations(matcher.group(2))));
            }
        }
        return links;
    }

    /** The first {@code rel} counts (RFC 8288, section 3.3). */
    private static List<String> relations(String parameters) {
        var matcher = RELATION.matcher(parameters);
        if (!matcher.find()) {
            return List.of();
        }
        var value = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Stream.of(value.toLowerCase(java.util.Locale.ROOT).split("\\s+")).filter(relation -> !relation.isEmpty()).toList();
    }
}
