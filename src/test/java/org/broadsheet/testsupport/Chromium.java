package org.broadsheet.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The browser on this machine, if there is one. */
public final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")));
    }

    /** Starts it; empty where none is installed. {@code BROADSHEET_CHROMIUM} names one elsewhere, or {@code none}. */
    public static Optional<Chromium> start() {
        if ("none".equals(System.getenv("BROADSHEET_CHROMIUM"))) {
            return Optional.empty();
        }
        return Stream.concat(Optional.ofNullable(System.getenv("BROADSHEET_CHROMIUM")).stream(), PLACES.stream()).map(Path::of).filter(Files::isExecutable)
                .findFirst().map(Chromium::new);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
