package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** From the address of a picture to the picture of an article, and what is said when there is none. */
@QuarkusTest
class PictureDeskTest {

    @Inject
    PictureDesk desk;
    @Inject
    DataSource database;

    private Press press;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        press = new Press();
        slug = Api.created();
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void aSmallOriginalIsNotEnlargedAndItsSizeIsToldAsItIs() throws IOException {
        press.picture("/small.jpg", 300, 180);
        var item = push("/a", "/small.jpg").body("picture.width", is(300)).body("picture.height", is(169)).body("picture.url", endsWith("-1200.jpg"));
        var bytes = Api.operator().get(URI.create(item.extract().<String>path("picture.url")).getPath()).then().statusCode(200).extract().asByteArray();
        assertThat(SamplePictures.decoded(bytes).getWidth()).isEqualTo(300);
        press.picture("/large.jpg", 1600, 1000);
        push("/b", "/large.jpg").body("picture.width", is(1200)).body("picture.height", is(675));
    }

    @Test
    void whoAsksForAPictureWaitsForThoseWhoHoldItsArticleOrFetchItAlready() throws Exception {
        press.picture("/quay.jpg", 1600, 1000);
        var id = Long.parseLong(push("/held", "/quay.jpg").extract().<String>path("id"));
        try (var holder = database.getConnection(); var other = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            run(holder, "update article set picture_state = 'WANTED', picture_hash = null, picture_next_at = null, picture_tried = null where id = " + id);
            holder.commit();
            run(holder, "select from article where id = " + id + " for update");
            var asked = other.submit(() -> desk.get(List.of(id)));
            Thread.sleep(300);
            assertThat(asked.isDone()).isFalse();
            holder.commit();
            asked.get();
            article(String.valueOf(id)).body("picture", notNullValue());

            run(holder, "update article set picture_state = 'WANTED', picture_next_at = now() + interval '5 minutes' where id = " + id);
            holder.commit();
            var waiting = other.submit(() -> desk.get(List.of(id)));
            Thread.sleep(300);
            assertThat(waiting.isDone()).isFalse();
            run(holder, "update article set picture_state = 'READY' where id = " + id);
            holder.commit();
            waiting.get();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aFailureThatMayPassIsTriedAgainLater() throws IOException, SQLException {
        press.fail("/late.jpg", 503);
        var id = push("/a", "/late.jpg").body("picture", nullValue()).body("pictureProblem", containsString("503")).body("pictureProblem", endsWith("it is tried again in 2 minutes"))
                .extract().<String>path("id");
        press.picture("/late.jpg", 1600, 1000);
        desk.getWanted();
        article(id).body("picture", nullValue());
        later();
        desk.getWanted();
        article(id).body("picture.width", is(1200)).body("pictureProblem", nullValue());
        assertThat(press.asked("/late.jpg")).hasSize(2).allSatisfy(request -> assertThat(request.header("Referer")).isEmpty());
    }

    @Test
    void whatThereIsNoTimeForIsFetchedInTheBackgroundAndWasNoTry() throws IOException, SQLException {
        press.fail("/waiting.jpg", 503);
        var id = push("/a", "/waiting.jpg").extract().<String>path("id");
        press.picture("/waiting.jpg", 1600, 1000);
        later();
        desk.get(List.of(Long.valueOf(id)), Duration.ZERO);
        article(id).body("picture", nullValue());
        assertThat(press.asked("/waiting.jpg")).hasSize(1);
        desk.getWanted();
        article(id).body("picture.width", is(1200));
    }

    @Test
    void aFailureThatWillNotPassIsFinalAndToldInWords() throws SQLException {
        var id = push("/a", "/missing.jpg").body("picture", nullValue()).body("pictureProblem", containsString("404")).body("pictureProblem", not(containsString("again"))).extract().<String>path("id");
        later();
        desk.getWanted();
        article(id).body("picture", nullValue());
        assertThat(press.asked("/missing.jpg")).hasSize(1);
    }

    @Test
    void aFewTriesAreEnough() throws SQLException {
        press.fail("/never.jpg", 500);
        var id = push("/a", "/never.jpg").extract().<String>path("id");
        for (var round = 0; round < 8; round++) {
            later();
            desk.getWanted();
        }
        assertThat(press.asked("/never.jpg")).hasSize(5);
        article(id).body("pictureProblem", not(containsString("again")));
    }

    @Test
    void aPictureThatTheSourceReplacedIsFetchedAnew() throws IOException {
        press.picture("/first.jpg", 1600, 1000).picture("/second.jpg", 640, 480);
        push("/a", "/first.jpg").body("picture.width", is(1200));
        push("/a", "/second.jpg").body("picture.width", is(640));
        Api.operator().body(Map.of("url", "https://example.org/a", "title", "t")).post("/api/v1/publications/" + slug + "/articles").then().body("picture", nullValue());
    }

    @Test
    void aGraphicThatComesWithEveryArticleIsNoPictureOfAny() throws IOException, SQLException {
        press.publish("/logo-of-the-paper.jpg", "image/jpeg", SamplePictures.encoded(SamplePictures.halves(1200, 630, Color.RED, Color.WHITE), "jpeg")).picture("/own.jpg", 1400, 900);
        press.publish("/feed", "text/xml", feed(item("one", "/logo-of-the-paper.jpg"), item("two", "/logo-of-the-paper.jpg")));
        var source = Api.operator().body(new HashMap<>(Map.of("url", press.url("/feed")))).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201).extract().<String>path("id");
        Api.operator().post("/api/v1/sources/" + source + "/refresh").then().statusCode(200);
        Api.articles(slug).body("items.picture", everyItem(notNullValue()));

        press.publish("/feed", "text/xml", feed(item("one", "/logo-of-the-paper.jpg"), item("two", "/logo-of-the-paper.jpg"), item("three", "/logo-of-the-paper.jpg"),
                item("four", "/own.jpg")));
        Api.operator().post("/api/v1/sources/" + source + "/refresh").then().statusCode(200);
        desk.getWanted();
        Api.articles(slug).body("items.find { it.title == 'four' }.picture", notNullValue());
        for (var title : new String[] {"one", "two", "three"}) {
            Api.articles(slug).body("items.find { it.title == '" + title + "' }.picture", nullValue())
                    .body("items.find { it.title == '" + title + "' }.pictureProblem", containsString("it came with 3 articles of this source within days"));
        }
    }

    @Test
    void aPhotographThatComesWithEveryArticleIsTakenWhereThereIsNoOther() throws IOException {
        press.picture("/quay.jpg", 1200, 630).picture("/own.jpg", 1400, 900);
        press.publish("/feed", "text/xml", feed(item("one", "/quay.jpg"), item("two", "/quay.jpg"), item("three", "/quay.jpg"), item("four", "/own.jpg")));
        var source = Api.operator().body(new HashMap<>(Map.of("url", press.url("/feed")))).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201).extract().<String>path("id");
        Api.operator().post("/api/v1/sources/" + source + "/refresh").then().statusCode(200);
        Api.articles(slug).body("items.picture", everyItem(notNullValue()));
    }

    private void later() throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("update article set picture_next_at = now() - interval '1 second' where picture_next_at is not null")) {
            update.executeUpdate();
        }
    }

    private ValidatableResponse push(String path, String picture) {
        return Api.operator().body(Map.of("url", "https://example.org" + path, "title", "t", "picture", Map.of("url", press.url(picture)))).post("/api/v1/publications/" + slug + "/articles").then();
    }

    private static ValidatableResponse article(String id) {
        return Api.operator().get("/api/v1/articles/" + id).then().statusCode(200);
    }

    private static String feed(String... items) {
        return "<rss version='2.0'><channel><title>T</title>" + String.join("", items) + "</channel></rss>";
    }

    private String item(String title, String picture) {
        return "<item><title>" + title + "</title><link>https://example.org/" + title + "</link><enclosure type='image/jpeg' url='" + press.url(picture) + "'/></item>";
    }
}
