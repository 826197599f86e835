package org.broadsheet.operator;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.platform.Keys;

/**
 * Sessions of the admin pages: a cookie that says until when, signed together with the token, so that a new token ends all sessions
 * and any node can check it.
 */
@Singleton
public class AdminSessions {

    public static final String COOKIE = "broadsheet-admin";
    private static final Duration LENGTH = Duration.ofHours(12);
    private static final String PURPOSE = "admin-session";

    private final Keys keys;
    private final Clock clock;
    private final BroadsheetConfig config;

    AdminSessions(Keys keys, Clock clock, BroadsheetConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.config = config;
    }

    /** A cookie for an operator who has shown the token. */
    public NewCookie open() {
        var until = clock.instant().plus(LENGTH).getEpochSecond();
        return cookie(until + "." + signature(until), (int) LENGTH.toSeconds());
    }

    /** A cookie that ends the session. */
    public NewCookie close() {
        return cookie("", 0);
    }

    public boolean valid(String value) {
        var parts = value.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,15}")) {
            return false;
        }
        var until = Long.parseLong(parts[0]);
        return until > clock.instant().getEpochSecond() && Keys.same(signature(until).getBytes(), parts[1].getBytes());
    }

    private String signature(long until) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.mac(PURPOSE, until + " " + config.adminToken().orElse("")));
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(COOKIE).value(value).path("/").maxAge(maxAge).httpOnly(true)
                .secure("https".equals(config.publicUrl().getScheme())).sameSite(NewCookie.SameSite.STRICT).build();
    }
}
