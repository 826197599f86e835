package org.broadsheet.edition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.broadsheet.mail.Logo;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.publication.Contact;

/** Invented editions that templates are tried on before they are used: one that has everything, one that has next to nothing, and hard ones. */
public final class SampleDigest {

    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    static final String SITE = "https://example.org/quay";
    private static final String PICTURES = "https://example.org/pictures/";

    private SampleDigest() {
    }

    /** All of them by name, in a fixed order. */
    public static Map<String, Digest> all() {
        var all = new LinkedHashMap<String, Digest>();
        all.put("rich", rich());
        all.put("poor", poor());
        all.put("briefs", HardSamples.briefsOnly());
        all.put("words", HardSamples.longWords());
        all.put("headlines", HardSamples.longHeadlines());
        all.put("emoji", HardSamples.emoji());
        all.put("hebrew", HardSamples.hebrew());
        all.put("arabic", HardSamples.arabic());
        all.put("japanese", HardSamples.japanese());
        return all;
    }

    /** Twenty stories, with pictures and without, and all of the publication's own blocks. */
    public static Digest rich() {
        var lead = new Digest.Item("1", url("1"), "Timetables", "Nine small railways pool their clocks, and lose an hour",
                "The first joint timetable starts in March. Connections that never met on paper will meet on the platform.",
                "For thirty years each of the nine has drawn its own graph, and passengers have paid for the gaps in waiting rooms. The pooled plan drops "
                        + "forty trains that nobody changed to and adds eleven that everybody asked for. Two unions want to see the night shifts first.",
                "The Signal Box", 6, Optional.of(new Digest.Illustration(PICTURES + "rails.jpg", PICTURES + "rails.jpg",
                        "Four tracks curve away below overhead wires at dusk; a signal shows green.", "The junction at Aldermoor, where six of the nine meet.",
                        "Photograph: Ida Brandt")),
                List.of(other("Northern Platform"), other("Freight Ledger"), other("Quai 9"), other("Bahnblick"), other("Il Binario")), "");
        return new Digest("en-GB", "ltr", lead.headline(), lead.standfirst(), MailTheme.DEFAULT,
                masthead("Quay & Signal", "What moves, and who pays for it, every working morning",
                        List.of(new Contact("Aldermoor", "+44 1632 960 118"), new Contact("Ghent", "+32 9 555 01 77"))),
                1407, DAY, Optional.of(lead), sections(), briefs(), blocks(), footer("Quay & Signal Press Ltd", SITE,
                        "You get this edition because you signed up for Quay & Signal and confirmed it on " + Slot.SINCE.mark()
                                + ". This mail does not report whether you open it."));
    }

    private static List<Digest.Group> sections() {
        var corrected = new Digest.Item("3", url("3"), "Hiring", "Second thoughts about the five-year doctorate", "",
                "Three faculties went back to four years. Their dean calls it arithmetic; the students call it rent.", "Campus Gazette", 3, Optional.empty(),
                List.of(), "", Optional.of(new Digest.Correction("An earlier version said that five faculties had gone back; it was three.", DAY)));
        var laboratories = new Digest.Group("Laboratories", List.of(
                story("2", "Open data", "A crystal library asks its readers to bring a crystal",
                        "Whoever reads a structure must within a year leave one behind. Small laboratories say that they have been doing so for decades.",
                        "Beamline Notes", 4, picture("lattice", "Model of a crystal: pale and red atoms joined by rods.")),
                corrected,
                story("4", "Referees", "A panel reads blind, and funds the same people", "Names were struck from nine hundred proposals. "
                        + "Reviewers guessed a third of them, mostly rightly.", "Méridienne", 4, Optional.empty())));
        var money = new Digest.Group("Money", List.of(
                story("5", "", "Lock keepers bill the drought", "A lock that stands still for want of water still has a keeper, and eleven ports want him paid.",
                        "The Quay Letter", 3, picture("lock", "From above: a barge waits behind closed lock gates.")),
                story("6", "", "What the new ring costs when it is switched off", "Cooling never sleeps. A third of the bill falls due before the first particle does.",
                        "Ledger of Science", 5, picture("rings", "Rings of a particle detector, seen end on."))));
        var ways = new Digest.Group("Sea and road", List.of(
                story("7", "Ports", "Ferries may plug in for free, if they leave on time", "The harbour gives away the current and charges for the minutes.",
                        "Freight Ledger", 2, picture("turbines", "Wind turbines and a ship on a calm sea.")),
                story("8", "Passes", "The toll that counts brakes instead of wheels", "Four valleys will weigh what a lorry does to the descent. "
                        + "Hauliers reckon with €12 more at noon and €4 less at night.", "Valley Courier", 3, picture("pass", "Headlights on a winding road below ridges.")),
                story("9", "Cables", "The sea floor gets a land register", "Two ministries found that they had let the same trench. A third had dug it.",
                        "Ostend Chart", 3, Optional.empty())));
        var rest = new Digest.Group("", List.of(
                story("10", "", "Towns that share one snow plough", "Nobody has needed it in the same hour yet. Everybody expects to.", "Upland Post", 2, Optional.empty()),
                story("11", "", "An airport for the birds, and the other way round", "Starlings learned the runway schedule before the pilots did.", "Field Almanac", 4,
                        picture("turbines", "Turbines stand in a row against an evening sky.")),
                story("12", "Letters", "Why the night post still goes by rail", "One wagon, two sorters and a contract from 1961.", "The Signal Box", 6, Optional.empty()),
                story("13", "", "Bridges are to be weighed like lorries", "A county puts its oldest spans on scales, once a year, at three in the morning.", "Valley Courier",
                        3, picture("pass", "A mountain road at dusk.")),
                story("14", "", "The tide tables go to press for the last time", "The harbour master keeps forty copies in a locked drawer.", "The Quay Letter", 2,
                        Optional.empty())));
        return List.of(laboratories, money, ways, rest);
    }

    private static List<Digest.Item> briefs() {
        return List.of(brief("15", "Cargo bicycles get a weight limit and, with it, insurers"), brief("16", "Two weather services share one set of lightning masts"),
                brief("17", "Drivers who cross the border sit one language test instead of three"), brief("18", "An ice core arrives nine months late and in one piece"),
                brief("19", "Inspectors may read tachographs from the roadside by spring"), brief("20", "Rain"));
    }

    private static List<Block> blocks() {
        var note = RichText.of("<p>Good morning. We rode the first of the pooled trains on Sunday, and were <b>on time</b>, which startled the guard.</p>"
                + "<p>If you were on it too, <a href='mailto:desk@example.org'>tell us</a> what you saw; how we choose what we print is "
                + "<a href='https://example.org/quay/method'>on one page</a>.</p>");
        return List.of(new Block.Note(Block.Place.OPENING, "From the desk", note.paragraphs(), "Mara Olsen, editor"),
                new Block.Sponsor(Block.Place.afterSection(2), "Advertisement", Optional.of(new Block.Picture(PICTURES + "lattice.jpg", "Model of a crystal.", 600, 400)),
                        "Instruments that survive the move", "Crating, climate and customs for laboratories that change address.", "https://example.org/sponsor",
                        "See how it is packed"),
                new Block.Notice(Block.Place.END, "The desk is closed on Friday; the next edition comes on Monday.", "https://example.org/quay/calendar", "All dates"));
    }

    /** One story without a picture, a source or a summary. */
    public static Digest poor() {
        var lead = new Digest.Item("1", url("1"), "", "One thing happened", "", "", "", 0, Optional.empty(), List.of(), "");
        return new Digest("en-GB", "ltr", lead.headline(), "", MailTheme.DEFAULT, masthead("Plain", "", List.of()), 1, DAY, Optional.of(lead), List.of(), List.of(),
                List.of(), footer("Plain", SITE, "You get this because you signed up on " + Slot.SINCE.mark() + "."));
    }

    /** The same with a logo in place of the name. */
    public static Digest withLogo(Digest digest) {
        var m = digest.masthead();
        var logo = new Logo(PICTURES + "logo.png", PICTURES + "logo-dark.png", 320, 64, m.name());
        return new Digest(digest.language(), digest.direction(), digest.subject(), digest.preheader(), digest.theme(),
                new Digest.Masthead(m.name(), m.strapline(), m.homeUrl(), m.contacts(), m.accentLight(), m.accentDark(), Optional.of(logo)), digest.number(),
                digest.date(), digest.lead(), digest.sections(), digest.briefs(), digest.blocks(), digest.footer());
    }

    static Digest.Masthead masthead(String name, String strapline, List<Contact> contacts) {
        return new Digest.Masthead(name, strapline, SITE, contacts, "#7a1f2b", "#e7a3a5", Optional.empty());
    }

    static Digest.Footer footer(String legalName, String home, String reason) {
        return new Digest.Footer(legalName, List.of("3 Ropewalk Steps, Aldermoor AL9 9ZZ", "United Kingdom"), home + "/editions/1407",
                "https://example.org/preferences/" + Slot.TOKEN.mark(), "https://example.org/unsubscribe/" + Slot.TOKEN.mark(), reason,
                Optional.of("https://example.org/privacy"));
    }

    static Digest.Item story(String id, String kicker, String headline, String summary, String source, int minutes, Optional<Digest.Illustration> picture) {
        return new Digest.Item(id, url(id), kicker, headline, "", summary, source, minutes, picture, List.of(), "");
    }

    static Digest.Item brief(String id, String headline) {
        return story(id, "", headline, "", "", 0, Optional.empty());
    }

    static Optional<Digest.Illustration> picture(String name, String alt) {
        return Optional.of(new Digest.Illustration(PICTURES + name + ".jpg", PICTURES + name + ".jpg", alt, "", ""));
    }

    static String url(String id) {
        return "https://example.org/stories/" + id;
    }

    private static Digest.Other other(String source) {
        return new Digest.Other(source, "https://other.example/" + source.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    }
}
