package org.broadsheet.edition;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.broadsheet.article.Correction;
import org.broadsheet.publication.Publication;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A story in an edition, frozen as readers get it. */
@Entity
public class EditionItem extends PanacheEntityBase {

    /** How it is set. */
    public enum Role {
        LEAD, STORY, BRIEF
    }

    /** Place in the edition, from 0. */
    @Embeddable
    public record Key(@Column(name = "edition_id") long editionId, @Column(name = "position") int position) implements Serializable {
    }

    @EmbeddedId
    public Key key;
    public long publicationId;
    public long storyId;
    public long articleId;
    @Enumerated(EnumType.STRING)
    public Role role;
    /** Slug of the section, or "". */
    public String section;
    @JdbcTypeCode(SqlTypes.JSON)
    public FrozenStory frozen;
    /** Whether the story is spent: no other regular edition of the publication may take it. */
    public boolean holds;

    /** Whether it keeps its place when the rest is chosen again. */
    public boolean pinned;
    /** Whether it was withdrawn: it stays spent, and readers see it no more. */
    public boolean withdrawn;
    /** What was put right since, in order of time. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Correction> corrections = List.of();

    /** In which editions a story is, or one that was joined to it. */
    static List<EditionItem> of(long storyId) {
        return list("storyId = ?1 or storyId in (select s.id from Story s where s.joined.id = ?1) order by key.editionId, key.position", storyId);
    }

    /** The same story, in another place. */
    EditionItem at(int position) {
        var item = new EditionItem();
        item.key = new Key(key.editionId(), position);
        item.publicationId = publicationId;
        item.storyId = storyId;
        item.articleId = articleId;
        item.role = position == 0 ? Role.LEAD : role == Role.LEAD ? Role.STORY : role;
        item.section = section;
        item.frozen = frozen;
        item.holds = holds;
        item.pinned = pinned;
        item.withdrawn = withdrawn;
        item.corrections = corrections;
        return item;
    }

    /** Where readers first met this story, or one that was joined to it, in an edition that they may see. */
    static Optional<EditionItem> published(Publication publication, long storyId) {
        return EditionItem.<EditionItem>find("publicationId = ?1 and (storyId = ?2 or storyId in (select s.id from Story s where s.joined.id = ?2)) and key.editionId in (select e.id from Edition e"
                + " where e.number is not null and e.status in ('SENDING', 'PAUSED', 'SENT')) order by key.editionId", publication.id, storyId)
                .page(0, 1).firstResultOptional();
    }
}
