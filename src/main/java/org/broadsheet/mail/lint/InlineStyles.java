package org.broadsheet.mail.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.helger.css.reader.CSSReaderDeclarationList;
import org.jsoup.nodes.Element;

/** The style attributes of a page. Each different one is read once, and no more than {@value #MOST} of them. */
final class InlineStyles {

    private static final int MOST = 4_000;
    private static final int LONGEST = 10_000;

    private record Read(List<Declaration> declarations, List<Integer> faults) {
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
            if (!read.faults.isEmpty()) {
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
        var reading = new CssReading();
        var list = CssReading.isTooDeep(style) ? null : CSSReaderDeclarationList.readFromString(style, reading.settings());
        var faults = new ArrayList<>(reading.faults().stream().map(CssReading.Fault::column).toList());
        if (list == null) {
            return new Read(List.of(), List.of(1));
        }
        return new Read(list.getAllDeclarations().stream()
                .map(read -> CssReading.declaration(read, offset(style, CssReading.line(read.getSourceLocation()), CssReading.column(read.getSourceLocation())))).toList(), faults);
    }

    private static int offset(String style, int line, int column) {
        var at = 0;
        for (var i = 1; i < line; i++) {
            at = style.indexOf('\n', at) + 1;
        }
        return at + Math.max(0, column - 1);
    }
}
