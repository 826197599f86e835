package org.broadsheet.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;

/**
 * The templates of mails, on an engine of their own that knows nothing but the values a mail is made of (F9). Files in the operator's
 * folder
 * ({@code <folder>/mail/digest.html}, {@code <folder>/mail/tags/story.html}, {@code <folder>/mail/themes/letter.css}, …) take the place of packaged ones,
 * file by file, and new files in {@code tags/} become new tags. A change is seen within two seconds; the whole set is tried on samples before it is taken over.
 * A file that does not pass stays as it was when it last did, and {@link #problems()} says why.
 */
public final class MailTemplates {

    private static final Logger LOG = Logger.getLogger(MailTemplates.class);
    private static final String ROOT = "templates/mail/";
    private static final String INDEX = "files.txt";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Optional<TemplateFolder> folder;
    private final Clock clock;
    private final Map<String, String> packaged = packagedFiles();
    private final MailEngine packagedEngine = new MailEngine(packaged);
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private final ReentrantLock looking = new ReentrantLock();
    private final Set<String> failedInUse = new HashSet<>();
    private volatile InUse inUse = new InUse(Map.of(), packagedEngine);
    private volatile List<TemplateProblem> problems = List.of();
    private volatile Instant looked = Instant.MIN;

    private record Sample(String template, Object model, UnaryOperator<String> check) {

        /** @throws MailTemplateException if it cannot be rendered, or must not be sent like this */
        void tryOn(MailEngine engine) {
            var refusal = check.apply(engine.tryOut(template, model));
            if (!refusal.isEmpty()) {
                throw new MailTemplateException(new TemplateProblem(template, 0, 0, refusal), null);
            }
        }
    }

    /** The operator's files that passed, and the engine made of them and of the packaged ones. */
    private record InUse(Map<String, String> files, MailEngine engine) {
    }

    /** @param overrides the operator's folder, where there is one */
    public MailTemplates(Optional<Path> overrides, Clock clock) {
        this.folder = overrides.map(TemplateFolder::new);
        this.clock = clock;
        packaged.keySet().stream().filter(name -> name.startsWith("confirm.") || name.startsWith("already-") || name.startsWith("welcome.") || name.startsWith("draft."))
                .forEach(name -> Letter.samples().forEach(letter -> sample(name, letter, text -> text.contains(letter.buttonUrl()) ? ""
                        : "the link of the button is missing")));
    }

    /**
     * A model that every version of this template is tried on before it is taken over.
     *
     * @throws MailTemplateException if it is the first for this template, and the packaged one fails on it: the service must not start then
     */
    public void sample(String template, Object model) {
        sample(template, model, rendered -> "");
    }

    /**
     * Likewise, with a look at what was rendered.
     *
     * @param check says why a mail must not look like this; "" if it may
     */
    public void sample(String template, Object model, UnaryOperator<String> check) {
        var sample = new Sample(template, model, check);
        if (samples.stream().noneMatch(earlier -> earlier.template.equals(template))) {
            sample.tryOn(packagedEngine); // on the others the packaged ones were tried when they were built, and a start should be quick
        }
        samples.add(sample);
        looked = Instant.MIN;
        inUse = new InUse(Map.of(), packagedEngine); // what was in use has not been tried on this sample
    }

    /**
     * Tries the packaged templates on all samples, which a start does not.
     *
     * @throws MailTemplateException if one fails
     */
    public void tryPackaged() {
        samples.forEach(sample -> sample.tryOn(packagedEngine));
    }

    /**
     * Renders a template. Should the operator's version fail on this model although it passed on the samples, the packaged one is used, and
     * {@link #problems()} tells.
     *
     * @param template for instance {@code digest.html}
     * @param model    its one value, {@code it}
     * @throws MailTemplateException if the packaged template fails
     */
    public String render(String template, Object model) {
        lookNowAndThen();
        var current = inUse;
        try {
            return current.engine.render(template, model);
        } catch (MailTemplateException e) {
            if (current.files.isEmpty()) {
                throw e;
            }
            note(e.problem());
            return packagedEngine.render(template, model);
        }
    }

    /** Why operators' files are not in use, with file, line and reason; empty if all is well. */
    public List<TemplateProblem> problems() {
        lookNowAndThen();
        return problems;
    }

    private void lookNowAndThen() {
        var first = looked == Instant.MIN;
        if (folder.isEmpty() || !first && Duration.between(looked, clock.instant()).abs().compareTo(LOOK_EVERY) < 0) {
            return;
        }
        if (first) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return; // another thread is at it; what is in use is good
        }
        try {
            if (looked == Instant.MIN || folder.get().changed()) {
                take(folder.get().content());
            }
            looked = clock.instant();
        } finally {
            looking.unlock();
        }
    }

    /** Takes over what passes; of what does not, the version that last did. */
    private void take(TemplateFolder.Content content) {
        var good = inUse.files;
        var wanted = new TreeMap<>(content.files());
        content.problems().stream().map(TemplateProblem::file).filter(good::containsKey).forEach(file -> wanted.put(file, good.get(file)));
        var refused = new ArrayList<>(content.problems());
        Optional<MailEngine> engine = Optional.empty();
        while (engine.isEmpty()) {
            try {
                engine = Optional.of(tried(wanted));
            } catch (MailTemplateException e) {
                refused.add(e.problem());
                withdraw(wanted, good, e.problem().file());
            }
        }
        failedInUse.clear();
        inUse = new InUse(Map.copyOf(wanted), engine.get());
        problems = List.copyOf(refused);
        LOG.infof("Mail templates: %d files of the operator's are in use", wanted.size());
        refused.forEach(problem -> LOG.warnf("Mail template refused, the last good one stays: %s", problem));
    }

    /** Puts back the file at fault; where it is not itself an edited one, every edited file, since any of them may have caused it. */
    private static void withdraw(Map<String, String> wanted, Map<String, String> good, String atFault) {
        var edited = wanted.entrySet().stream().filter(file -> !file.getValue().equals(good.get(file.getKey()))).map(Map.Entry::getKey)
                .toList();
        var back = edited.contains(atFault) ? List.of(atFault) : edited.isEmpty() ? List.copyOf(wanted.keySet()) : edited;
        for (var file : back) {
            if (good.containsKey(file) && !edited.isEmpty()) {
                wanted.put(file, good.get(file));
            } else {
                wanted.remove(file);
            }
        }
    }

    private MailEngine tried(Map<String, String> files) {
        if (files.isEmpty()) {
            return packagedEngine;
        }
        var sources = new TreeMap<>(packaged);
        sources.putAll(files);
        var engine = new MailEngine(sources);
        samples.forEach(sample -> sample.tryOn(engine));
        return engine;
    }

    private void note(TemplateProblem problem) {
        looking.lock();
        try {
            if (failedInUse.add(problem.toString())) {
                var more = new ArrayList<>(problems);
                more.add(problem);
                problems = List.copyOf(more);
                LOG.warnf("Mail template failed in use, the packaged one took its place: %s", problem);
            }
        } finally {
            looking.unlock();
        }
    }

    /** Folders on a class path cannot be listed reliably, so a file names their content. */
    private static Map<String, String> packagedFiles() {
        var files = new TreeMap<String, String>();
        packagedFile(INDEX).lines().filter(name -> !name.isBlank()).forEach(name -> files.put(name, packagedFile(name)));
        return files;
    }

    private static String packagedFile(String name) {
        try (InputStream in = MailTemplates.class.getClassLoader().getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("The template " + ROOT + name + " is missing from the package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The template " + ROOT + name + " cannot be read", e);
        }
    }
}
