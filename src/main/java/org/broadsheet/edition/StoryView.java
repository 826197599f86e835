package org.broadsheet.edition;

import java.time.Instant;
import java.util.List;

import org.broadsheet.article.Correction;
import org.broadsheet.web.Ids;

/**
 * A story as the API shows it: how it stands, and where it was.
 *
 * @param headline as its last edition says it, else as its best report does; null if nothing is left of it
 * @param reason   why it was withdrawn; null unless it was
 */
public record StoryView(String id, String publication, String headline, Status status, Instant withdrawnAt, String reason, List<Correction> corrections, List<Appearance> editions) {

    /** Whether readers see it. */
    public enum Status {
        STANDING, WITHDRAWN
    }

    /** An edition that holds it. */
    public record Appearance(String id, Integer number, Edition.Status status) {

        static Appearance of(Edition edition) {
            return new Appearance(Ids.text(edition.id), edition.number, edition.status);
        }
    }
}
