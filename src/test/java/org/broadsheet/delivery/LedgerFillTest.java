package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.broadsheet.publication.Publication;
import org.broadsheet.testsupport.Api;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LedgerFillTest {

    private static final long EDITION = Long.MAX_VALUE - 7;
    private static final List<String> SECTIONS = IntStream.range(0, 10).mapToObj(number -> "section-" + number).toList();

    @Inject
    LedgerFill fill;

    @Inject
    DataSource database;

    @Test
    void readersWithTheSameChoiceAreEnteredTogetherWhereThereMayBeManyVariants() throws SQLException {
        var slug = Api.freshSlug();
        var body = Api.publication(slug);
        body.put("sections", SECTIONS.stream().map(section -> Map.of("slug", section, "name", section)).toList());
        Api.operator().body(body).post("/api/v1/publications").then().statusCode(201);
        for (var reader = 0; reader < 24; reader++) {
            reader(slug, "reader-" + reader + "@example.net", SECTIONS.subList(reader % 4, reader % 4 + 2));
        }
        var publication = QuarkusTransaction.requiringNew().call(() -> Publication.findBySlug(slug).orElseThrow().id);
        try {
            assertThat(fill.all(EDITION, publication, LocalDate.now(), new LedgerFill.Content(Set.copyOf(SECTIONS), false))).isEqualTo(24);
            var choices = choicesAsEntered();
            var changes = IntStream.range(1, choices.size()).filter(place -> !choices.get(place).equals(choices.get(place - 1))).count();
            assertThat(changes).isEqualTo(3);
            assertThat(choices.stream().collect(Collectors.toSet())).hasSize(4);
        } finally {
            forget();
        }
    }

    private static void reader(String slug, String email, List<String> sections) {
        Api.operator().body(Map.of("email", email, "confirmed", true, "sections", sections,
                "consent", Map.of("at", "2026-03-03T10:00:00Z", "wording", "I want it", "how", "on paper")))
                .post("/api/v1/publications/" + slug + "/subscribers").then().statusCode(200);
    }

    private List<String> choicesAsEntered() throws SQLException {
        var choices = new ArrayList<String>();
        try (var connection = database.getConnection(); var select = connection.prepareStatement(
                "select s.sections::text from delivery d join subscription s on s.id = d.subscription_id where d.edition_id = ? order by d.ctid")) {
            select.setLong(1, EDITION);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    choices.add(rows.getString(1));
                }
            }
        }
        return choices;
    }

    private void forget() throws SQLException {
        try (var connection = database.getConnection(); var delete = connection.prepareStatement("delete from delivery where edition_id = ?")) {
            delete.setLong(1, EDITION);
            delete.executeUpdate();
        }
    }
}
