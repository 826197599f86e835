package org.broadsheet.article;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of summaries. */
@ConfigMapping(prefix = "broadsheet.summaries")
public interface SummaryConfig {

    Model model();

    /** A language model at any address that speaks the chat completions of OpenAI. */
    interface Model {

        /** Base of the address, for instance {@code https://api.example.com/v1}; {@code /chat/completions} is added. Without it no model is asked. */
        Optional<String> url();

        /** Sent as a bearer token. */
        Optional<String> key();

        @WithDefault("default")
        String name();

        /** CIDRs that the model may be reached in although they are private. Feeds and pictures gain nothing by them. */
        Optional<List<String>> allowedNetworks();

        /** How long an answer may take. */
        @WithDefault("PT20S")
        Duration timeout();

        /** Questions at the same time from this node. */
        @WithDefault("2")
        int connections();

        /** Questions a day, by all nodes together. */
        @WithDefault("500")
        int perDay();

        /** How many days the answer for the same text is kept. */
        @WithDefault("30")
        int cacheDays();
    }
}
