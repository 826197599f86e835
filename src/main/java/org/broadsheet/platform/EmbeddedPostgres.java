package org.broadsheet.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of our own: durable (fsync and synchronous commit on), on loopback only, scram with a generated password.
 * A server that outlived a killed service is adopted, since it has lost nothing.
 */
public final class EmbeddedPostgres {

    private static final String USER = "broadsheet";

    private final PostgresBinaries binaries;
    private final Path cluster;
    private final String password;
    private final int port;

    private EmbeddedPostgres(PostgresBinaries binaries, Path cluster, String password, int port) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the server, or adopts the one that runs there.
     *
     * @param folder  holds the programs, the cluster and the password
     * @param options further server settings, as {@code name=value}
     * @throws IOException if it cannot be started; the message says what to do
     */
    public static EmbeddedPostgres startIn(Path folder, String... options) throws IOException {
        var home = Files.createDirectories(folder.toAbsolutePath());
        var binaries = PostgresBinaries.unpackedIn(home.resolve("programs"));
        var cluster = home.resolve("cluster");
        var password = passwordIn(home.resolve("password"));
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            run(cluster, binaries.program("initdb").toString(), "-D", cluster.toString(), "-U", USER, "-E", "UTF8", "--locale=C.UTF-8",
                    "--auth=scram-sha-256", "--pwfile=" + home.resolve("password"));
        }
        var running = runningPort(cluster);
        if (running.isPresent()) {
            return new EmbeddedPostgres(binaries, cluster, password, running.getAsInt());
        }
        var port = freePort();
        run(cluster, startCommand(binaries, cluster, port, options));
        return new EmbeddedPostgres(binaries, cluster, password, port);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?ApplicationName=broadsheet";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Ends all sessions and stops the server; returns when it is down. */
    public void stop() throws IOException {
        run(cluster, binaries.program("pg_ctl").toString(), "-D", cluster.toString(), "-m", "fast", "-w", "stop");
    }

    private static String[] startCommand(PostgresBinaries binaries, Path cluster, int port, String... options) {
        var server = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=100"
                + " -c shared_buffers=256MB -c wal_compression=on -c max_wal_size=2GB -c logging_collector=off");
        for (var option : options) {
            server.append(" -c ").append(option);
        }
        return new String[] {binaries.program("pg_ctl").toString(), "-D", cluster.toString(), "-l", cluster.resolve("server.log").toString(),
                "-w", "-t", "60", "-o", server.toString(), "start"};
    }

    /** The port of the live server on this cluster: line 4 of postmaster.pid, if its process (line 1) lives and somebody listens. */
    private static OptionalInt runningPort(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return OptionalInt.empty();
        }
        var lines = Files.readAllLines(pidFile);
        var alive = lines.size() > 3 && ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).isPresent();
        if (alive && listening(Integer.parseInt(lines.get(3).strip()))) {
            return OptionalInt.of(Integer.parseInt(lines.get(3).strip()));
        }
        return OptionalInt.empty();
    }

    private static boolean listening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String passwordIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    private static void run(Path cluster, String... command) throws IOException {
        var log = Files.createTempFile("broadsheet-postgres", ".log");
        try {
            var process = new ProcessBuilder(unprivileged(command)).redirectErrorStream(true).redirectOutput(log.toFile())
                    .directory(cluster.getParent().toFile()).start();
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("The embedded PostgreSQL failed at " + Path.of(command[0]).getFileName() + ": "
                        + Files.readString(log).strip() + serverLog(cluster));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the embedded PostgreSQL", interrupted);
        } finally {
            Files.delete(log);
        }
    }

    private static String serverLog(Path cluster) throws IOException {
        var file = cluster.resolve("server.log");
        if (!Files.exists(file)) {
            return "";
        }
        var lines = Files.readAllLines(file);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    /** PostgreSQL refuses to run as root; in a user namespace without a mapping it is nobody, but may write our files. */
    private static List<String> unprivileged(String... command) {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(List.of(command));
        return whole;
    }
}
