package org.broadsheet.mail.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSFontFaceRule;
import com.helger.css.decl.CSSImportRule;
import com.helger.css.decl.CSSKeyframesRule;
import com.helger.css.decl.CSSLayerRule;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CSSSupportsRule;
import com.helger.css.decl.CSSUnknownRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.visit.CSSVisitor;
import com.helger.css.decl.visit.DefaultCSSVisitor;
import com.helger.css.reader.CSSReader;
import com.helger.css.writer.CSSWriterSettings;
import org.jsoup.nodes.Element;

/**
 * The content of one {@code style} element.
 *
 * @param css      as it stands there
 * @param offset   of the content in the HTML part
 * @param atRules  other at-rules than media queries, each as it begins, with its offset
 * @param media    every media query with its offset
 * @param faults   offsets of what cannot be read
 * @param readable false if nothing of it could be
 */
record StyleSheet(Element element, String css, int offset, List<StyleRule> rules, List<AtRule> atRules, List<AtRule> media, List<Integer> faults, boolean readable) {

    private static final int LONGEST = 200_000;
    private static final CSSWriterSettings PLAIN = new CSSWriterSettings(false);

    record AtRule(String text, int offset) {
    }

    static StyleSheet read(Markup markup, Element element) {
        var css = element.data();
        var opening = markup.source().indexOf('>', markup.offset(element));
        var offset = element.childNodeSize() > 0 && element.childNode(0).sourceRange().isTracked() ? element.childNode(0).sourceRange().startPos() : opening + 1;
        var reading = new CssReading();
        var unreadable = css.length() > LONGEST || CssReading.isTooDeep(css);
        var parsed = unreadable ? null : CSSReader.readFromStringReader(css, reading.settings());
        var collector = new Collector(markup, offset);
        if (parsed != null) {
            collector.visit(parsed);
        }
        var faults = new ArrayList<>(reading.faults().stream().map(fault -> markup.offset(offset, fault.line(), fault.column())).toList());
        if (parsed == null && faults.isEmpty()) {
            faults.add(offset);
        }
        return new StyleSheet(element, css, offset, collector.rules, collector.atRules, collector.media, faults, parsed != null);
    }

    private static final class Collector extends DefaultCSSVisitor {

        private final Markup markup;
        private final int offset;
        private final List<StyleRule> rules = new ArrayList<>();
        private final List<AtRule> atRules = new ArrayList<>();
        private final List<AtRule> media = new ArrayList<>();
        private final Deque<String> conditions = new ArrayDeque<>();
        private List<Declaration> declarations = new ArrayList<>();
        private List<String> selectors = new ArrayList<>();

        Collector(Markup markup, int offset) {
            this.markup = markup;
            this.offset = offset;
        }

        void visit(CascadingStyleSheet sheet) {
            CSSVisitor.visitCSS(sheet, this);
        }

        private int at(com.helger.css.CSSSourceLocation location) {
            return markup.offset(offset, CssReading.line(location), CssReading.column(location));
        }

        private void enter(String condition) {
            conditions.addLast(condition);
        }

        @Override
        public void onImport(CSSImportRule rule) {
            atRules.add(new AtRule("@import", at(rule.getSourceLocation())));
        }

        @Override
        public void onDeclaration(CSSDeclaration declaration) {
            declarations.add(CssReading.declaration(declaration, at(declaration.getSourceLocation())));
        }

        @Override
        public void onBeginStyleRule(CSSStyleRule rule) {
            declarations = new ArrayList<>();
            selectors = new ArrayList<>();
        }

        @Override
        public void onStyleRuleSelector(CSSSelector selector) {
            selectors.add(selector.getAsCSSString(PLAIN, 0));
        }

        @Override
        public void onEndStyleRule(CSSStyleRule rule) {
            var first = rule.getSelectorAtIndex(0);
            rules.add(new StyleRule(List.copyOf(selectors), List.copyOf(conditions), List.copyOf(declarations), at(first == null ? null : first.getSourceLocation())));
            declarations = new ArrayList<>();
        }

        @Override
        public void onBeginFontFaceRule(CSSFontFaceRule rule) {
            atRules.add(new AtRule("@font-face", at(rule.getSourceLocation())));
        }

        @Override
        public void onBeginMediaRule(CSSMediaRule rule) {
            var text = "@media " + String.join(", ", rule.getAllMediaQueries().stream().map(query -> query.getAsCSSString(PLAIN, 0)).toList());
            media.add(new AtRule(text, at(rule.getSourceLocation())));
            enter(text.strip());
        }

        @Override
        public void onEndMediaRule(CSSMediaRule rule) {
            conditions.removeLast();
        }

        @Override
        public void onBeginKeyframesRule(CSSKeyframesRule rule) {
            atRules.add(new AtRule("@keyframes", at(rule.getSourceLocation())));
            enter("@keyframes");
        }

        @Override
        public void onEndKeyframesRule(CSSKeyframesRule rule) {
            conditions.removeLast();
        }

        @Override
        public void onBeginSupportsRule(CSSSupportsRule rule) {
            atRules.add(new AtRule("@supports", at(rule.getSourceLocation())));
            enter("@supports");
        }

        @Override
        public void onEndSupportsRule(CSSSupportsRule rule) {
            conditions.removeLast();
        }

        @Override
        public void onBeginLayerRule(CSSLayerRule rule) {
            enter("@layer");
        }

        @Override
        public void onEndLayerRule(CSSLayerRule rule) {
            conditions.removeLast();
        }

        @Override
        public void onUnknownRule(CSSUnknownRule rule) {
            atRules.add(new AtRule(rule.getDeclaration(), at(rule.getSourceLocation())));
        }
    }
}
