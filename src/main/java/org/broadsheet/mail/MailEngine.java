package org.broadsheet.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.IncludeSectionHelper;
import io.quarkus.qute.InsertSectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.SetSectionHelper;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;

/**
 * One consistent set of mail templates. It has no namespaces (no settings, no beans), no way to evaluate text, no way round the escaping,
 * few sections, and bounds on time, memory and output (F9). What is rendered has passed {@link MailMarkup}.
 */
final class MailEngine {

    static final String TAGS = "tags/";
    static final String HTML = ".html";
    private static final Set<String> RESERVED = Set.of("if", "else", "for", "each", "let", "set", "include", "insert", "fragment",
            "eval", "cache", "capture", "when", "switch", "is", "case", "in", "with");

    /** Qute's messages begin with the place, which the problem names already. */
    private static final Pattern PLACE = Pattern.compile("^(Rendering|Parser) error( in template \\[[^]]*])?: ");

    private final Engine engine;
    private final MailSheets sheets;

    /**
     * @param sources all templates, tags and style sheets, by name; a file {@code tags/x.html} becomes the tag {@code {#x /}}
     * @throws MailTemplateException naming the first that cannot be parsed
     */
    MailEngine(Map<String, String> sources) {
        var builder = Engine.builder().strictRendering(true).removeStandaloneLines(true)
                .addValueResolvers(ValueResolvers.mapResolver(), ValueResolvers.mapperResolver(), ValueResolvers.collectionResolver())
                .addValueResolvers(ValueResolvers.listResolver(), ValueResolvers.thisResolver(), ValueResolvers.equalsResolver())
                .addValueResolvers(ValueResolvers.logicalAndResolver(), ValueResolvers.logicalOrResolver(), ValueResolvers.orResolver())
                .addValueResolvers(ValueResolvers.trueResolver(), new ModelResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)));
        for (var section : List.of(new LoopSection.Factory(), new IfSectionHelper.Factory(), new SetSectionHelper.Factory(),
                new IncludeSectionHelper.Factory(), new InsertSectionHelper.Factory())) {
            add(builder, section);
        }
        sources.keySet().stream().filter(MailEngine::isTag)
                .forEach(name -> add(builder, new UserTagSectionHelper.Factory(tag(name), name)));
        this.engine = builder.build();
        this.sheets = new MailSheets(sources);
        sources.forEach(this::parse);
    }

    private static void add(EngineBuilder builder, SectionHelperFactory<?> section) {
        builder.addSectionHelper(new BudgetedSection.Factory(section));
    }

    private static boolean isTag(String name) {
        return name.startsWith(TAGS) && name.endsWith(HTML);
    }

    private static String tag(String name) {
        var tag = name.substring(TAGS.length(), name.length() - HTML.length());
        if (RESERVED.contains(tag.toLowerCase(Locale.ROOT))) {
            throw new MailTemplateException(new TemplateProblem(name, 0, 0, "a tag may not be called " + tag
                    + ", which is a section of the template language"), null);
        }
        return tag;
    }

    private void parse(String name, String source) {
        if (name.endsWith(MailSheets.CSS)) {
            sheets.check(name, source);
            return;
        }
        try {
            MailMarkup.check(name, source);
            var type = name.endsWith(HTML) ? Variant.TEXT_HTML : Variant.TEXT_PLAIN;
            // the line feed that ends a file is no part of a tag, which may stand within a sentence
            var content = isTag(name) ? source.stripTrailing() : source;
            engine.putTemplate(name, engine.parse(content, Variant.forContentType(type), name));
        } catch (TemplateException e) {
            throw explained(name, e);
        }
    }

    /**
     * Renders in the calling thread.
     *
     * @throws MailTemplateException if it fails, takes too long or grows too large
     */
    String render(String name, Object model) {
        var output = output(name, model);
        return name.endsWith(HTML) ? MailMarkup.finished(sheets.applied(name, output)) : output.strip() + "\n";
    }

    /** As {@link #render}, and as strict with style sheets. */
    String tryOut(String name, Object model) {
        var output = output(name, model);
        return name.endsWith(HTML) ? MailMarkup.finished(sheets.tried(name, output)) : output.strip() + "\n";
    }

    private String output(String name, Object model) {
        var template = engine.getTemplate(name);
        if (template == null) {
            throw new MailTemplateException(new TemplateProblem(name, 0, 0, "there is no such template"), null);
        }
        var budget = new RenderBudget();
        var output = new StringBuilder(64_000);
        try {
            done(name, template.instance().setAttribute(RenderBudget.attribute(), budget).data("it", model).consume(part -> {
                budget.write(part);
                output.append(part);
            }));
        } catch (RuntimeException e) {
            throw explained(name, e);
        }
        return output.toString();
    }

    /** Nothing in these templates is asynchronous: what is not done by now never will be. */
    private static void done(String name, CompletionStage<Void> rendering) {
        var future = rendering.toCompletableFuture();
        if (!future.isDone()) {
            throw new TemplateException(name + " was not rendered to its end");
        }
        future.join();
    }

    private static MailTemplateException explained(String name, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MailTemplateException known) {
                return known;
            }
            if (cause instanceof TemplateException known && known.getOrigin() != null) {
                var origin = known.getOrigin();
                return new MailTemplateException(new TemplateProblem(origin.getTemplateId(), Math.max(origin.getLine(), 0),
                        Math.max(origin.getLineCharacterStart(), 0), firstLine(known)), failure);
            }
        }
        var reason = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return new MailTemplateException(new TemplateProblem(name, 0, 0, firstLine(reason)), failure);
    }

    private static String firstLine(Throwable failure) {
        var message = String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.getClass().getSimpleName());
        return PLACE.matcher(message).replaceFirst("");
    }
}
