package org.broadsheet.subscriber;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.broadsheet.publication.Section;
import org.broadsheet.web.PageWords;

/** The lists that readers choose from. */
public final class Choices {

    private static final Set<String> REGIONS = Set.of("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian",
            "Pacific");

    /** Time zones of one part of the world. */
    public record Region(String name, List<Choice> zones) {
    }

    private Choices() {
    }

    /** Sections in the publication's order, those named ticked. */
    public static List<Choice> sections(List<Section> sections, Collection<String> ticked) {
        return sections.stream().map(section -> new Choice(section.slug(), section.name(), "", Choice.standing(ticked.contains(section.slug())))).toList();
    }

    /** The languages that mails can be in, each called by its own name, and the chosen one even where it is none of them. */
    public static List<Choice> languages(Collection<String> tags, String chosen) {
        var all = new TreeSet<>(tags);
        if (!chosen.isEmpty()) {
            all.add(chosen);
        }
        return all.stream().map(tag -> new Choice(tag, PageWords.nameOf(tag), "", Choice.standing(tag.equals(chosen)))).toList();
    }

    /**
     * All time zones that are called after a place, by part of the world, and UTC.
     *
     * @param chosen a valid zone, which is listed even if it is called otherwise; "" for none
     */
    public static List<Region> zones(String chosen, PageWords words) {
        var ids = new TreeSet<String>();
        ZoneId.getAvailableZoneIds().stream().filter(id -> REGIONS.contains(id.split("/")[0]) && id.contains("/")).forEach(ids::add);
        ids.add("UTC");
        if (!chosen.isEmpty()) {
            ids.add(chosen);
        }
        var byRegion = new TreeMap<String, List<Choice>>();
        ids.forEach(id -> byRegion.computeIfAbsent(region(id), name -> new ArrayList<>())
                .add(new Choice(id, place(id), "", Choice.standing(id.equals(chosen)))));
        var regions = new ArrayList<Region>();
        byRegion.forEach((name, zones) -> regions.add(new Region(name.isEmpty() ? words.otherZones() : name, zones)));
        return List.copyOf(regions);
    }

    private static String region(String id) {
        var first = id.split("/")[0];
        return REGIONS.contains(first) ? first : "";
    }

    private static String place(String id) {
        return region(id).isEmpty() ? id : id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
    }
}
