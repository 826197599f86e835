package org.broadsheet;

import java.io.IOException;
import java.nio.file.Path;

import org.broadsheet.platform.Ground;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the ground that the service stands on (data folder, database), then the service; stops them in the opposite order. */
@QuarkusMain
public class Broadsheet {

    private Broadsheet() {
    }

    public static void main(String... args) {
        try {
            var ground = Ground.prepare(Path.of("").toAbsolutePath());
            Quarkus.run(null, (exitCode, problem) -> end(ground, exitCode, problem), args);
        } catch (IOException problem) {
            System.err.println("Broadsheet cannot start: " + problem.getMessage());
            System.exit(1);
        }
    }

    private static void end(Ground ground, int exitCode, Throwable problem) {
        if (problem != null) {
            problem.printStackTrace();
        }
        ground.close();
        System.exit(exitCode);
    }
}
