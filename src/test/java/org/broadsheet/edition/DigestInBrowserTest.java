package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.mail.MailTheme.Density;
import org.broadsheet.mail.MailTheme.Design;
import org.broadsheet.mail.MailTheme.Fonts;
import org.broadsheet.publication.AccentColour;
import org.broadsheet.testsupport.SampleEditions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** What a mail measures on a screen. */
class DigestInBrowserTest {

    private static final MailTemplates TEMPLATES = new MailTemplates(Optional.empty(), Clock.systemUTC());
    private static final DigestRenderer RENDERER = new DigestRenderer(TEMPLATES);
    /** The full suite looks at every edition. */
    private static final List<String> SAMPLE = List.of("rich", "words", "headlines", "hebrew", "hostile");
    private static MailBrowser browser;

    @BeforeAll
    static void open() {
        browser = MailBrowser.open();
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(browser).ifPresent(MailBrowser::close);
    }

    @ParameterizedTest
    @EnumSource
    void nothingSticksOutAndEveryLinkCanBeHitWithAThumb(Design design) {
        editions(design).forEach((name, html) -> {
            try (var page = browser.show(html, 320, ColorScheme.LIGHT)) {
                for (var width : List.of(320, 375, 640, 1000)) {
                    page.setViewportSize(width, 900);
                    assertThat(MailBrowser.overflow(page)).as(name + " at " + width).isZero();
                    assertThat(MailBrowser.low(page)).as(name + " at " + width).isEmpty();
                    assertThat(MailBrowser.small(page)).as(name + " at " + width).isEmpty();
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyTextCanBeReadInLightAndInDarkWhateverTheAccent(Design design) {
        editions(design).forEach((name, html) -> {
            try (var page = browser.show(html, 640, ColorScheme.LIGHT)) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    assertThat(MailBrowser.faint(page)).as(name + " " + scheme).isEmpty();
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theAccessibilityEngineFindsNothing(Design design) {
        editions(design).forEach((name, html) -> {
            try (var page = browser.show(html, 375, ColorScheme.LIGHT)) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    assertThat(MailBrowser.violations(page)).as(name + " " + scheme).isEmpty();
                }
            }
        });
    }

    @Test
    void picturesHaveTheirPlaceBeforeTheyAreThere() {
        try (var page = page(SampleEditions.ordinary(), 640)) {
            var lead = page.locator("img").first().boundingBox();
            assertThat(lead.width / lead.height).isBetween(1.77, 1.79);
            var thumbnail = page.locator(".thumb img").boundingBox();
            assertThat(thumbnail.width).isBetween(175.0, 176.0);
            assertThat(thumbnail.height).isBetween(116.0, 118.0);
        }
    }

    @Test
    void aThumbnailStandsAtTheEndOfTheLine() {
        for (var width : List.of(375, 640)) {
            try (var left = page(HardSamples.hebrew(), width); var right = page(SampleEditions.ordinary(), width)) {
                assertThat(left.locator(".thumb").boundingBox().x).isLessThan(left.locator(".text h3").boundingBox().x + 1);
                assertThat(left.locator(".thumb img").boundingBox().x).isLessThan(width / 2.0);
                assertThat(right.locator(".thumb img").boundingBox().x).isGreaterThan(width / 2.0);
            }
        }
    }

    @Test
    void aPairFillsItsRowAtEveryWidth() {
        for (var width : List.of(320, 375, 500, 599, 600, 625, 640, 900)) {
            try (var page = page(SampleEditions.ordinary(), width)) {
                var first = page.locator(".col img").nth(0).boundingBox();
                var second = page.locator(".col img").nth(1).boundingBox();
                var end = second.x + second.width;
                assertThat(end).as("at " + width).isBetween(Math.min(width, 640 + (width - 640) / 2) - 33.0, width - 19.0);
                assertThat(first.x).isLessThan(33 + Math.max(0, (width - 640) / 2.0));
                assertThat(first.y == second.y).as("side by side at " + width).isEqualTo(width >= 600);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutItsStyleSheetsItIsStillAPage(Design design) {
        var html = RENDERER.render(SampleDigest.rich().withTheme(MailTheme.of(design))).html().replaceAll("(?s)<style>.*?</style>", "");
        for (var width : List.of(320, 375, 640)) {
            try (var page = browser.show(html, width, ColorScheme.LIGHT)) {
                assertThat(MailBrowser.overflow(page)).as("at " + width).isZero();
                assertThat(MailBrowser.faint(page)).isEmpty();
                assertThat(MailBrowser.low(page)).isEmpty();
            }
        }
    }

    @Test
    void darkPaperHasItsOwnLogo() {
        var html = RENDERER.render(SampleDigest.withLogo(SampleDigest.rich())).html();
        try (var light = browser.show(html, 640, ColorScheme.LIGHT); var dark = browser.show(html, 640, ColorScheme.DARK)) {
            assertThat(light.locator("h1 img:visible").getAttribute("src")).endsWith("logo.png");
            assertThat(dark.locator("h1 img:visible").getAttribute("src")).endsWith("logo-dark.png");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOffMailsAreHeldToTheSame(Design design) {
        for (var letter : List.of(SampleLetters.confirmation(design), SampleLetters.hebrew(design))) {
            var html = TEMPLATES.render("confirm.html", letter);
            try (var page = browser.show(html, 320, ColorScheme.LIGHT)) {
                for (var width : List.of(320, 375, 640)) {
                    page.setViewportSize(width, 900);
                    assertThat(MailBrowser.overflow(page)).isZero();
                    assertThat(MailBrowser.low(page)).isEmpty();
                    assertThat(MailBrowser.small(page)).isEmpty();
                }
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    assertThat(MailBrowser.faint(page)).isEmpty();
                    assertThat(MailBrowser.violations(page)).isEmpty();
                }
            }
        }
    }

    /** All samples in this design, and the rich one in its other densities, fonts and accents. */
    private static Map<String, String> editions(Design design) {
        var editions = new LinkedHashMap<String, String>();
        SampleDigest.all().forEach((name, sample) -> editions.put(name, RENDERER.render(sample.withTheme(MailTheme.of(design))).html()));
        editions.put("hostile", RENDERER.render(SampleEditions.hostile().withTheme(MailTheme.of(design))).html());
        editions.put("compact mono", RENDERER.render(SampleDigest.rich().withTheme(new MailTheme(design, Fonts.MONO, Density.COMPACT))).html());
        for (var accent : List.of("#ffd700", "#00ff88")) {
            editions.put(accent, RENDERER.render(inAccent(SampleDigest.rich().withTheme(MailTheme.of(design)), accent)).html());
        }
        editions.keySet().removeIf(name -> !Boolean.getBoolean("suites.full") && !SAMPLE.contains(name));
        return editions;
    }

    private static Digest inAccent(Digest digest, String given) {
        var m = digest.masthead();
        var accent = AccentColour.of(given);
        return new Digest(digest.language(), digest.direction(), digest.subject(), digest.preheader(), digest.theme(),
                new Digest.Masthead(m.name(), m.strapline(), m.homeUrl(), m.contacts(), accent.light(), accent.dark(), m.logo()), digest.number(), digest.date(),
                digest.lead(), digest.sections(), digest.briefs(), digest.blocks(), digest.footer());
    }

    private static Page page(Digest digest, int width) {
        return browser.show(RENDERER.render(digest).html(), width, ColorScheme.LIGHT);
    }
}
