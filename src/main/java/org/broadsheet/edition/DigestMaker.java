package org.broadsheet.edition;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.article.Correction;
import org.broadsheet.article.PictureFormat;
import org.broadsheet.mail.MailWords;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.publication.AccentColour;
import org.broadsheet.publication.Publication;
import org.broadsheet.web.Directions;

/** Makes the model of an edition from what was frozen, whole or for readers who chose sections. */
@ApplicationScoped
public class DigestMaker {

    private final BroadsheetConfig config;

    DigestMaker(BroadsheetConfig config) {
        this.config = config;
    }

    /**
     * @param sections what a reader chose; empty for the whole paper. Stories of no section are everybody's
     * @return empty if nothing is left for these sections
     */
    public Optional<Digest> make(Edition edition, List<EditionItem> items, Set<String> sections) {
        var chosen = items.stream().filter(item -> serves(item.section, sections)).toList();
        return chosen.isEmpty() ? Optional.empty() : Optional.of(digest(edition, items.getFirst(), chosen));
    }

    /** Whether a story of this section is for a reader who chose those: all that make this choice alike for each story get the same digest. */
    public static boolean serves(String section, Set<String> chosen) {
        return chosen.isEmpty() || section.isEmpty() || chosen.contains(section);
    }

    private Digest digest(Edition edition, EditionItem first, List<EditionItem> items) {
        var publication = edition.publication;
        var words = MailWords.of(publication.language);
        var lead = items.getFirst();
        var whole = lead == first;
        return new Digest(publication.language, Directions.of(publication.language), whole ? edition.subject : lead.frozen.headline(),
                whole ? edition.preheader : Preheader.of(lead.frozen.standfirst(), lead.frozen.summary()), publication.theme(), masthead(publication),
                Optional.ofNullable(edition.number).orElse(0), edition.editionDate, Optional.of(item(publication, lead)),
                groups(publication, items.subList(1, items.size())), briefs(publication, items), blocks(edition, words), footer(edition, words));
    }

    private Digest.Masthead masthead(Publication publication) {
        var accent = AccentColour.of(publication.accentColor);
        return new Digest.Masthead(publication.name, publication.strapline, home(publication), publication.contacts, accent.light(), accent.dark(),
                publication.logo().map(logo -> logo.from(config.publicBase())));
    }

    private List<Block> blocks(Edition edition, MailWords words) {
        return edition.blocks.stream().map(content -> content.block(words.say("advertisement"), pictures())).toList();
    }

    private String pictures() {
        return config.publicBase() + "/pictures/";
    }

    /** Front page of a publication. */
    public String home(Publication publication) {
        return config.publicBase() + "/" + publication.slug;
    }

    private List<Digest.Group> groups(Publication publication, List<EditionItem> items) {
        Map<String, List<Digest.Item>> bySection = new LinkedHashMap<>();
        items.stream().filter(item -> item.role != EditionItem.Role.BRIEF).forEach(item -> bySection
                .computeIfAbsent(publication.sectionName(item.section), name -> new ArrayList<>()).add(item(publication, item)));
        return bySection.entrySet().stream().map(group -> new Digest.Group(group.getKey(), group.getValue())).toList();
    }

    private List<Digest.Item> briefs(Publication publication, List<EditionItem> items) {
        return items.stream().skip(1).filter(item -> item.role == EditionItem.Role.BRIEF).map(item -> item(publication, item)).toList();
    }

    private Digest.Item item(Publication publication, EditionItem item) {
        return item(publication, item.storyId, item.frozen, item.corrections);
    }

    /** A story by itself. */
    Digest.Item item(Publication publication, long storyId, FrozenStory frozen, List<Correction> corrections) {
        var foreign = frozen.language().isEmpty() || sameLanguage(frozen.language(), publication.language) ? "" : frozen.language();
        return new Digest.Item(String.valueOf(storyId), frozen.url(), frozen.kicker(), frozen.headline(), frozen.standfirst(),
                frozen.summary().equals(frozen.standfirst()) ? "" : frozen.summary(), frozen.source(), frozen.minutes(), picture(frozen),
                frozen.others(), foreign, correction(corrections, publication.timeZone));
    }

    /** All that was put right, the latest first, under the date of the latest. */
    private static Optional<Digest.Correction> correction(List<Correction> corrections, ZoneId zone) {
        return corrections.isEmpty() ? Optional.empty() : Optional.of(new Digest.Correction(
                corrections.reversed().stream().map(Correction::text).collect(Collectors.joining(" ")), corrections.getLast().at().atZone(zone).toLocalDate()));
    }

    private Optional<Digest.Illustration> picture(FrozenStory frozen) {
        if (frozen.pictureHash().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Digest.Illustration(pictureUrl(frozen, PictureFormat.LARGE), pictureUrl(frozen, PictureFormat.SMALL),
                frozen.pictureAlt(), frozen.pictureCaption(), frozen.pictureCredit(), PictureFormat.LARGE.of(frozen.pictureWidth(), frozen.pictureHeight()),
                PictureFormat.SMALL.of(frozen.pictureWidth(), frozen.pictureHeight())));
    }

    private String pictureUrl(FrozenStory frozen, PictureFormat format) {
        return config.publicBase() + format.path(frozen.pictureHash());
    }

    private Digest.Footer footer(Edition edition, MailWords words) {
        var publication = edition.publication;
        return new Digest.Footer(publication.legalName, publication.postalLines(),
                home(publication) + "/editions/" + edition.number, config.publicBase() + "/preferences/" + Slot.TOKEN.mark(),
                config.publicBase() + "/unsubscribe/" + Slot.TOKEN.mark(), words.whyYouGetThis(publication.name, Slot.SINCE.mark()), publication.privacyUrl());
    }

    static boolean sameLanguage(String one, String other) {
        return one.split("-")[0].equalsIgnoreCase(other.split("-")[0]);
    }
}
