package org.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.broadsheet.testsupport.Chromium;
import org.broadsheet.testsupport.PageEngine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** How the pages stand in a browser (E21). */
class PageLayoutTest {

    private static final Path SHEET = Path.of("src/main/resources/META-INF/resources/assets/broadsheet.css");
    private static final String SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
    /** Targets under 24 px, but for links inside running text (WCAG 2.2, 2.5.8) and what only screen readers meet. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('a, button, input:not([type=hidden]), select')]
              .filter(e => !e.closest('[aria-hidden=true]') && !e.closest('.skip'))
              .filter(e => !e.closest('p.others, p.consent, p.text, .body p, .note p, .bulletin p'))
              .filter(e => { const r = (e.closest('label') || e).getBoundingClientRect(); return r.height < 24 || r.width < 24; })
              .map(e => e.outerHTML.slice(0, 120))""";
    /** Every text against the ground of the page, with what is computed, in this colour scheme. */
    private static final String FAINT = """
            () => { const lum = c => { const [r, g, b] = c.match(/[0-9.]+/g).map(Number).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                return .2126 * r + .7152 * g + .0722 * b; };
              const ground = e => { while (e) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$|transparent/.test(c)) return c; e = e.parentElement; }
                return getComputedStyle(document.body).backgroundColor; };
              const bad = [];
              for (const e of document.querySelectorAll('body *')) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || e.closest('.skip, .unseen, .offscreen, select')) continue;
                const a = lum(getComputedStyle(e).color), b = lum(ground(e));
                const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                if (contrast < 4.5) bad.push(contrast.toFixed(2) + ' ' + e.textContent.trim().slice(0, 40));
              }
              return bad; }""";

    @Test
    void everyPageFitsAPhoneHasLargeTargetsAndIsLegibleInLightAndDark() throws Exception {
        var chromium = Chromium.start();
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium on this machine");
        var engine = new PageEngine();
        var css = Files.readString(SHEET);
        try (var running = chromium.get()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (var context = running.browser().newContext(new Browser.NewContextOptions().setViewportSize(320, 700).setColorScheme(scheme))) {
                    var page = context.newPage();
                    for (var sample : SamplePages.all()) {
                        page.setContent(engine.render(sample.template(), sample.page()).replaceAll("<link rel=\"stylesheet\"[^>]*>", "")
                                .replace("</head>", "<style>" + css + "</style></head>"));
                        assertThat(page.evaluate(SIDEWAYS)).as(sample.name() + " scrolls sideways").isEqualTo(0);
                        assertThat((List<?>) page.evaluate(SMALL)).as(sample.name() + " has small targets").isEmpty();
                        assertThat((List<?>) page.evaluate(FAINT)).as(sample.name() + " has faint text in " + scheme).isEmpty();
                    }
                }
            }
        }
    }
}
