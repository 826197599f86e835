package org.broadsheet.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Starts a newspaper on this machine: sources, a relay with an inbox, the service, and an edition. Ctrl-C stops all of it. */
public final class Demo {

    private static final Duration UNTIL_READY = Duration.ofSeconds(120);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int MAILS_KEPT = 200;
    /** Notices that come out at the start, and again once the first edition has taken them. */
    private static final int AT_ONCE = 2;
    private static final Duration BETWEEN_NOTICES = Duration.ofMinutes(3);

    private final DemoSettings settings;
    private final DemoFolder folder;
    private final Clock clock;
    private final Instant begun;
    private volatile boolean stopping;

    private Demo(DemoSettings settings, DemoFolder folder, Clock clock) {
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** @param args the service's jar */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 1 || !Files.isRegularFile(Path.of(args[0]))) {
            System.err.println("broadsheet demo: needs the service's jar as its argument; ./broadsheet demo builds it");
            System.exit(2);
        }
        try {
            var settings = DemoSettings.of(System.getenv());
            new Demo(settings, DemoFolder.open(settings.folder()), Clock.systemUTC()).run(Path.of(args[0]));
        } catch (DemoException | IOException problem) {
            System.err.println("broadsheet demo: " + problem.getMessage());
            System.exit(1);
        }
    }

    private void run(Path jar) throws DemoException, IOException, InterruptedException {
        ServiceProcess.stopForgotten(folder);
        var notices = new Notices(folder.countStart(), clock);
        notices.publish(AT_ONCE);
        var sources = startSources(notices);
        var sink = Ports.bound(settings.smtpPort(), "BROADSHEET_DEMO_SMTP_PORT", port -> MailSink.start(port, MAILS_KEPT, clock));
        Ports.bound(settings.inboxPort(), "BROADSHEET_DEMO_INBOX_PORT",
                port -> InboxPage.start(new InetSocketAddress(settings.host(), port), sink));
        Ports.requireFree(settings.host(), settings.port(), "BROADSHEET_DEMO_PORT");
        System.out.println("Starting Broadsheet ...");
        var service = ServiceProcess.start(jar, settings, folder, sink.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        Thread.ofPlatform().daemon().name("service-watch").start(() -> watch(service));
        var api = new AdminApi(settings.serviceUrl(), folder.adminToken());
        awaitReady(api);
        var newspaper = new Newspaper(api, sources.base());
        var outcome = new FirstEdition(newspaper, sink, clock).send();
        Thread.ofVirtual().name("news").start(() -> keepNewsComing(notices, newspaper));
        System.out.println(new Welcome(settings, folder, sources.base()).text(outcome, Duration.between(begun, clock.instant())));
        service.waitFor();
        Thread.currentThread().join(); // the watch ends the program
    }

    private SampleSources startSources(Notices notices) throws DemoException, IOException {
        var articles = SampleArticles.before(folder.opened(begun));
        var port = settings.sourcesPort().isPresent() ? settings.sourcesPort() : folder.sourcesPort();
        var sources = Ports.bound(port.orElse(Ports.freeOrAny(DemoSettings.SOURCES_PORT)), "BROADSHEET_DEMO_SOURCES_PORT",
                chosen -> SampleSources.start(chosen, articles, notices));
        folder.sourcesPort(sources.port());
        return sources;
    }

    private void awaitReady(AdminApi api) throws DemoException, InterruptedException {
        var deadline = begun.plus(UNTIL_READY);
        while (!api.ready()) {
            if (clock.instant().isAfter(deadline)) {
                throw new DemoException("the service was not ready after " + UNTIL_READY.toSeconds() + " s; its log is " + folder.log());
            }
            Thread.sleep(GLANCE);
        }
    }

    /** Whoever asks for another edition shall get one. */
    private void keepNewsComing(Notices notices, Newspaper newspaper) {
        try {
            notices.publish(AT_ONCE);
            newspaper.readSources();
            while (!stopping) {
                Thread.sleep(BETWEEN_NOTICES);
                notices.publish(1);
                newspaper.readSources();
            }
        } catch (DemoException | IOException | InterruptedException problem) {
            if (!stopping) {
                System.err.println("demo: no more news comes in: " + problem.getMessage());
            }
        }
    }

    /** The relay stays up until the service has ended, so that what it is handing over arrives. */
    private void stop(ServiceProcess service) {
        stopping = true;
        if (service.alive()) {
            System.out.println("\nStopping ...");
            service.stop();
        }
    }

    private void watch(ServiceProcess service) {
        try {
            var status = service.waitFor();
            Thread.sleep(500); // Ctrl-C reaches the service and us at the same time; we may be the slower
            if (!stopping) {
                System.err.println("The service ended by itself, with status " + status + ". The last lines of " + folder.log() + ":\n\n" + service.lastWords());
                System.exit(1);
            }
        } catch (IOException | InterruptedException problem) {
            System.err.println("broadsheet demo: " + problem);
            System.exit(1);
        }
    }
}
