package org.broadsheet.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings that more than one room needs. */
@ConfigMapping(prefix = "broadsheet")
public interface BroadsheetConfig {

    /** Where this node keeps what is its own: the embedded database, the journal of copies in flight, a cache of pictures. */
    @WithDefault("data")
    Path dataDir();

    /** How the world reaches this service; all links in mails begin with it. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Mail templates here override the packaged ones, file by file. */
    Optional<Path> templatesDir();

    /** The first API token, at least 32 characters; without it the API answers 401. */
    Optional<String> adminToken();

    /** Proxies (CIDRs) whose forwarded client address is believed. */
    Optional<List<String>> trustedProxies();

    Fetch fetch();

    interface Fetch {
        /** CIDRs that sources and pictures may be fetched from although they are private. */
        Optional<List<String>> allowedNetworks();

        /** CIDRs that nothing is fetched from although they are public, such as this service's own address behind a translator. */
        Optional<List<String>> deniedNetworks();

        /** Ports that may be fetched from on the public internet; on allowed networks all may. */
        @WithDefault("80,443")
        Set<Integer> ports();

        /** How often to look for sources whose time has come; {@code off}: never, then they are read on request only. */
        @WithDefault("10s")
        String every();
    }

    /** The public URL without a slash at its end. */
    default String publicBase() {
        var url = publicUrl().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
