package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.inject.Singleton;

import org.broadsheet.platform.Keys;

/** The signed time at which a form was served (E7): a program that fills it in is faster than any person. */
@Singleton
class FormTime {

    private static final String PURPOSE = "signup-form";

    private final Keys keys;
    private final Clock clock;
    private final SignupConfig config;

    FormTime(Keys keys, Clock clock, SignupConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.config = config;
    }

    /** For a form of this publication that is served now. */
    String issue(long publication) {
        var now = clock.instant().toEpochMilli();
        return now + "." + signature(publication, now);
    }

    /** How the form's age looks. */
    enum Age {
        FINE, TOO_YOUNG, TOO_OLD, FORGED
    }

    Age check(long publication, String token) {
        var parts = token.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,15}") || !signature(publication, Long.parseLong(parts[0])).equals(parts[1])) {
            return Age.FORGED;
        }
        var age = Duration.ofMillis(clock.instant().toEpochMilli() - Long.parseLong(parts[0]));
        if (age.compareTo(config.minFormTime()) < 0) {
            return Age.TOO_YOUNG;
        }
        return age.compareTo(config.maxFormTime()) > 0 ? Age.TOO_OLD : Age.FINE;
    }

    private String signature(long publication, long at) {
        return HexFormat.of().formatHex(Arrays.copyOf(keys.mac(PURPOSE, publication, at), 12));
    }
}
