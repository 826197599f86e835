package org.broadsheet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Postfix' load tools: smtp-sink takes and drops all mail, smtp-source makes it. */
public final class PostfixTools {

    private static final String SCRIPT = "src/bench/postfix.sh";

    private final Path folder;
    private final String libraries;

    private PostfixTools(Path folder, String libraries) {
        this.folder = folder;
        this.libraries = libraries;
    }

    /** Finds them, or fetches them into the user's cache. */
    public static PostfixTools find() throws IOException, InterruptedException {
        Process script = new ProcessBuilder("sh", SCRIPT).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        if (script.waitFor() != 0 || lines.isEmpty()) {
            throw new IllegalStateException(SCRIPT + " found no smtp-sink");
        }
        return new PostfixTools(Path.of(lines.getFirst()), lines.size() > 1 ? lines.get(1) : "");
    }

    /** Starts a sink on a free port of loopback; close it. */
    public Sink startSink() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        boolean root = System.getProperty("user.name").equals("root"); // whom it demands to become someone else
        Process process = (root ? command("smtp-sink", "-u", "nobody", "127.0.0.1:" + port, "1000") : command("smtp-sink", "127.0.0.1:" + port, "1000"))
                .inheritIO().start();
        for (int i = 0; i < 100; i++) {
            if (accepts(port)) {
                return new Sink(process, port);
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new IllegalStateException("smtp-sink does not start");
    }

    /**
     * Lets smtp-source send over reused connections.
     *
     * @return messages per second
     */
    public double source(Sink sink, int messages, int bytes, int connections) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = command("smtp-source", "-d", "-l", String.valueOf(bytes), "-m", String.valueOf(messages), "-s", String.valueOf(connections),
                "-f", "bounce@example.org", "-t", "reader@example.net", "-M", "bench.example.org", "127.0.0.1:" + sink.port()).inheritIO().start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("smtp-source failed");
        }
        return messages * 1e9 / (System.nanoTime() - start);
    }

    private ProcessBuilder command(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(folder.resolve(tool).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!libraries.isEmpty()) {
            builder.environment().put("LD_LIBRARY_PATH", libraries);
        }
        return builder;
    }

    private static boolean accepts(int port) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A running sink. */
    public record Sink(Process process, int port) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
        }
    }
}
