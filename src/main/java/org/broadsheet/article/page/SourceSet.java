package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The candidates of a {@code srcset}: addresses may hold commas, so only one that ends an address or follows a descriptor parts them (HTML, section 4.8.4.2.1). */
final class SourceSet {

    private static final Pattern CANDIDATE = Pattern.compile("\\s*,*\\s*(\\S*[^\\s,])(?:\\s+([0-9.]{1,9}[wxh](?:\\s+[0-9]{1,6}h)?))?\\s*(?:,|$|(?=\\s))");
    private static final int MOST = 100;
    /** What a mail or page needs at most; what is larger costs readers and shows nothing more. */
    private static final double LARGEST = 2600;

    /** @param descriptor width or density as written, may be "" */
    record Candidate(String address, String descriptor) {

        /** In pixels for a width, else the density; 0 if not said. */
        double size() {
            var number = descriptor.isEmpty() ? "" : descriptor.replaceAll("[a-z].*", "");
            return number.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(number) : 0;
        }

        int width() {
            return descriptor.contains("w") ? (int) Math.min(size(), 100_000) : 0;
        }
    }

    private SourceSet() {
    }

    static List<Candidate> of(String written) {
        var candidates = new ArrayList<Candidate>();
        var match = CANDIDATE.matcher(written.strip());
        while (candidates.size() < MOST && match.find()) {
            candidates.add(new Candidate(match.group(1), Optional.ofNullable(match.group(2)).orElse("")));
        }
        return candidates;
    }

    /** The largest that is not larger than anything needs; the smallest if all are. */
    static Optional<Candidate> largest(String written) {
        var candidates = of(written).stream().filter(candidate -> !candidate.address().startsWith("data:")).toList();
        return candidates.stream().filter(candidate -> candidate.width() <= LARGEST).max(Comparator.comparingDouble(Candidate::size))
                .or(() -> candidates.stream().min(Comparator.comparingDouble(Candidate::size)));
    }
}
