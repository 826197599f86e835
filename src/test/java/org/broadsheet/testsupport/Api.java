package org.broadsheet.testsupport;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The admin API as tests use it. */
public final class Api {

    public static final String TOKEN = "token-of-the-tests-0123456789abcdef";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Api() {
    }

    public static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + TOKEN).contentType(ContentType.JSON).accept("application/json");
    }

    /** A slug that no other test has. */
    public static String freshSlug() {
        return "paper-" + NUMBER.incrementAndGet() + "-" + Long.toString(System.nanoTime() % 1_000_000, 36);
    }

    /** The body of a complete publication. */
    public static Map<String, Object> publication(String slug) {
        return new java.util.HashMap<>(Map.of(
                "slug", slug, "name", "Quay & Kiln 🚢", "language", "en-GB", "timeZone", "Europe/London",
                "sender", Map.of("name", "Zoë at Quay & Kiln", "address", "news@quay.example", "replyTo", "desk@quay.example"),
                "legalName", "Quay & Kiln Publishing Ltd", "postalAddress", "1 Sample Street\nSampleton", "accentColor", "#1f4e7a",
                "contacts", List.of(Map.of("label", "UK office", "phone", "+44 1632 960 214"), Map.of("label", "Brussels", "phone", "+32 2 555 01 48")),
                "sections", List.of(Map.of("slug", "rail", "name", "Rail"), Map.of("slug", "ports", "name", "Ports"))));
    }

    /** Creates a publication with an editions-on-request schedule. */
    public static String created() {
        var slug = freshSlug();
        operator().body(publication(slug)).post("/api/v1/publications").then().statusCode(201);
        return slug;
    }

    /** Pushes an article. */
    public static void push(String slug, String url, String title, String section) {
        operator().body(Map.of("url", url, "title", title, "section", section, "kicker", "Harbours",
                "standfirst", "Ships are asked to slow down before they arrive, and the harbour pays for the patience.",
                "bodyHtml", "<p>The harbour has asked ships to slow down before they arrive. It pays them for the hours they lose at sea.</p>"))
                .post("/api/v1/publications/" + slug + "/articles").then().statusCode(201);
    }

    /** Adds a source; its id. */
    public static String source(String slug, Map<String, Object> body) {
        return operator().body(new java.util.HashMap<>(body)).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201).extract().path("id");
    }

    /** Has a source read now; the report. */
    public static ValidatableResponse refresh(String source) {
        return operator().post("/api/v1/sources/" + source + "/refresh").then().statusCode(200);
    }

    /** The articles of a publication, the newest first. */
    public static ValidatableResponse articles(String slug) {
        return operator().get("/api/v1/publications/" + slug + "/articles").then().statusCode(200);
    }

    /** Imports a confirmed reader. */
    public static void reader(String slug, String email) {
        operator().body(Map.of("email", email, "name", "Ada Ünal", "confirmed", true,
                "consent", Map.of("at", "2026-03-03T10:00:00Z", "wording", "I want it", "how", "on paper")))
                .post("/api/v1/publications/" + slug + "/subscribers").then().statusCode(200).body("added", org.hamcrest.Matchers.is(1));
    }

    /** Puts an edition together and sends it; its id. */
    public static String sendNow(String slug) {
        return operator().body(Map.of("send", "NOW")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().path("id");
    }

    /** The state of an edition. */
    public static String status(String edition) {
        return operator().get("/api/v1/editions/" + edition).then().statusCode(200).extract().path("status");
    }

    /** One of an edition's counts. */
    public static int count(String edition, String state) {
        return operator().get("/api/v1/editions/" + edition).then().statusCode(200).extract().path("counts." + state);
    }
}
