package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.mail.css.Minified.Place;
import org.broadsheet.mail.css.Token.Type;

/** The custom properties of one element, inherited ones included, with var() in them resolved (CSS Custom Properties Level 1). */
final class CustomProperties {

    static final CustomProperties NONE = new CustomProperties(Map.of());
    private static final int LONGEST = 4096;
    private static final int DEEPEST = 16;
    private static final int MOST_STEPS = 1000;

    private final Map<String, String> values;

    private CustomProperties(Map<String, String> values) {
        this.values = values;
    }

    /** @param own of the element itself, the strongest last; this if there are none */
    CustomProperties with(List<Declaration> own) {
        if (own.isEmpty()) {
            return this;
        }
        var raw = new HashMap<>(values);
        own.forEach(declaration -> raw.put(declaration.name(), declaration.value()));
        var resolved = new HashMap<>(values);
        for (var declaration : own) {
            var value = new Resolution(raw).property(declaration.name());
            value.ifPresentOrElse(text -> resolved.put(declaration.name(), text), () -> resolved.remove(declaration.name()));
        }
        return new CustomProperties(resolved);
    }

    /** The value with every var() replaced; empty if one of them has neither a value nor a fallback, or all becomes too long. */
    Optional<String> resolve(String value) {
        return new Resolution(values).text(value);
    }

    /** One go, which notices circles. */
    private static final class Resolution {

        private final Map<String, String> raw;
        private final List<String> open = new ArrayList<>();
        private final Set<String> circular = new HashSet<>();
        private int steps;
        private int depth;

        private Resolution(Map<String, String> raw) {
            this.raw = raw;
        }

        private Optional<String> property(String name) {
            var value = raw.get(name);
            if (open.contains(name)) { // all of the circle are invalid, whatever their fallbacks (section 2.3)
                circular.addAll(open.subList(open.indexOf(name), open.size()));
                return Optional.empty();
            }
            if (value == null || value.equalsIgnoreCase("initial")) {
                return Optional.empty();
            }
            open.add(name);
            var resolved = text(value);
            open.removeLast();
            return circular.contains(name) ? Optional.empty() : resolved;
        }

        private Optional<String> text(String value) {
            return text(value, Tokenizer.tokensWithin(value));
        }

        private Optional<String> text(String css, List<Token> tokens) {
            if (++depth > DEEPEST || ++steps > MOST_STEPS) {
                return Optional.empty();
            }
            var text = replaced(css, tokens);
            depth--;
            return text;
        }

        private Optional<String> replaced(String css, List<Token> tokens) {
            var text = new StringBuilder();
            var blocks = new Blocks(tokens);
            var plain = 0;
            for (var at = 0; at < tokens.size(); at++) {
                if (tokens.get(at).is(Type.FUNCTION) && tokens.get(at).value().equalsIgnoreCase("var")) {
                    text.append(css, tokens.get(plain).start(), tokens.get(at).start());
                    var close = Math.min(blocks.close(at), tokens.size());
                    var replaced = variable(css, tokens.subList(at + 1, close));
                    if (replaced.isEmpty() || text.length() + replaced.get().length() > LONGEST) {
                        return Optional.empty();
                    }
                    text.append(replaced.get());
                    at = close;
                    plain = close + 1;
                }
            }
            if (plain < tokens.size()) {
                text.append(css, tokens.get(plain).start(), tokens.getLast().end());
            }
            return Optional.of(text.toString());
        }

        private Optional<String> variable(String css, List<Token> arguments) {
            var inside = Blocks.trimmed(arguments);
            if (inside.isEmpty() || !inside.getFirst().is(Type.IDENT)) {
                return Optional.empty();
            }
            var value = property(inside.getFirst().value());
            var comma = 1;
            while (comma < inside.size() && !inside.get(comma).is(Type.COMMA)) {
                comma++;
            }
            if (value.isPresent() || comma >= inside.size()) {
                return value;
            }
            var fallback = Blocks.trimmed(inside.subList(comma + 1, inside.size()));
            return text(Minified.text(css, fallback, Place.VALUE));
        }
    }
}
