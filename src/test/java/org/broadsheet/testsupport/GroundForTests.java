package org.broadsheet.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.broadsheet.platform.EmbeddedPostgres;
import org.broadsheet.platform.Ground;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** One real PostgreSQL for the whole run, empty at its start, and a port for the relay. */
public class GroundForTests implements LauncherSessionListener {

    private static final Path FOLDER = Path.of("target/test-postgres");

    private EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            stopLeftover();
            delete(FOLDER.resolve("cluster"));
            delete(Path.of("target/test-data"));
            postgres = EmbeddedPostgres.startIn(FOLDER, "synchronous_commit=off");
            Ground.handOver(postgres);
            chooseRelayPort();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            postgres.stop();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Each test class starts its own relay there; the application has to know the port before. */
    private static void chooseRelayPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty("quarkus.mailer.host", "127.0.0.1");
            System.setProperty("quarkus.mailer.port", String.valueOf(socket.getLocalPort()));
        }
    }

    private static void stopLeftover() throws IOException {
        if (Files.exists(FOLDER.resolve("cluster/postmaster.pid"))) {
            EmbeddedPostgres.startIn(FOLDER).stop(); // adopts the server of a run that was killed
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
