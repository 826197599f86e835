package org.broadsheet.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jboss.logging.Logger;

import io.quarkus.qute.TemplateException;

/**
 * The templates of mails, on an engine of their own that knows nothing but the values a mail is made of (F9). Files in the operator's folder
 * take the place of packaged ones; a change is seen within two seconds, tried on samples as a whole, and taken over or refused as a whole,
 * so that the last good state stays.
 */
public final class MailTemplates {

    private static final Logger LOG = Logger.getLogger(MailTemplates.class);
    private static final String ROOT = "templates/mail/";
    private static final long LOOK_EVERY_NANOS = 1_500_000_000L;
    private static final List<String> TAGS = List.of("head", "masthead", "sectionHead", "lead", "story", "pair", "meta", "others", "rule", "letter");
    private static final List<String> TEMPLATES = List.of("digest.html", "digest.txt", "confirm.html", "confirm.txt", "already-subscribed.html",
            "already-subscribed.txt", "welcome.html", "welcome.txt");

    private final Optional<Path> overrides;
    private final Map<String, Object> samples = new LinkedHashMap<>();
    private volatile MailEngine engine;
    private volatile Map<String, Long> seen = Map.of();
    private volatile List<String> problems = List.of();
    private long lookedAt = System.nanoTime();

    /** @param overrides the operator's folder, where there is one */
    public MailTemplates(Optional<Path> overrides) {
        this.overrides = overrides;
        this.engine = new MailEngine(packaged());
        TEMPLATES.stream().filter(name -> !name.startsWith("digest.")).forEach(name -> sample(name, Letter.sample()));
    }

    /**
     * A model that every new version of this template is tried on before it is taken over.
     *
     * @throws TemplateException if the packaged template fails on it: the service must not start then
     */
    public synchronized void sample(String template, Object model) {
        new MailEngine(packaged()).render(template, model);
        samples.put(template, model);
        if (overrides.isPresent()) {
            seen = Map.of();
            look();
        }
    }

    /**
     * Renders a template.
     *
     * @param template for instance {@code digest.html}
     * @param model    its one value, {@code it}
     */
    public String render(String template, Object model) {
        lookNowAndThen();
        return engine.render(template, model);
    }

    /** Why operators' files are not in use, with file, line and reason. */
    public List<String> problems() {
        lookNowAndThen();
        return problems;
    }

    private void lookNowAndThen() {
        if (overrides.isPresent() && System.nanoTime() - lookedAt > LOOK_EVERY_NANOS) {
            look();
        }
    }

    private synchronized void look() {
        lookedAt = System.nanoTime();
        try {
            var stamps = stamps();
            if (!stamps.equals(seen)) {
                seen = stamps;
                take(packagedAndOverridden());
            }
        } catch (IOException problem) {
            refuse(List.of("The folder " + overrides.get() + " cannot be read: " + problem.getMessage()));
        }
    }

    private void take(Map<String, String> sources) {
        MailEngine fresh;
        try {
            fresh = new MailEngine(sources);
            for (var sample : samples.entrySet()) {
                fresh.render(sample.getKey(), sample.getValue());
            }
        } catch (TemplateException problem) {
            refuse(List.of(explained(problem)));
            return;
        }
        engine = fresh;
        problems = List.of();
        LOG.infof("Mail templates: %d files of the operator's are in use", seen.size());
    }

    private void refuse(List<String> reasons) {
        problems = reasons;
        LOG.warnf("Mail templates were refused, the last good ones stay: %s", String.join("; ", reasons));
    }

    private String explained(TemplateException problem) {
        var origin = problem.getOrigin();
        var place = origin == null ? "" : origin.getTemplateId() + ", line " + origin.getLine() + ", column " + origin.getLineCharacterStart() + ": ";
        return place + String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }

    private Map<String, Long> stamps() throws IOException {
        var stamps = new TreeMap<String, Long>();
        for (var name : names()) {
            var file = overrides.orElseThrow().resolve("mail").resolve(name);
            if (Files.exists(file)) {
                stamps.put(name, Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file));
            }
        }
        return stamps;
    }

    private Map<String, String> packagedAndOverridden() throws IOException {
        var sources = packaged();
        for (var name : seen.keySet()) {
            sources.put(name, Files.readString(overrides.orElseThrow().resolve("mail").resolve(name)));
        }
        return sources;
    }

    private static Map<String, String> packaged() {
        var sources = new LinkedHashMap<String, String>();
        for (var name : names()) {
            sources.put(name, packaged(name));
        }
        return sources;
    }

    private static String packaged(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("The template " + ROOT + name + " is missing from the package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new IllegalStateException("The template " + ROOT + name + " cannot be read", problem);
        }
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        TAGS.forEach(tag -> names.add("tags/" + tag + ".html"));
        names.addAll(TEMPLATES);
        return names;
    }
}
