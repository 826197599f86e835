package org.broadsheet.mail.css;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Moves the rules of a mail's style elements into the style attributes of its elements, since Gmail's app without a Google account, and others, know no
 * style elements (requirements D1 to D4).
 *
 * <p>The cascade is that of CSS: specificity, order, importance, and style attributes over sheets. What the document alone cannot answer stays in its
 * style element, minified: dynamic pseudo-classes, pseudo-elements, @media, @supports, @font-face, @keyframes, and the hooks that clients offer (such as
 * [data-ogsc]). A style element marked {@code data-embed} stays whole and takes no part; each style element stays one of its own, so that an error in one
 * costs only this one in Gmail. Nothing is ever loaded: @import and linked sheets are reported.
 *
 * <p>The document is never written anew. What is not a style is the same, byte for byte: doctype, white space, entities, conditional comments, VML,
 * template code, characters of private use. The same input gives the same output. Safe for use by many threads; sheets are parsed once, by their text.
 */
public final class CssInliner {

    /** Of CSS in style elements; Gmail ignores what is beyond. */
    public static final int MOST_KEPT_BYTES = 16 * 1024;
    private static final int MOST_SHEETS = 32;
    private static final int LONGEST_CACHED = 64 * 1024;

    private final Set<InlinerOption> options;
    private final Map<String, StyleSheet> sheets = new LinkedHashMap<>(MOST_SHEETS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StyleSheet> eldest) {
            return size() > MOST_SHEETS;
        }
    };

    public CssInliner(InlinerOption... options) {
        this.options = Set.of(options);
    }

    /**
     * The mail with its styles inlined, for those who have looked at its problems before.
     *
     * @throws RefusedCssException see {@link #inlined(String)}
     */
    public String inline(String html) {
        return inlined(html).html();
    }

    /**
     * The mail with its styles inlined, and what was wrong with them. Invalid CSS is left out and reported, and never stops anything.
     *
     * @throws RefusedCssException if a sheet or the work that it makes goes beyond a limit
     */
    public Inlined inlined(String html) {
        return new Inlining(html, options, this::sheet).result();
    }

    private StyleSheet sheet(String css) {
        if (css.length() > LONGEST_CACHED) {
            return SheetParser.parse(css);
        }
        synchronized (sheets) {
            var known = sheets.get(css);
            if (known != null) {
                return known;
            }
        }
        var parsed = SheetParser.parse(css);
        synchronized (sheets) {
            sheets.put(css, parsed);
        }
        return parsed;
    }
}
