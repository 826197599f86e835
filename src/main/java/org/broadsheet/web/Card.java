package org.broadsheet.web;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.RawString;

/**
 * What other sites and search engines show of a page: Open Graph, cards of X, linked data (schema.org as JSON-LD).
 *
 * @param kind        {@code website} or {@code article}
 * @param url         canonical address, absolute
 * @param description "" if there is none
 * @param published   when, as ISO 8601; "" for what is no article
 * @param modified    likewise; "" if it never was
 * @param data        the linked data
 */
public record Card(String kind, String url, String title, String description, String published, String modified, Optional<Picture> picture, Map<String, Object> data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param url absolute */
    public record Picture(String url, int width, int height, String alt) {
    }

    /** How the picture is shown where there is room for it. */
    public String look() {
        return picture.isPresent() ? "summary_large_image" : "summary";
    }

    /**
     * The linked data as the content of a script element. Whatever could end the element, open a comment in it or end a line of it is escaped (HTML
     * standard, 4.12.1.3), so it is safe to stand there raw.
     */
    public RawString script() {
        try {
            return new RawString(JSON.writeValueAsString(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
