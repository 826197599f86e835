package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.broadsheet.mail.css.Token.Type;

/**
 * What a sheet or a style attribute says, word for word and with the place of everything, for those who judge it and change nothing. What is invalid is
 * left out as a browser would, and its place kept. All places are offsets in what was read.
 *
 * @param rules   in their order, those within conditional rules too
 * @param atRules each as it begins, up to its block or semicolon
 * @param nested  places of rules within rules, whose content is not looked at
 * @param flaws   places of what is invalid
 */
public record CssOutline(List<Rule> rules, List<AtRule> atRules, List<Integer> nested, List<Integer> flaws) {

    private static final int DEEPEST = 32;
    private static final int LONGEST = 200_000;
    private static final Set<String> GROUPS = Set.of("@media", "@supports", "@container", "@layer");

    /** @param conditions the at-rules around it, from the outside */
    public record Rule(List<String> selectors, List<String> conditions, List<Property> declarations, int at) {
    }

    public record AtRule(String text, int at) {
    }

    /** @param name in lower case; @param value without "!important" */
    public record Property(String name, String value, boolean important, int at) {
    }

    /** Of more than {@value #LONGEST} characters, or blocks nested more than {@value #DEEPEST} deep, only that it is flawed. */
    public static CssOutline ofSheet(String css) {
        var reader = new Reader(css);
        if (css.length() > LONGEST) {
            reader.flaws.add(0);
        } else {
            reader.rules(0, reader.tokens.size(), List.of());
        }
        return new CssOutline(reader.rules, reader.atRules, reader.nested, reader.flaws);
    }

    /** The declarations of a style attribute, as one rule without selectors. */
    public static CssOutline ofAttribute(String css) {
        var reader = new Reader(css);
        var declarations = css.length() > LONGEST ? List.<Property>of() : reader.declarations(0, reader.tokens.size());
        return new CssOutline(List.of(new Rule(List.of(), List.of(), declarations, 0)), reader.atRules, reader.nested, reader.flaws);
    }

    private static final class Reader {

        private final String css;
        private final List<Token> tokens;
        private final Blocks blocks;
        private final List<Rule> rules = new ArrayList<>();
        private final List<AtRule> atRules = new ArrayList<>();
        private final List<Integer> nested = new ArrayList<>();
        private final List<Integer> flaws = new ArrayList<>();

        Reader(String css) {
            this.css = css;
            this.tokens = css.length() > LONGEST ? List.of() : Tokenizer.tokens(css);
            this.blocks = new Blocks(tokens);
        }

        void rules(int from, int to, List<String> conditions) {
            for (var at = from; at < to;) {
                var token = tokens.get(at);
                if (token.is(Type.SPACE) || token.is(Type.MARKUP) || token.is(Type.SEMICOLON)) {
                    at++;
                } else if (token.is(Type.AT)) {
                    at = atRule(at, to, conditions);
                } else {
                    at = rule(at, to, conditions);
                }
            }
        }

        private int atRule(int at, int to, List<String> conditions) {
            var end = blocks.end(at, to, Type.OPEN_BRACE, Type.SEMICOLON);
            var text = text(at, end).replaceAll("\\s+", " ");
            atRules.add(new AtRule(text, tokens.get(at).start()));
            if (end >= to || !tokens.get(end).is(Type.OPEN_BRACE)) {
                return end + 1;
            }
            if (conditions.size() >= DEEPEST) {
                flaws.add(tokens.get(at).start());
            } else if (GROUPS.contains("@" + tokens.get(at).value().toLowerCase(Locale.ROOT))) {
                var around = new ArrayList<>(conditions);
                around.add(text);
                rules(end + 1, Math.min(blocks.close(end), to), around);
            }
            return blocks.close(end) + 1;
        }

        private int rule(int at, int to, List<String> conditions) {
            var open = blocks.end(at, to, Type.OPEN_BRACE);
            if (open >= to || open == at || tokens.get(at).is(Type.CLOSE_BRACE) || tokens.get(at).is(Type.TEMPLATE)) {
                flaws.add(tokens.get(at).start());
                return open >= to ? to : at + 1;
            }
            var selectors = new ArrayList<String>();
            for (var start = at; start < open;) {
                var comma = blocks.end(start, open, Type.COMMA);
                selectors.add(text(start, comma));
                start = comma + 1;
            }
            rules.add(new Rule(selectors, conditions, declarations(open + 1, Math.min(blocks.close(open), to)), tokens.get(at).start()));
            if (blocks.close(open) >= tokens.size()) {
                flaws.add(tokens.get(open).start());
            }
            return blocks.close(open) + 1;
        }

        List<Property> declarations(int from, int to) {
            var declarations = new ArrayList<Property>();
            for (var at = from; at < to;) {
                at = blocks.skipSpace(at, to);
                var end = blocks.end(at, to, Type.SEMICOLON, Type.OPEN_BRACE);
                if (end < to && tokens.get(end).is(Type.OPEN_BRACE)) {
                    (isDeclaration(at, end) ? flaws : nested).add(tokens.get(at).start());
                    at = blocks.close(end) + 1;
                } else {
                    declaration(at, end, declarations);
                    at = end + 1;
                }
            }
            return declarations;
        }

        /** A name, a colon and white space: what has none after its colon may be a selector such as a:hover. */
        private boolean isDeclaration(int at, int end) {
            return end > at + 2 && tokens.get(at).is(Type.IDENT) && tokens.get(at + 1).is(Type.COLON) && tokens.get(at + 2).is(Type.SPACE);
        }

        private void declaration(int from, int end, List<Property> declarations) {
            var all = Blocks.trimmed(tokens.subList(from, Math.max(from, end)));
            if (all.isEmpty()) {
                return;
            }
            var hack = all.getFirst().isDelim('*') && all.size() > 1 ? 1 : 0; // *zoom is old, and harmless
            var colon = hack + 1 < all.size() && all.get(hack + 1).is(Type.SPACE) ? hack + 2 : hack + 1;
            var value = colon < all.size() ? Blocks.trimmed(all.subList(colon + 1, all.size())) : List.<Token>of();
            if (!all.get(hack).is(Type.IDENT) || colon >= all.size() || !all.get(colon).is(Type.COLON) || value.isEmpty() || Blocks.isBroken(value)
                    || value.stream().anyMatch(token -> token.is(Type.TEMPLATE))) {
                flaws.add(all.getFirst().start());
                return;
            }
            var text = css.substring(value.getFirst().start(), value.getLast().end()).strip();
            var mark = value.getLast().isName("important") ? text.lastIndexOf('!') : -1;
            declarations.add(new Property(css.substring(all.getFirst().start(), all.get(hack).end()).toLowerCase(Locale.ROOT), (mark < 0 ? text : text.substring(0, mark)).strip(), mark >= 0,
                    all.getFirst().start()));
        }

        private String text(int from, int to) {
            return from >= to ? "" : css.substring(tokens.get(from).start(), tokens.get(to - 1).end()).strip();
        }
    }
}
