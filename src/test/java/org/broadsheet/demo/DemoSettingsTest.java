package org.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSettingsTest {

    @Test
    void nothingNeedsToBeSet() throws DemoException {
        var settings = DemoSettings.of(Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.inboxPort()).isEqualTo(8025);
        assertThat(settings.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.serviceUrl()).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void theDemosOwnPortCountsBeforeThatOfQuarkus() throws DemoException {
        assertThat(DemoSettings.of(Map.of("QUARKUS_HTTP_PORT", "9001")).publicUrl()).isEqualTo("http://localhost:9001");
        assertThat(DemoSettings.of(Map.of("QUARKUS_HTTP_PORT", "9001", "BROADSHEET_DEMO_PORT", "9002")).port()).isEqualTo(9002);
    }

    @Test
    void whatIsNoPortIsRefusedByName() {
        assertThatThrownBy(() -> DemoSettings.of(Map.of("BROADSHEET_DEMO_INBOX_PORT", "65536"))).isInstanceOf(DemoException.class)
                .hasMessageContaining("BROADSHEET_DEMO_INBOX_PORT").hasMessageContaining("65536");
    }

    @Test
    void theTokenIsMadeOnceAndIsTheOwnersAlone(@TempDir Path temp) throws Exception {
        var folder = DemoFolder.open(temp.resolve("demo"));
        var token = folder.adminToken();
        assertThat(token).hasSizeGreaterThanOrEqualTo(32).isEqualTo(folder.adminToken());
        assertThat(Files.getPosixFilePermissions(folder.tokenFile())).extracting(Enum::name).containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        folder.lock().close();
    }

    @Test
    void startsAreCountedAndTheFirstIsRemembered(@TempDir Path temp) throws Exception {
        var folder = DemoFolder.open(temp);
        assertThat(folder.countStart()).isZero();
        assertThat(folder.countStart()).isEqualTo(1);
        var first = Instant.parse("2026-11-24T06:00:00Z");
        assertThat(folder.opened(first)).isEqualTo(first);
        assertThat(folder.opened(first.plusSeconds(9))).isEqualTo(first);
        folder.lock().close();
    }
}
