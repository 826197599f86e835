package org.broadsheet.operator;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.broadsheet.web.Problem;

/**
 * Lets only operators in: the API by {@code Authorization: Bearer}. The session cookie of the admin pages opens reading alone (the preview
 * in the dashboard's frame), so that no foreign page can change anything through it.
 */
@jakarta.ws.rs.ext.Provider
@OperatorsOnly
@Priority(Priorities.AUTHENTICATION)
class TokenFilter implements ContainerRequestFilter {

    private static final String SCHEME = "bearer ";

    // Providers of the application are made before its settings can be read, hence the detour.
    private final Provider<AdminToken> token;
    private final Provider<AdminSessions> sessions;

    TokenFilter(Provider<AdminToken> token, Provider<AdminSessions> sessions) {
        this.token = token;
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        var byToken = header != null && header.toLowerCase(java.util.Locale.ROOT).startsWith(SCHEME)
                && token.get().matches(header.substring(SCHEME.length()).strip());
        if (!byToken && !readsInSession(request)) {
            var detail = header == null ? "Send the admin token: Authorization: Bearer ..." : "That is not the admin token";
            request.abortWith(Response.status(401).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").type(Problem.MEDIA_TYPE)
                    .entity(Problem.of(401, "Unauthorized", detail, List.of())).build());
        }
    }

    private boolean readsInSession(ContainerRequestContext request) {
        var cookie = request.getCookies().get(AdminSessions.COOKIE);
        return request.getMethod().equals("GET") && cookie != null && sessions.get().valid(cookie.getValue());
    }
}
