package org.broadsheet.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What must stand before the application starts: settings that forbid a start, the locked data folder, the embedded database. */
public final class Ground implements AutoCloseable {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final int SHORTEST_TOKEN = 32;

    private static DataFolder folder;

    private final Optional<EmbeddedPostgres> postgres;

    private Ground(Optional<EmbeddedPostgres> postgres) {
        this.postgres = postgres;
    }

    /**
     * Prepares the ground; the URL of the embedded database is handed over as a system property, since config sources also run while packaging.
     *
     * @throws IOException with a message for the operator
     */
    public static Ground prepare(Path workingDirectory) throws IOException {
        var config = earlyConfig(workingDirectory);
        refuseShortToken(config);
        folder = DataFolder.open(Path.of(config.getOptionalValue("broadsheet.data-dir", String.class).orElse("data")));
        if (config.getOptionalValue(JDBC_URL, String.class).isPresent()) {
            return new Ground(Optional.empty());
        }
        var postgres = EmbeddedPostgres.startIn(folder.path().resolve("postgres"));
        handOver(postgres);
        return new Ground(Optional.of(postgres));
    }

    /** Points the application at this server. */
    public static void handOver(EmbeddedPostgres postgres) {
        System.setProperty(JDBC_URL, postgres.jdbcUrl());
        System.setProperty("quarkus.datasource.username", postgres.user());
        System.setProperty("quarkus.datasource.password", postgres.password());
    }

    /** The data folder that {@link #prepare} opened; empty in tests, which have none. */
    static Optional<DataFolder> folder() {
        return Optional.ofNullable(folder);
    }

    @Override
    public void close() {
        postgres.ifPresent(server -> {
            try {
                server.stop();
            } catch (IOException problem) {
                System.err.println("The embedded PostgreSQL did not stop: " + problem.getMessage());
            }
        });
    }

    private static void refuseShortToken(SmallRyeConfig config) throws IOException {
        var token = config.getOptionalValue("broadsheet.admin-token", String.class);
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new IOException("broadsheet.admin-token has " + token.get().length() + " characters; it needs at least " + SHORTEST_TOKEN);
        }
    }

    private static SmallRyeConfig earlyConfig(Path workingDirectory) throws IOException {
        var builder = new SmallRyeConfigBuilder().addDefaultInterceptors().addDefaultSources();
        var file = workingDirectory.resolve("config/application.properties");
        if (Files.exists(file)) {
            builder.withSources(new PropertiesConfigSource(file.toUri().toURL(), 260));
        }
        return builder.build();
    }
}
