package org.broadsheet.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Editions as JSON Feed 1.1. */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {
    }

    static String of(FeedPage feed) {
        var masthead = feed.masthead();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", masthead.name());
        json.put("home_page_url", feed.home());
        json.put("feed_url", feed.home() + "/feed.json");
        if (!masthead.strapline().isEmpty()) {
            json.put("description", masthead.strapline());
        }
        json.put("language", masthead.language());
        json.put("authors", List.of(Map.of("name", masthead.legalName().isEmpty() ? masthead.name() : masthead.legalName())));
        json.put("items", feed.entries().stream().map(entry -> item(feed, entry)).toList());
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> item(FeedPage feed, FeedPage.Entry entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.url());
        item.put("url", entry.url());
        item.put("title", entry.title());
        if (!entry.summary().isEmpty()) {
            item.put("summary", entry.summary());
        }
        item.put("content_html", feed.html(entry));
        entry.picture().ifPresent(picture -> item.put("image", picture.large()));
        item.put("date_published", entry.published().toString());
        item.put("date_modified", entry.updated().toString());
        return item;
    }
}
