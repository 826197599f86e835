package org.broadsheet.operator;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.platform.Keys;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** The bootstrap API token from the settings. */
@Singleton
public class AdminToken {

    private static final Logger LOG = Logger.getLogger(AdminToken.class);

    private final Optional<String> token;

    AdminToken(BroadsheetConfig config) {
        this.token = config.adminToken();
    }

    void tellHowToSet(@Observes StartupEvent start) {
        if (token.isEmpty()) {
            LOG.warn("No admin token: the API and /admin refuse everybody. Set BROADSHEET_ADMIN_TOKEN to at least 32 random characters,"
                    + " for instance the output of: openssl rand -hex 32");
        }
    }

    /** Compares in constant time. */
    public boolean matches(String presented) {
        return token.isPresent()
                && Keys.same(token.get().getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }
}
