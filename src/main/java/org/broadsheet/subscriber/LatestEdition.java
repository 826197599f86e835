package org.broadsheet.subscriber;

import java.util.Optional;

import org.broadsheet.publication.Publication;

/** Port: the latest edition as the signup page shows it. The room that knows editions answers; readers and editions know nothing of each other. */
public interface LatestEdition {

    /** The latest edition that readers may see, or empty. */
    Optional<SignupPage.Sample> of(Publication publication);
}
