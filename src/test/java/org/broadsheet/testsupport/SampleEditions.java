package org.broadsheet.testsupport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.broadsheet.edition.Digest;
import org.broadsheet.edition.Digest.Group;
import org.broadsheet.edition.Digest.Illustration;
import org.broadsheet.edition.Digest.Item;
import org.broadsheet.edition.Digest.Other;
import org.broadsheet.edition.Slot;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.publication.AccentColour;
import org.broadsheet.publication.Contact;

/** Invented editions, plain and awkward. */
public final class SampleEditions {

    public static final String PICTURES = "https://pictures.example/";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private SampleEditions() {
    }

    /** An ordinary day: a lead, three sections, one of them a pair, briefs. */
    public static Digest ordinary() {
        var lead = new Item("8f2k", "https://signal-box.example/2026/slots", "Timetables",
                "Nine small railways pool their clocks, and lose an hour", "The first joint "
                + "timetable starts in March. Connections that never met on paper will meet on the platform.",
                "For thirty years each of the nine has drawn its own graph, and passengers have paid for the gaps in waiting rooms. The pooled plan drops forty trains that "
                        + "nobody changed to and adds eleven that everybody asked for. Two unions want to see the night shifts first.",
                "The Signal Box", 6, picture("rails", "Four tracks curve away below overhead wires at dusk; a signal shows green.",
                        "The junction at Aldermoor, where six of the nine meet.", "Photograph: Ida Brandt"),
                List.of(other("Northern Platform"), other("Freight Ledger"), other("Quai 9"), other("Bahnblick"), other("Il Binario")), "");
        var materials = new Group("Laboratories", List.of(
                story("1", "Open data", "A crystal library asks its readers to bring a crystal",
                        "Whoever reads a structure must within a year leave one behind. Small "
                        + "laboratories say that they have been doing so for decades.", "Beamline Notes", 4, picture("lattice",
                                "Model of a crystal: pale and red atoms joined by rods.", "", "")),
                story("2", "Hiring", "Second thoughts about the five-year doctorate",
                        "Three faculties went back to four years. Their dean calls it arithmetic; the "
                        + "students call it rent.", "Campus Gazette", 3, Optional.empty())));
        var money = new Group("Money", List.of(
                story("3", "", "Lock keepers bill the drought",
                        "A lock that stands still for want of water still has a keeper, and eleven ports want him paid.",
                        "The Quay Letter", 3,
                        picture("lock", "From above: a barge waits behind closed lock gates.", "", "")),
                story("4", "", "What the new ring costs when it is switched off",
                        "Cooling never sleeps. A third of the bill falls due before the first particle does.",
                        "Ledger of Science", 5, picture("rings", "Rings of a particle detector, seen end on.", "", ""))));
        var ways = new Group("Sea and road", List.of(
                story("5", "Ports", "Ferries may plug in for free, if they leave on time",
                        "The harbour gives away the current and charges for the minutes.", "Freight Ledger", 2,
                        picture("turbines", "Wind turbines and a ship on a calm sea.", "", "")),
                story("6", "Passes", "The toll that counts brakes instead of wheels",
                        "Four valleys will weigh what a lorry does to the descent. Hauliers reckon with €12 more at noon "
                        + "and €4 less at night.", "Valley Courier", 3, picture("pass", "Headlights on a winding road below ridges.", "",
                                ""))));
        var briefs = List.of(brief("7", "Cargo bicycles get a weight limit and, with it, insurers"), brief("8",
                "Two weather services share one set of lightning masts"),
                brief("9", "Drivers who cross the border sit one language test instead of three"), brief("10",
                        "An ice core arrives nine months late and in one piece"));
        return digest("en-GB", "ltr", masthead("Quay & Signal", "What moves, and who pays for it, every working morning", contacts(2)),
                Optional.of(lead),
                List.of(materials, money, ways), briefs);
    }

    /** The least that an edition can be: one story without anything. */
    public static Digest oneStory() {
        var lead = new Item("1", "https://signal-box.example/1", "", "One thing happened", "", "", "", 0, Optional.empty(), List.of(), "");
        return digest("en-GB", "ltr", masthead("Plain", "", contacts(0)), Optional.of(lead), List.of(), List.of());
    }

    /** An edition of headlines only. */
    public static Digest briefsOnly() {
        return digest("en-GB", "ltr", masthead("Plain", "", contacts(1)), Optional.empty(), List.of(), List.of(brief("1", "First"),
                brief("2", "Second")));
    }

    /** Many stories in one section, with text, pictures and briefs. */
    public static Digest many(int stories, int briefs) {
        var items = IntStream.range(0, stories).mapToObj(i -> story("s" + i, i % 2 == 0 ? "Kicker " + i : "", "Headline number " + i
                + " of a very full day",
                "A summary that says in two sentences what happened. The second sentence says who had warned of it, and when, and why nobody listened.", "Source " + i % 7, i % 9,
                i % 3 == 0 ? Optional.<Illustration>empty() : picture("pass", "A road " + i, "", ""))).toList();
        return digest("en-GB", "ltr", masthead("Quay & Signal", "", contacts(3)), ordinary().lead(), List.of(new Group("", items)),
                IntStream.range(0, briefs).mapToObj(i -> brief("b" + i, "Brief " + i
                        + " in so many words, neither few nor too many of them")).toList());
    }

    /** Values as they come from outside: mark-up, quotes, emoji, endless words and addresses, wrong schemes. */
    public static Digest hostile() {
        var picture = picture("lock", "\" onerror=\"alert(1)", "<b>Caption</b> & 'quotes'",
                "Photograph: somebody with a name so long that no phone has a line for it, Agency & Sons");
        var lead = new Item("1", "javascript:alert(1)", "<script>alert(1)</script>",
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft tagt 🚢👩‍🚀",
                "{config:property('quarkus.datasource.password')} and {cdi:x}", "https://signal-box.example/"
                        + "very-long-path/".repeat(20) + " & more", "A \"Source\" & <Co>", 1,
                picture, List.of(new Other("<i>Evil</i>", "data:text/html,x")), "");
        var story = new Item("2", "https://signal-box.example/?a=1&b=\"x\"" + "y".repeat(300), "", "東京の港は静かだった。".repeat(6), "",
                "船は来ない。".repeat(60), "", 0, Optional.empty(), List.of(), "ja");
        return digest("en-GB", "ltr", masthead("Tom & \"Jerry's\" <Very> Considerable Gazette of Municipal Waterworks & Allied Trades",
                "A strapline & more", contacts(3)), Optional.of(lead),
                List.of(new Group("R&D <x>", List.of(story))), List.of(brief("3", "w".repeat(200))));
    }

    public static Digest digest(String language, String direction, Digest.Masthead masthead, Optional<Item> lead, List<Group> sections,
            List<Item> briefs) {
        return new Digest(language, direction, lead.map(Item::headline).orElse("Today in brief"), lead.map(Item::standfirst).orElse(""),
                MailTheme.DEFAULT, masthead, 1407, DAY, lead, sections, briefs, List.of(),
                new Digest.Footer("Quay & Signal Press Ltd", List.of("3 Ropewalk Steps, Aldermoor AL9 9ZZ", "United Kingdom"),
                        masthead.homeUrl() + "/editions/1407",
                        "https://news.example/preferences/" + Slot.TOKEN.mark(), "https://news.example/unsubscribe/" + Slot.TOKEN.mark(),
                        "You get this edition because you signed up for it and confirmed that on " + Slot.SINCE.mark() + ".", Optional.empty()));
    }

    public static Digest.Masthead masthead(String name, String strapline, List<Contact> contacts) {
        var accent = AccentColour.of("#7a1f2b");
        return new Digest.Masthead(name, strapline, "https://news.example/quay", contacts, accent.light(), accent.dark(), Optional.empty());
    }

    public static List<Contact> contacts(int number) {
        var all = List.of(new Contact("Aldermoor", "+44 1632 960 118"), new Contact("Ghent office", "+32 9 555 01 77"), new Contact("Desk",
                "+49 30 5550 1340"));
        return new ArrayList<>(all.subList(0, number));
    }

    private static Item story(String id, String kicker, String headline, String summary, String source, int minutes,
            Optional<Illustration> picture) {
        return new Item(id, "https://signal-box.example/" + id, kicker, headline, "", summary, source, minutes, picture, List.of(), "");
    }

    private static Item brief(String id, String headline) {
        return story(id, "", headline, "", "", 0, Optional.empty());
    }

    private static Optional<Illustration> picture(String name, String alt, String caption, String credit) {
        return Optional.of(new Illustration(PICTURES + name + ".jpg", PICTURES + name + ".jpg", alt, caption, credit));
    }

    private static Other other(String source) {
        return new Other(source, "https://other.example/" + source.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    }
}
