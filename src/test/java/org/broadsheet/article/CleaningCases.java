package org.broadsheet.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** The table of what goes in and what is left. */
record CleaningCases(String name, String html, String clean) {

    static Stream<CleaningCases> all() {
        try (var file = CleaningCases.class.getResourceAsStream("cleaning.txt")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^## ")).skip(1).map(CleaningCases::parsed);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static CleaningCases parsed(String text) {
        var end = text.indexOf('\n');
        var parts = text.substring(end + 1).split("\n==>\n", 2);
        return new CleaningCases(text.substring(0, end), parts[0], parts[1].strip());
    }

    @Override
    public String toString() {
        return name;
    }
}
