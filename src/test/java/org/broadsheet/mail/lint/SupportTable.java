package org.broadsheet.mail.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes the packaged table of what the chosen clients support (ADR 19) out of the whole data of caniemail. */
final class SupportTable {

    /** Our name for each chosen client, and where the data has it. Who is chosen and why: ADR 19. */
    private static final Map<String, String> CLIENTS = new LinkedHashMap<>();

    static {
        CLIENTS.put("Gmail/web", "gmail/desktop-webmail");
        CLIENTS.put("Gmail/Android", "gmail/android");
        CLIENTS.put("Gmail/iOS", "gmail/ios");
        CLIENTS.put("Outlook/Windows", "outlook/windows");
        CLIENTS.put("Outlook.com and new Outlook/web", "outlook/outlook-com");
        CLIENTS.put("Outlook/macOS", "outlook/macos");
        CLIENTS.put("Outlook/iOS", "outlook/ios");
        CLIENTS.put("Outlook/Android", "outlook/android");
        CLIENTS.put("Apple Mail/macOS", "apple-mail/macos");
        CLIENTS.put("Apple Mail/iOS", "apple-mail/ios");
        CLIENTS.put("Yahoo/web", "yahoo/desktop-webmail");
        CLIENTS.put("Yahoo/Android", "yahoo/android");
        CLIENTS.put("Yahoo/iOS", "yahoo/ios");
        CLIENTS.put("Samsung Email/Android", "samsung-email/android");
        CLIENTS.put("Thunderbird/macOS", "thunderbird/macos");
        CLIENTS.put("GMX/web", "gmx/desktop-webmail");
        CLIENTS.put("WEB.DE/web", "web-de/desktop-webmail");
    }

    private final JsonNode features;

    SupportTable(Path folder) throws IOException {
        this.features = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("caniemail.json"))).get("features");
    }

    int features() {
        return features.size();
    }

    int cells() {
        var cells = 0;
        for (var feature : features) {
            for (var family : feature.get("stats")) {
                cells += family.size();
            }
        }
        return cells;
    }

    String text() {
        var table = new StringBuilder("""
                # What the chosen mail clients support of HTML, CSS and picture formats.
                # From caniemail.com, hteumeuleu/caniemail at commit 6b086a3483a92078ba5226626e13db6f0a95a113 (2026-06-29), folder _features/.
                # Copyright (c) caniemail contributors, MIT; the licence lies beside this file. Made by SupportTable among the tests; not to be edited.
                # Columns: feature, title, a cell for each client (y, a: in part, n, u: unknown; version tested; number of a note), the notes.
                """);
        table.append("clients\t").append(String.join("\t", CLIENTS.keySet())).append('\n');
        features.properties().stream().filter(feature -> !feature.getKey().startsWith("_") && !feature.getValue().get("category").asText().equals("others"))
                .forEach(feature -> row(feature.getKey(), feature.getValue(), table));
        return table.toString();
    }

    private static void row(String slug, JsonNode feature, StringBuilder table) {
        Set<String> notes = new LinkedHashSet<>();
        table.append(slug).append('\t').append(plain(feature.get("title").asText()));
        for (var client : CLIENTS.values()) {
            table.append('\t').append(cell(feature.at("/stats/" + client), feature.path("notesByNum"), notes));
        }
        notes.forEach(note -> table.append('\t').append(note).append('=').append(plain(feature.get("notesByNum").get(note).asText())));
        table.append('\n');
    }

    private static String cell(JsonNode cell, JsonNode texts, Set<String> notes) {
        var support = cell.path("support").asText("u");
        if (support.equals("y") || support.equals("u")) {
            return support;
        }
        var first = List.copyOf(cell.path("notes").valueStream().map(JsonNode::asText).filter(texts::has).toList());
        first.stream().limit(1).forEach(notes::add);
        return support + " " + cell.path("latestVersion").asText("").replace(' ', '-') + (first.isEmpty() ? "" : " " + first.getFirst());
    }

    /** Without the marks of Markdown. */
    private static String plain(String text) {
        return text.replaceAll("\\[([^\\]]+)]\\([^)]*\\)", "$1").replace("`", "").replaceAll("\\(See [^)]*\\)", "").replaceAll("\\s+", " ").strip();
    }
}
