package org.broadsheet.edition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.broadsheet.mail.MailTheme;
import org.broadsheet.publication.Contact;

/** An invented edition that has everything an edition can have; templates are tried on it before they are used. */
final class SampleDigest {

    private SampleDigest() {
    }

    /** All of them by name, in a fixed order. */
    static Map<String, Digest> all() {
        var all = new LinkedHashMap<String, Digest>();
        all.put("rich", rich());
        all.put("poor", poor());
        return all;
    }

    /** One story without a picture, a source or a summary. */
    static Digest poor() {
        var rich = rich();
        var lead = new Digest.Item("1", "https://example.org/stories/1", "", "One thing happened", "", "", "", 0, Optional.empty(), List.of(), "");
        return new Digest(rich.language(), rich.direction(), lead.headline(), "", new Digest.Masthead("Plain", "", "https://example.org/sample", List.of(), "#7a1f2b", "#e7a3a5"), 1,
                rich.date(), Optional.of(lead), List.of(), List.of(), rich.footer());
    }

    static Digest rich() {
        var picture = Optional.of(new Digest.Illustration("https://example.org/large.jpg", "https://example.org/small.jpg", "A quay at dawn",
                "The quay, an hour before the first lorry.", "Photograph: A. Sample"));
        var lead = item("1", "Ports & rails", "A harbour learns to wait", picture, List.of(new Digest.Other("The Other Paper", "https://example.org/other")));
        return new Digest("en-GB", "ltr", "A harbour learns to wait", "Ships are asked to slow down before they arrive.", MailTheme.DEFAULT,
                new Digest.Masthead("Sample & Daily", "For trying templates", "https://example.org/sample",
                        List.of(new Contact("North", "+44 1632 960001"), new Contact("South", "+44 1632 960002"), new Contact("East", "+44 1632 960003")),
                        "#7a1f2b", "#e7a3a5", Optional.empty()),
                1407, LocalDate.of(2026, 11, 24), Optional.of(lead),
                List.of(new Digest.Group("Rail", List.of(item("2", "", "One without a picture", Optional.empty(), List.of()), item("3", "Rail", "One with", picture, List.of()))),
                        new Digest.Group("", List.of(item("4", "", "A pair, left", picture, List.of()), item("5", "", "A pair, right", picture, List.of())))),
                List.of(item("6", "", "In brief", Optional.empty(), List.of())), List.of(),
                new Digest.Footer("Sample & Daily Ltd", List.of("1 Sample Street", "Sampleton"), "https://example.org/sample/editions/1407",
                        "https://example.org/preferences/" + Slot.TOKEN.mark(), "https://example.org/unsubscribe/" + Slot.TOKEN.mark(),
                        "You get this because you signed up on " + Slot.SINCE.mark() + ".", Optional.of("https://example.org/privacy")));
    }

    private static Digest.Item item(String id, String kicker, String headline, Optional<Digest.Illustration> picture, List<Digest.Other> others) {
        return new Digest.Item(id, "https://example.org/stories/" + id, kicker, headline, "A standfirst.", "A summary of two sentences. This is the second.",
                "The Sample Wire", 3, picture, others, "");
    }
}
