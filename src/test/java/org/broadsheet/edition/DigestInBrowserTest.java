package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.testsupport.SampleEditions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

/** What a mail measures on a screen. No picture is ever fetched: all that a page asks for is refused. */
class DigestInBrowserTest {

    private static final Path CHROMIUM = Path.of(Optional.ofNullable(System.getenv("BROADSHEET_CHROMIUM")).orElse("/usr/bin/chromium"));
    private static final DigestRenderer RENDERER = new DigestRenderer(new MailTemplates(Optional.empty(), Clock.systemUTC()));
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

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        assumeTrue(Files.isExecutable(CHROMIUM), "No Chromium at " + CHROMIUM + ": mails are not looked at");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync")));
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(browser).ifPresent(Browser::close);
        Optional.ofNullable(playwright).ifPresent(Playwright::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 375, 640, 1000})
    void nothingSticksOutAndEveryLinkCanBeHitWithAThumb(int width) {
        for (var digest : editions()) {
            try (var page = page(digest, width, ColorScheme.LIGHT)) {
                assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(digest.masthead().name())
                        .isLessThanOrEqualTo(width);
                assertThat(list(page, LOW)).as(digest.masthead().name()).isEmpty();
                assertThat(list(page, SMALL)).as(digest.masthead().name()).isEmpty();
            }
        }
    }

    @Test
    void everyTextCanBeReadInLightAndInDark() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var digest : editions()) {
                try (var page = page(digest, 640, scheme)) {
                    assertThat(list(page, FAINT)).as(scheme + " " + digest.masthead().name()).isEmpty();
                }
            }
        }
    }

    @Test
    void picturesHaveTheirPlaceBeforeTheyAreThere() {
        try (var page = page(SampleEditions.ordinary(), 640, ColorScheme.LIGHT)) {
            var lead = page.locator("img").first().boundingBox();
            assertThat(lead.width / lead.height).isBetween(1.77, 1.79);
            var thumbnail = page.locator(".thumb img").boundingBox();
            assertThat(thumbnail.width).isEqualTo(176);
            assertThat(thumbnail.height).isEqualTo(117);
        }
    }

    @Test
    void aThumbnailStandsAtTheEndOfTheLine() {
        for (var width : List.of(375, 640)) {
            try (var left = page(SampleEditions.hebrew(), width, ColorScheme.LIGHT); var right = page(SampleEditions.ordinary(), width,
                    ColorScheme.LIGHT)) {
                assertThat(left.locator(".thumb").boundingBox().x).isLessThan(left.locator(".text h3").boundingBox().x + 1);
                assertThat(left.locator(".thumb img").boundingBox().x).isLessThan(width / 2.0);
                assertThat(right.locator(".thumb img").boundingBox().x).isGreaterThan(width / 2.0);
            }
        }
    }

    @Test
    void withoutItsStyleSheetsItIsStillAPage() {
        var html = RENDERER.render(SampleEditions.ordinary()).html().replaceAll("(?s)<style>.*?</style>", "");
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(640, 900))) {
            show(page, html);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(660); // the body's own margin
            assertThat(page.locator("h2").first().evaluate("e => getComputedStyle(e).fontSize")).isEqualTo("40px");
            assertThat(list(page, FAINT)).isEmpty();
        }
    }

    private static List<Digest> editions() {
        return Stream.of(SampleEditions.ordinary(), SampleEditions.oneStory(), SampleEditions.briefsOnly(), SampleEditions.hostile(),
                SampleEditions.hebrew(),
                SampleEditions.arabic(), SampleEditions.many(4, 2)).toList();
    }

    private static Page page(Digest digest, int width, ColorScheme scheme) {
        var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(scheme));
        show(page, RENDERER.render(digest).html());
        return page;
    }

    private static void show(Page page, String html) {
        page.route("**/*", route -> route.abort());
        page.setContent(html);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }
}
