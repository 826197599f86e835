package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.broadsheet.article.PictureFormat;
import org.broadsheet.mail.Letter;
import org.broadsheet.mail.Logo;
import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.mail.MailWords;
import org.broadsheet.publication.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The list of values in {@code templates/mail/README.md} is complete, and its examples are what the engine puts out. {@code -Dreadme=write} writes the
 * examples anew.
 */
class TemplateReadmeTest {

    private static final Path README = Path.of("templates/mail/README.md");
    private static final Pattern HEADING = Pattern.compile("### ([a-z]+)(?: = (.+))?");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.*?) \\|(.*)\\|");
    private static final int LONGEST = 60;
    private static final Map<String, Class<?>> MODELS = models();

    @TempDir
    Path folder;

    private static Map<String, Class<?>> models() {
        var models = new LinkedHashMap<String, Class<?>>();
        models.put("it", DigestRenderer.Model.class);
        models.put("d", Digest.class);
        models.put("theme", MailTheme.class);
        models.put("m", Digest.Masthead.class);
        models.put("logo", Logo.class);
        models.put("contact", Contact.class);
        models.put("group", Digest.Group.class);
        models.put("item", Digest.Item.class);
        models.put("picture", Digest.Illustration.class);
        models.put("size", PictureFormat.Size.class);
        models.put("other", Digest.Other.class);
        models.put("correction", Digest.Correction.class);
        models.put("footer", Digest.Footer.class);
        models.put("note", Block.Note.class);
        models.put("place", Block.Place.class);
        models.put("paragraph", RichText.Paragraph.class);
        models.put("run", RichText.Run.class);
        models.put("sponsor", Block.Sponsor.class);
        models.put("image", Block.Picture.class);
        models.put("notice", Block.Notice.class);
        models.put("words", MailWords.class);
        models.put("l", Letter.class);
        return models;
    }

    /** @param example "" where the value is a record, which has a list of its own */
    private record Value(String of, String source, String expression, String example, String line) {

        String name() {
            return expression.substring(of.length() + 1).replaceAll("\\(.*", "");
        }

        Class<?> type() {
            return methods(MODELS.get(of)).stream().filter(method -> method.getName().equals(name())).findFirst().orElseThrow(
                    () -> new AssertionError("There is no value " + expression)).getReturnType();
        }

        /** What to render for the example. */
        String probe() {
            var shown = List.class.isAssignableFrom(type()) ? expression + ".size" : Optional.class.isAssignableFrom(type()) ? expression + ".isPresent" : expression;
            return source.isEmpty() || of.equals("it") ? "{" + shown + "}" : "{#let " + of + "=" + source + "}{" + shown + "}{/let}";
        }
    }

    @Test
    void everyValueIsListedAndNoneThatIsNotThere() throws IOException {
        var listed = values().stream().collect(Collectors.groupingBy(Value::of, Collectors.mapping(Value::name, Collectors.toCollection(TreeSet::new))));
        MODELS.forEach((name, model) -> assertThat(listed.get(name)).as(name).isEqualTo(methods(model).stream().map(Method::getName).collect(
                Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void everyTagIsListed() throws IOException {
        var readme = Files.readString(README);
        try (var tags = Files.list(Path.of("templates/mail/tags"))) {
            assertThat(tags.map(tag -> "`" + tag.getFileName().toString().replace(".html", "") + "`")).allSatisfy(tag -> assertThat(readme).contains(tag));
        }
        try (var tags = Files.list(Path.of("templates/mail/tags"))) {
            assertThat(tags).allSatisfy(tag -> assertThat(Files.readString(tag)).startsWith("{! "));
        }
    }

    @Test
    void everyExampleIsWhatTheEnginePutsOut() throws IOException {
        var values = values().stream().filter(value -> !Record.class.isAssignableFrom(value.type()) && value.type() != MailWords.class).toList();
        var edition = rendered(values.stream().filter(value -> !value.of.equals("l")).toList(), model());
        var letter = rendered(values.stream().filter(value -> value.of.equals("l")).toList(), letter());
        edition.putAll(letter);
        if ("write".equals(System.getProperty("readme"))) {
            write(edition);
        }
        assertThat(values()).allSatisfy(value -> assertThat(value.example).as(value.expression).isEqualTo(edition.getOrDefault(value, value.example)));
    }

    private Map<Value, String> rendered(List<Value> values, Object model) throws IOException {
        Files.createDirectories(folder.resolve("mail"));
        Files.writeString(folder.resolve("mail/probe.txt"), values.stream().map(value -> value.probe() + "\u241e").collect(Collectors.joining()));
        var templates = new MailTemplates(Optional.of(folder), Clock.systemUTC());
        var parts = templates.render("probe.txt", model).split("\u241e");
        assertThat(templates.problems()).isEmpty();
        var examples = new LinkedHashMap<Value, String>();
        for (var i = 0; i < values.size(); i++) {
            examples.put(values.get(i), shown(values.get(i), parts[i]));
        }
        return examples;
    }

    private static String shown(Value value, String rendered) {
        if (List.class.isAssignableFrom(value.type())) {
            return "a list of " + rendered;
        }
        var line = rendered.replaceAll("\\s+", " ").strip().replace(Slot.TOKEN.mark(), "…").replace(Slot.SINCE.mark(), "…").replace("|", "\\|");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).stripTrailing() + "…";
    }

    private static void write(Map<Value, String> examples) throws IOException {
        var readme = Files.readString(README);
        for (var example : examples.entrySet()) {
            var value = example.getKey();
            readme = readme.replace(value.line, "| `" + value.expression + "` | " + example.getValue() + " |" + value.line.replaceFirst("\\| `[^`]+` \\| .*? \\|", ""));
        }
        Files.writeString(README, readme);
    }

    private static List<Value> values() throws IOException {
        var values = new ArrayList<Value>();
        var of = "";
        var source = "";
        for (var line : Files.readAllLines(README)) {
            var heading = HEADING.matcher(line);
            var row = ROW.matcher(line);
            if (heading.matches()) {
                of = heading.group(1);
                source = Optional.ofNullable(heading.group(2)).orElse("");
            } else if (row.matches() && row.group(1).startsWith(of + ".")) {
                values.add(new Value(of, source, row.group(1), row.group(2).strip(), line));
            }
        }
        return values;
    }

    /** What a template may read of a model: its public methods, but for those that every record has, and those that make another of its kind. */
    private static List<Method> methods(Class<?> model) {
        var ours = Set.of("equals", "hashCode", "toString");
        return Arrays.stream(model.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !ours.contains(method.getName()) && !method.getReturnType().equals(model)).toList();
    }

    private static DigestRenderer.Model model() {
        return DigestRenderer.model(SampleDigest.withLogo(SampleDigest.rich()), 0);
    }

    private static Letter letter() {
        return SampleLetters.confirmation(MailTheme.Design.BROADSHEET);
    }
}
