package org.broadsheet.mail;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.IncludeSectionHelper;
import io.quarkus.qute.InsertSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.SetSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;

/** One consistent set of mail templates. It has no namespaces (no settings, no beans), few sections, and bounds on time and output (F9). */
final class MailEngine {

    private static final int LARGEST_OUTPUT = 1_000_000;
    private static final long LONGEST_RENDER_MILLIS = 2_000;
    private static final long LARGEST_LITERAL = 1_000;
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().name("mail-templates-", 0).daemon().factory());

    private final Engine engine;

    /** @param sources all templates and tags, by name */
    MailEngine(Map<String, String> sources) {
        var builder = Engine.builder()
                .addSectionHelper(new LoopSectionHelper.Factory()).addSectionHelper(new IfSectionHelper.Factory())
                .addSectionHelper(new SetSectionHelper.Factory()).addSectionHelper(new IncludeSectionHelper.Factory())
                .addSectionHelper(new InsertSectionHelper.Factory())
                .addValueResolvers(ValueResolvers.mapResolver(), ValueResolvers.mapperResolver(), ValueResolvers.collectionResolver(), ValueResolvers.listResolver(), ValueResolvers.thisResolver(),
                        ValueResolvers.equalsResolver(), ValueResolvers.logicalAndResolver(), ValueResolvers.logicalOrResolver(),
                        ValueResolvers.orResolver(), ValueResolvers.trueResolver(), new ModelOnly())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(id -> Optional.ofNullable(sources.get(id)).map(source -> located(id, source)))
                .strictRendering(true).removeStandaloneLines(true).timeout(LONGEST_RENDER_MILLIS);
        sources.keySet().stream().filter(name -> name.startsWith("tags/")).forEach(name -> {
            var tag = name.substring("tags/".length()).replace(".html", "");
            builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, name));
        });
        this.engine = builder.build();
        sources.keySet().forEach(this::check);
    }

    /** @throws TemplateException if it fails, takes too long or grows too large */
    String render(String name, Object model) {
        var rendering = THREADS.submit(() -> rendered(name, model));
        try {
            return rendering.get(LONGEST_RENDER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException endless) {
            rendering.cancel(true);
            throw new TemplateException(name + " takes longer than " + LONGEST_RENDER_MILLIS + " ms");
        } catch (ExecutionException problem) {
            throw known(problem);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new TemplateException(stop);
        }
    }

    private static TemplateException known(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateException known) {
                return known;
            }
        }
        return new TemplateException(problem);
    }

    private String rendered(String name, Object model) {
        var output = new StringBuilder(64_000);
        engine.getTemplate(name).instance().data("it", model).consume(part -> {
            if (output.length() + part.length() > LARGEST_OUTPUT) {
                throw new TemplateException(name + " renders to more than " + LARGEST_OUTPUT + " characters");
            }
            output.append(part);
        }).toCompletableFuture().join();
        return output.toString();
    }

    /** A loop over a large number would never end; numbers in templates are small. */
    private void check(String name) {
        Template template = engine.getTemplate(name);
        for (Expression expression : template.getExpressions()) {
            if (expression.isLiteral() && expression.getLiteral() instanceof Number number && number.longValue() > LARGEST_LITERAL) {
                throw TemplateException.builder().message("the number " + number + " is larger than " + LARGEST_LITERAL).origin(expression.getOrigin()).build();
            }
        }
    }

    private static TemplateLocator.TemplateLocation located(String id, String source) {
        return new TemplateLocator.TemplateLocation() {
            @Override
            public java.io.Reader read() {
                return new StringReader(source);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(Variant.forContentType(id.endsWith(".txt") ? Variant.TEXT_PLAIN : Variant.TEXT_HTML));
            }
        };
    }

    /** Reads the values that models are made of: our records, text, dates, optionals; nothing that leads out of them. */
    private static final class ModelOnly implements ValueResolver {

        private final ReflectionValueResolver reflection = new ReflectionValueResolver();

        @Override
        public boolean appliesTo(EvalContext context) {
            var base = context.getBase();
            var ours = base != null && (base instanceof Record || base instanceof Optional || base instanceof CharSequence || base instanceof MailWords);
            return ours && reflection.appliesTo(context);
        }

        @Override
        public java.util.concurrent.CompletionStage<Object> resolve(EvalContext context) {
            return reflection.resolve(context);
        }

        @Override
        public int getPriority() {
            return -1;
        }
    }
}
