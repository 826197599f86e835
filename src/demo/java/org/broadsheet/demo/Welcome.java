package org.broadsheet.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** What the demo tells its user, once all of it runs. */
record Welcome(DemoSettings settings, DemoFolder folder, String sourcesBase) {

    String text(FirstEdition.Outcome outcome, Duration took) throws IOException {
        var site = settings.publicUrl();
        var paper = site + "/" + Newspaper.SLUG;
        return """

                %s

                  Front page, signup    %s
                  Inbox                 %s
                  Archive               %s
                  API, to be tried      %s/q/swagger-ui
                  Admin                 %s/admin
                  Admin token           %s
                  Sources               %s/%s/ and others

                  Another edition:
                    curl -X POST -H "Authorization: Bearer $(cat '%s')" \\
                      -H 'Content-Type: application/json' -d '{"send":"NOW"}' %s/api/v1/publications/%s/editions

                Ctrl-C stops everything. Data and log stay in %s
                """.formatted(headline(outcome, took), paper, settings.inboxUrl(), archive(outcome, paper), site, site, folder.adminToken(),
                sourcesBase, Publisher.JUNCTION_REVIEW.slug, folder.tokenFile(), site, Newspaper.SLUG, folder.path());
    }

    private static String headline(FirstEdition.Outcome outcome, Duration took) {
        return switch (outcome) {
            case FirstEdition.Outcome.Arrived arrived -> String.format(Locale.ROOT,
                    "Tide & Tariff is out: the digest lies in the inbox, %.1f s after the start.", took.toMillis() / 1000.0);
            case FirstEdition.Outcome.Absent absent -> absent.why();
        };
    }

    private static String archive(FirstEdition.Outcome outcome, String paper) {
        return outcome instanceof FirstEdition.Outcome.Arrived(String number) && !number.isEmpty() ? paper + "/editions/" + number : paper;
    }
}
