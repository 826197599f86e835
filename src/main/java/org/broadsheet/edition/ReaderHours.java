package org.broadsheet.edition;

import java.util.Set;

/** Port: the distinct wall clocks of a publication's readers. The room that knows readers lies to the right and answers. */
public interface ReaderHours {

    /** Those of all active readers; empty where there are none. */
    Set<ReaderHour> of(long publicationId);
}
