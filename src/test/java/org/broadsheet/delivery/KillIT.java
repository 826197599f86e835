package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.broadsheet.platform.EmbeddedPostgres;
import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.ReceivedMail;
import org.broadsheet.testsupport.ScriptedSmtpServer;
import org.broadsheet.testsupport.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Never twice, never lost (promise 2): the packaged service, its embedded PostgreSQL, a real SMTP server, and kill -9. */
class KillIT {

    private static final int READERS = 3000;
    private static final int CONNECTIONS = 6;
    private static final long SEED = 20261124;

    @TempDir
    Path folder;
    private ScriptedSmtpServer relay;
    private Service service;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        relay = ScriptedSmtpServer.start();
        service = new Service(folder, Map.of("QUARKUS_MAILER_PORT", String.valueOf(relay.port()), "BROADSHEET_DELIVERY_UNKNOWN_RETRY_AFTER", "PT3S",
                "BROADSHEET_DELIVERY_CONNECTIONS", String.valueOf(CONNECTIONS))).start();
        var paper = new ObjectMapper().writeValueAsString(Api.publication("paper"));
        service.post("/api/v1/publications", "application/json", paper);
        service.post("/api/v1/publications/paper/articles", "application/json",
                "{\"url\":\"https://example.org/1\",\"title\":\"Harbours learn to wait for trains\",\"bodyHtml\":\"<p>They do.</p>\"}");
        service.post("/api/v1/publications/paper/subscribers", "text/csv", readers());
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        service.close();
        if (Files.exists(folder.resolve("data/postgres/cluster/postmaster.pid"))) {
            EmbeddedPostgres.startIn(folder.resolve("data/postgres")).stop();
        }
        relay.close();
    }

    @Test
    void everyReaderGetsTheEditionHoweverOftenTheServiceIsKilled() throws IOException, InterruptedException {
        var random = new Random(SEED);
        var kills = Boolean.getBoolean("suites.full") ? 10 : 3;
        var edition = service.post("/api/v1/publications/paper/editions", "application/json", "{\"send\":\"NOW\"}").get("id").asText();
        for (var kill = 0; kill < kills; kill++) {
            var enough = relay.mails().size() + 100 + random.nextInt(READERS / (2 * kills));
            Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(3)).until(() -> relay.mails().size() >= Math.min(enough, READERS - 200));
            service.kill();
            service.start();
        }

        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> "SENT".equals(service.get("/api/v1/editions/" + edition).get("status").asText()));

        var copies = relay.mails().stream().collect(Collectors.groupingBy(ReceivedMail::recipient, Collectors.counting()));
        assertThat(copies).as("nobody is left out").hasSize(READERS);
        var twice = copies.values().stream().filter(count -> count > 1).count();
        assertThat(twice).as("copies that went twice, of %d kills with %d connections", kills, CONNECTIONS).isLessThanOrEqualTo((long) kills * CONNECTIONS);
        assertThat(copies.values()).as("nobody gets three").allMatch(count -> count <= 2);
        sameMessageIdForBothCopies();
        var counts = service.get("/api/v1/editions/" + edition).get("counts");
        assertThat(counts.get("due").asInt()).isEqualTo(READERS);
        assertThat(counts.get("sent").asInt() + counts.get("unknown").asInt()).isEqualTo(READERS);
        System.out.printf("%d kills: %d readers, %d mails, %d of them a second time%n", kills, READERS, relay.mails().size(), twice);
    }

    @Test
    void aStopFinishesWhatIsInFlightAndASecondServiceIsRefused() throws IOException, InterruptedException {
        var edition = service.post("/api/v1/publications/paper/editions", "application/json", "{\"send\":\"NOW\"}").get("id").asText();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(3)).until(() -> relay.mails().size() >= 200);
        try (var second = new Service(Files.createDirectories(folder), Map.of())) {
            assertThat(refusal(second)).contains("Another Broadsheet runs on the data folder");
        }

        assertThat(service.stop()).isIn(0, 143);
        var sent = relay.mails().size();
        assertThat(sent).isLessThan(READERS);
        service.start();

        var counts = service.get("/api/v1/editions/" + edition).get("counts");
        assertThat(counts.get("unknown").asInt()).as("nothing is left unknown by an orderly stop").isZero();
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> "SENT".equals(service.get("/api/v1/editions/" + edition).get("status").asText()));
        assertThat(relay.mails()).hasSize(READERS);
    }

    private static String refusal(Service second) {
        try {
            second.start();
            return "it started";
        } catch (IOException refused) {
            return refused.getMessage();
        }
    }

    private void sameMessageIdForBothCopies() {
        var ids = relay.mails().stream().collect(Collectors.groupingBy(ReceivedMail::recipient,
                Collectors.mapping(mail -> mail.header("Message-ID"), Collectors.toSet())));
        assertThat(ids.values()).allMatch(set -> set.size() == 1);
        assertThat(ids.values().stream().flatMap(java.util.Set::stream).collect(Collectors.toMap(Function.identity(), id -> id))).hasSize(READERS);
    }

    private static String readers() {
        var csv = new StringBuilder("email,confirmed,consentAt,consentWording,consentHow\n");
        for (var number = 0; number < READERS; number++) {
            csv.append("reader").append(number).append("@example.net,true,2026-01-31T09:30:00Z,yes,paper\n");
        }
        return csv.toString();
    }
}
