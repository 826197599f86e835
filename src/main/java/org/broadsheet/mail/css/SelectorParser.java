package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.broadsheet.mail.css.Minified.Place;
import org.broadsheet.mail.css.Selector.AnyOf;
import org.broadsheet.mail.css.Selector.Attribute;
import org.broadsheet.mail.css.Selector.ClassName;
import org.broadsheet.mail.css.Selector.Compound;
import org.broadsheet.mail.css.Selector.Has;
import org.broadsheet.mail.css.Selector.Id;
import org.broadsheet.mail.css.Selector.NoneOf;
import org.broadsheet.mail.css.Selector.Position;
import org.broadsheet.mail.css.Selector.Simple;
import org.broadsheet.mail.css.Selector.State;
import org.broadsheet.mail.css.Selector.Use;
import org.broadsheet.mail.css.Token.Type;

/** Reads selectors (Selectors Level 4); what only a reader or a client can answer is told apart from what the document answers. */
final class SelectorParser {

    private static final int DEEPEST = 12;
    private static final int LONGEST = 64;
    private static final int LONGEST_TEXT = 10_000;
    private static final Set<String> DYNAMIC = Set.of("hover", "active", "focus", "focus-within", "focus-visible", "visited", "target", "target-within", "checked",
            "default", "disabled", "enabled", "indeterminate", "read-only", "read-write", "required", "optional", "valid", "invalid", "in-range", "out-of-range",
            "placeholder-shown", "autofill", "user-valid", "user-invalid", "local-link", "lang", "dir", "fullscreen", "playing", "paused", "open", "modal",
            "current", "past", "future", "defined", "scope", "host", "host-context", "state", "picture-in-picture", "muted", "seeking", "stalled", "buffering",
            "volume-locked", "blank", "popover-open");
    private static final Set<String> OLD_ELEMENTS = Set.of("before", "after", "first-line", "first-letter");
    /** What mail clients put around or into a mail: nothing in the document itself answers for it. */
    private static final Pattern CLIENT_HOOK = Pattern.compile("\\[data-og(?:sc|sb|ac|ab)|\\[x-apple-data-detectors|\\[data-outlook-cycle|\\[class~=[\"']?x_|\\[class\\*=[\"']?x_"
            + "|#MessageViewBody|#MessageWebViewDiv|#outlook\\b|\\.ExternalClass|\\.ReadMsgBody|\\.moz-text-html|\\.yshortcuts|\\.aolmail_|(?:^|[\\s,])u\\s*\\+\\s*[.#]|\\.gs\\s|\\\\:\\*");

    /** What a selector begins with: anything; the element of :has(); or, nested and without '&', the rule around it. */
    private enum Start { ANYWHERE, SCOPE, NEST }

    private final String css;
    private final List<Token> tokens;
    private final List<Selector> nest;
    private final int depth;
    private int at;
    private Use use = Use.STATIC;
    private int specificity;

    private SelectorParser(String css, List<Token> tokens, List<Selector> nest, int depth) {
        this.css = css;
        this.tokens = tokens;
        this.nest = nest;
        this.depth = depth;
    }

    /**
     * @param nest selectors of the rule around this one; empty if it is not nested
     * @throws InvalidCssException if one of them is invalid: a list is no better than its worst selector
     */
    static List<Selector> list(String css, List<Token> prelude, List<Selector> nest) {
        var selectors = new ArrayList<Selector>();
        for (var part : split(prelude)) {
            selectors.add(nest.isEmpty() ? one(css, part, nest, 0, Start.ANYWHERE) : nested(css, part, nest));
        }
        return selectors;
    }

    private static Selector nested(String css, List<Token> tokens, List<Selector> nest) {
        var hasParent = tokens.stream().anyMatch(token -> token.isDelim('&'));
        var selector = one(css, tokens, nest, 0, hasParent ? Start.ANYWHERE : Start.NEST);
        var text = nest.stream().map(parent -> unfolded(selector.text(), parent.text(), hasParent)).collect(Collectors.joining(","));
        if (text.length() > LONGEST_TEXT) {
            throw new RefusedCssException("nested selectors of more than " + LONGEST_TEXT + " characters");
        }
        return new Selector(selector.compounds(), selector.combinators(), selector.specificity(), selector.use(), text);
    }

    /** For clients that know no nesting. */
    private static String unfolded(String text, String parent, boolean hasParent) {
        if (!hasParent) {
            return parent + (">+~".indexOf(text.charAt(0)) < 0 ? " " : "") + text;
        }
        var simple = parent.chars().noneMatch(character -> " >+~,".indexOf(character) >= 0);
        var first = text.startsWith("&") ? parent + text.substring(1) : text;
        return first.replace("&", simple ? parent : ":is(" + parent + ")");
    }

    private static List<List<Token>> split(List<Token> tokens) {
        var parts = new ArrayList<List<Token>>();
        var start = 0;
        var open = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            open += token.opensParen() || token.is(Type.OPEN_BRACKET) ? 1 : token.is(Type.CLOSE_PAREN) || token.is(Type.CLOSE_BRACKET) ? -1 : 0;
            if (open == 0 && token.is(Type.COMMA)) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        parts.add(tokens.subList(start, tokens.size()));
        return parts;
    }

    private static Selector one(String css, List<Token> tokens, List<Selector> nest, int depth, Start start) {
        if (depth > DEEPEST) {
            throw new RefusedCssException("selectors within selectors more than " + DEEPEST + " deep");
        }
        var text = Minified.text(css, tokens, Place.SELECTOR);
        if (CLIENT_HOOK.matcher(text).find() || tokens.stream().anyMatch(token -> token.is(Type.TEMPLATE))) {
            return new Selector(List.of(new Compound("", List.of(State.NEVER))), "", 0, Use.DYNAMIC, text);
        }
        return new SelectorParser(css, tokens, nest, depth).complex(text, start);
    }

    private Selector complex(String text, Start start) {
        var compounds = new ArrayList<Compound>();
        var combinators = new StringBuilder();
        skipSpace();
        if (start != Start.ANYWHERE) {
            compounds.add(new Compound("", List.of(start == Start.SCOPE ? State.SCOPE : new AnyOf(counted(nest)))));
            combinators.append(combinator());
        }
        compounds.add(compound());
        while (true) {
            var spaced = skipSpace();
            if (at >= tokens.size()) {
                break;
            }
            combinators.append(isCombinator() ? combinator() : descendant(spaced));
            compounds.add(compound());
            if (compounds.size() > LONGEST) {
                throw new RefusedCssException("a selector of more than " + LONGEST + " parts");
            }
        }
        return new Selector(List.copyOf(compounds), combinators.toString(), specificity, use, text);
    }

    private char descendant(boolean spaced) {
        if (!spaced) {
            throw invalid();
        }
        return ' ';
    }

    private char combinator() {
        if (!isCombinator()) {
            return ' ';
        }
        var combinator = tokens.get(at++).value().charAt(0);
        skipSpace();
        return combinator;
    }

    private boolean isCombinator() {
        return at < tokens.size() && tokens.get(at).is(Type.DELIM) && ">+~".contains(tokens.get(at).value());
    }

    private boolean skipSpace() {
        var before = at;
        while (at < tokens.size() && tokens.get(at).is(Type.SPACE)) {
            at++;
        }
        return at > before;
    }

    private Compound compound() {
        var begin = at;
        var tag = "";
        var tests = new ArrayList<Simple>();
        if (at < tokens.size() && tokens.get(at).is(Type.IDENT)) {
            tag = tokens.get(at++).value().toLowerCase(Locale.ROOT);
            count(Selector.TYPE);
        } else if (at < tokens.size() && tokens.get(at).isDelim('*')) {
            at++;
        }
        while (at < tokens.size() && !tokens.get(at).is(Type.SPACE) && !isCombinator()) {
            tests.add(simple());
            if (tests.size() > LONGEST) {
                throw new RefusedCssException("a compound selector of more than " + LONGEST + " parts");
            }
        }
        if (at == begin) {
            throw invalid();
        }
        return new Compound(tag, List.copyOf(tests));
    }

    private Simple simple() {
        var token = tokens.get(at++);
        return switch (token.type()) {
            case HASH -> {
                count(Selector.ID);
                yield new Id(token.value());
            }
            case DELIM -> ofDelim(token);
            case OPEN_BRACKET -> attribute();
            case COLON -> pseudo();
            default -> throw invalid();
        };
    }

    private Simple ofDelim(Token token) {
        if (token.isDelim('&')) {
            return nest.isEmpty() ? State.ROOT : new AnyOf(counted(nest));
        }
        if (!token.isDelim('.') || at >= tokens.size() || !tokens.get(at).is(Type.IDENT)) {
            throw invalid();
        }
        count(Selector.CLASS);
        return new ClassName(tokens.get(at++).value());
    }

    private Simple attribute() {
        skipSpace();
        var name = expect(Type.IDENT).value().toLowerCase(Locale.ROOT);
        skipSpace();
        count(Selector.CLASS);
        if (at < tokens.size() && tokens.get(at).is(Type.CLOSE_BRACKET)) {
            at++;
            return new Attribute(name, ' ', "", false);
        }
        var test = expect(Type.DELIM).value().charAt(0);
        if (test != '=' && ("~|^$*".indexOf(test) < 0 || !expect(Type.DELIM).isDelim('='))) {
            throw invalid();
        }
        skipSpace();
        var value = at < tokens.size() && tokens.get(at).is(Type.STRING) ? tokens.get(at++) : expect(Type.IDENT);
        skipSpace();
        var anyCase = Attribute.ANY_CASE.contains(name);
        if (at < tokens.size() && tokens.get(at).is(Type.IDENT)) {
            var flag = tokens.get(at++).value().toLowerCase(Locale.ROOT);
            if (!flag.equals("i") && !flag.equals("s")) {
                throw invalid();
            }
            anyCase = flag.equals("i");
            skipSpace();
        }
        if (at < tokens.size()) { // the end of the sheet closes it, too
            expect(Type.CLOSE_BRACKET);
        }
        return new Attribute(name, test, value.value(), anyCase);
    }

    private Simple pseudo() {
        if (at < tokens.size() && tokens.get(at).is(Type.COLON)) {
            at++;
            return element();
        }
        if (at >= tokens.size()) {
            throw invalid();
        }
        var token = tokens.get(at);
        var name = token.value().toLowerCase(Locale.ROOT);
        if (token.is(Type.IDENT) && OLD_ELEMENTS.contains(name)) {
            return element();
        }
        at++;
        return switch (token.type()) {
            case IDENT -> named(name);
            case FUNCTION -> function(name, arguments());
            default -> throw invalid();
        };
    }

    private Simple element() {
        var token = at < tokens.size() ? tokens.get(at++) : null;
        if (token == null || !token.is(Type.IDENT) && !token.is(Type.FUNCTION)) {
            throw invalid();
        }
        if (token.is(Type.FUNCTION)) {
            arguments();
        }
        count(Selector.TYPE);
        atLeast(Use.APART);
        return State.NEVER;
    }

    private Simple named(String name) {
        count(Selector.CLASS);
        return switch (name) {
            case "root" -> State.ROOT;
            case "empty" -> State.EMPTY;
            case "link", "any-link" -> State.LINK;
            case "first-child" -> new Position(0, 1, false, false);
            case "last-child" -> new Position(0, 1, true, false);
            case "first-of-type" -> new Position(0, 1, false, true);
            case "last-of-type" -> new Position(0, 1, true, true);
            case "only-child" -> both(false);
            case "only-of-type" -> both(true);
            default -> onlyLater(name);
        };
    }

    private static Simple both(boolean ofType) {
        var tests = List.<Simple>of(new Position(0, 1, false, ofType), new Position(0, 1, true, ofType));
        return new AnyOf(List.of(new Selector(List.of(new Compound("", tests)), "", 0, Use.STATIC, "")));
    }

    private Simple onlyLater(String name) {
        if (!DYNAMIC.contains(name) && !name.startsWith("-")) {
            throw new InvalidCssException("there is no pseudo-class :" + name);
        }
        atLeast(Use.DYNAMIC);
        return State.NEVER;
    }

    private Simple function(String name, List<Token> arguments) {
        return switch (name) {
            case "not" -> new NoneOf(counted(strict(arguments, Start.ANYWHERE)));
            case "is", "matches", "-webkit-any", "-moz-any" -> new AnyOf(counted(forgiving(arguments)));
            case "where" -> new AnyOf(used(forgiving(arguments)));
            case "has" -> new Has(counted(strict(arguments, Start.SCOPE)));
            case "nth-child" -> nth(arguments, false, false);
            case "nth-last-child" -> nth(arguments, true, false);
            case "nth-of-type" -> nth(arguments, false, true);
            case "nth-last-of-type" -> nth(arguments, true, true);
            default -> {
                count(Selector.CLASS);
                yield onlyLater(name);
            }
        };
    }

    private List<Selector> strict(List<Token> arguments, Start start) {
        return split(arguments).stream().map(part -> one(css, part, nest, depth + 1, start)).toList();
    }

    /** Of a list that forgives (Selectors Level 4, section 4.2), what is valid. */
    private List<Selector> forgiving(List<Token> arguments) {
        var selectors = new ArrayList<Selector>();
        for (var part : split(arguments)) {
            try {
                selectors.add(one(css, part, nest, depth + 1, Start.ANYWHERE));
            } catch (InvalidCssException _) {
                continue; // as the standard has it
            }
        }
        return selectors;
    }

    private List<Selector> counted(List<Selector> selectors) {
        specificity = Selector.sum(specificity, selectors.stream().mapToInt(Selector::specificity).max().orElse(0));
        return used(selectors);
    }

    private List<Selector> used(List<Selector> selectors) {
        selectors.stream().map(Selector::use).max(Use::compareTo).ifPresent(this::atLeast);
        return selectors;
    }

    private Simple nth(List<Token> arguments, boolean fromEnd, boolean ofType) {
        count(Selector.CLASS);
        var text = Minified.text(css, arguments, Place.SELECTOR).toLowerCase(Locale.ROOT).replace(" ", "");
        return Position.parse(text, fromEnd, ofType).orElseThrow(() -> new InvalidCssException("':nth-…(" + text + ")' is not understood"));
    }

    private List<Token> arguments() {
        var begin = at;
        for (var open = 1; at < tokens.size(); at++) {
            open += tokens.get(at).opensParen() ? 1 : tokens.get(at).is(Type.CLOSE_PAREN) ? -1 : 0;
            if (open == 0) {
                return tokens.subList(begin, at++);
            }
        }
        return tokens.subList(begin, at);
    }

    private Token expect(Type type) {
        if (at >= tokens.size() || !tokens.get(at).is(type)) {
            throw invalid();
        }
        return tokens.get(at++);
    }

    private void count(int more) {
        specificity = Selector.sum(specificity, more);
    }

    private void atLeast(Use other) {
        use = use.compareTo(other) < 0 ? other : use;
    }

    private InvalidCssException invalid() {
        return new InvalidCssException("the selector '" + Minified.text(css, tokens, Place.SELECTOR) + "' is invalid");
    }
}
