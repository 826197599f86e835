package org.broadsheet.publication;

import java.time.Duration;
import java.util.List;

/**
 * An edition by schedule is put together early, and its editor asked.
 *
 * @param early     so long before its first readers get it
 * @param tell      addresses of those who are asked
 * @param otherwise what becomes of it when nobody has said anything
 */
public record Approval(Duration early, List<String> tell, Otherwise otherwise) {

    /** What becomes of an edition of which nobody has said anything when its time has come. */
    public enum Otherwise {
        /** It goes. */
        SEND,
        /** It waits. */
        HOLD
    }
}
