package org.broadsheet.mail.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.broadsheet.testsupport.Corpora;
import org.junit.jupiter.api.Test;

class SupportTest {

    private static final Path FRESH = Path.of("target/support.tsv");

    @Test
    void theWholeDataOfCaniemailIsRead() throws IOException {
        var table = new SupportTable(Corpora.folder("email-clients"));
        assertThat(table.features()).isEqualTo(308);
        assertThat(table.cells()).isEqualTo(12_395);
        assertThat(Support.packagedTable().size()).isEqualTo(305);
    }

    @Test
    void thePackagedTableIsWhatTheDataSays() throws IOException {
        var fresh = new SupportTable(Corpora.folder("email-clients")).text();
        Files.writeString(FRESH, fresh);
        try (var packaged = Support.class.getResourceAsStream("support.tsv")) {
            assertThat(new String(packaged.readAllBytes(), StandardCharsets.UTF_8)).as("to renew it: cp " + FRESH + " src/main/resources/org/broadsheet/mail/lint/").isEqualTo(fresh);
        }
    }

    @Test
    void wordKnowsNoGridAndGmailOnTheWebDoes() {
        var grid = Support.packagedTable().feature("css-display-grid").orElseThrow();
        assertThat(grid.cells()).hasSize(17).anySatisfy(cell -> {
            assertThat(cell.client().toString()).startsWith("Outlook Windows 2");
            assertThat(cell.level()).isEqualTo(Support.Level.NO);
        }).anySatisfy(cell -> {
            assertThat(cell.client()).isEqualTo(new Client("Gmail", "web", ""));
            assertThat(cell.level()).isEqualTo(Support.Level.YES);
        });
    }
}
