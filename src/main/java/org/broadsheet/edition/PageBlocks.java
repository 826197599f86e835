package org.broadsheet.edition;

import java.net.URI;
import java.util.List;

/**
 * The publication's own blocks on a web page, whose pictures are paths on this server, since the content security policy allows no other origin.
 *
 * @param opening   below the head
 * @param afterLead after the first story
 * @param closing   below all stories
 */
public record PageBlocks(List<Block> opening, List<Block> afterLead, List<Block> closing) {

    static PageBlocks of(Digest digest) {
        return new PageBlocks(here(digest.opening()), here(digest.afterLead()), here(digest.closing()));
    }

    static List<Block> here(List<Block> blocks) {
        return blocks.stream().map(PageBlocks::here).toList();
    }

    private static Block here(Block block) {
        return switch (block) {
            case Block.Sponsor sponsor -> new Block.Sponsor(sponsor.place(), sponsor.label(), sponsor.picture().map(PageBlocks::here), sponsor.headline(), sponsor.text(),
                    sponsor.url(), sponsor.linkText());
            case Block.Note note -> note;
            case Block.Notice notice -> notice;
        };
    }

    private static Block.Picture here(Block.Picture picture) {
        return new Block.Picture(URI.create(picture.url()).getRawPath(), picture.alt(), picture.width(), picture.height());
    }
}
