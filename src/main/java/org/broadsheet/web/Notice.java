package org.broadsheet.web;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A page that says one thing and offers at most a button or two.
 *
 * @param paragraphs the first is set larger
 * @param buttons    each posts to its address
 */
public record Notice(Masthead head, PageWords words, String title, List<String> paragraphs, List<Button> buttons, List<Link> links) {

    /** @param action path to which the button posts */
    public record Button(String label, String action) {
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance notice(Notice notice);
    }

    /** A notice without anything to press. */
    public static Notice of(Masthead head, String title, String... paragraphs) {
        return new Notice(head, PageWords.in(head.language()), title, List.of(paragraphs), List.of(), List.of());
    }

    public Notice with(Button button) {
        return new Notice(head, words, title, paragraphs, Stream.concat(buttons.stream(), Stream.of(button)).toList(), links);
    }

    public Notice with(Link link) {
        return new Notice(head, words, title, paragraphs, buttons, Stream.concat(links.stream(), Stream.of(link)).toList());
    }

    public TemplateInstance page() {
        return Templates.notice(this);
    }
}
