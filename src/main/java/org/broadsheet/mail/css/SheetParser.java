package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.broadsheet.mail.css.CssProblem.Kind;
import org.broadsheet.mail.css.Minified.Place;
import org.broadsheet.mail.css.Selector.Use;
import org.broadsheet.mail.css.StyleSheet.Flaw;
import org.broadsheet.mail.css.Token.Type;

/**
 * Reads a sheet (CSS Syntax Level 3, section 5, with the blocks of CSS Nesting). What is invalid is left out as a browser would, and noted. Nested rules
 * are unfolded, since hardly a mail client knows them.
 */
final class SheetParser {

    static final int MOST_CHARACTERS = 500_000;
    static final int MOST_SELECTORS = 20_000;
    static final int DEEPEST = 32;
    private static final int MOST_FLAWS = 100;
    private static final Set<String> GROUPS = Set.of("media", "supports", "container", "layer", "document", "starting-style");
    private static final Set<String> WHOLE = Set.of("font-face", "keyframes", "page", "property", "counter-style", "namespace", "viewport", "font-feature-values",
            "font-palette-values", "view-transition", "position-try", "scope");

    private final String css;
    private final Blocks blocks;
    private final List<Token> tokens;
    private final List<Flaw> flaws = new ArrayList<>();
    private int selectors;
    private int order;
    private int depth;

    private SheetParser(String css, List<Token> tokens) {
        this.css = css;
        this.tokens = tokens;
        blocks = new Blocks(tokens);
    }

    /** @throws RefusedCssException if it is beyond a limit */
    static StyleSheet parse(String css) {
        refuse(css);
        var parser = new SheetParser(css, Tokenizer.tokens(css));
        var items = new ArrayList<Item>();
        parser.rules(0, parser.tokens.size(), new Around(items, List.of(), List.of(), false));
        return new StyleSheet(items, parser.flaws, parser.order);
    }

    /** The declarations of a style attribute. */
    static List<Declaration> declarations(String css, List<Flaw> flaws) {
        refuse(css);
        var parser = new SheetParser(css, Tokenizer.tokensWithin(css));
        var declarations = new ArrayList<Declaration>();
        for (var at = 0; at < parser.tokens.size();) {
            at = parser.inAttribute(at, declarations) + 1;
        }
        flaws.addAll(parser.flaws);
        return declarations;
    }

    /** At-rules have no place in an attribute, but end where they would in a block; all else ends with a semicolon. */
    private int inAttribute(int at, List<Declaration> declarations) {
        var size = tokens.size();
        if (tokens.get(at).is(Type.SPACE) || tokens.get(at).is(Type.SEMICOLON)) {
            return at;
        }
        if (!tokens.get(at).is(Type.AT)) {
            return declaration(at, blocks.end(at, size, Type.SEMICOLON), declarations);
        }
        var end = blocks.end(at, size, Type.OPEN_BRACE, Type.SEMICOLON);
        flaw(at, "'" + excerpt(at, end) + "' is not a declaration");
        return end < size && tokens.get(end).is(Type.OPEN_BRACE) ? blocks.close(end) : end;
    }

    private static void refuse(String css) {
        if (css.length() > MOST_CHARACTERS) {
            throw new RefusedCssException("more than " + MOST_CHARACTERS + " characters in one sheet");
        }
    }

    /**
     * Where rules and declarations go.
     *
     * @param nest   selectors of the rule around, for those within
     * @param owners selectors that bare declarations belong to
     * @param group  within a conditional rule, so that all is kept
     */
    private record Around(List<Item> items, List<Selector> nest, List<Selector> owners, boolean group) {
    }

    private void rules(int from, int to, Around around) {
        if (++depth > DEEPEST) {
            throw new RefusedCssException("blocks within blocks more than " + DEEPEST + " deep");
        }
        var declarations = new ArrayList<Declaration>();
        for (var at = from; at < to;) {
            var token = tokens.get(at);
            if (token.is(Type.SPACE) || depth == 1 && token.is(Type.MARKUP) || token.is(Type.SEMICOLON)) {
                at++;
            } else if (token.is(Type.AT)) {
                flush(declarations, around);
                at = atRule(at, to, around);
            } else if (!around.owners().isEmpty() && isDeclaration(at, to)) {
                at = declaration(at, blocks.end(at, to, Type.SEMICOLON), declarations) + 1;
            } else {
                at = qualified(at, to, around, declarations);
            }
        }
        flush(declarations, around);
        depth--;
    }

    /** A name, a colon, and no block in the value (or it is a nested rule, like a:hover {…}). */
    private boolean isDeclaration(int at, int to) {
        var colon = blocks.skipSpace(at + 1, to);
        if (tokens.get(at).is(Type.TEMPLATE)) {
            return true;
        }
        if (!tokens.get(at).is(Type.IDENT) || colon >= to || !tokens.get(colon).is(Type.COLON)) {
            return false;
        }
        var end = blocks.end(at, to, Type.SEMICOLON);
        return tokens.get(at).value().startsWith("--") || blocks.end(at, end, Type.OPEN_BRACE) == end;
    }

    private int qualified(int at, int to, Around around, List<Declaration> declarations) {
        var open = around.nest().isEmpty() ? blocks.end(at, to, Type.OPEN_BRACE) : blocks.end(at, to, Type.OPEN_BRACE, Type.SEMICOLON);
        if (tokens.get(at).is(Type.TEMPLATE) && around.owners().isEmpty() && (open == to || startsLine(at + 1))) {
            around.items().add(new Kept.Text(tokens.get(at).value()));
            return at + 1;
        }
        if (open >= to || !tokens.get(open).is(Type.OPEN_BRACE)) {
            flaw(at, "'" + excerpt(at, open) + "' is neither a rule nor a declaration");
            return open + 1;
        }
        flush(declarations, around);
        styleRule(at, open, around);
        return blocks.close(open) + 1;
    }

    private boolean startsLine(int at) {
        return at < tokens.size() && tokens.get(at).is(Type.SPACE) && css.substring(tokens.get(at).start(), tokens.get(at).end()).contains("\n");
    }

    private void styleRule(int at, int open, Around around) {
        try {
            var list = SelectorParser.list(css, trimmed(at, open), around.nest());
            selectors += list.size();
            if (selectors > MOST_SELECTORS) {
                throw new RefusedCssException("more than " + MOST_SELECTORS + " selectors in one sheet");
            }
            rules(open + 1, Math.min(blocks.close(open), tokens.size()), new Around(around.items(), list, list, around.group()));
        } catch (InvalidCssException invalid) {
            flaw(at, invalid.getMessage());
        }
    }

    private void flush(List<Declaration> declarations, Around around) {
        if (declarations.isEmpty()) {
            return;
        }
        var own = List.copyOf(declarations);
        declarations.clear();
        order++;
        if (!around.group()) {
            var statics = around.owners().stream().filter(selector -> selector.use() == Use.STATIC).toList();
            if (!statics.isEmpty()) {
                around.items().add(new StyleRule(statics, own, order));
            }
        }
        for (var use : Use.values()) {
            if (around.group() || use != Use.STATIC) {
                keep(around.owners().stream().filter(selector -> selector.use() == use).toList(), own, around.items());
            }
        }
    }

    private void keep(List<Selector> list, List<Declaration> declarations, List<Item> items) {
        if (!list.isEmpty()) {
            var specificity = list.stream().mapToInt(Selector::specificity).max().orElse(0);
            items.add(new Kept.Rule(list.stream().map(Selector::text).collect(Collectors.joining(",")), declarations, list.getFirst().use(), specificity, order));
        }
    }

    private int atRule(int at, int to, Around around) {
        var name = tokens.get(at).value().toLowerCase(Locale.ROOT);
        var plain = name.startsWith("-") ? name.substring(name.indexOf('-', 1) + 1) : name;
        var end = blocks.end(at, to, Type.OPEN_BRACE, Type.SEMICOLON);
        var hasBlock = end < to && tokens.get(end).is(Type.OPEN_BRACE);
        var last = hasBlock ? Math.min(blocks.close(end), to - 1) : end;
        if (name.equals("import")) {
            note(Kind.NOT_LOADED, tokens.get(at).start(), "@import is never loaded, and left out");
        } else if (GROUPS.contains(plain) && hasBlock) {
            group(at, end, around);
        } else if (WHOLE.contains(plain) || name.startsWith("-") || name.equals("layer")) {
            around.items().add(new Kept.Text(Minified.text(css, tokens.subList(at, Math.min(last + 1, to)), Place.SHEET)));
        } else if (!name.equals("charset")) {
            flaw(at, "there is no rule @" + name);
        }
        return last + 1;
    }

    private void group(int at, int open, Around around) {
        var items = new ArrayList<Item>();
        rules(open + 1, Math.min(blocks.close(open), tokens.size()), new Around(items, around.nest(), around.nest(), true));
        if (!items.isEmpty()) {
            around.items().add(new Kept.Group(Minified.text(css, trimmed(at, open), Place.PRELUDE), items));
        }
    }

    /** @return end, where its semicolon is or would be */
    private int declaration(int from, int end, List<Declaration> declarations) {
        var all = trimmed(from, end);
        if (all.isEmpty()) {
            return end;
        }
        var at = all.getFirst().start();
        try {
            declarations.add(declaration(all));
        } catch (InvalidCssException invalid) {
            note(Kind.INVALID, at, invalid.getMessage());
        }
        return end;
    }

    private Declaration declaration(List<Token> all) {
        var first = all.getFirst();
        var colon = all.size() > 1 && all.get(1).is(Type.SPACE) ? 2 : 1;
        if (!first.is(Type.IDENT) || all.size() <= colon || !all.get(colon).is(Type.COLON)) {
            if (all.stream().anyMatch(token -> token.is(Type.TEMPLATE))) {
                return new Declaration("", Minified.text(css, all, Place.VALUE), false, first.start());
            }
            throw new InvalidCssException("'" + excerpt(all) + "' is not a declaration");
        }
        var name = first.value().startsWith("--") ? first.value() : first.value().toLowerCase(Locale.ROOT);
        var value = Blocks.trimmed(all.subList(colon + 1, all.size()));
        var mark = importance(value);
        var rest = Blocks.trimmed(value.subList(0, mark));
        check(name, rest, all);
        return new Declaration(name, Minified.text(css, rest, Place.VALUE), mark < value.size(), first.start());
    }

    /** Where "!important" begins. */
    private static int importance(List<Token> value) {
        var last = value.size() - 1;
        if (last < 1 || !value.get(last).isName("important")) {
            return value.size();
        }
        var mark = value.get(last - 1).is(Type.SPACE) ? last - 2 : last - 1;
        return mark >= 0 && value.get(mark).isDelim('!') ? mark : value.size();
    }

    private void check(String name, List<Token> value, List<Token> all) {
        var custom = name.startsWith("--");
        if (value.isEmpty() && !custom) {
            throw new InvalidCssException("'" + excerpt(all) + "' has no value");
        }
        if (Blocks.isBroken(value) || !custom && value.stream().anyMatch(token -> token.is(Type.OPEN_BRACE) || token.isDelim('!'))) {
            throw new InvalidCssException("'" + excerpt(all) + "' has a broken value");
        }
    }

    private List<Token> trimmed(int from, int to) {
        return Blocks.trimmed(tokens.subList(from, Math.min(to, tokens.size())));
    }

    private void flaw(int at, String reason) {
        note(Kind.INVALID, tokens.get(at).start(), reason);
    }

    private void note(Kind kind, int at, String reason) {
        if (flaws.size() < MOST_FLAWS) { // who mends these will see the next
            flaws.add(new Flaw(kind, at, reason));
        }
    }

    private String excerpt(int from, int to) {
        return excerpt(trimmed(from, to));
    }

    private String excerpt(List<Token> some) {
        var text = some.isEmpty() ? "" : css.substring(some.getFirst().start(), some.getLast().end()).replaceAll("\\s+", " ");
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
