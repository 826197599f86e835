package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.broadsheet.testsupport.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

/** The second parser: a real browser, which is the one that would run it. */
class XssInBrowserTest {

    private static final String BASE = "https://news.example/2026/03/story.html";
    /** Puts each piece into a page in both ways, and tells what the browser made of it that it should not have. */
    private static final String PUT = """
            async pieces => {
              const bad = [];
              window.hit = () => bad.push('ran');
              const look = (root, piece, how) => {
                for (const element of root.querySelectorAll('*')) {
                  if (!(element instanceof element.ownerDocument.defaultView.HTMLElement) || element instanceof element.ownerDocument.defaultView.HTMLUnknownElement)
                    bad.push(how + ': foreign or unknown ' + element.tagName + ' in ' + piece);
                  if (/^(SCRIPT|STYLE|IFRAME|OBJECT|EMBED|FORM|INPUT|BUTTON|META|BASE|LINK|TEMPLATE|NOSCRIPT|FRAME|FRAMESET|APPLET|AUDIO|VIDEO|SELECT|TEXTAREA|TITLE|XMP|PLAINTEXT|DIALOG|DETAILS)$/.test(element.tagName)) 
                    bad.push(how + ': ' + element.tagName + ' in ' + piece);
                  for (const attribute of element.attributes)
                    if (/^on|^style$|^id$|^name$|^target$|^ping$|^srcdoc$|^xlink|^form/i.test(attribute.name)) bad.push(how + ': ' + attribute.name + ' in ' + piece);
                  if (element.href !== undefined && element.hasAttribute('href') && !/^(https?|mailto):$/.test(element.protocol)) bad.push(how + ': ' + element.href + ' in ' + piece);
                  if (element.hasAttribute('src') && !/^https?:/.test(element.src)) bad.push(how + ': ' + element.src + ' in ' + piece);
                }
              };
              const box = document.createElement('div');
              document.body.append(box);
              const frame = document.createElement('iframe');
              document.body.append(frame);
              for (const piece of pieces) {
                box.innerHTML = piece;
                look(box, piece, 'innerHTML');
                const again = document.createElement('div');
                again.innerHTML = box.innerHTML;
                look(again, piece, 'innerHTML twice');
                const inner = frame.contentDocument;
                inner.open();
                inner.defaultView.hit = window.hit;
                inner.write('<!doctype html><html><body>' + piece + '</body></html>');
                inner.close();
                look(inner.body, piece, 'write');
                box.innerHTML = '<svg>' + piece + '</svg>';
                if (box.querySelector('script,style,[onerror],[onload]')) bad.push('in svg: ' + piece);
              }
              await new Promise(done => setTimeout(done, 200));
              return bad;
            }""";
    /** Playwright answers each request of a page within the answer to the one before; of too many its stack overflows. */
    private static final int MOST_AT_ONCE = 1_500;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        var found = Chromium.start();
        Assumptions.assumeTrue(found.isPresent(), "No Chromium; set BROADSHEET_CHROMIUM");
        chromium = found.get();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void theBrowserSeesWhenSomethingRuns() {
        assertThat(put(List.of("<img src=x onerror=hit()>", "<svg onload=hit()>"))).anyMatch(found -> found.equals("ran"));
    }

    @Test
    void nothingOfTheCorpusRunsOrLoads() {
        assertThat(put(cleaned(Payloads.corpora()))).isEmpty();
    }

    @Test
    void nothingOfOurOwnRunsOrLoads() {
        assertThat(put(cleaned(Payloads.own()))).isEmpty();
    }

    @Test
    void nothingOfMixturesRunsOrLoads() {
        assertThat(put(cleaned(Payloads.mixed(Payloads.sample(1_500, 30_000), 20260325)))).isEmpty();
    }

    @Test
    void whatTheTableOfCasesLeavesLoadsPicturesOnly() {
        assertThat(put(CleaningCases.all().map(CleaningCases::clean).toList())).isEmpty();
    }

    private static List<String> cleaned(List<String> payloads) {
        return payloads.stream().map(payload -> BodyCleaner.clean(payload, BASE)).toList();
    }

    /** @return what ran, opened, loaded or was built that should not have been */
    private static List<String> put(List<String> pieces) {
        var bad = new ArrayList<String>();
        for (var from = 0; from < pieces.size(); from += MOST_AT_ONCE) {
            bad.addAll(putAtOnce(pieces.subList(from, Math.min(pieces.size(), from + MOST_AT_ONCE))));
        }
        return bad;
    }

    private static List<String> putAtOnce(List<String> pieces) {
        var bad = new ArrayList<String>();
        try (var context = chromium.browser().newContext()) {
            context.route("**/*", route -> {
                if (route.request().url().equals("https://page.example/")) {
                    route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html><title>t</title><body>"));
                    return;
                }
                if (!route.request().resourceType().equals("image")) {
                    bad.add("loads " + route.request().resourceType() + " " + route.request().url());
                }
                route.abort();
            });
            var page = context.newPage();
            page.onDialog(dialog -> {
                bad.add("dialog " + dialog.message());
                dialog.dismiss();
            });
            page.onPopup(popup -> bad.add("opens " + popup.url()));
            page.navigate("https://page.example/");
            bad.addAll(found(page, pieces));
        }
        return bad;
    }

    private static List<String> found(Page page, List<String> pieces) {
        return ((List<?>) page.evaluate(PUT, pieces)).stream().map(String::valueOf).toList();
    }

    @Test
    void namesGivenByAnArticleHideNothingOfThePage() {
        var clean = cleaned(List.of("<form id=document><input name=cookie></form><img name=getElementById src=/a.jpg><a id=location href=/x>x</a>"));
        try (var context = chromium.browser().newContext()) {
            context.route("**/*", route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html><body>")));
            var page = context.newPage();
            page.navigate("https://page.example/");
            assertThat(page.evaluate("html => { document.body.innerHTML = html; return { a: typeof document.getElementById, b: typeof document.cookie, c: String(window.location).length > 0 }; }",
                    clean.getFirst())).isEqualTo(Map.of("a", "function", "b", "string", "c", true));
        }
    }
}
