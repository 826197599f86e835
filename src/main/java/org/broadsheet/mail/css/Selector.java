package org.broadsheet.mail.css;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A complex selector: compounds with combinators between them (Selectors Level 4).
 *
 * @param compounds   from left to right, at least one
 * @param combinators one less than the compounds: ' ', '>', '+' or '~'
 * @param specificity ids, classes and types in 10 bits each
 * @param use         whether it can be answered now
 * @param text        minified
 */
record Selector(List<Compound> compounds, String combinators, int specificity, Use use, String text) {

    /** STATIC is answered by the document; DYNAMIC by the reader's doing or client, in competition with inlined styles; APART never competes with them. */
    enum Use { STATIC, DYNAMIC, APART }

    static final int ID = 1 << 20;
    static final int CLASS = 1 << 10;
    static final int TYPE = 1;
    private static final int MOST = 1023;

    Compound last() {
        return compounds.getLast();
    }

    static int sum(int one, int other) {
        return Math.min(MOST, (one >> 20) + (other >> 20)) << 20 | Math.min(MOST, (one >> 10 & MOST) + (other >> 10 & MOST)) << 10
                | Math.min(MOST, (one & MOST) + (other & MOST));
    }

    /** @param tag in lower case; "" for any */
    record Compound(String tag, List<Simple> tests) {
    }

    sealed interface Simple {
    }

    record Id(String name) implements Simple {
    }

    record ClassName(String name) implements Simple {
    }

    /** @param test '=' equal, '~' word, '|' language, '^' start, '$' end, '*' part, ' ' being there */
    record Attribute(String name, char test, String value, boolean anyCase) implements Simple {

        /** Values of these are compared without case in HTML ("Case-sensitivity of selectors", HTML Living Standard 15.3.2). */
        static final Set<String> ANY_CASE = Set.of("accept", "accept-charset", "align", "alink", "axis", "bgcolor", "charset", "checked", "clear", "codetype", "color",
                "compact", "declare", "defer", "dir", "direction", "disabled", "enctype", "face", "frame", "hreflang", "http-equiv", "lang", "language", "link", "media",
                "method", "multiple", "nohref", "noresize", "noshade", "nowrap", "readonly", "rel", "rev", "rules", "scope", "scrolling", "selected", "shape", "target",
                "text", "type", "valign", "valuetype", "vlink");
    }

    /** The step-th child after the offset: an+b. */
    record Position(int step, int offset, boolean fromEnd, boolean ofType) implements Simple {

        private static final Pattern FORM = Pattern.compile("(?:([+-]?\\d*)n)?([+-]?\\d+)?");

        /** @param text an+b, "odd" or "even", in lower case without spaces (CSS Syntax Level 3, section 6) */
        static Optional<Position> parse(String text, boolean fromEnd, boolean ofType) {
            var form = FORM.matcher(text.equals("odd") ? "2n+1" : text.equals("even") ? "2n" : text);
            if (text.isEmpty() || !form.matches() || form.group(1) != null && form.group(2) != null && Character.isDigit(form.group(2).charAt(0))) {
                return Optional.empty();
            }
            return Optional.of(new Position(form.group(1) == null ? 0 : number(form.group(1)), form.group(2) == null ? 0 : number(form.group(2)), fromEnd, ofType));
        }

        private static int number(String digits) {
            return switch (digits) {
                case "", "+" -> 1;
                case "-" -> -1;
                default -> (int) Math.clamp(new BigInteger(digits).doubleValue(), -1e6, 1e6);
            };
        }

        boolean holds(int place) {
            return step == 0 ? place == offset : (place - offset) % step == 0 && (place - offset) / step >= 0;
        }
    }

    /** :root, :empty, :any-link, and the element that :has() is asked of. */
    enum State implements Simple { ROOT, EMPTY, LINK, SCOPE, NEVER }

    /** Any of these selectors holds. */
    record AnyOf(List<Selector> selectors) implements Simple {
    }

    record NoneOf(List<Selector> selectors) implements Simple {
    }

    /** The first compound of each stands for the element itself ({@link State#SCOPE}). */
    record Has(List<Selector> selectors) implements Simple {
    }
}
