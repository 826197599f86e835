package org.broadsheet.mail.css;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;

import org.broadsheet.testsupport.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

/** Chromium is asked what each element looks like, before and after: it must not be able to tell. */
class InlinedInBrowserTest {

    private static final int SHEETS = Integer.getInteger("inliner.sheets", 250);
    /** Every property of every element, custom ones aside; sizes that follow from the page's own layout are among them. */
    private static final String COMPUTED = """
            html => {
              const frame = document.getElementById('frame');
              const inner = frame.contentDocument;
              inner.open(); inner.write(html); inner.close();
              return [...inner.querySelectorAll('html, body, body *')].map(e => {
                const style = frame.contentWindow.getComputedStyle(e);
                return e.tagName + ' ' + [...style].filter(name => !name.startsWith('--')).map(name => name + ':' + style.getPropertyValue(name)).join(';');
              });
            }""";

    /** Rules for all elements are not inlined into the head, which they would show. */
    private static final String HEAD_UNSEEN = "<head><style>head:not(#q#q#q),head *:not(#q#q#q){display:none!important}</style>";

    private static Optional<Chromium> chromium = Optional.empty();
    private static Page page;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        assumeTrue(chromium.isPresent(), "No Chromium: inlined documents are not looked at");
        page = chromium.get().browser().newPage();
        page.route("**/*", route -> route.abort());
        page.setContent("<!doctype html><iframe id=frame width=640 height=900></iframe>");
    }

    @AfterAll
    static void close() {
        chromium.ifPresent(Chromium::close);
    }

    @Test
    void inlinedStylesLookTheSameAsSheets() {
        var elements = 0;
        for (var seed = 0; seed < SHEETS; seed++) {
            var html = new RandomSheets(seed).document();
            var inlined = new CssInliner().inline(html);
            assertThat(inlined).as("seed " + seed).doesNotContain("<style>");
            elements += same(html, inlined, "seed " + seed);
        }
        System.out.printf("inlined in Chromium: %d random documents, %d elements look the same%n", SHEETS, elements);
    }

    @Test
    void keptRulesLookTheSameTogetherWithInlinedOnes() {
        var css = "td{color:red!important;width:9px;margin:1px} #a{color:blue} @media screen{td{width:50px;color:green;padding:3px!important}} td:hover{top:0} .k{padding:9px!important}"
                + ":root{--c:teal} p{color:var(--c);top:var(--d,2px)} @media all{:root{--c:navy}} p::before{content:'x';color:var(--c)} a:visited{color:pink} a{color:lime}";
        var html = "<!doctype html><html><head><style>" + css + "</style></head><body><p>a</p><table><tbody><tr><td id=a>x</td><td class=k>y</td></tr></tbody></table><a href=#>z</a></body></html>";
        same(html, new CssInliner(InlinerOption.KEPT_RULES_WIN).inline(html), "kept rules");
    }

    private static int same(String before, String after, String name) {
        var expected = computed(before.replace("<head>", HEAD_UNSEEN));
        var found = computed(after);
        assertThat(found).as(name).hasSameSizeAs(expected);
        for (var i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                assertThat(difference(found.get(i), expected.get(i))).as("%s, element %d%n%s%n%s", name, i, before, after).isEmpty();
            }
        }
        return expected.size();
    }

    private static List<String> difference(String found, String expected) {
        var ours = List.of(found.split(";"));
        return List.of(expected.split(";")).stream().filter(property -> !ours.contains(property)).toList();
    }

    /**
     * Chromium keeps parsed style attributes by their text, and hands those of a document in standards mode to one in quirks mode, where "margin:4" means
     * something else: a space in front gives the latter texts of their own.
     */
    @SuppressWarnings("unchecked")
    private static List<String> computed(String html) {
        return (List<String>) page.evaluate(COMPUTED, html.startsWith("<!doctype") ? html : html.replace("style=\"", "style=\" ").replace("style='", "style=' "));
    }
}
