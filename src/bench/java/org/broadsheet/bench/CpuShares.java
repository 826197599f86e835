package org.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** What the service's processor time went into, by the samples of Flight Recorder. */
final class CpuShares {

    /** The innermost frame that belongs to one of these decides; earlier ones win. */
    private enum Work {
        PARSE("parsing feeds", "org.broadsheet.source.Feed", "org.broadsheet.source.Xml", "org.broadsheet.source.Rss", "org.broadsheet.source.Node", "org.broadsheet.source.Lenient",
                "org.broadsheet.source.Charsets", "org.broadsheet.source.CharacterReferences"),
        CLEAN("cleaning articles", "org.broadsheet.article.BodyCleaner", "org.broadsheet.article.PlainText", "org.broadsheet.article.CleanText", "org.broadsheet.article.RelativeLinks",
                "org.broadsheet.article.PictureChooser", "org.owasp", "org.jsoup"),
        SUMMARISE("summaries", "org.broadsheet.article.ExtractiveSummariser", "java.text.BreakIterator"),
        DRIVER("talking to PostgreSQL", "org.postgresql", "io.agroal"),
        ORM("object-relational mapping", "org.hibernate", "io.quarkus.hibernate", "com.arjuna"),
        CLIENT("the web client", "org.apache.hc", "org.broadsheet.platform", "sun.nio.ch"),
        OTHER("all else");

        private final String words;
        private final List<String> names;

        Work(String words, String... names) {
            this.words = words;
            this.names = List.of(names);
        }

        boolean owns(RecordedFrame frame) {
            return names.stream().anyMatch(frame.getMethod().getType().getName()::startsWith);
        }
    }

    private CpuShares() {
    }

    static void print(Path recording) throws IOException {
        Map<Work, Integer> shares = new EnumMap<>(Work.class);
        Map<String, Integer> places = new TreeMap<>();
        var all = 0;
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    all++;
                    shares.merge(work(event.getStackTrace()), 1, Integer::sum);
                    places.merge(place(event.getStackTrace()), 1, Integer::sum);
                }
            }
        }
        var samples = Math.max(1, all);
        System.out.printf("  the service's own Java code (%d samples of Flight Recorder; collector and compiler are not in it):%n", all);
        shares.forEach((work, count) -> System.out.printf("    %-28s %5.1f %%%n", work.words, 100.0 * count / samples));
        System.out.println("  where in our code (innermost method of ours):");
        places.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(8)
                .forEach(place -> System.out.printf("    %5.1f %%  %s%n", 100.0 * place.getValue() / samples, place.getKey()));
    }

    private static Work work(RecordedStackTrace trace) {
        for (var frame : trace.getFrames()) {
            for (var work : Work.values()) {
                if (work.owns(frame)) {
                    return work;
                }
            }
        }
        return Work.OTHER;
    }

    private static String place(RecordedStackTrace trace) {
        return trace.getFrames().stream().map(RecordedFrame::getMethod).filter(method -> method.getType().getName().startsWith("org.broadsheet."))
                .findFirst().map(method -> method.getType().getName().replace("org.broadsheet.", "") + "." + method.getName()).orElse("(none)");
    }
}
