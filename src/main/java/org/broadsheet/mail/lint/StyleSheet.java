package org.broadsheet.mail.lint;

import java.util.List;

import org.broadsheet.mail.css.CssOutline;
import org.jsoup.nodes.Element;

/**
 * The content of one {@code style} element.
 *
 * @param css     as it stands there
 * @param offset  of the content in the HTML part
 * @param atRules other at-rules than media queries, each as it begins, with its offset
 * @param media   every media query with its offset
 * @param nested  offsets of rules within rules
 * @param faults  offsets of what cannot be read
 */
record StyleSheet(Element element, String css, int offset, List<StyleRule> rules, List<AtRule> atRules, List<AtRule> media, List<Integer> nested, List<Integer> faults) {

    record AtRule(String text, int offset) {
    }

    static StyleSheet read(Markup markup, Element element) {
        var css = element.data();
        var offset = element.childNodeSize() > 0 && element.childNode(0).sourceRange().isTracked() ? element.childNode(0).sourceRange().startPos()
                : markup.source().indexOf('>', markup.offset(element)) + 1;
        var outline = CssOutline.ofSheet(css);
        var rules = outline.rules().stream().map(rule -> new StyleRule(rule.selectors(), rule.conditions(),
                rule.declarations().stream().map(one -> new Declaration(one.name(), one.value(), one.important(), offset + one.at())).toList(), offset + rule.at())).toList();
        return new StyleSheet(element, css, offset, rules, atRules(outline, offset, false), atRules(outline, offset, true), outline.nested().stream().map(at -> offset + at).toList(),
                outline.flaws().stream().map(at -> offset + at).toList());
    }

    private static List<AtRule> atRules(CssOutline outline, int offset, boolean media) {
        return outline.atRules().stream().filter(rule -> rule.text().startsWith("@media") == media).map(rule -> new AtRule(rule.text(), offset + rule.at())).toList();
    }
}
