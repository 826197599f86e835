package org.broadsheet.testsupport;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;

/** Renders the pages' templates without the application, by the same rules. */
public final class PageEngine {

    private static final Path TEMPLATES = Path.of("templates");
    private static final List<String> ESCAPED = List.of("text/html", "text/xml", "application/xml");

    private final Engine engine;

    public PageEngine() {
        var builder = Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver()).strictRendering(true)
                .addResultMapper(new HtmlEscaper(ESCAPED)).addLocator(id -> locate(id));
        tags().forEach(tag -> builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag + ".html")));
        engine = builder.build();
    }

    /** The page rendered from this template, such as {@code web/signup.html}. */
    public String render(String template, Object page) {
        return engine.getTemplate(template).data("page", page).data("theme", page).render();
    }

    private static Stream<String> tags() {
        try (var files = Files.list(TEMPLATES.resolve("tags"))) {
            return files.map(file -> file.getFileName().toString().replace(".html", "")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<TemplateLocation> locate(String id) {
        return Stream.of(id, id + ".html").map(TEMPLATES::resolve).filter(Files::isRegularFile).findFirst().map(Located::new);
    }

    private record Located(Path file) implements TemplateLocation {

        @Override
        public Reader read() {
            try {
                return new StringReader(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            var name = file.toString();
            return Optional.of(Variant.forContentType(name.endsWith(".html") ? "text/html" : name.endsWith(".xml") ? "text/xml" : "text/css"));
        }
    }
}
