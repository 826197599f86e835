package org.broadsheet.mail;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The operator's own mail templates: {@code mail/*.html}, {@code mail/*.txt}, {@code mail/tags/*.html} and {@code mail/themes/*.css} below one folder. */
final class TemplateFolder {

    private static final long LARGEST_FILE = 256_000;
    private static final int MOST_FILES = 200;

    private final Path root;
    private Map<String, String> stamps = Map.of();
    private boolean read;

    TemplateFolder(Path templates) {
        this.root = templates.resolve("mail");
    }

    /** What was found: the files that can be read, by name, and why others cannot. */
    record Content(Map<String, String> files, List<TemplateProblem> problems) {
    }

    /** Whether anything was added, edited or removed since {@link #content()} was called. */
    boolean changed() {
        return !read || !stamps().equals(stamps);
    }

    Content content() {
        stamps = stamps();
        read = true;
        var files = new TreeMap<String, String>();
        var problems = new ArrayList<TemplateProblem>();
        stamps.keySet().forEach(name -> {
            try {
                if (Files.size(root.resolve(name)) > LARGEST_FILE) {
                    problems.add(new TemplateProblem(name, 0, 0, "the file is larger than " + LARGEST_FILE + " bytes"));
                } else {
                    files.put(name, Files.readString(root.resolve(name)));
                }
            } catch (CharacterCodingException e) {
                problems.add(new TemplateProblem(name, 0, 0, "the file is not UTF-8"));
            } catch (IOException e) {
                problems.add(new TemplateProblem(name, 0, 0, "the file cannot be read: " + e.getMessage()));
            }
        });
        return new Content(files, problems);
    }

    /** Time and size of each file; a folder that cannot be listed counts as empty, as it does before it is made. */
    private Map<String, String> stamps() {
        var found = new TreeMap<String, String>();
        stamp(root, "", found);
        stamp(root.resolve(MailEngine.TAGS), MailEngine.TAGS, found);
        stamp(root.resolve(MailSheets.FOLDER), MailSheets.FOLDER, found);
        return found;
    }

    private static void stamp(Path folder, String prefix, Map<String, String> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(TemplateFolder::isTemplate).sorted().limit(MOST_FILES).toList()) {
                found.put(prefix + file.getFileName(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        } catch (IOException e) {
            found.put(prefix + "*", "unreadable: " + e.getMessage());
        }
    }

    private static boolean isTemplate(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".html") || name.endsWith(".txt") || name.endsWith(MailSheets.CSS)) && Files.isRegularFile(file);
    }
}
