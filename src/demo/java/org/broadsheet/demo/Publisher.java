package org.broadsheet.demo;

import java.util.Arrays;

/** The invented trade press that the demo reads; each speaks one dialect of feeds, and is read in one of the ways that there are. */
enum Publisher {
    JUNCTION_REVIEW("junction-review", "Junction Review", "Railways, roads and what connects them", "transport", "feed.rss", "#7a4b12", Way.FEED),
    NORTH_QUAY_TELEGRAPH("north-quay-telegraph", "North Quay Telegraph", "Ports and inland waters, Mondays to Saturdays", "transport", "feed.rss", "#1f4e6b", Way.SITE),
    THE_ASSAY("the-assay", "The Assay", "What was measured this week", "science", "feed.atom", "#5b2a63", Way.PAGE),
    COUNTING_HOUSE_NOTES("counting-house-notes", "Counting House Notes", "Money in public works", "money", "feed.json", "#2d5a34", Way.FEED);

    /** How it is read. */
    enum Way {
        /** By the address of its feed. */
        FEED,
        /** By the address of its site, so that its feed is to be found. */
        SITE,
        /** As a page of links to articles, as if it had no feed. */
        PAGE
    }

    final String slug;
    final String title;
    final String strapline;
    /** Slug of the section of the demo's publication that takes its articles. */
    final String section;
    final String feed;
    final String accent;
    final Way way;

    Publisher(String slug, String title, String strapline, String section, String feed, String accent, Way way) {
        this.slug = slug;
        this.title = title;
        this.strapline = strapline;
        this.section = section;
        this.feed = feed;
        this.accent = accent;
        this.way = way;
    }

    static Publisher of(String slug) {
        return Arrays.stream(values()).filter(publisher -> publisher.slug.equals(slug)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no publisher " + slug));
    }

    String feedPath() {
        return "/" + slug + "/" + feed;
    }

    /** The path that an operator would paste. */
    String pastedPath() {
        return way == Way.FEED ? feedPath() : "/" + slug + "/";
    }
}
