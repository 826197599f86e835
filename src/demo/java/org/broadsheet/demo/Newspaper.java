package org.broadsheet.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The demo's publication, set up and sent through the admin API as any operator's script would do it. */
final class Newspaper {

    static final String SLUG = "tide-and-tariff";
    static final String READER = "reader@example.org";
    private static final String PATH = "/api/v1/publications/" + SLUG;

    private final AdminApi api;
    private final String sourcesBase;

    /** @param sourcesBase address of the {@link SampleSources} */
    Newspaper(AdminApi api, String sourcesBase) {
        this.api = api;
        this.sourcesBase = sourcesBase;
    }

    /** What came of asking for an edition. */
    sealed interface Asked {
        /**
         * @param id     of the edition that is on its way
         * @param number of the edition
         */
        record Going(String id, String number) implements Asked {
        }

        /** @param reason in the service's words */
        record Skipped(String reason) implements Asked {
        }
    }

    /** Creates the publication unless it is there. */
    void create() throws IOException, InterruptedException, DemoException {
        var known = api.get(PATH);
        if (known.status() != 404) {
            known.orThrow();
            return;
        }
        api.post("/api/v1/publications", Map.ofEntries(
                Map.entry("slug", SLUG),
                Map.entry("name", "Tide & Tariff"),
                Map.entry("language", "en-GB"),
                Map.entry("timeZone", "Europe/London"),
                Map.entry("sender", Map.of("name", "Tide & Tariff", "address", "news@tide-and-tariff.example", "replyTo", "desk@tide-and-tariff.example")),
                Map.entry("legalName", "Tide & Tariff Press Ltd"),
                Map.entry("postalAddress", "Staithe House, 4 Sluice Row\nKingston upon Hull HU99 9ZZ\nUnited Kingdom"),
                Map.entry("accentColor", "#0b5563"),
                Map.entry("contacts", List.of(
                        Map.of("label", "Hull", "phone", "+44 1632 960 127"),
                        Map.of("label", "Brussels", "phone", "+32 2 555 01 73"))),
                Map.entry("sections", List.of(
                        Map.of("slug", "transport", "name", "Transport"),
                        Map.of("slug", "science", "name", "Science"),
                        Map.of("slug", "money", "name", "Money"))),
                Map.entry("schedule", Map.of("days", List.of("MON", "TUE", "WED", "THU", "FRI"), "time", "07:00", "clock", "PUBLICATION")),
                Map.entry("selection", Map.of("maxStories", 12, "minStories", 1, "maxPerSource", 5, "maxAge", "PT48H")))).orThrow();
    }

    /** Sees to it that each publisher is a source, and reads them all, at the same time. Says what is wrong with one, and goes on. */
    void readSources() throws IOException, InterruptedException, DemoException {
        var known = api.get(PATH + "/sources?limit=500").orThrow().items();
        var refreshes = new ArrayList<Callable<AdminApi.Reply>>();
        for (var publisher : Publisher.values()) {
            refreshes.add(() -> api.post("/api/v1/sources/" + source(publisher, known) + "/refresh", Map.of()).orThrow());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var refresh : threads.invokeAll(refreshes)) {
                report(refresh.get());
            }
        } catch (ExecutionException problem) {
            throw new DemoException(problem.getCause().getMessage(), problem.getCause());
        }
    }

    private static void report(AdminApi.Reply refresh) {
        if (refresh.text("status").equals("FAILED")) {
            System.out.println("A source could not be read: " + Json.write(refresh.body()));
        }
    }

    /** The id of the publisher's source; one from a start with another port is replaced. */
    private String source(Publisher publisher, List<Map<?, ?>> known) throws IOException, InterruptedException, DemoException {
        var url = sourcesBase + publisher.pastedPath();
        for (var source : known) {
            if (url.equals(source.get("url"))) {
                return source.get("id").toString();
            }
            if (source.get("url").toString().endsWith(publisher.pastedPath())) {
                api.delete("/api/v1/sources/" + source.get("id")).orThrow();
            }
        }
        return api.post(PATH + "/sources", Map.of("url", url, "section", publisher.section,
                "kind", publisher.way == Publisher.Way.PAGE ? "PAGE" : "AUTO")).orThrow().text("id");
    }

    /** Puts the reader on the list unless he is known. */
    void addReader(Instant now) throws IOException, InterruptedException, DemoException {
        if (readerStatus().isEmpty()) {
            api.post(PATH + "/subscribers", Map.of("email", READER, "name", "Robin Reader", "timeZone", "Europe/London", "language", "en-GB",
                    "confirmed", true, "consent", Map.of("at", now, "wording", "Send me Tide & Tariff on working days.", "how", "by starting the demo")))
                    .orThrow();
        }
    }

    private String readerStatus() throws IOException, InterruptedException, DemoException {
        return api.get(PATH + "/subscribers?limit=500").orThrow().items().stream().filter(item -> READER.equals(item.get("email")))
                .map(item -> String.valueOf(item.get("status"))).findFirst().orElse("");
    }

    /** Asks for an edition at once. */
    Asked sendNow() throws IOException, InterruptedException, DemoException {
        var edition = api.post(PATH + "/editions", Map.of("send", "NOW")).orThrow();
        return edition.text("status").equals("SKIPPED") ? new Asked.Skipped(edition.text("reason")) : new Asked.Going(edition.text("id"), edition.text("number"));
    }

    /** Why an edition that was asked for does not go, in a sentence; "" while it does. */
    String whyNot(String edition) throws IOException, InterruptedException, DemoException {
        var reply = api.get("/api/v1/editions/" + edition).orThrow();
        if (reply.text("status").equals("SENT") && !readerStatus().equals("ACTIVE")) {
            return "The edition was sent, but not to " + READER + ", whose subscription is " + readerStatus() + ". Sign up on the front page to get the next.";
        }
        return switch (reply.text("status")) {
            case "SKIPPED", "CANCELLED", "PAUSED" -> "The edition is " + reply.text("status").toLowerCase(Locale.ROOT) + ": " + reply.text("reason");
            default -> "";
        };
    }
}
