package org.broadsheet.edition;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import jakarta.inject.Singleton;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailWords;

/** Renders an edition: HTML and plain text from one model. The same model gives the same bytes (D15). */
@Singleton
public class DigestRenderer {

    /** A mail client clips what is longer (A32); some is kept for what differs between readers. */
    static final int LARGEST = 98_000;
    private static final List<Integer> PADDING = Collections.nCopies(40, 0);

    /** @param html with the marks of slots in place */
    public record Rendered(String subject, String html, String text) {
    }

    /**
     * What a template of the digest sees as {@code it}.
     *
     * @param title   of the HTML document
     * @param shed    whether stories were left to the web
     * @param padding so many times the invisible characters that keep the text out of the inbox line
     * @param text    the plain text
     */
    public record Model(Digest digest, MailWords words, String title, boolean shed, List<Integer> padding, String text) {
    }

    private final MailTemplates templates;

    DigestRenderer(MailTemplates templates) {
        this.templates = templates;
        templates.sample("digest.html", model(SampleDigest.rich(), false));
        templates.sample("digest.txt", model(SampleDigest.rich(), false));
    }

    /** Renders; what would be clipped is left to the web: first the briefs, then the texts of stories, then stories from the end. */
    public Rendered render(Digest digest) {
        var text = templates.render("digest.txt", model(digest, false));
        return new Rendered(digest.subject(), html(digest), text);
    }

    private String html(Digest digest) {
        var html = templates.render("digest.html", model(digest, false));
        if (size(html) <= LARGEST) {
            return html;
        }
        var shorter = digest.with(digest.sections(), List.of());
        html = templates.render("digest.html", model(shorter, true));
        if (size(html) > LARGEST) {
            shorter = shorter.with(digest.sections().stream().map(group -> new Digest.Group(group.name(), group.items().stream().map(Digest.Item::bare).toList()))
                    .toList(), List.of());
            html = templates.render("digest.html", model(shorter, true));
        }
        while (size(html) > LARGEST && !shorter.sections().isEmpty()) {
            shorter = shorter.with(shorter.sections().subList(0, shorter.sections().size() - 1), List.of());
            html = templates.render("digest.html", model(shorter, true));
        }
        return html;
    }

    private static Model model(Digest digest, boolean shed) {
        var words = MailWords.of(digest.language());
        return new Model(digest, words, digest.masthead().name() + ", " + words.number(digest.number()) + ": " + digest.subject(), shed, PADDING,
                DigestText.of(digest, words));
    }

    private static int size(String html) {
        return html.getBytes(StandardCharsets.UTF_8).length;
    }
}
