package org.broadsheet.site;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.edition.ArchivePage;
import org.broadsheet.edition.Cards;
import org.broadsheet.edition.Digest;
import org.broadsheet.edition.EditionPage;
import org.broadsheet.edition.FrontPage;
import org.broadsheet.edition.SampleDigest;
import org.broadsheet.edition.StoryPage;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.subscriber.CheckInboxPage;
import org.broadsheet.subscriber.Choice;
import org.broadsheet.subscriber.ConfirmPage;
import org.broadsheet.subscriber.ConfirmUnknownPage;
import org.broadsheet.subscriber.ConfirmedPage;
import org.broadsheet.subscriber.EmbedPage;
import org.broadsheet.subscriber.PreferencesPage;
import org.broadsheet.subscriber.ReaderForm;
import org.broadsheet.subscriber.SignupPage;
import org.broadsheet.subscriber.UnsubscribePage;
import org.broadsheet.subscriber.UnsubscribedPage;
import org.broadsheet.subscriber.ZoneRegion;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.MessagePage;

/** Every page with everything it can show, and with as little as it may; all names and news are invented. */
final class SamplePages {

    /** A page and the template that it goes with. */
    record Sample(String name, String template, Object page) {
    }

    static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Cards CARDS = new Cards("https://news.lattice-gauge.example");
    private static final Instant PUBLISHED = Instant.parse("2026-11-24T06:00:00Z");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** Everything that cleaning leaves in a text. */
    private static final String FULL_TEXT = """
            <p>Nineteen railways will draw up the night timetable at <a href="https://kattegat-rail-wire.example/desk" rel="noopener">one desk in Luxembourg</a>. Until now each planned
            its own stretch, and a train that was late at the first frontier lost its path at the next.</p>
            <h2>What changes in 2028</h2>
            <ul><li>One request for a path, whatever the number of networks.</li><li>One price, published in March, <em>before</em> the berths go on sale.</li></ul>
            <blockquote><p>We used to fax each other. I wish I were joking.</p><p>A planner at the desk</p></blockquote>
            <h3>Paths by night, per year</h3>
            <table><thead><tr><th>Corridor</th><th>2026</th><th>2028</th></tr></thead><tbody><tr><td>Brussels to Vienna</td><td>104</td><td>312</td></tr>
            <tr><td>Hamburg to Malmö</td><td>156</td><td>365</td></tr></tbody></table>
            <ol><li>Plan</li><li>Run</li></ol><pre>desk --night --corridor=3</pre><hr><p>The desk opens in June.</p>""";

    private SamplePages() {
    }

    static Masthead rich() {
        return masthead("Lattice & Gauge", "European science and transport policy, every working morning", "en-GB", "ltr");
    }

    private static Masthead masthead(String name, String strapline, String language, String direction) {
        return new Masthead(name, "lattice-gauge", strapline, language, direction,
                List.of(new Masthead.Phone("Newcastle", "+44 1632 960 214", "+441632960214"), new Masthead.Phone("Brussels", "+32 2 555 01 48", "+3225550148")),
                "Lattice & Gauge Publishing Ltd", List.of("Causeway Steps 12, Newcastle upon Tyne NE99 9ZZ, United Kingdom", "Rue du Vernier 8, 1000 Brussels, Belgium"),
                "/lattice-gauge").with(Optional.empty(), "https://lattice-gauge.example/privacy");
    }

    /** With a logo in place of the name. */
    static Masthead emblem() {
        return rich().with(Optional.of(new Masthead.Logo("/pictures/logo.svg", "/pictures/logo-dark.svg", 320, 64, "Lattice & Gauge")), "https://lattice-gauge.example/privacy");
    }

    static Masthead german() {
        return masthead("Rundschau für Laborpolitik & Verkehr", "Wissenschaft und Verkehr in Europa, jeden Werktag", "de-DE", "ltr");
    }

    static Masthead french() {
        return masthead("Méridienne", "Science et transports en Europe, chaque matin ouvré", "fr", "ltr");
    }

    static Masthead arabic() {
        return masthead("الشبكة والمقياس", "سياسة العلوم والنقل كل صباح عمل", "ar", "rtl");
    }

    /** A publication that says nothing about itself but its name. */
    static Masthead poor() {
        return new Masthead("Notes", "notes", "", "en", "ltr", List.of(), "A. Publisher", List.of(), "/notes");
    }

    static List<Sample> all() {
        var samples = new ArrayList<Sample>();
        samples.add(new Sample("signup", "web/signup", signup(rich(), Map.of(), "", Optional.of(sample()))));
        samples.add(new Sample("signup-problems", "web/signup", signup(rich(), problems(rich()), "reader@example", Optional.of(sample()))));
        samples.add(new Sample("signup-de", "web/signup", signup(german(), Map.of("email", german().words().emailMissing()), "", Optional.empty())));
        samples.add(new Sample("signup-fr", "web/signup", signup(french(), Map.of(), "", Optional.of(sample()))));
        samples.add(new Sample("signup-ar", "web/signup", signup(arabic(), Map.of(), "", Optional.of(sample()))));
        samples.add(new Sample("signup-poor", "web/signup", new SignupPage(poor(), "", "", poorForm("/notes/subscribe", Map.of()), "We keep your address.", Optional.empty())));
        samples.add(new Sample("embed", "web/embed", new EmbedPage(rich(), when(rich()), form(rich(), Map.of(), ""), consent(rich()))));
        samples.add(new Sample("checkInbox", "web/checkInbox", new CheckInboxPage(rich(), "news@lattice-gauge.example", Duration.ofHours(72))));
        samples.add(new Sample("checkInbox-de", "web/checkInbox", new CheckInboxPage(german(), "news@lattice-gauge.example", Duration.ofHours(1))));
        samples.add(new Sample("confirm", "web/confirm", new ConfirmPage(rich(), "/confirm/k7Qm2vX9tR4c", when(rich()))));
        samples.add(new Sample("confirm-poor", "web/confirm", new ConfirmPage(poor(), "/confirm/k7Qm2vX9tR4c", "")));
        samples.add(new Sample("confirmed", "web/confirmed", new ConfirmedPage(rich(), next(rich()), "news@lattice-gauge.example", "/preferences/k7Qm2vX9tR4c",
                Optional.of(new Link(rich().words().readInFull(1407), "/lattice-gauge/editions/1407")))));
        samples.add(new Sample("confirmed-poor", "web/confirmed", new ConfirmedPage(poor(), "", "news@example.org", "", Optional.empty())));
        samples.add(new Sample("confirmUnknown", "web/confirmUnknown", ConfirmUnknownPage.of(rich())));
        samples.add(new Sample("confirmUnknown-poor", "web/confirmUnknown", new ConfirmUnknownPage(Masthead.ofServer("news.example.org", "en"), List.of())));
        samples.add(new Sample("unsubscribe", "web/unsubscribe", new UnsubscribePage(rich(), "/unsubscribe/k7Qm", "a…@example.org", "/preferences/k7Qm")));
        samples.add(new Sample("unsubscribe-poor", "web/unsubscribe", new UnsubscribePage(Masthead.ofServer("news.example.org", "en"), "/unsubscribe/k7Qm", "", "")));
        samples.add(new Sample("unsubscribed", "web/unsubscribed", new UnsubscribedPage(rich(), "/unsubscribe/k7Qm", "undo")));
        samples.add(new Sample("unsubscribed-poor", "web/unsubscribed", new UnsubscribedPage(poor(), "", "")));
        samples.add(new Sample("preferences", "web/preferences", preferences(Map.of(), PreferencesPage.State.SAVED, "2026-12-03")));
        samples.add(new Sample("preferences-problems", "web/preferences",
                preferences(Map.of("pausedUntil", rich().words().pauseInPast()), PreferencesPage.State.FRESH, "2026-11-03")));
        samples.add(new Sample("preferences-poor", "web/preferences", new PreferencesPage(poor(), "a…@example.org", poorForm("/preferences/k7Qm", Map.of()),
                new PreferencesPage.Pause("", TODAY.plusDays(1), TODAY.plusYears(1)), "/unsubscribe/k7Qm", PreferencesPage.State.FRESH)));
        samples.add(new Sample("front", "web/front", front(rich(), digest(true, true))));
        samples.add(new Sample("front-poor", "web/front", new FrontPage(poor(), CARDS.front(poor(), Optional.empty()), Optional.empty(), new FrontPage.Join(poor().words().nextEditionUnknown(), poor().words().joinTerms(""), poor().words().pausedForNow()), List.of(), Optional.empty())));
        samples.add(new Sample("front-de", "web/front", front(german(), digest(true, false))));
        samples.add(new Sample("front-ar", "web/front", front(arabic(), digest(true, true))));
        samples.add(new Sample("front-single", "web/front", front(rich(), single(), List.of())));
        samples.add(new Sample("front-briefs", "web/front", front(rich(), digest(false, true), List.of())));
        samples.add(new Sample("edition", "web/edition", edition(digest(true, true))));
        samples.add(new Sample("edition-briefless", "web/edition", edition(digest(true, false))));
        samples.add(new Sample("edition-leadless", "web/edition", edition(digest(false, true))));
        samples.add(new Sample("edition-poor", "web/edition", EditionPage.of(poor(), single(), CARDS.edition(poor(), single(), PUBLISHED), Optional.empty(), Optional.empty())));
        samples.add(new Sample("edition-blocks", "web/edition", EditionPage.of(emblem(), SampleDigest.rich(), CARDS.edition(emblem(), SampleDigest.rich(), PUBLISHED),
                Optional.of(new Link("No. 1,406, Monday 23 November 2026", "/lattice-gauge/editions/1406")), Optional.empty())));
        samples.add(new Sample("front-logo", "web/front", front(emblem(), SampleDigest.rich())));
        samples.add(new Sample("front-es", "web/front", front(masthead("Cuaderno & Vía", "Ciencia y transporte en Europa", "es", "ltr"), digest(true, true))));
        samples.add(new Sample("signup-nl", "web/signup", signup(masthead("Rooster & Spoor", "Wetenschap en vervoer in Europa", "nl", "ltr"), Map.of(), "", Optional.of(sample()))));
        samples.add(new Sample("archive", "web/archive", new ArchivePage(rich(), "/lattice-gauge/archive/77", FrontPage.Month.of(days()),
                Optional.of(new Link(rich().words().earlierEditions(), "/lattice-gauge/archive/17")))));
        samples.add(new Sample("story-corrected", "web/story", corrected()));
        samples.add(new Sample("story-ar", "web/story", arabicStory()));
        samples.add(new Sample("edition-ar", "web/edition", EditionPage.of(arabic(), digest(true, true), CARDS.edition(arabic(), digest(true, true), PUBLISHED), Optional.empty(), Optional.empty())));
        samples.add(new Sample("gone", "web/message", MessagePage.gone(rich())));
        samples.add(new Sample("story", "web/story", story()));
        samples.add(new Sample("story-poor", "web/story", StoryPage.of(poor(), item("9", "", "A headline and nothing else", "", "", "", 0, "", List.of()), CARDS.story(poor(), item("9", "", "A headline and nothing else", "", "", "", 0, "", List.of()), Optional.empty()), "", "", List.of(), Optional.empty())));
        samples.add(new Sample("notFound", "web/message", MessagePage.notFound(rich())));
        samples.add(new Sample("tooMany", "web/message", MessagePage.tooMany(poor(), Duration.ofSeconds(90))));
        samples.add(new Sample("failed", "web/message", MessagePage.failed(Masthead.ofServer("Broadsheet", "en"), "7f3a-19c2")));
        samples.add(new Sample("home", "web/home", new HomePage(Masthead.ofServer("Broadsheet", "en"), List.of(
                new HomePage.Paper(rich(), when(rich()), Optional.of(new Link("Nineteen railways agree to plan every sleeper at one desk", "/lattice-gauge/editions/1407"))),
                new HomePage.Paper(german(), when(german()), Optional.empty()), new HomePage.Paper(arabic(), when(arabic()), Optional.empty())))));
        samples.add(new Sample("home-poor", "web/home", new HomePage(Masthead.ofServer("Broadsheet", "en"), List.of())));
        samples.addAll(SampleDesk.all());
        return samples;
    }

    private static String when(Masthead masthead) {
        return masthead.words().whenInZone(masthead.words().days(WEEKDAYS), masthead.words().times(List.of(LocalTime.of(7, 0))), BRUSSELS) + " " + masthead.words().tooLittle();
    }

    private static String next(Masthead masthead) {
        var now = ZonedDateTime.of(TODAY, LocalTime.of(9, 30), BRUSSELS);
        return masthead.words().nextEdition(now.plusDays(1).with(LocalTime.of(7, 0)), now);
    }

    private static String consent(Masthead masthead) {
        return masthead.words().consent(masthead.legalName(), masthead.name());
    }

    private static Map<String, String> problems(Masthead masthead) {
        var problems = new LinkedHashMap<String, String>();
        problems.put("timeZone", masthead.words().timeZoneUnknown());
        problems.put("email", masthead.words().emailMalformed());
        problems.put("section", masthead.words().sectionUnknown());
        problems.put("name", masthead.words().nameTooLong(120));
        return problems;
    }

    private static ReaderForm form(Masthead masthead, Map<String, String> problems, String email) {
        return new ReaderForm("/lattice-gauge/subscribe", email, email.isEmpty() ? "" : "A. \"Reader\" <b>",
                List.of(new Choice("science", "Science", false), new Choice("money", "Money", true), new Choice("transport", "Transport", false)),
                List.of(new Choice("en", "English", true), new Choice("de", "Deutsch", false), new Choice("fr", "Français", false)),
                ZoneRegion.all(BRUSSELS, masthead.words()), Map.of("form", "1795510800.c2ln"), problems);
    }

    private static ReaderForm poorForm(String action, Map<String, String> problems) {
        return new ReaderForm(action, "", "", List.of(), List.of(new Choice("en", "English", true)), ZoneRegion.all(ZoneId.of("US/Eastern"), poor().words()), Map.of(), problems);
    }

    private static SignupPage signup(Masthead masthead, Map<String, String> problems, String email, Optional<SignupPage.Sample> sample) {
        return new SignupPage(masthead, "What laboratories, railways and ports will argue about today, in the time it takes to drink a coffee.", when(masthead),
                form(masthead, problems, email), consent(masthead), sample);
    }

    private static SignupPage.Sample sample() {
        return new SignupPage.Sample(1407, TODAY, "/lattice-gauge/editions/1407", "Night trains", "Nineteen railways agree to plan every sleeper at one desk",
                "A shared office in Luxembourg will draw the night timetable from 2028. It can promise a path, though not yet a locomotive.", "/pictures/rails.jpg",
                "Four railway tracks curve away under overhead wires into an orange dusk; one signal shows green.",
                List.of(new SignupPage.Headline("Crystal archives will open, but only to those who give back", "Science"),
                        new SignupPage.Headline("The next collider is costed, without its electricity", "Money"),
                        new SignupPage.Headline("Harbours that plug in their ships may keep the carbon money", "Transport"),
                        new SignupPage.Headline("Toll by axle, hour and gradient: the passes try arithmetic", "")));
    }

    private static PreferencesPage preferences(Map<String, String> problems, PreferencesPage.State state, String pause) {
        return new PreferencesPage(rich(), "a…@example.org", form(rich(), problems, ""), new PreferencesPage.Pause(pause, TODAY.plusDays(1), TODAY.plusYears(1)),
                "/unsubscribe/k7Qm2vX9tR4c", state);
    }

    private static FrontPage front(Masthead masthead, Digest digest) {
        return front(masthead, digest, days());
    }

    private static List<FrontPage.Day> days() {
        return List.of(
                FrontPage.Day.edition(LocalDate.of(2026, 11, 23), 1406, "Auditors find eleven tunnels with one owner too many",
                        List.of("A polar ship without a home port", "Peer review by the hour", "Tram-trains, again")),
                FrontPage.Day.edition(LocalDate.of(2026, 11, 20), 1405, "The reactor that makes medicine asks for a second fuel supplier",
                        List.of("Lorry drivers’ rest areas get a map", "Seven patents on one brake", "A bridge is weighed")),
                FrontPage.Day.without(LocalDate.of(2026, 11, 18), "fewer than three new stories by six o’clock"),
                FrontPage.Day.edition(LocalDate.of(2026, 10, 30), 1391, "Research ministers settle on a number, and leave out the year", List.of()));
    }

    private static FrontPage front(Masthead masthead, Digest digest, List<FrontPage.Day> days) {
        return new FrontPage(masthead, CARDS.front(masthead, Optional.of(digest)), Optional.of(FrontPage.Latest.of(digest, masthead)),
                new FrontPage.Join(next(masthead), masthead.words().joinTerms(masthead.words().days(WEEKDAYS)), ""), FrontPage.Month.of(days),
                days.isEmpty() ? Optional.empty() : Optional.of(new Link(masthead.words().earlierEditions(), "/lattice-gauge/archive/77")));
    }

    private static EditionPage edition(Digest digest) {
        return EditionPage.of(rich(), digest, CARDS.edition(rich(), digest, PUBLISHED), Optional.of(new Link("No. 1,406, Monday 23 November 2026", "/lattice-gauge/editions/1406")),
                Optional.of(new Link("No. 1,408, Wednesday 25 November 2026", "/lattice-gauge/editions/1408")));
    }

    private static StoryPage story() {
        return StoryPage.of(rich(), lead(), CARDS.story(rich(), lead(), Optional.of(PUBLISHED)), "Transport", FULL_TEXT, List.of(
                new StoryPage.Report("Kattegat Rail Wire", "Nineteen railways agree to plan every sleeper at one desk", "https://kattegat-rail-wire.example/desk",
                        Optional.of(ZonedDateTime.of(TODAY, LocalTime.of(5, 40), BRUSSELS)), ""),
                new StoryPage.Report("Laborpolitik", "Ein Schreibtisch für alle Nachtzüge", "https://laborpolitik.example/nachtzug",
                        Optional.of(ZonedDateTime.of(TODAY, LocalTime.of(6, 10), BRUSSELS)), "de"),
                new StoryPage.Report("", "Our own note on the sleeper desk", "javascript:alert(1)", Optional.empty(), "")),
                Optional.of(new Link("No. 1,407, Tuesday 24 November 2026", "/lattice-gauge/editions/1407")));
    }

    private static StoryPage corrected() {
        var lead = lead();
        var item = new Digest.Item(lead.id(), lead.url(), lead.kicker(), lead.headline(), lead.standfirst(), lead.summary(), lead.source(), lead.minutes(), lead.picture(), lead.others(), "",
                Optional.of(new Digest.Correction("An earlier version said that seventeen railways had signed. They were nineteen.", TODAY)));
        return StoryPage.of(rich(), item, CARDS.story(rich(), item, Optional.of(PUBLISHED)), "Transport", "", List.of(), Optional.empty());
    }

    private static StoryPage arabicStory() {
        var item = new Digest.Item("1", "https://example.org/1", "قطارات", "تسعة عشر خطا للسكك الحديدية تتفق على مكتب واحد", "مكتب مشترك في لوكسمبورغ يرسم جدول الليل ابتداء من 2028.",
                "يأخذ مكتب واحد الطلب ويحجز المسار عند كل حدود ويجيب في تسعين يوما.", "Kattegat Rail Wire", 7, lead().picture(), List.of(), "",
                Optional.of(new Digest.Correction("ذكرت نسخة سابقة سبعة عشر خطا.", TODAY)));
        return StoryPage.of(arabic(), item, CARDS.story(arabic(), item, Optional.of(PUBLISHED)), "النقل", "", List.of(), Optional.empty());
    }

    private static Digest single() {
        return digest(Optional.of(item("1", "", "One story, and no picture of it", "", "The whole news of the day in two sentences. This is the second.", "A Source", 1, "", List.of())),
                List.of(), List.of());
    }

    static Digest digest(boolean withLead, boolean withBriefs) {
        var science = List.of(
                item("2", "Open data", "Crystal archives will open, but only to those who give back", "",
                        "Six synchrotrons will publish every structure they measure within a year. Laboratories that keep their own data closed lose their place in the queue for beam time.",
                        "Méridienne", 4, "lattice", List.of()),
                item("3", "Grants", "Evaluators ask to be told when a machine wrote the proposal", "",
                        "Most of 2,100 panel members can live with drafted prose, a survey finds; what they resent is reading the same paragraph in nine proposals. The agencies’ working group would have applicants say so, in one line.",
                        "Laborpolitik", 3, "", List.of()));
        var money = List.of(item("4", "Colliders", "The next collider is costed, without its electricity", "",
                "The figure covers tunnel, magnets and cryogenics. Twenty years of power would add a third, and nobody was asked.", "Beacon Research Notes", 5, "rings", List.of()));
        var transport = List.of(
                item("5", "Waterways", "Inland ports want locks counted as climate works", "",
                        "A lock that saves water in August is adaptation, twelve river ports argue. The auditors call it maintenance.", "The Quay Letter", 3, "lock", List.of()),
                item("6", "Ports", "Harbours that plug in their ships may keep the carbon money", "",
                        "A draft would let ports spend what emissions trading earns from shipping on cables to the quay and, where the wind allows, on turbines.",
                        "Ostend Freight Courant", 4, "turbines", List.of()),
                item("7", "Alpine freight", "Toll by axle, hour and gradient: the passes try arithmetic", "",
                        "Four mountain regions will charge lorries by what the climb costs them. Hauliers reckon that a crossing at noon will be €31 dearer, and one at midnight €9 cheaper.",
                        "Rhine Corridor Bulletin", 3, "pass", List.of()));
        var briefs = List.of(item("10", "", "Cargo bicycles up to 250\u00a0kg get a standard and, with it, insurance", "", "", "Pedal & Parcel", 2, "", List.of()),
                item("11", "", "Two weather services merge their lightning detectors", "", "", "Laborpolitik", 2, "", List.of()),
                item("12", "", "Rail unions accept one language test for drivers who cross a border", "", "", "Kattegat Rail Wire", 1, "", List.of()),
                item("13", "", "Antarctic ice core reaches its freezer nine months late, and intact", "", "", "Méridienne", 2, "", List.of()),
                item("14", "", "Inspectors may read lorry tachographs from the roadside by March", "", "", "", 2, "", List.of()));
        return digest(withLead ? Optional.of(lead()) : Optional.empty(),
                withLead ? List.of(new Digest.Group("Science", science), new Digest.Group("Money", money), new Digest.Group("Transport", transport)) : List.of(),
                withBriefs ? briefs : List.of());
    }

    private static Digest digest(Optional<Digest.Item> lead, List<Digest.Group> sections, List<Digest.Item> briefs) {
        return new Digest("en-GB", "ltr", "Subject", "A shared office in Luxembourg will draw the night timetable from 2028.", MailTheme.DEFAULT,
                new Digest.Masthead("Lattice & Gauge", "", "https://news.lattice-gauge.example/lattice-gauge", List.of(), "#7a1f2b", "#e7a3a5", Optional.empty()), 1407, TODAY, lead,
                sections, briefs, List.of(), new Digest.Footer("Lattice & Gauge Publishing Ltd", List.of(), "https://news.lattice-gauge.example/lattice-gauge/editions/1407", "", "", "", Optional.empty()));
    }

    private static Digest.Item lead() {
        return item("1", "Night trains", "Nineteen railways agree to plan every sleeper at one desk",
                "A shared office in Luxembourg will draw the night timetable from 2028. It can promise a path, though not yet a locomotive.",
                "An operator who wants to run a sleeper through four countries must ask four networks for a slot, in four formats, up to eighteen months ahead. Under the accord signed in Ghent last night, one desk takes the request, holds the slot at every border and answers within ninety days. Freight keeps a veto between one and four in the morning, and three networks stayed outside.",
                "Kattegat Rail Wire", 7, "rails",
                List.of(new Digest.Other("Ostend Freight Courant", "https://ostend-freight-courant.example/one-desk"),
                        new Digest.Other("Rhine Corridor Bulletin", "https://rhine-corridor-bulletin.example/night-paths"), new Digest.Other("Bad Wire", "javascript:alert(1)")));
    }

    private static Digest.Item item(String id, String kicker, String headline, String standfirst, String summary, String source, int minutes, String picture,
            List<Digest.Other> others) {
        var base = "https://news.lattice-gauge.example/pictures/";
        var illustration = picture.isEmpty() ? Optional.<Digest.Illustration>empty()
                : Optional.of(new Digest.Illustration(base + picture + ".jpg", base + picture + ".jpg", "A picture of " + picture + ", as seen",
                        "The throat of the yard at dusk: four tracks and, until now, four planners.", "Illustration: Lumen Bureau"));
        return new Digest.Item(id, "https://example.org/" + id, kicker, headline, standfirst, summary, source, minutes, illustration, others, "");
    }
}
