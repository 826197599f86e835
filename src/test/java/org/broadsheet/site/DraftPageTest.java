package org.broadsheet.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Chromium;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** An editor at his draft, in a real browser without script. */
@QuarkusTest
class DraftPageTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots-desk");
    private static final String AXE = """
            async () => (await axe.run(document, { iframes: false })).violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))""";

    private Optional<Chromium> chromium;
    private Press press;
    private String slug;
    private String draft;

    @BeforeEach
    void open() throws IOException {
        chromium = Chromium.start();
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium on this machine");
        press = new Press();
        press.picture("/quay.jpg", 1400, 900);
        slug = Api.created();
        for (var title : List.of("Harbours learn to wait", "Kilns are cold at night", "Ferries carry fewer lorries", "Signal boxes close one by one")) {
            push(title);
        }
        draft = Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().path("id");
    }

    @AfterEach
    void close() {
        Optional.ofNullable(press).ifPresent(Press::close);
        chromium.ifPresent(Chromium::close);
    }

    @Test
    void everyThingIsDoneWithoutScriptAndNothingThatWasTypedIsLost() {
        try (var context = context(1280, ColorScheme.LIGHT, Scripts.OFF)) {
            var page = signedIn(context);
            var second = ids().get(1);

            page.fill("#headline-" + second, "Written anew & moved");
            page.click("#story-" + second + " button[value='lead:" + second + "']");
            assertThat(ids()).startsWith(second);
            assertThat(page.inputValue("#headline-" + second)).isEqualTo("Written anew & moved");
            assertThat(page.url()).endsWith("#story-" + second);
            page.click("#story-" + second + " button[value='down:" + second + "']");
            assertThat(ids().indexOf(second)).isEqualTo(1);

            page.check("input[name='pinned-" + second + "']");
            page.selectOption("#role-" + ids().get(3), "BRIEF");
            page.selectOption("#section-" + ids().get(3), "rail");
            page.click("summary:has-text('Opening note')");
            page.fill("#note", "Good morning.\n\nIt rains.");
            page.click("text=Suggestions for the subject");
            page.click("button[value^='subject:Quay & Kiln']");
            var view = Api.operator().get("/api/v1/editions/" + draft).then().extract().jsonPath();
            assertThat(view.getString("subject")).startsWith("Quay & Kiln");
            assertThat(view.getList("stories.role")).contains("BRIEF");
            assertThat(view.getList("stories.pinned")).contains(true);
            assertThat(view.getString("blocks[0].text")).contains("It rains.");

            page.click("button[value^='drop:']:below(#story-" + second + ")");
            assertThat(ids()).hasSize(3);
            page.click("button[value^='add:']");
            assertThat(ids()).hasSize(4);
            page.click("button[value='refill']");
            assertThat(ids().get(1)).isEqualTo(second);

            Api.operator().body(Map.of("preheader", "By another editor")).patch("/api/v1/editions/" + draft).then().statusCode(200);
            page.fill("#subject", "Typed by the second editor");
            page.click(".saves button[value=save] >> nth=0");
            assertThat(page.textContent(".problems")).contains("Somebody else changed this draft");
            assertThat(page.inputValue("#subject")).isEqualTo("Typed by the second editor");
            page.click(".saves button[value=save] >> nth=0");
            assertThat(Api.operator().get("/api/v1/editions/" + draft).then().extract().<String>path("subject")).isEqualTo("Typed by the second editor");
        }
    }

    private record Look(int width, ColorScheme scheme) {
    }

    @Test
    void thePageHasNoBarriersAndFitsTelephones() throws IOException {
        var looks = Boolean.getBoolean("suites.full") ? List.of(new Look(1280, ColorScheme.LIGHT), new Look(375, ColorScheme.DARK), new Look(1280, ColorScheme.DARK), new Look(375, ColorScheme.LIGHT))
                : List.of(new Look(1280, ColorScheme.LIGHT), new Look(375, ColorScheme.DARK));
        for (var look : looks) {
            try (var context = context(look.width(), look.scheme(), Scripts.ON)) {
                var page = signedIn(context);
                check(page, "draft-" + look.scheme() + "-" + look.width());
                page.click(".sheetlist > li:first-child summary");
                check(page, "draft-open-" + look.scheme() + "-" + look.width());
            }
        }
        Api.operator().post("/api/v1/editions/" + draft + "/send").then().statusCode(202);
        var stories = ids();
        Api.operator().body(Map.of("text", "An earlier version had the port wrong.")).post("/api/v1/stories/" + stories.get(0) + "/corrections").then().statusCode(201);
        Api.operator().body(Map.of("reason", "It was not true.")).post("/api/v1/stories/" + stories.get(1) + "/withdraw").then().statusCode(200);
        for (var width : List.of(1280, 375)) {
            try (var context = context(width, ColorScheme.LIGHT, Scripts.ON)) {
                var page = signedIn(context);
                check(page, "sent-" + width);
                page.navigate(address("/" + slug + "/stories/" + stories.get(1)));
                check(page, "gone-" + width);
                page.navigate(address("/" + slug + "/editions/1"));
                check(page, "archive-" + width);
            }
        }
    }

    @Test
    void correctionsAndWithdrawalsArePressedAtTheDesk() {
        Api.operator().post("/api/v1/editions/" + draft + "/send").then().statusCode(202);
        try (var context = context(1280, ColorScheme.LIGHT, Scripts.OFF)) {
            var page = signedIn(context);
            var first = ids().getFirst();
            page.click("#story-" + first + " summary >> nth=0");
            page.fill("#text-" + first, "It was another port.");
            page.click("#story-" + first + " button:has-text('Publish the correction')");
            assertThat(page.textContent("#story-" + first)).contains("It was another port.");
            page.click("#story-" + first + " summary >> nth=1");
            page.fill("#reason-" + first, "It was no port at all.");
            page.click("#story-" + first + " button:has-text('Withdraw the story')");
            given().get("/" + slug + "/stories/" + first).then().statusCode(410);
            page.click("#story-" + first + " button:has-text('Bring it back')");
            given().get("/" + slug + "/stories/" + first).then().statusCode(200);
        }
    }

    @Test
    void aLongNoteInAnyScriptAndManyStoriesAreSaved() {
        var cookie = given().redirects().follow(false).formParam("token", Api.TOKEN).post("/admin/login").then().statusCode(303).extract().cookie("broadsheet-admin");
        var form = given().cookie("broadsheet-admin", cookie).redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("revision", "0")
                .formParam("do", "save").formParam("subject", "Grüße").formParam("preheader", "").formParam("note", "ж".repeat(4990)).formParam("story", ids());
        for (var id : ids()) {
            form.formParam("headline-" + id, "Über Häfen").formParam("kicker-" + id, "").formParam("standfirst-" + id, "").formParam("summary-" + id, "с".repeat(1990))
                    .formParam("section-" + id, "ports").formParam("role-" + id, "STORY");
        }
        for (var more = 0; more < 500; more++) {
            form.formParam("headline-" + more + "0000000", "As of an edition of a hundred stories");
        }
        form.post("/admin/editions/" + draft + "/draft").then().statusCode(303);
        Api.operator().get("/api/v1/editions/" + draft).then().body("subject", org.hamcrest.Matchers.is("Grüße"));
    }

    private static void check(Page page, String name) throws IOException {
        page.evaluate("() => document.querySelectorAll('iframe').forEach(frame => frame.loading = 'eager')");
        page.frames().forEach(com.microsoft.playwright.Frame::waitForLoadState);
        page.waitForTimeout(800);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).as(name).isEqualTo(0);
        try (var axe = DraftPageTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
        }
        assertThat((List<?>) page.evaluate(AXE)).as(name).isEmpty();
    }

    private enum Scripts {
        ON, OFF
    }

    private BrowserContext context(int width, ColorScheme scheme, Scripts scripts) {
        return chromium.get().browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme).setJavaScriptEnabled(scripts == Scripts.ON)
                .setBypassCSP(scripts == Scripts.ON));
    }

    private Page signedIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate(address("/admin"));
        page.fill("#token", Api.TOKEN);
        page.click("button[type=submit]");
        page.navigate(address("/admin/editions/" + draft));
        return page;
    }

    private static String address(String path) {
        return "http://localhost:" + RestAssured.port + path;
    }

    private List<String> ids() {
        return Api.operator().get("/api/v1/editions/" + draft).then().extract().path("stories.id");
    }

    private void push(String title) {
        Api.operator().body(Map.of("url", press.url("/" + title.replace(' ', '-')), "title", title, "section", "ports", "kicker", "Harbours",
                "standfirst", "Ships are asked to slow down before they arrive, and the harbour pays for the patience.",
                "bodyHtml", "<p>The harbour has asked ships to slow down before they arrive. It pays them for the hours they lose at sea.</p>",
                "picture", Map.of("url", press.url("/quay.jpg"), "alt", "A quay"))).post("/api/v1/publications/" + slug + "/articles").then().statusCode(201);
    }
}
