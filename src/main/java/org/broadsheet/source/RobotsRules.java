package org.broadsheet.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a robots.txt says to us (RFC 9309): the rules of the groups that name us, else of those for everybody.
 *
 * @param rules      in the order of the file
 * @param crawlDelay between two pages; no part of the RFC, and yet an express wish
 * @param sitemaps   as written; they hold for everybody
 */
record RobotsRules(List<Rule> rules, Optional<Duration> crawlDelay, List<String> sitemaps) {

    /** RFC 9309, section 2.2.1: what identifies us, in any letter case. */
    static final String PRODUCT_TOKEN = "broadsheet";
    /** RFC 9309, section 2.5: at least 500 KiB must be read. */
    static final int MOST_BYTES = 500 * 1024;
    static final RobotsRules NONE = new RobotsRules(List.of(), Optional.empty(), List.of());

    private static final int MOST_SITEMAPS = 50;
    private static final Pattern TOKEN = Pattern.compile("^[a-zA-Z_-]+|^\\*");
    private static final Pattern PRODUCT = Pattern.compile("[a-zA-Z_-]+(?=/\\d)|^[a-zA-Z_-]+");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");

    /** Whether what fits may be read. */
    enum Access {
        ALLOW, DISALLOW
    }

    /** @param line of robots.txt, to be shown to the operator */
    record Rule(Access access, RobotsPattern pattern, String line) {
    }

    /** @param userAgent under which it was asked for, empty if our own */
    static RobotsRules parse(byte[] body, Optional<String> userAgent) {
        var text = new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.UTF_8);
        var file = new File();
        text.lines().map(line -> line.replace("\uFEFF", "")).forEach(file::line);
        return file.rules(userAgent.map(RobotsRules::products).orElse(Set.of()));
    }

    /** What else we are called by (RFC 9110, section 10.1.5), in a remark too, where programs that resemble browsers stand. */
    private static Set<String> products(String userAgent) {
        return PRODUCT.matcher(userAgent).results().map(product -> product.group().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** The rule that decides on a path with its query: the longest that fits, and of two as long the more generous; empty if none fits. */
    Optional<Rule> deciding(String path) {
        var wanted = RobotsPattern.normal(path);
        Rule best = null;
        for (var rule : rules) {
            var longer = best == null || rule.pattern().length() > best.pattern().length()
                    || rule.pattern().length() == best.pattern().length() && rule.access() == Access.ALLOW;
            if (longer && rule.pattern().fits(wanted)) {
                best = rule;
            }
        }
        return Optional.ofNullable(best);
    }

    /** One group: who is addressed, and what is asked of them. */
    private static final class Group {

        private final List<String> agents = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private Optional<Duration> delay = Optional.empty();
        private boolean begun;

        boolean addresses(String token) {
            return agents.contains(token);
        }
    }

    /** Collects groups while the lines go by. */
    private static final class File {

        private final List<Group> groups = new ArrayList<>();
        private final List<String> sitemaps = new ArrayList<>();

        void line(String written) {
            var line = written.replaceFirst("#.*", "").strip();
            var colon = line.indexOf(':');
            if (colon < 0) {
                return;
            }
            var value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT).replace(' ', '-')) {
                case "user-agent", "useragent" -> agent(value);
                case "allow" -> rule(Access.ALLOW, value, line);
                case "disallow" -> rule(Access.DISALLOW, value, line);
                case "crawl-delay" -> delay(value);
                case "sitemap", "site-map" -> sitemap(value);
                default -> { } // other records are none of ours, and do not end a group
            }
        }

        private void agent(String value) {
            if (groups.isEmpty() || groups.getLast().begun) {
                groups.add(new Group());
            }
            var token = TOKEN.matcher(value);
            groups.getLast().agents.add(token.find() ? token.group().toLowerCase(Locale.ROOT) : "");
        }

        private void rule(Access access, String value, String line) {
            if (groups.isEmpty()) {
                return;
            }
            groups.getLast().begun = true;
            if (!value.isEmpty()) {
                groups.getLast().rules.add(new Rule(access, RobotsPattern.of(value), line));
            }
        }

        private void delay(String value) {
            if (!groups.isEmpty()) {
                groups.getLast().begun = true;
                groups.getLast().delay = Optional.of(value).filter(seconds -> SECONDS.matcher(seconds).matches())
                        .map(seconds -> Duration.ofMillis((long) (Double.parseDouble(seconds) * 1000)));
            }
        }

        private void sitemap(String value) {
            if (sitemaps.size() < MOST_SITEMAPS && !value.isEmpty()) {
                sitemaps.add(value);
            }
        }

        /** Another name is no way around what a site asks of us under our own. */
        RobotsRules rules(Set<String> otherNames) {
            for (var names : List.of(otherNames, Set.of(PRODUCT_TOKEN), Set.of("*"))) {
                var ours = groups.stream().filter(group -> names.stream().anyMatch(group::addresses)).toList();
                if (!ours.isEmpty()) {
                    return new RobotsRules(ours.stream().flatMap(group -> group.rules.stream()).toList(),
                            ours.stream().flatMap(group -> group.delay.stream()).findFirst(), List.copyOf(sitemaps));
                }
            }
            return new RobotsRules(List.of(), Optional.empty(), List.copyOf(sitemaps));
        }
    }
}
