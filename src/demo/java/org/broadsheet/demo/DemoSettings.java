package org.broadsheet.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be changed by environment variables.
 *
 * @param host        address that pages listen on: {@code QUARKUS_HTTP_HOST}, loopback unless set
 * @param port        of the service: {@code BROADSHEET_DEMO_PORT}, else {@code QUARKUS_HTTP_PORT}, else 8080
 * @param inboxPort   {@code BROADSHEET_DEMO_INBOX_PORT}, else 8025
 * @param sourcesPort {@code BROADSHEET_DEMO_SOURCES_PORT}; empty: that of the last start, else 8026, else any free one
 * @param smtpPort    {@code BROADSHEET_DEMO_SMTP_PORT}; 0, any free one, unless set
 * @param publicUrl   {@code BROADSHEET_PUBLIC_URL}, else localhost with the service's port
 * @param folder      {@code BROADSHEET_DEMO_DIR}, else {@code data/demo}
 * @param javaOptions of the service: {@code BROADSHEET_JAVA_OPTS}
 */
record DemoSettings(String host, int port, int inboxPort, Optional<Integer> sourcesPort, int smtpPort, String publicUrl, Path folder,
        List<String> javaOptions) {

    static final int SOURCES_PORT = 8026;

    static DemoSettings of(Map<String, String> environment) throws DemoException {
        var quarkusPort = port(environment, "QUARKUS_HTTP_PORT");
        var chosen = port(environment, "BROADSHEET_DEMO_PORT").or(() -> quarkusPort).orElse(8080);
        return new DemoSettings(
                value(environment, "QUARKUS_HTTP_HOST").orElse("127.0.0.1"),
                chosen,
                port(environment, "BROADSHEET_DEMO_INBOX_PORT").orElse(8025),
                port(environment, "BROADSHEET_DEMO_SOURCES_PORT"),
                port(environment, "BROADSHEET_DEMO_SMTP_PORT").orElse(0),
                value(environment, "BROADSHEET_PUBLIC_URL").map(url -> url.replaceAll("/+$", "")).orElse("http://localhost:" + chosen),
                Path.of(value(environment, "BROADSHEET_DEMO_DIR").orElse("data/demo")),
                value(environment, "BROADSHEET_JAVA_OPTS").map(options -> List.of(options.strip().split("\\s+"))).orElse(List.of("-Xmx256m")));
    }

    /** Where the demo itself reaches the service. */
    String serviceUrl() {
        return "http://" + (host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Where people find the inbox. */
    String inboxUrl() {
        return "http://localhost:" + inboxPort;
    }

    private static Optional<Integer> port(Map<String, String> environment, String name) throws DemoException {
        var value = value(environment, name);
        if (value.isPresent() && !(value.get().matches("\\d{1,5}") && Integer.parseInt(value.get()) < 65536)) {
            throw new DemoException(name + " is '" + value.get() + "', which is no port");
        }
        return value.map(Integer::valueOf);
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
