package org.broadsheet.edition;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the edition room. */
@ConfigMapping(prefix = "broadsheet.edition")
public interface EditionConfig {

    /** An edition that was missed because the service was down is made up for within this time after its last slot; later it is skipped. */
    @WithDefault("PT12H")
    Duration catchUp();
}
