package org.broadsheet.site;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.broadsheet.testsupport.Chromium;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;

/**
 * Takes pictures of every page for people to look at: {@code mvn test -Dtest=PageScreenshotsTest -Dpages=all} (or the beginning of a page's name)
 * writes {@code target/screenshots/pages}, with a PDF of each as it is printed. Not part of the ordinary run.
 */
class PageScreenshotsTest {

    private static final Path TO = Path.of("target/screenshots/pages");
    private static final List<Integer> WIDTHS = List.of(1280, 768, 375, 320);

    @Test
    void takePicturesOfEveryPage() throws IOException {
        var wanted = System.getProperty("pages", "");
        assumeTrue(!wanted.isEmpty(), "Screenshots of pages are taken with -Dpages=all");
        var chromium = Chromium.start();
        assumeTrue(chromium.isPresent(), "No Chromium: no screenshots");
        Files.createDirectories(TO);
        try (var open = chromium.get(); var server = new PageServer()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var width : WIDTHS) {
                    try (var context = open.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
                        var page = context.newPage();
                        for (var sample : SamplePages.all()) {
                            if (wanted(wanted, sample.name())) {
                                take(page, server, sample.name(), width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                            }
                        }
                    }
                }
            }
        }
    }

    private static boolean wanted(String wanted, String name) {
        return wanted.equals("all") || List.of(wanted.split(",")).stream().anyMatch(name::equals);
    }

    private static void take(Page page, PageServer server, String name, String view) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.navigate(server.url(name));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(TO.resolve(name + "-" + view + ".png")));
        if (view.equals("768-light")) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(TO.resolve(name + "-print.png")));
            page.pdf(new Page.PdfOptions().setPath(TO.resolve(name + ".pdf")).setFormat("A4"));
        }
    }
}
