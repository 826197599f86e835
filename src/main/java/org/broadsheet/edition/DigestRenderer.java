package org.broadsheet.edition;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.mail.MailWords;
import org.broadsheet.mail.TextColumn;

/** Renders an edition: HTML and plain text from one model. The same model gives the same bytes (D15). */
@Singleton
public class DigestRenderer {

    /** A mail client clips what is longer than about 102,400 bytes (A32). */
    static final int LARGEST = 100_000;
    /** What a slot may grow to when it is filled. */
    private static final int SLOT = 100;
    private static final List<Integer> PADDING = Collections.nCopies(40, 0);

    /** @param html with the marks of slots in place */
    public record Rendered(String subject, String html, String text) {
    }

    /**
     * What a template of the digest sees as {@code it}.
     *
     * @param title   of the HTML document
     * @param omitted number of stories that were left to the web
     * @param padding so many times the invisible characters that keep the text out of the inbox line
     */
    public record Model(Digest digest, MailWords words, String title, int omitted, List<Integer> padding) {

        /** The plain text; made when it is asked for, which HTML does not. */
        public String text() {
            return DigestText.of(digest, words);
        }

        /** For an operator's own {@code digest.txt}: the text in lines of at most 72 cells. */
        public String wrap(String paragraph) {
            return TextColumn.wrap(paragraph);
        }
    }

    private final MailTemplates templates;

    public DigestRenderer(MailTemplates templates) {
        this.templates = templates;
        SampleDigest.all().values().stream().flatMap(DigestRenderer::inAllDesigns).forEach(sample -> {
            templates.sample("digest.html", model(sample, sample.briefs().size()), html -> missing(sample, html.replace("&amp;", "&")));
            templates.sample("digest.txt", model(sample, 0), text -> missing(sample, text));
        });
    }

    private static Stream<Digest> inAllDesigns(Digest sample) {
        return Stream.of(MailTheme.Design.values()).map(design -> sample.withTheme(MailTheme.of(design)));
    }

    /**
     * Renders. What would be clipped is left to the web, as little as possible: first briefs, then the texts of stories, then stories,
     * each from the end, then blocks. The plain text holds everything but blocks that no mail has room for.
     */
    public Rendered render(Digest digest) {
        var shedding = Shedding.of(digest);
        return new Rendered(digest.subject(), html(shedding), templates.render("digest.txt", model(shedding.digest(), 0)));
    }

    private String html(Shedding shedding) {
        var html = html(shedding, 0);
        if (size(html) <= LARGEST) {
            return html;
        }
        var fits = shedding.steps();
        for (var tooLarge = 0; fits - tooLarge > 1;) {
            var middle = (tooLarge + fits) >>> 1;
            if (size(html(shedding, middle)) <= LARGEST) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return html(shedding, fits);
    }

    private String html(Shedding shedding, int step) {
        return templates.render("digest.html", model(shedding.digest(step), shedding.omitted(step)));
    }

    static Model model(Digest digest, int omitted) {
        var words = MailWords.of(digest.language());
        return new Model(digest, words, digest.masthead().name() + ", " + words.number(digest.number()) + ": " + digest.subject(), omitted,
                PADDING);
    }

    /** Bytes after the slots have been filled. */
    static int size(String html) {
        var slots = Stream.of(Slot.values()).mapToInt(slot -> html.split(slot.mark(), -1).length - 1).sum();
        return html.getBytes(StandardCharsets.UTF_8).length + slots * SLOT;
    }

    /** What every edition must say, in both parts (A35). */
    private static String missing(Digest digest, String rendered) {
        var footer = digest.footer();
        if (!rendered.contains(footer.unsubscribeUrl())) {
            return "the link to unsubscribe is missing";
        }
        if (!rendered.contains(footer.webUrl())) {
            return "the link to the edition on the web is missing";
        }
        if (!rendered.contains(footer.legalName()) || !footer.postalAddress().stream().allMatch(rendered::contains)) {
            return "the legal name or the postal address of the publisher is missing";
        }
        return rendered.contains(Slot.SINCE.mark()) ? "" : "why the reader gets this is missing";
    }
}
