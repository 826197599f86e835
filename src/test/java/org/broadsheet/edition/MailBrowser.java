package org.broadsheet.edition;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.broadsheet.testsupport.Chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** A browser that shows mails and measures them. No picture is ever fetched: all that a page asks for is refused. */
final class MailBrowser implements AutoCloseable {

    /** Text whose contrast with what lies behind it is below 4.5 (WCAG 2.2, 1.4.3), alternative text and hidden text left out. */
    private static final String FAINT = """
            () => {
              const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
              const faint = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const e = texts.currentNode.parentElement;
                if (!texts.currentNode.data.trim() || !e.getClientRects().length) continue;
                const [a, b] = [light(rgb(getComputedStyle(e).color).slice(0, 3)), light(behind(e).slice(0, 3))].sort((x, y) => y - x);
                if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(texts.currentNode.data.trim() + ' ' + getComputedStyle(e).color);
              }
              return faint;
            }""";
    /** Links that stand alone (not within a sentence) and are lower than 44 px. */
    private static final String LOW = """
            () => [...document.querySelectorAll('a[href]')].filter(a => ['block', 'inline-block'].includes(getComputedStyle(a).display) && !a.querySelector('img'))
              .filter(a => a.getBoundingClientRect().height < 44).map(a => a.textContent.trim() + ' ' + a.getBoundingClientRect().height)""";
    private static final String SMALL = """
            () => [...document.querySelectorAll('p, a, span, td, h1, h2, h3')].filter(e => e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
              .filter(e => parseFloat(getComputedStyle(e).fontSize) < 14).map(e => e.textContent.trim())""";
    /** What a mail is not asked to have: it is shown inside a page of its client, which has the landmarks. */
    private static final String AXE = """
            async () => (await axe.run(document, {rules: {region: {enabled: false}, 'landmark-one-main': {enabled: false}}}))
              .violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160) + ' ' + n.failureSummary))""";

    private final Chromium chromium;

    private MailBrowser(Chromium chromium) {
        this.chromium = chromium;
    }

    /** Starts it, or leaves the test out. */
    static MailBrowser open() {
        var chromium = Chromium.start();
        assumeTrue(chromium.isPresent(), "No Chromium: mails are not looked at");
        return new MailBrowser(chromium.get());
    }

    Page show(String html, int width, ColorScheme scheme) {
        var page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(scheme));
        page.route("**/*", route -> route.abort());
        page.setContent(html);
        return page;
    }

    static List<String> faint(Page page) {
        return list(page, FAINT);
    }

    static List<String> low(Page page) {
        return list(page, LOW);
    }

    static List<String> small(Page page) {
        return list(page, SMALL);
    }

    static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What the accessibility engine finds. */
    static List<String> violations(Page page) {
        page.evaluate(axe());
        return list(page, AXE);
    }

    private static String axe() {
        try (var script = MailBrowser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
