package org.broadsheet.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import org.broadsheet.operator.AdminSessions;
import org.broadsheet.web.Refusal;
import org.broadsheet.web.SameSite;

/** Lets operators at their desk, and nobody else; what changes something is posted, from this site only (F15). */
@Singleton
class AdminDoor {

    private final AdminSessions sessions;
    private final SameSite sameSite;

    AdminDoor(AdminSessions sessions, SameSite sameSite) {
        this.sessions = sessions;
        this.sameSite = sameSite;
    }

    /** @param session from the cookie; null if there is none */
    boolean isOpen(String session) {
        return session != null && sessions.valid(session);
    }

    /** @throws Refusal if the form was posted from elsewhere, or the session is over */
    void require(String session, HttpHeaders headers) {
        sameSite.require(headers);
        if (!isOpen(session)) {
            throw Refusal.conflict("Your session is over; enter the token again at /admin");
        }
    }
}
