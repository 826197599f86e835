package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

import jakarta.inject.Inject;

import org.broadsheet.testsupport.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** A model's summaries take the place of the article's own sentences after they were stored, and only then. */
@QuarkusTest
class SummaryDeskTest {

    private static final String BODY = "<p>The city council closed the old harbour bridge on Monday after engineers found cracks in two of its piers.</p>"
            + "<p>Engineers of the harbour authority had inspected the piers of the bridge in February with sonar and divers, and found nothing then.</p>"
            + "<p>Repairs of the bridge will cost the council about 12 million euros and last until autumn, said Anna Berg of the authority. Buses will take the tunnel.</p>";
    private static final String GOOD = "The council has closed the old harbour bridge because its piers are cracked.";

    @Inject
    SummaryBook book;

    private String slug;
    private ModelStub stub;

    @BeforeEach
    void start() throws IOException {
        slug = Api.freshSlug();
        Api.operator().body(Api.publication(slug)).post("/api/v1/publications").then().statusCode(201);
        stub = new ModelStub().says(GOOD);
    }

    @AfterEach
    void stop() {
        QuarkusTransaction.requiringNew().run(() -> Article.update("summaryState = ?1 where summaryState = ?2", Article.SummaryState.EXTRACTED, Article.SummaryState.WANTED));
        stub.close();
    }

    private SummaryDesk desk(int perDay) {
        var given = stub.settings();
        var settings = new ModelStub.Settings(given.url(), given.key(), given.name() + slug, given.allowedNetworks(), given.timeout(), given.connections(), perDay, given.cacheDays());
        return new SummaryDesk(new ModelSummariser(new LanguageModel(settings, Clock.systemUTC()), new ExtractiveSummariser()), book, () -> settings);
    }

    private String push(String path) {
        var id = Api.operator().body(Map.of("url", "https://press.example/" + slug + path, "title", "Council closes the old harbour bridge", "bodyHtml", BODY))
                .post("/api/v1/publications/" + slug + "/articles").then().statusCode(201).extract().path("id").toString();
        QuarkusTransaction.requiringNew().run(() -> Article.update("summaryState = ?1 where url = ?2", Article.SummaryState.WANTED, "https://press.example/" + slug + path));
        return id;
    }

    private String summary(String id) {
        return Api.operator().get("/api/v1/articles/" + id).then().statusCode(200).extract().path("summary");
    }

    @Test
    void theModelsWordsReplaceTheArticlesOwn() throws SQLException {
        var id = push("/a");
        var own = summary(id);
        assertThat(own).contains("The city council closed");
        desk(1_000_000).writeWanted();
        assertThat(summary(id)).isEqualTo(GOOD);
    }

    @Test
    void theSameTextIsNotPaidForTwice() throws SQLException {
        push("/a");
        var desk = desk(1_000_000);
        desk.writeWanted();
        var other = push("/b");
        desk.writeWanted();
        assertThat(summary(other)).isEqualTo(GOOD);
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void whenTheBudgetIsSpentNobodyIsAsked() throws SQLException {
        var id = push("/a");
        var own = summary(id);
        desk(0).writeWanted();
        assertThat(stub.asked()).isEmpty();
        assertThat(summary(id)).isEqualTo(own);
    }

    @Test
    void aServerInTroubleLeavesTheArticleAsItWasAndIsAskedAgainLater() throws SQLException {
        stub.sends(500, "{}");
        var id = push("/a");
        var own = summary(id);
        var desk = desk(1_000_000);
        desk.writeWanted();
        desk.writeWanted();
        assertThat(stub.asked()).as("not again at once").hasSize(1);
        assertThat(summary(id)).isEqualTo(own);
        Api.operator().get("/api/v1/articles/" + id).then().body("summaryProblem", containsString("500"));
        assertThat(desk.standing().unanswered()).isEqualTo(1);
    }

    @Test
    void anInventionIsRefusedAndSaidSo() throws SQLException {
        stub.says("The council has closed the old harbour bridge, and Mallory Smith pays 99 million euros.");
        var id = push("/a");
        var own = summary(id);
        desk(1_000_000).writeWanted();
        assertThat(summary(id)).isEqualTo(own);
        Api.operator().get("/api/v1/articles/" + id).then().body("summaryProblem", containsString("refused"));
    }

    @Test
    void operatorsSeeHowItStands() {
        Api.operator().get("/api/v1/summaries").then().statusCode(200).body("on", is(false)).body("perDay", is(500));
    }

    @Test
    void aBodyThatWasCutSaysSo() {
        var id = Api.operator().body(Map.of("url", "https://press.example/" + slug + "/long", "title", "Long", "bodyHtml", "<p>One sentence of the article.</p>".repeat(25_000)))
                .post("/api/v1/publications/" + slug + "/articles").then().statusCode(201).extract().path("id").toString();
        Api.operator().get("/api/v1/articles/" + id).then().body("bodyCut", is(true));
    }
}
