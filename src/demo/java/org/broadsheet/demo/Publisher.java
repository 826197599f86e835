package org.broadsheet.demo;

import java.util.Arrays;

/** The invented trade press that the demo reads; each speaks one dialect of feeds. */
enum Publisher {
    JUNCTION_REVIEW("junction-review", "Junction Review", "Railways, roads and what connects them", "transport", "feed.rss", "#7a4b12"),
    NORTH_QUAY_TELEGRAPH("north-quay-telegraph", "North Quay Telegraph", "Ports and inland waters, Mondays to Saturdays", "transport", "feed.rss", "#1f4e6b"),
    THE_ASSAY("the-assay", "The Assay", "What was measured this week", "science", "feed.atom", "#5b2a63"),
    COUNTING_HOUSE_NOTES("counting-house-notes", "Counting House Notes", "Money in public works", "money", "feed.json", "#2d5a34");

    final String slug;
    final String title;
    final String strapline;
    /** Slug of the section of the demo's publication that takes its articles. */
    final String section;
    final String feed;
    final String accent;

    Publisher(String slug, String title, String strapline, String section, String feed, String accent) {
        this.slug = slug;
        this.title = title;
        this.strapline = strapline;
        this.section = section;
        this.feed = feed;
        this.accent = accent;
    }

    static Publisher of(String slug) {
        return Arrays.stream(values()).filter(publisher -> publisher.slug.equals(slug)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no publisher " + slug));
    }

    String feedPath() {
        return "/" + slug + "/" + feed;
    }
}
