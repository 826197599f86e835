package org.broadsheet.mail.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;

/** What is used, held against what the chosen clients know (D.1). Outlook for Windows is judged by the mail as Word sees it. */
final class SupportCheck implements Check {

    private static final int LONGEST_NOTE = 200;

    @Override
    public void look(Inspection mail, Findings findings) {
        var support = Support.packagedTable();
        var page = uses(mail.page(), support);
        var word = uses(mail.word(), support);
        Set<String> slugs = new HashSet<>(page.keySet());
        slugs.addAll(word.keySet());
        slugs.stream().sorted().forEach(slug -> support.feature(slug).ifPresent(feature -> judge(mail, feature, page.get(slug), word.get(slug), findings)));
    }

    private static void judge(Inspection mail, Support.Feature feature, FeatureUse page, FeatureUse word, Findings findings) {
        List<Client> hurt = new ArrayList<>();
        Optional<Verdict> worst = Optional.empty();
        var note = "";
        FeatureUse first = null;
        var unknown = false;
        for (var cell : feature.cells()) {
            var inWord = cell.client().name().equals("Outlook") && cell.client().platform().equals("Windows");
            var use = inWord ? word : page;
            if (use == null) {
                continue;
            }
            var verdict = Weight.of(feature.slug()).verdict(feature.slug(), cell.level(), use.times() == 0);
            if (verdict.isPresent()) {
                hurt.add(cell.client());
                worst = worst.isEmpty() || verdict.get().compareTo(worst.get()) < 0 ? verdict : worst;
                note = note.isEmpty() ? cell.note() : note;
                first = first == null || first.times() == 0 && use.times() > 0 ? use : first;
                unknown |= cell.level() == Support.Level.NO;
            }
        }
        if (worst.isPresent()) {
            var markup = first == word && first != page ? mail.word() : mail.page();
            findings.add(new Finding("support-" + feature.slug(), worst.get(), message(feature, unknown, first, note), hurt, markup.at(first.offset(), first.element()),
                    Math.max(1, first.times() == 0 ? first.covered() : first.times()), Rule.SUPPORT.remedy()));
        }
    }

    private static String message(Support.Feature feature, boolean unknown, FeatureUse use, String note) {
        var remark = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE - 1) + "…" : note;
        return feature.title() + (unknown ? " is not supported" : " is supported in part") + (use.times() == 0 ? "; something stands in for it." : ".") + (remark.isEmpty() ? "" : " " + remark);
    }

    private static Map<String, FeatureUse> uses(Markup markup, Support support) {
        Map<String, FeatureUse> uses = new LinkedHashMap<>();
        for (var element : markup.elements()) {
            HtmlFeatures.of(element, support).forEach(slug -> add(uses, slug, element, markup.offset(element), HtmlFeatures.isCovered(element, slug)));
        }
        var hidden = markup.hidden(Media.Mode.LIGHT);
        markup.inline().all().forEach((element, declarations) -> declarations(declarations, element, element, hidden.get(element), uses, support));
        for (var sheet : markup.sheets()) {
            sheet.atRules().forEach(rule -> add(uses, CssFeatures.ofAtRule(rule.text()), sheet.element(), rule.offset(), false));
            sheet.media().forEach(rule -> add(uses, CssFeatures.ofAtRule(rule.text()), sheet.element(), rule.offset(), false));
            sheet.rules().forEach(rule -> {
                var adds = isAddition(rule);
                rule.selectors().forEach(selector -> CssFeatures.ofSelector(selector).forEach(slug -> add(uses, slug, sheet.element(), rule.offset(), adds)));
                declarations(rule.declarations(), null, sheet.element(), adds, uses, support);
            });
            sheet.nested().forEach(at -> add(uses, "css-nesting", sheet.element(), at, false));
        }
        return uses;
    }

    private static void declarations(List<Declaration> declarations, Element element, Element shown, boolean covered, Map<String, FeatureUse> uses, Support support) {
        Set<String> before = new HashSet<>();
        for (var declaration : declarations) {
            var stoodIn = !before.add(declaration.property());
            CssFeatures.of(declaration, element, support).forEach(slug -> add(uses, slug, shown, declaration.offset(), covered || stoodIn || hasAttribute(element, slug)
                    || slug.endsWith("-gradient") && declarations.stream().anyMatch(one -> one.property().equals("background-color"))));
        }
    }

    private static boolean hasAttribute(Element element, String slug) {
        return element != null && (slug.equals("css-float") && element.hasAttr("align") || slug.equals("css-height") && element.hasAttr("height"));
    }

    /** A rule that holds only on some screens, under a finger, or in one client, adds to what holds without it. */
    private static boolean isAddition(StyleRule rule) {
        return !rule.always() || rule.selectors().stream().allMatch(selector -> selector.matches("(?s).*(:hover|:focus|:active|:visited|data-ogs|x-apple|#MessageViewBody|\\.ExternalClass|:root|moz-text-html|#outlook|\\bu \\+).*"));
    }

    private static void add(Map<String, FeatureUse> uses, String slug, Element element, int offset, boolean covered) {
        uses.merge(slug, new FeatureUse(slug, element, offset, covered ? 0 : 1, covered ? 1 : 0), FeatureUse::and);
    }
}
