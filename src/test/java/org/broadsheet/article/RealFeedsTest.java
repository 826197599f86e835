package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Corpora;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Real feeds, read by the service from a web server: no entry is lost on the way to the list of articles. */
@QuarkusTest
class RealFeedsTest {

    @Test
    void everyEntryOfEveryRealFeedBecomesAnArticleWithATitle() throws IOException {
        var folder = Corpora.folder("feeds-real");
        var slug = Api.created();
        var lost = new ArrayList<String>();
        var articles = 0;
        try (var press = new Press()) {
            for (var line : Corpora.lines(folder.resolve("index.jsonl")).toList()) {
                var file = line.path("file").asText();
                press.publish("/" + file, "application/xml", Files.readAllBytes(folder.resolve(file)));
                var source = add(slug, press.url("/" + file));
                var report = Api.operator().post("/api/v1/sources/" + source + "/refresh").then().statusCode(200).extract().jsonPath();
                var stored = items(slug, source);
                articles += stored.size();
                check(line, report, stored, lost);
            }
        }
        System.out.printf("feeds-real, through the service: %d articles; not as expected: %s%n", articles, lost);
        assertThat(lost).isEmpty();
    }

    private static void check(JsonNode line, JsonPath report, List<Map<String, Object>> stored, List<String> lost) {
        var file = line.path("file").asText();
        if (!"OK".equals(report.getString("status")) || line.has("entries") && report.getInt("new") != line.path("entries").asInt()) {
            lost.add(file + ": " + report.prettify());
        }
        if (stored.size() != report.getInt("new") || stored.stream().anyMatch(item -> String.valueOf(item.get("title")).isBlank() || item.get("url") == null)) {
            lost.add(file + ": " + stored.size() + " stored of " + report.getInt("new"));
        }
    }

    /** Neither pictures nor pages: their servers are not ours. */
    private static String add(String slug, String url) {
        return Api.operator().body(Map.of("url", url, "pages", "NEVER", "rights", Map.of("pictures", "NONE"))).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201)
                .extract().path("id");
    }

    private static List<Map<String, Object>> items(String slug, String source) {
        return Api.operator().get("/api/v1/publications/" + slug + "/articles?limit=500&source=" + source).then().statusCode(200).extract().path("items");
    }
}
