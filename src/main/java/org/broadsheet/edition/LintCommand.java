package org.broadsheet.edition;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.TemplateProblem;
import org.broadsheet.mail.lint.Finding;
import org.broadsheet.mail.lint.LintReport;
import org.broadsheet.mail.lint.Mail;
import org.broadsheet.mail.lint.MailLinter;
import org.broadsheet.mail.lint.Promised;
import org.broadsheet.mail.lint.Rule;
import org.broadsheet.mail.lint.Verdict;

/**
 * {@code ./broadsheet lint FILE}, for authors of templates: a finished mail ({@code .html}), a message ({@code .eml}), or a template of a mail
 * ({@code mail/digest.html}, {@code mail/tags/*.html}), which is rendered with the sample editions first. Exit status 0 without errors, 1 with,
 * 2 if the command was not understood. Starts no service.
 */
public final class LintCommand {

    private static final String USAGE = "Usage: ./broadsheet lint [--json] FILE   (a finished mail .html, a message .eml, or a template mail/digest.html, mail/digest.txt, mail/tags/*.html)";
    private static final Pattern QUTE = Pattern.compile("\\{#[a-zA-Z]|\\{it\\.|\\{/[a-z]+}|\\{!");
    private static final int CLIENTS_NAMED = 4;
    private static final String SAMPLE_TOKEN = "k7Qm2vX9tR4c";
    private static final String SAMPLE_DAY = "1 October 2026";

    private final PrintStream out;
    private final PrintStream err;
    private final MailLinter linter = new MailLinter();

    /** What was found in one mail, or in one template on one sample. */
    record Reading(String name, LintReport report, List<TemplateProblem> refused) {

        boolean fails() {
            return report.errors() > 0 || !refused.isEmpty();
        }
    }

    LintCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.OFF); // what the templates have to say is in the report
        System.exit(new LintCommand(System.out, System.err).run(args));
    }

    /** @return the exit status */
    int run(String... args) {
        var options = Arrays.stream(args).filter(arg -> arg.startsWith("--")).toList();
        var files = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        if (files.size() != 1 || options.stream().anyMatch(option -> !option.equals("--json"))) {
            err.println(USAGE);
            return 2;
        }
        var file = Path.of(files.getFirst());
        try {
            var readings = read(file);
            if (options.contains("--json")) {
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(readings));
            } else {
                readings.forEach(this::print);
            }
            return readings.stream().anyMatch(Reading::fails) ? 1 : 0;
        } catch (UsageException | JsonProcessingException e) {
            err.println("broadsheet lint: " + e.getMessage());
        } catch (IOException e) {
            err.println("broadsheet lint: " + file + " cannot be read: " + e.getMessage());
        }
        return 2;
    }

    private static final class UsageException extends RuntimeException {
        UsageException(String message) {
            super(message);
        }
    }

    private List<Reading> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no file " + file + ".\n" + USAGE);
        }
        var bytes = Files.readAllBytes(file);
        var name = file.toString();
        if (name.toLowerCase(Locale.ROOT).endsWith(".eml")) {
            return List.of(new Reading(name, linter.lint(Mail.parse(bytes)), List.of()));
        }
        var content = new String(bytes, StandardCharsets.UTF_8);
        if (templates(file).isPresent() && (QUTE.matcher(content).find() || isTag(file))) {
            return template(file, templates(file).get());
        }
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.x?html?")) {
            throw new UsageException(file + " is neither .html nor .eml, nor a template in a folder named mail.\n" + USAGE);
        }
        return List.of(new Reading(name, linter.lint(Mail.of(content)), List.of()));
    }

    /** The folder above {@code mail}, if the file lies where templates of mails do. */
    private static Optional<Path> templates(Path file) {
        var folder = file.toAbsolutePath().normalize().getParent();
        var mail = folder != null && isTag(file) ? folder.getParent() : folder;
        return mail != null && mail.getFileName() != null && mail.getFileName().toString().equals("mail") ? Optional.ofNullable(mail.getParent()) : Optional.empty();
    }

    private static boolean isTag(Path file) {
        var folder = file.toAbsolutePath().normalize().getParent();
        return folder != null && folder.getFileName() != null && folder.getFileName().toString().equals("tags");
    }

    private List<Reading> template(Path file, Path root) {
        if (!isTag(file) && !file.getFileName().toString().startsWith("digest.")) {
            throw new UsageException(file + " is the template of a one-off mail; those are tried when the service starts. This command renders digest.html, digest.txt and tags.");
        }
        var templates = new MailTemplates(Optional.of(root), Clock.systemUTC());
        var renderer = new DigestRenderer(templates);
        var refused = templates.problems();
        if (!refused.isEmpty()) {
            return List.of(new Reading(file.toString(), linter.lint(Mail.of("")).without(Rule.values()), refused));
        }
        List<Reading> readings = new ArrayList<>();
        SampleDigest.all().forEach((name, digest) -> readings.add(new Reading(file + " (" + name + ")", sample(renderer.render(digest), digest), List.of())));
        return readings;
    }

    private LintReport sample(DigestRenderer.Rendered rendered, Digest digest) {
        var footer = digest.footer();
        var promised = new Promised(filled(footer.unsubscribeUrl()), filled(footer.webUrl()), footer.postalAddress());
        return linter.lint(Mail.of(filled(rendered.html()), filled(rendered.text())).promising(promised)).without(Rule.LINK_PLACEHOLDER);
    }

    private static String filled(String rendered) {
        return rendered.replace(Slot.TOKEN.mark(), SAMPLE_TOKEN).replace(Slot.SINCE.mark(), SAMPLE_DAY);
    }

    private void print(Reading reading) {
        reading.refused().forEach(problem -> out.println(problem.file() + ":" + problem.line() + ":" + problem.column() + ": error template: " + problem.reason()));
        reading.report().findings().forEach(finding -> out.println(line(reading.name(), finding)));
        var report = reading.report();
        out.printf(Locale.ROOT, "%s: %d error%s, %d warning%s, %d note%s%s%n", reading.name(), report.errors() + reading.refused().size(),
                report.errors() + reading.refused().size() == 1 ? "" : "s", report.warnings(), report.warnings() == 1 ? "" : "s", report.notes(), report.notes() == 1 ? "" : "s",
                report.bytes() > 0 ? ", " + report.bytes() + " bytes of HTML" : "");
    }

    static String line(String file, Finding finding) {
        var place = finding.place();
        var where = switch (place.part()) {
            case HTML -> "";
            case TEXT -> " [text part]";
            case MESSAGE -> " [message]";
        };
        var clients = finding.clients().stream().limit(CLIENTS_NAMED).map(Object::toString).collect(Collectors.joining(", "))
                + (finding.clients().size() > CLIENTS_NAMED ? " and " + (finding.clients().size() - CLIENTS_NAMED) + " more" : "");
        return file + ":" + place.line() + ":" + place.column() + ": " + finding.verdict().name().toLowerCase(Locale.ROOT) + " " + finding.check() + where + ": " + finding.message()
                + (finding.times() > 1 ? " (" + finding.times() + " places)" : "") + (clients.isEmpty() ? "" : " (" + clients + ")")
                + (finding.verdict() == Verdict.NOTE ? "" : " " + finding.remedy());
    }
}
