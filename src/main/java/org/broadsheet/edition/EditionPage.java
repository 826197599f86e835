package org.broadsheet.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.broadsheet.web.Card;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A whole edition on the web.
 *
 * @param card        how it shows itself elsewhere
 * @param blocks      the publication's own, but those that stand after a section
 * @param previous    the edition before; empty for the first
 * @param next        the edition after; empty for the latest
 */
public record EditionPage(
        Masthead masthead,
        int number,
        LocalDate date,
        Card card,
        Optional<WebStory> lead,
        List<Group> sections,
        List<WebStory> briefs,
        PageBlocks blocks,
        Optional<Link> previous,
        Optional<Link> next) {

    /**
     * Stories under a section's name; "" for those of none.
     *
     * @param blocks the publication's own that stand after it
     */
    public record Group(String name, List<WebStory> stories, List<Block> blocks) {

        /** Columns on a wide page, so that no row is left with one story beside a hole where that can be helped. */
        public int columns() {
            var count = stories.size();
            return count == 1 ? 1 : count == 2 || count == 4 ? 2 : 3;
        }
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance edition(EditionPage page);
    }

    public static EditionPage of(Masthead masthead, Digest digest, Card card, Optional<Link> previous, Optional<Link> next) {
        var home = masthead.homeUrl();
        var sections = IntStream.range(0, digest.sections().size()).mapToObj(at -> group(digest, at, home)).toList();
        return new EditionPage(masthead, digest.number(), digest.date(), card,
                digest.lead().map(item -> WebStory.of(item, "", home)),
                sections, digest.briefs().stream().map(item -> WebStory.of(item, "", home)).toList(), PageBlocks.of(digest), previous, next);
    }

    private static Group group(Digest digest, int at, String home) {
        var group = digest.sections().get(at);
        return new Group(group.name(), group.items().stream().map(item -> WebStory.of(item, group.name(), home)).toList(), PageBlocks.here(digest.afterSection(at)));
    }

    /** Name of the page in the browser and in search results. */
    public String title() {
        var head = masthead.name() + ", " + masthead.words().editionOf(number, date);
        return lead.map(story -> story.headline() + " | " + head).orElse(head);
    }

    public TemplateInstance html() {
        return Templates.edition(this);
    }
}
