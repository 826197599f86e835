package org.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.broadsheet.testsupport.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;

/** What readers meet who see, hear, point or read differently (WCAG 2.2 AA; targets as in 2.5.5). The operator's desk has its own measures. */
class PageAccessibilityTest {

    private static final String AXE = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
              .violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160) + ' ' + n.failureSummary))""";
    private static final String SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
    /** Targets under 44 px, but for links inside running text and what only screen readers meet. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('a, button, input:not([type=hidden]), select')].filter(e => !e.closest('[aria-hidden=true], .skip'))
              .filter(e => !e.closest('p.others, p.consent, p.text, p.summary, .body, .correction, .note p, .bulletin p, .aftermath'))
              .filter(e => { const r = (e.closest('label') || e).getBoundingClientRect(); return r.height < 43.5 && r.width > 0; })
              .map(e => Math.round(e.getBoundingClientRect().height) + ' ' + e.outerHTML.slice(0, 140))""";
    /** Links and buttons in the order of the keyboard that show nothing when they are reached. */
    private static final String UNSEEN_FOCUS = """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select')].filter(e => e.tabIndex >= 0 && !e.closest('.offscreen'))
              .filter(e => { e.focus({focusVisible: true}); const s = getComputedStyle(e); return s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2; })
              .map(e => e.outerHTML.slice(0, 120))""";

    private static Chromium chromium;
    private static PageServer server;
    private static String axe;

    @BeforeAll
    static void open() throws IOException {
        var found = Chromium.start();
        assumeTrue(found.isPresent(), "No Chromium: pages are not looked at");
        chromium = found.get();
        server = new PageServer();
        try (var script = PageAccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
            chromium.close();
        }
    }

    @Test
    void theAccessibilityEngineFindsNothingInLightAndInDark() {
        var found = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            each(new Browser.NewContextOptions().setViewportSize(scheme == ColorScheme.LIGHT ? 1280 : 375, 900).setColorScheme(scheme).setBypassCSP(true), (name, page) -> {
                page.evaluate(axe);
                ((List<?>) page.evaluate(AXE)).forEach(violation -> found.add(name + " " + scheme + " " + violation));
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPageFitsTheNarrowestPhoneAndATextTwiceAsLarge() {
        var found = new ArrayList<String>();
        each(new Browser.NewContextOptions().setViewportSize(320, 700).setBypassCSP(true), (name, page) -> { // also 640 px at 200 %
            if (!page.evaluate(SIDEWAYS).equals(0)) {
                found.add(name + " scrolls sideways by " + page.evaluate(SIDEWAYS));
            }
            ((List<?>) page.evaluate(SMALL)).forEach(small -> found.add(name + " small: " + small));
        });
        each(new Browser.NewContextOptions().setViewportSize(640, 700).setBypassCSP(true), (name, page) -> {
            page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
            if (!page.evaluate(SIDEWAYS).equals(0)) {
                found.add(name + " scrolls sideways with large text by " + page.evaluate(SIDEWAYS));
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void whereTheKeyboardIsIsSeenAlsoInForcedColours() {
        var found = new ArrayList<String>();
        for (var colours : List.of(ForcedColors.NONE, ForcedColors.ACTIVE)) {
            each(new Browser.NewContextOptions().setForcedColors(colours).setReducedMotion(ReducedMotion.REDUCE).setBypassCSP(true),
                    (name, page) -> ((List<?>) page.evaluate(UNSEEN_FOCUS)).forEach(unseen -> found.add(name + " " + colours + " " + unseen)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void nothingOfAPageIsHeldBackByItsOwnPolicy() {
        var found = new ArrayList<String>();
        try (var context = chromium.browser().newContext()) {
            var page = context.newPage();
            page.onConsoleMessage(message -> found.add(page.url() + " " + message.text()));
            names().filter(name -> !name.contains("embed")).forEach(name -> page.navigate(server.url(name)));
        }
        assertThat(found.stream().filter(text -> text.contains("Content Security Policy"))).isEmpty();
    }

    private interface Look {
        void at(String name, Page page);
    }

    private static void each(Browser.NewContextOptions options, Look look) {
        try (var context = chromium.browser().newContext(options)) {
            var page = context.newPage();
            names().forEach(name -> {
                page.navigate(server.url(name));
                look.at(name, page);
            });
        }
    }

    /** Every second page; the full suite looks at all. */
    private static Stream<String> names() {
        var names = SamplePages.all().stream().map(SamplePages.Sample::name).filter(name -> !name.startsWith("admin-")).toList();
        return IntStream.range(0, names.size()).filter(at -> at % 2 == 0 || Boolean.getBoolean("suites.full")).mapToObj(names::get);
    }
}
