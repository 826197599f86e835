package org.broadsheet.edition;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.broadsheet.article.OwnPictures;
import org.broadsheet.article.PicturesLeaving;
import org.broadsheet.operator.AuditLog;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.Ids;
import org.broadsheet.web.JsonPatch;
import org.broadsheet.web.Refusal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** The blocks of publications, and what editions took of them. */
@ApplicationScoped
public class BlockDesk {

    private static final int MOST = 100;

    /** A standing block as the API shows it. */
    public record Item(String id, String publication, @JsonUnwrapped StandingBlockBody body) {

        static Item of(StandingBlock block) {
            return new Item(Ids.text(block.id), block.publication.slug, StandingBlockBody.of(block));
        }
    }

    private final Publications publications;
    private final OwnPictures pictures;
    private final JsonPatch patches;
    private final AuditLog audit;
    private final Clock clock;

    BlockDesk(Publications publications, OwnPictures pictures, JsonPatch patches, AuditLog audit, Clock clock) {
        this.publications = publications;
        this.pictures = pictures;
        this.patches = patches;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public List<Item> page(String slug, Optional<Long> after, int limit) {
        return StandingBlock.<StandingBlock>find("publication = ?1 and id > ?2 order by id", publications.require(slug), after.orElse(0L)).page(0, limit)
                .stream().map(Item::of).toList();
    }

    @Transactional
    public Item get(long id) {
        return Item.of(require(id));
    }

    @Transactional
    public Item add(String slug, StandingBlockBody body) throws SQLException {
        var publication = publications.require(slug);
        if (StandingBlock.count("publication", publication) >= MOST) {
            throw Refusal.conflict("A publication has at most " + MOST + " standing blocks");
        }
        var block = new StandingBlock();
        block.publication = publication;
        body.writeTo(block, checked(body.block(), "block."));
        block.createdAt = clock.instant();
        block.updatedAt = block.createdAt;
        block.persistAndFlush();
        audit.record("add block", slug, block.content.kind().name());
        return Item.of(block);
    }

    @Transactional
    public Item change(long id, JsonNode patch) throws SQLException, JsonProcessingException {
        var block = require(id);
        var body = patches.apply(StandingBlockBody.of(block), patch, StandingBlockBody.class);
        body.writeTo(block, checked(body.block(), "block."));
        block.updatedAt = clock.instant();
        audit.record("change block", block.publication.slug, Ids.text(id));
        return Item.of(block);
    }

    @Transactional
    public void remove(long id) {
        var block = require(id);
        audit.record("remove block", block.publication.slug, Ids.text(id));
        block.delete();
    }

    /**
     * The contents as they may be kept.
     *
     * @throws Refusal naming the field, if one lacks something or shows a picture that is not there
     */
    public List<BlockContent> checked(List<BlockContent> contents) throws SQLException {
        if (contents.size() > MOST) {
            throw Refusal.invalid("blocks", "has more than " + MOST + " entries");
        }
        var checked = new ArrayList<BlockContent>();
        for (var at = 0; at < contents.size(); at++) {
            checked.add(checked(contents.get(at), "blocks[" + at + "]."));
        }
        return List.copyOf(checked);
    }

    private BlockContent checked(BlockContent content, String at) throws SQLException {
        try {
            content.check();
        } catch (Refusal refused) {
            throw refused.within(at);
        }
        if (content.picture() == null) {
            return content;
        }
        var size = pictures.find(content.picture().file()).orElseThrow(() -> Refusal.invalid(at + "picture.file", "is not there; upload it first"));
        return content.with(new BlockContent.PictureBody(content.picture().file(), content.picture().alt(), size.width(), size.height()));
    }

    /** In the caller's transaction. */
    void keepPictures(@Observes PicturesLeaving leaving) {
        var shown = new HashSet<String>();
        StandingBlock.<StandingBlock>streamAll().flatMap(block -> block.content.hashes()).forEach(shown::add);
        List<String> files = Edition.getEntityManager().createNativeQuery("select distinct block -> 'picture' ->> 'file' from edition, jsonb_array_elements(blocks) block"
                + " where block -> 'picture' ->> 'file' is not null", String.class).getResultList();
        files.forEach(file -> shown.add(file.substring(0, file.indexOf('-'))));
        leaving.keep(shown);
    }

    private static StandingBlock require(long id) {
        return StandingBlock.<StandingBlock>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no block " + id));
    }
}
