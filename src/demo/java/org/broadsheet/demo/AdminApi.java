package org.broadsheet.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Speaks to the service's admin API. */
final class AdminApi {

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final String token;

    /** @param base address of the service, without a slash at the end */
    AdminApi(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** An answer; {@code body} is "" if it was not JSON. */
    record Reply(String request, int status, Object body) {

        boolean ok() {
            return status / 100 == 2;
        }

        /** A member of the answer as text; "" if it is absent or null. */
        String text(String member) {
            return body instanceof Map<?, ?> map && map.get(member) != null ? map.get(member).toString() : "";
        }

        /** The members of a list's page. */
        List<Map<?, ?>> items() {
            return body instanceof Map<?, ?> map && map.get("items") instanceof List<?> items
                    ? items.stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList() : List.of();
        }

        /** This reply if it went well. */
        Reply orThrow() throws DemoException {
            if (!ok()) {
                throw new DemoException("the service answered " + status + " to " + request + ": " + (body.equals("") ? "(no words)" : Json.write(body)));
            }
            return this;
        }
    }

    /** Whether the service says that it is ready; false while it cannot be reached. */
    boolean ready() throws InterruptedException {
        try {
            return send(request("/q/health/ready").timeout(Duration.ofSeconds(5)).GET()).ok();
        } catch (IOException notYet) {
            return false;
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Reply post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(Json.write(body))));
    }

    Reply delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60)).header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var response = client.send(request, BodyHandlers.ofString());
        return new Reply(request.method() + " " + request.uri().getPath(), response.statusCode(), parsed(response.body()));
    }

    private static Object parsed(String body) {
        try {
            return body.isBlank() ? "" : Json.read(body);
        } catch (IllegalArgumentException notJson) {
            return "";
        }
    }
}
