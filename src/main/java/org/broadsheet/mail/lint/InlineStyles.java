package org.broadsheet.mail.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.broadsheet.mail.css.CssOutline;
import org.jsoup.nodes.Element;

/** The style attributes of a page. Each different one is read once, and no more than {@value #MOST} of them. */
final class InlineStyles {

    private static final int MOST = 4_000;
    private static final int LONGEST = 10_000;

    private record Read(List<Declaration> declarations, boolean faulty) {
    }

    private final Map<Element, List<Declaration>> declarations = new LinkedHashMap<>();
    private final Set<Element> faulty = new HashSet<>();
    private boolean complete = true;

    InlineStyles(Markup markup) {
        Map<String, Read> cache = new HashMap<>();
        for (var element : markup.elements()) {
            if (!element.hasAttr("style")) {
                continue;
            }
            var style = element.attr("style");
            var read = cache.get(style);
            if (read == null) {
                if (cache.size() >= MOST || style.length() > LONGEST) {
                    complete = false;
                    continue;
                }
                read = read(style);
                cache.put(style, read);
            }
            var offset = markup.offset(element, "style");
            declarations.put(element, read.declarations.stream().map(one -> new Declaration(one.property(), one.value(), one.important(), offset + one.offset())).toList());
            if (read.faulty) {
                faulty.add(element);
            }
        }
    }

    /** In the order of the source, their offsets right as long as no character references stand before them. */
    List<Declaration> of(Element element) {
        return declarations.getOrDefault(element, List.of());
    }

    Map<Element, List<Declaration>> all() {
        return declarations;
    }

    boolean isFaulty(Element element) {
        return faulty.contains(element);
    }

    /** Whether all could be read within bounds. */
    boolean isComplete() {
        return complete;
    }

    private static Read read(String style) {
        var outline = CssOutline.ofAttribute(style);
        var declarations = outline.rules().getFirst().declarations();
        return new Read(declarations.stream().map(one -> new Declaration(one.name(), one.value(), one.important(), one.at())).toList(), !outline.flaws().isEmpty() || !outline.nested().isEmpty());
    }
}
