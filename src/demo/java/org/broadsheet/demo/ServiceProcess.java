package org.broadsheet.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** The service as a process of its own, as in real life. Its log goes into a file; errors are shown, too. */
final class ServiceProcess {

    private static final Pattern ERROR = Pattern.compile("^\\S+ (?:ERROR|FATAL)\\b.*");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LAST_WORDS = 25;

    private final Process process;
    private final Path log;
    private final Thread reader;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.reader = Thread.ofPlatform().daemon().name("service-log").start(this::readOutput);
    }

    /** @param smtpPort where the demo's relay listens */
    static ServiceProcess start(Path jar, DemoSettings settings, DemoFolder folder, int smtpPort) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.javaOptions());
        command.add("-jar");
        command.add(jar.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Ours, less what would tie the demo to somebody's real database or relay.
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_DATASOURCE") || name.startsWith("QUARKUS_MAILER"));
        builder.environment().putAll(environment(settings, folder, smtpPort));
        var process = builder.start();
        process.getOutputStream().close();
        Files.writeString(folder.pidFile(), process.pid() + " " + startOf(process.toHandle()) + "\n");
        return new ServiceProcess(process, folder.log());
    }

    private static Map<String, String> environment(DemoSettings settings, DemoFolder folder, int smtpPort) throws IOException {
        return Map.of(
                "BROADSHEET_DATA_DIR", folder.path().toString(),
                "BROADSHEET_PUBLIC_URL", settings.publicUrl(),
                "BROADSHEET_ADMIN_TOKEN", folder.adminToken(),
                "BROADSHEET_FETCH_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128",
                "QUARKUS_HTTP_HOST", settings.host(),
                "QUARKUS_HTTP_PORT", String.valueOf(settings.port()),
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", String.valueOf(smtpPort));
    }

    /** A demo that was killed leaves its service behind; process id and time of start tell that it is the one. */
    static void stopForgotten(DemoFolder folder) throws IOException, DemoException {
        if (!Files.exists(folder.pidFile())) {
            return;
        }
        var known = Files.readString(folder.pidFile()).strip().split(" ");
        var forgotten = ProcessHandle.of(Long.parseLong(known[0])).filter(ProcessHandle::isAlive).filter(handle -> known[1].equals(startOf(handle)));
        if (forgotten.isPresent()) {
            System.out.println("Stopping the service of an earlier demo (process " + forgotten.get().pid() + ") ...");
            end(forgotten.get());
        }
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Object::toString).orElse("unknown");
    }

    private static void end(ProcessHandle handle) throws DemoException {
        handle.destroy();
        try {
            handle.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            handle.destroyForcibly();
        } catch (InterruptedException | ExecutionException problem) {
            throw new DemoException("the service of an earlier demo could not be stopped: " + problem, problem);
        }
    }

    private void readOutput() {
        try (var output = process.inputReader(StandardCharsets.UTF_8); var file = Files.newBufferedWriter(log)) {
            copy(output.lines().iterator(), file);
        } catch (IOException | UncheckedIOException problem) {
            if (process.isAlive()) {
                System.err.println("demo: the service's log cannot be kept: " + problem.getMessage());
            }
        }
    }

    private static void copy(Iterator<String> lines, BufferedWriter file) throws IOException {
        while (lines.hasNext()) {
            var line = lines.next();
            file.write(line);
            file.newLine();
            file.flush();
            if (ERROR.matcher(line).matches()) {
                System.out.println("  service: " + line);
            }
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits for the end of the process. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** The end of the log, once the process is dead. */
    String lastWords() throws IOException, InterruptedException {
        reader.join(Duration.ofSeconds(5));
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }

    /** Asks the process to end, gives it time to hand over what it is sending, and only then ends it. */
    void stop() {
        process.toHandle().destroy(); // Process.destroy would close the pipe of the log, too, and hide how the service ends
        try {
            if (!process.waitFor(PATIENCE)) {
                System.out.println("The service did not stop within " + PATIENCE.toSeconds() + " s and was killed.");
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException impatience) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
