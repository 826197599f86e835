package org.broadsheet.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.broadsheet.edition.DraftDesk;
import org.broadsheet.edition.EditionItem;
import org.broadsheet.edition.Suggestions;

/** The operator's pages with everything they can show, and with as little as they may. */
final class SampleDesk {

    private static final Instant NOW = Instant.parse("2026-11-24T06:12:00Z");
    private static final AdminHead HEAD = new AdminHead(NOW, "/admin/logout");
    private static final Tally SENDING = new Tally(48_210, 31_402, 500, 16_204, 61, 12, 28, 0, 3);
    private static final Tally SENT = new Tally(48_190, 0, 0, 48_160, 0, 9, 21, 0, 0);

    private SampleDesk() {
    }

    static List<SamplePages.Sample> all() {
        return List.of(new SamplePages.Sample("admin-login", "admin/login", new LoginPage("/admin/login", "", LoginPage.Token.SET)),
                new SamplePages.Sample("admin-login-problem", "admin/login", new LoginPage("/admin/login", "That is not the admin token.", LoginPage.Token.SET)),
                new SamplePages.Sample("admin-login-missing", "admin/login", new LoginPage("/admin/login", "", LoginPage.Token.MISSING)),
                new SamplePages.Sample("admin-dashboard", "admin/dashboard", rich()),
                new SamplePages.Sample("admin-dashboard-poor", "admin/dashboard", new DashboardPage(HEAD, "", List.of(), relay(DashboardPage.Relay.State.READY), List.of(poor()), DashboardPage.Pasted.NOTHING)),
                new SamplePages.Sample("admin-dashboard-empty", "admin/dashboard",
                        new DashboardPage(HEAD, "", List.of(), new DashboardPage.Relay(DashboardPage.Relay.State.MISSING, ""), List.of(), DashboardPage.Pasted.NOTHING)),
                new SamplePages.Sample("admin-source", "admin/source", troubled()),
                new SamplePages.Sample("admin-source-poor", "admin/source", new AdminSourcePage(HEAD, "Notes", "new-source.example", "https://new-source.example/", "It was never read. The next try is due.",
                        "", "", "", List.of(), List.of(), "", Optional.empty(), List.of(), List.of(), "None yet.", List.of(), "/admin/sources/3")),
                new SamplePages.Sample("admin-edition", "admin/edition", edition()),
                new SamplePages.Sample("admin-edition-poor", "admin/edition", new AdminEditionPage(HEAD, "", "Notes", 0, "REGULAR", "SKIPPED", "Too few new stories: 2 of 3", "Notes",
                        "", "", "", "", new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0), List.of(), List.of(), "", Optional.empty(), List.of(), List.of(), Optional.empty(), "/admin/editions/7")),
                new SamplePages.Sample("admin-draft", "admin/edition", draft(List.of())),
                new SamplePages.Sample("admin-draft-problems", "admin/edition", draft(List.of(
                        new AdminDraft.Problem("", "Somebody else changed this draft meanwhile. What you typed stands below; save it again to put it in place of what is there."),
                        new AdminDraft.Problem("headline-12", "Story 2, headline: must have 1 to 300 characters")))),
                new SamplePages.Sample("admin-draft-poor", "admin/edition", poorDraft()));
    }

    private static DashboardPage rich() {
        return new DashboardPage(HEAD, "No. 1,408 is paused. Copies that a server already has in hand still go.", List.of(
                new DashboardPage.Problem("Mail relay", "The relay smtp.example.net:587 does not serve us since 05:58: 421 4.7.0 Try again later", "Copies wait; the next try is in 40 seconds."),
                new DashboardPage.Problem("Mail template refused", "mail/digest.html, line 12, column 4: section end tag found for unclosed section", "The last good one stays in use.")),
                relay(DashboardPage.Relay.State.TROUBLED), List.of(paper(), poor()),
                new DashboardPage.Pasted("lattice-gauge", "file:///etc/passwd", "transport", "only http and https addresses are visited"));
    }

    private static DashboardPage.Relay relay(DashboardPage.Relay.State state) {
        return new DashboardPage.Relay(state, "smtp.example.net:587");
    }

    private static DashboardPage.Paper paper() {
        return new DashboardPage.Paper("Lattice & Gauge", "lattice-gauge", "Monday to Friday at 07:00", ZoneId.of("Europe/Brussels"), Optional.of(Instant.parse("2026-11-25T06:00:00Z")),
                "Each reader gets it by his own clock.", new DashboardPage.Readers(48_210, 37, 412, 3_120),
                List.of(new Action("Make a draft", "of Lattice & Gauge", "/admin/lattice-gauge/draft", false), new Action("Put together and send now", "of Lattice & Gauge", "/admin/lattice-gauge/send", true)),
                List.of(new DashboardPage.Choice("science", "Science"), new DashboardPage.Choice("transport", "Transport")),
                List.of(source("Kattegat Rail Wire", "https://kattegat-rail-wire.example/feed.xml", "", 12),
                        source("Laborpolitik", "https://laborpolitik.example/", "The server answered 503 Service Unavailable and asks to come back in an hour", 190),
                        new DashboardPage.SourceRow("new-source.example", "/admin/sources/3", "https://new-source.example/a/very/long/path/that/goes/on/and/on/without/any/end?and=query", "AUTO", Optional.empty(), "", Optional.of(NOW.plusSeconds(30)))),
                List.of(new DashboardPage.EditionRow(1408, "REGULAR", "SENDING", "The relay does not take mail; copies wait", "Nineteen railways agree to plan every sleeper at one desk", Optional.of(NOW.minusSeconds(720)),
                        "/admin/editions/9", Optional.of(SENDING), List.of(action("Pause", "pause"), action("Cancel", "cancel"))),
                        new DashboardPage.EditionRow(1407, "REGULAR", "SENT", "", "Auditors find eleven tunnels with one owner too many", Optional.of(NOW.minusSeconds(90_000)),
                                "/admin/editions/8", Optional.of(SENT), List.of(action("Try the failed again", "retry-failed"))),
                        new DashboardPage.EditionRow(0, "REGULAR", "SKIPPED", "Too few new stories: 2 of 3", "", Optional.of(NOW.minusSeconds(200_000)), "/admin/editions/7", Optional.empty(), List.of()),
                        new DashboardPage.EditionRow(0, "SPECIAL", "DRAFT", "", "A special on locks", Optional.empty(), "/admin/editions/6", Optional.empty(), List.of(action("Send", "send"), action("Cancel", "cancel")))));
    }

    private static DashboardPage.Paper poor() {
        return new DashboardPage.Paper("Notes", "notes", "On request only", ZoneId.of("UTC"), Optional.empty(), "", new DashboardPage.Readers(0, 0, 0, 0), List.of(), List.of(), List.of(), List.of());
    }

    private static DashboardPage.SourceRow source(String title, String url, String problem, int minutes) {
        return new DashboardPage.SourceRow(title, "/admin/sources/1", url, "FEED", Optional.of(NOW.minusSeconds(minutes * 60L)), problem, Optional.of(NOW.plusSeconds(1_800)));
    }

    private static AdminSourcePage troubled() {
        return new AdminSourcePage(HEAD, "Lattice & Gauge", "Kattegat Rail Wire", "https://kattegat-rail-wire.example/a/very/long/path/that/goes/on/and/on/feed.xml",
                "Last read with success 3 hours ago; 2 tries in a row have failed since. The next try is in 12 minutes.",
                "kattegat-rail-wire.example answered 404: there is nothing at this address", "Open the address in a browser. If its news is elsewhere by now, add that address and remove this one.",
                "The source Rail Wire (https://kattegat-rail-wire.example/) is read at the same address. One of the two is enough.", List.of(new Action("Read it now", "Kattegat Rail Wire", "/admin/sources/1/refresh", true)),
                List.of(new AdminSourcePage.Fact("Kind", "FEED, found", "https://kattegat-rail-wire.example/feed.xml"), new AdminSourcePage.Fact("Section", "Transport", ""),
                        new AdminSourcePage.Fact("Read every", "45 minutes", "as often as it publishes; longer where it asks for that"),
                        new AdminSourcePage.Fact("Text shown", "summary and link", "with pictures"), new AdminSourcePage.Fact("Rules", "drop title (sponsored|advertorial); keep category ^rail$", "")),
                "3 new articles, 1 updated, 20 unchanged.", Optional.of(NOW.minusSeconds(10_000)),
                List.of(new AdminSourcePage.Problem("A date cannot be read: the day before yesterday", 212), new AdminSourcePage.Problem("2 entries are left out by the rules of this source", 0)),
                List.of(new AdminSourcePage.ArticleRow("Nineteen railways agree to plan every sleeper at one desk", "https://kattegat-rail-wire.example/desk", "/pictures/a-600.jpg",
                        "A shared office in Luxembourg will draw the night timetable from 2028.", Optional.of(NOW.minusSeconds(9_000)), "", "also reported by Laborpolitik and two more"),
                        new AdminSourcePage.ArticleRow("Toll by axle", "https://kattegat-rail-wire.example/toll", "", "", Optional.empty(),
                                "No picture: https://kattegat-rail-wire.example/toll.jpg: it is too small: 120 x 80 pixels", "its page is still to be read")), "",
                List.of(setting("section", "Section", "none", "Transport"), setting("text", "Text shown", "summary and link", "the first paragraphs", "all of it"),
                        setting("pages", "Articles’ pages", "read if needed", "always read", "never read")), "/admin/sources/1");
    }

    private static AdminSourcePage.Setting setting(String name, String label, String chosen, String... others) {
        return new AdminSourcePage.Setting(name, label, Stream.concat(Stream.of(new AdminSourcePage.Option("", chosen, AdminSourcePage.Option.Choice.CHOSEN)),
                Stream.of(others).map(other -> new AdminSourcePage.Option(other, other, AdminSourcePage.Option.Choice.OTHER))).toList());
    }

    private static Action action(String label, String path) {
        return new Action(label, "no. 1408", "/admin/editions/9/" + path, false);
    }

    private static AdminEditionPage edition() {
        return new AdminEditionPage(HEAD, "", "Lattice & Gauge", 1408, "REGULAR", "SENDING", "", "Lattice & Gauge", "Nineteen railways agree to plan every sleeper at one desk",
                "A shared office in Luxembourg will draw the night timetable from 2028.", "Tue 24 Nov, 07:00 Europe/Brussels", "/lattice-gauge/editions/1408", SENDING,
                List.of(action("Pause", "pause"), action("Cancel", "cancel")),
                List.of(new AdminEditionPage.Copy("reader@example.org", "failed", 1, "550 5.1.1 <reader@example.org>: Recipient address rejected: User unknown in virtual mailbox table",
                        "<1408.77.c2ln@news.lattice-gauge.example>", NOW.minusSeconds(300)),
                        new AdminEditionPage.Copy("", "unknown", 1, "", "<1408.78.c2ln@news.lattice-gauge.example>", NOW.minusSeconds(30))),
                "", Optional.empty(),
                List.of(new AdminEditionPage.Story("11", "Nineteen railways agree to plan every sleeper at one desk", "From 2028 one request will do.", "The desk opens in June.", "Kattegat Rail Wire",
                        List.of("Tue 24 Nov, 07:40 Europe/Brussels. An earlier version said eighteen railways."), ""),
                        new AdminEditionPage.Story("12", "Toll by axle, hour and gradient", "", "", "", List.of(), "Withdrawn on Tue 24 Nov, 07:55 Europe/Brussels: it named the wrong pass")),
                looks(), Optional.of(linting()), "/admin/editions/9");
    }

    private static AdminEditionPage draft(List<AdminDraft.Problem> problems) {
        var stories = List.of(new AdminDraft.Story("11", 1, "Night trains", "Nineteen railways agree to plan every sleeper at one desk", "From 2028 one request will do.",
                "Nineteen railways will draw up the night timetable at one desk.", "Kattegat Rail Wire", "https://kattegat-rail-wire.example/desk", EditionItem.Role.LEAD, "transport",
                AdminDraft.Pin.PINNED),
                new AdminDraft.Story("12", 2, "", problems.isEmpty() ? "Crystal archives will open, but only to those who give back" : "", "", "Whoever reads a structure leaves one.", "Laborpolitik",
                        "https://laborpolitik.example/1", EditionItem.Role.STORY, "science", AdminDraft.Pin.LOOSE),
                new AdminDraft.Story("13", 3, "", "Inspectors may read the logbook", "", "", "", "", EditionItem.Role.BRIEF, "", AdminDraft.Pin.LOOSE));
        var draft = new AdminDraft("/admin/editions/9/draft", 3, problems, "Nineteen railways agree to plan every sleeper at one desk", "From 2028 one request will do, whatever the number of networks.",
                new AdminDraft.Note("Good morning", "We moved the desk.\n\nIt is <b>warmer</b> here.", "The editor"), List.of(new AdminDraft.Other(1, "sponsor", "Instruments that survive the move")),
                new Suggestions(List.of(new Suggestions.Line("Nineteen railways agree to plan every sleeper at one desk", 57), new Suggestions.Line("Lattice & Gauge, 24 November 2026", 33)),
                        List.of(new Suggestions.Line("From 2028 one request will do, whatever the number of networks.", 63))),
                stories, List.of(new DraftDesk.Candidate("21", "31", "https://kattegat-rail-wire.example/toll", "", "Toll by axle, hour and gradient: the passes try arithmetic", "Kattegat Rail Wire", "", NOW),
                        new DraftDesk.Candidate("22", "32", "https://example.org/own", "", "Our own note", "", "", NOW)),
                List.of(new DashboardPage.Choice("science", "Science"), new DashboardPage.Choice("transport", "Transport")), AdminDraft.Refilling.OFFERED);
        return page(Optional.of(draft), "Lattice & Gauge", problems.isEmpty() ? "The draft is saved." : "");
    }

    private static AdminEditionPage poorDraft() {
        var story = new AdminDraft.Story("11", 1, "", "One thing happened", "", "", "", "", EditionItem.Role.LEAD, "", AdminDraft.Pin.LOOSE);
        return page(Optional.of(new AdminDraft("/admin/editions/9/draft", 0, List.of(), "One thing happened", "", AdminDraft.Note.NONE, List.of(), new Suggestions(List.of(), List.of()), List.of(story),
                List.of(), List.of(), AdminDraft.Refilling.NOT_OFFERED)), "Notes", "");
    }

    private static AdminEditionPage page(Optional<AdminDraft> draft, String paper, String notice) {
        return new AdminEditionPage(HEAD, notice, paper, 1409, "REGULAR", "DRAFT", "", paper, draft.get().subject(), draft.get().preheader(), "Wed 25 Nov, 07:00 Europe/Brussels", "",
                new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0), List.of(action("Approve", "approve"), action("Send now", "send"), action("Cancel", "cancel")), List.of(), "", draft, List.of(), looks(),
                Optional.of(linting()), "/admin/editions/9");
    }

    private static List<AdminEditionPage.Look> looks() {
        return List.of(new AdminEditionPage.Look("Desktop", "desk", "/api/v1/editions/9/preview?view=LIGHT"), new AdminEditionPage.Look("Phone", "phone", "/api/v1/editions/9/preview?view=LIGHT"),
                new AdminEditionPage.Look("Phone, dark", "phone", "/api/v1/editions/9/preview?view=DARK"), new AdminEditionPage.Look("Phone, pictures off", "phone", "/api/v1/editions/9/preview?view=BARE"),
                new AdminEditionPage.Look("Plain text", "text", "/api/v1/editions/9/preview?view=TEXT"));
    }

    private static Linting linting() {
        return new Linting("The HTML part has 42 kB of the 100 that Gmail shows.", List.of(
                new Linting.Group("1 error", List.of(new Linting.Row("A template's expression was left in the text: {{first_name}}", "HTML, line 88", "Dear {{first_name}}, nineteen railways", "everybody",
                        "A template's expression was left in the text; fill it, or mend the template."))),
                new Linting.Group("2 warnings", List.of(new Linting.Row("The link is not secure", "HTML, line 12, and 3 more", "<a href=\"http://kattegat-rail-wire.example/a/long/path/without/end\">", "Gmail, Outlook Windows and 3 more",
                        "Link to https://."), new Linting.Row("No postal address was recognised", "", "", "everybody", "Add the postal address of the publisher.")))));
    }
}
