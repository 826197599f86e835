package org.broadsheet.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An edition made shorter step by step: each step leaves one more brief to the web, then takes the text of one more story away, then leaves
 * one more story to the web, always the last; then one more of the publication's own blocks, the longest first. The lead stays.
 */
record Shedding(Digest digest) {

    /** As {@link #weight} reckons: no mail has room for more, and only so much is worth rendering. */
    private static final int MOST_OF_BLOCKS = 60_000;
    private static final int MARK_UP_OF_A_BLOCK = 300;
    private static final int MARK_UP_OF_A_PARAGRAPH = 100;
    private static final int MARK_UP_OF_A_RUN = 40;

    /** Begins with as many blocks as there can be room for. */
    static Shedding of(Digest digest) {
        var blocks = digest.blocks();
        while (blocks.stream().mapToInt(Shedding::weight).sum() > MOST_OF_BLOCKS) {
            blocks = withoutLongest(blocks);
        }
        return new Shedding(digest.withBlocks(blocks));
    }

    int steps() {
        return briefs() + 2 * stories() + digest.blocks().size();
    }

    /** How many are left to the web after so many steps. */
    int omitted(int step) {
        return Math.min(step, briefs()) + Math.clamp(step - briefs() - stories(), 0, stories());
    }

    /** What remains after so many steps. */
    Digest digest(int step) {
        var texts = stories() - Math.clamp(step - briefs(), 0, stories());
        var kept = stories() - Math.clamp(step - briefs() - stories(), 0, stories());
        return digest.with(sections(texts, kept), digest.briefs().subList(0, Math.max(0, briefs() - step))).withBlocks(blocks(step - briefs() - 2 * stories()));
    }

    private List<Block> blocks(int fewer) {
        var left = digest.blocks();
        for (var gone = 0; gone < fewer; gone++) {
            left = withoutLongest(left);
        }
        return left;
    }

    private static List<Block> withoutLongest(List<Block> blocks) {
        var longest = IntStream.range(0, blocks.size()).boxed().max(Comparator.comparing(at -> weight(blocks.get(at)))).orElseThrow();
        return IntStream.range(0, blocks.size()).filter(at -> at != longest).mapToObj(blocks::get).toList();
    }

    /** About how many characters its mark-up has before it is styled. */
    private static int weight(Block block) {
        return MARK_UP_OF_A_BLOCK + switch (block) {
            case Block.Note note -> note.heading().length() + note.signature().length() + note.paragraphs().stream().mapToInt(Shedding::weight).sum();
            case Block.Sponsor sponsor -> sponsor.headline().length() + sponsor.text().length() + sponsor.linkText().length() + 3 * sponsor.url().length();
            case Block.Notice notice -> notice.text().length() + notice.linkText().length() + notice.url().length();
        };
    }

    private static int weight(RichText.Paragraph paragraph) {
        return MARK_UP_OF_A_PARAGRAPH + paragraph.runs().stream().mapToInt(run -> MARK_UP_OF_A_RUN + run.text().length() + run.url().length()).sum();
    }

    private List<Digest.Group> sections(int texts, int kept) {
        var sections = new ArrayList<Digest.Group>();
        var position = 0;
        for (var group : digest.sections()) {
            var items = new ArrayList<Digest.Item>();
            for (var item : group.items()) {
                if (position < kept) {
                    items.add(position < texts ? item : item.bare());
                }
                position++;
            }
            if (!items.isEmpty()) {
                sections.add(new Digest.Group(group.name(), items));
            }
        }
        return sections;
    }

    private int briefs() {
        return digest.briefs().size();
    }

    private int stories() {
        return digest.sections().stream().mapToInt(group -> group.items().size()).sum();
    }
}
