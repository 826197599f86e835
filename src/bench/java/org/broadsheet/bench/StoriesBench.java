package org.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.broadsheet.platform.EmbeddedPostgres;
import org.broadsheet.testsupport.Press;
import org.broadsheet.testsupport.Service;

/** Storing articles and finding their stories, through the service on its PostgreSQL: beside plain inserts of the same rows, and with a million articles there. */
public final class StoriesBench {

    private static final int ENTRIES = 500;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 4;
    private static final int PLENTY = Integer.getInteger("bench.articles", 1_000_000);
    /** Of the plenty, those that came in the days in which bands are kept. */
    private static final int RECENT = PLENTY / 10;
    private static final int BANDS = 30;

    private final Service service;
    private final Press press;
    private final Connection database;
    private final Random random = new Random(20261125);
    private int feeds;

    private StoriesBench(Service service, Press press, Connection database) {
        this.service = service;
        this.press = press;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("service.jar", "target/quarkus-app/quarkus-run.jar");
        var folder = Files.createTempDirectory("stories-bench");
        var postgres = EmbeddedPostgres.startIn(folder.resolve("postgres"));
        var settings = Map.of("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(), "QUARKUS_DATASOURCE_USERNAME", postgres.user(), "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                "BROADSHEET_FETCH_ALLOWED_NETWORKS", "127.0.0.0/8", "BROADSHEET_FETCH_EVERY", "off");
        try (var service = new Service(folder, settings).start(); var press = new Press();
                var database = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            new StoriesBench(service, press, database).run();
        } finally {
            postgres.stop();
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        service.post("/api/v1/publications", "application/json", """
                {"slug": "bench", "name": "Bench", "language": "en", "timeZone": "UTC", "sender": {"name": "B", "address": "b@bench.example", "replyTo": "b@bench.example"},
                 "legalName": "Bench", "postalAddress": "1 Street", "accentColor": "#1f4e7a"}""");
        System.out.printf("Feeds of %d new articles each, of about 1 kB; median of %d readings after %d to warm up%n", ENTRIES, ROUNDS, WARM_UP);
        for (var round = 0; round < WARM_UP; round++) {
            read();
        }
        var stored = median();
        var plain = plain();
        System.out.printf(Locale.ROOT, "  read, cleaned, stored, grouped %8.0f articles/s%n  plain INSERT of the same rows  %8.0f articles/s   ratio %.3f%n", stored, plain, stored / plain);
        System.out.printf(Locale.ROOT, "  read again, nothing new        %8.0f articles/s%n", again());
        plenty();
        var later = median();
        System.out.printf(Locale.ROOT, "  with %,d articles there  %8.0f articles/s   ratio to before %.2f%n", PLENTY, later, later / stored);
    }

    private double median() throws IOException, InterruptedException {
        var rates = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            rates.add(read());
        }
        return rates.stream().sorted().toList().get(ROUNDS / 2);
    }

    /** One new source, read once. @return articles a second */
    private double read() throws IOException, InterruptedException {
        var path = "/feed" + ++feeds;
        press.publish(path, "text/xml", feed(path));
        var source = service.post("/api/v1/publications/bench/sources", "application/json", "{\"url\": \"" + press.url(path) + "\"}").get("id").asText();
        return refresh(source, "new");
    }

    private double again() throws IOException, InterruptedException {
        var path = "/feed" + ++feeds;
        var feed = feed(path);
        press.publish(path, "text/xml", feed);
        var source = service.post("/api/v1/publications/bench/sources", "application/json", "{\"url\": \"" + press.url(path) + "\"}").get("id").asText();
        refresh(source, "new");
        press.publish(path, "text/xml", feed + "<!-- another document -->");
        return refresh(source, "unchanged");
    }

    private double refresh(String source, String counted) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var report = service.post("/api/v1/sources/" + source + "/refresh", "application/json", "");
        var seconds = (System.nanoTime() - began) / 1e9;
        if (report.get(counted).asInt() != ENTRIES) {
            throw new IOException("Not " + ENTRIES + " " + counted + ": " + report);
        }
        return ENTRIES / seconds;
    }

    /** The rows of the last readings once more, into a table with the same indexes, in batches as a driver sends them. */
    private double plain() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("create table plain (like article including all)");
        }
        var rows = new ArrayList<Object[]>();
        int columns;
        try (var statement = database.createStatement(); var found = statement.executeQuery("select * from article order by id desc limit " + ENTRIES * ROUNDS)) {
            columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                var row = new Object[columns];
                for (var column = 0; column < columns; column++) {
                    row[column] = found.getObject(column + 1);
                }
                rows.add(row);
            }
        }
        database.setAutoCommit(false);
        var began = System.nanoTime();
        try (var insert = database.prepareStatement("insert into plain values (" + "?, ".repeat(columns - 1) + "?)")) {
            for (var at = 0; at < rows.size(); at++) {
                for (var column = 0; column < columns; column++) {
                    insert.setObject(column + 1, rows.get(at)[column]);
                }
                insert.addBatch();
                if (at % ENTRIES == ENTRIES - 1) {
                    insert.executeBatch();
                    database.commit();
                }
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        database.setAutoCommit(true);
        return rows.size() / seconds;
    }

    private void plenty() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    insert into article (id, publication_id, source_id, source_name, story_id, guid, guid_key, url, address_key, title, body_html, lead, content_key, first_seen_at, available_at, fingerprint)
                    select 100000000 + n, p.id, s.id, 'Old', t.id, 'old' || n, 'old' || n, 'https://old.example/' || n, 'old.example/' || n, 'Old news number ' || n, repeat('text ', 40), repeat('text ', 40),
                        md5(n::text), now() - n * interval '10 seconds', now() - n * interval '10 seconds', md5(n::text)
                    from generate_series(1, %d) n, (select id from publication limit 1) p, (select id from source limit 1) s, (select id from story limit 1) t""".formatted(PLENTY));
            // two thirds of the bands are rare, as pairs of words are; a third are of words that many articles have
            statement.execute("""
                    insert into story_band (publication_id, band, at, article_id, noted_on)
                    select p.id, case when b %% 3 = 0 then (random() * 5000)::bigint else (random() * 1e15)::bigint end, now() - n * interval '3 seconds', 100000000 + n, current_date
                    from generate_series(1, %d) n, generate_series(1, %d) b, (select id from publication limit 1) p on conflict do nothing""".formatted(RECENT, BANDS));
            statement.execute("analyze");
        }
    }

    private String feed(String path) {
        var feed = new StringBuilder("<rss version='2.0'><channel><title>Source " + path + "</title><link>https://bench.example/</link>");
        for (var number = 0; number < ENTRIES; number++) {
            var address = "https://bench.example" + path + "/" + number;
            feed.append("<item><guid>").append(address).append("</guid><link>").append(address).append("</link><title>").append(words(9)).append("</title><description>&lt;p>")
                    .append(sentences()).append("&lt;/p></description></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private String sentences() {
        var text = new StringBuilder();
        while (text.length() < 1000) {
            text.append(words(14)).append(". ");
        }
        return text.toString();
    }

    /** Invented words, frequent ones and rare ones as in a language. */
    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (var word = 0; word < count; word++) {
            var rank = (int) Math.pow(20_000, random.nextDouble());
            words.add(new StringBuilder(Integer.toString(rank * 7919 + 1000, 26).replaceAll("[0-9]", "e")).reverse().toString());
        }
        return Character.toUpperCase(words.getFirst().charAt(0)) + String.join(" ", words).substring(1);
    }
}
