package org.broadsheet.subscriber;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.broadsheet.web.PageWords;

/** The time zones of one part of the world, as a form offers them. */
public record ZoneRegion(String name, List<Choice> zones) {

    private static final Set<String> REGIONS = Set.of("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian",
            "Pacific");

    /** All zones that are called after a place, by part of the world, then UTC, and the chosen one even if it is called otherwise. */
    public static List<ZoneRegion> all(ZoneId chosen, PageWords words) {
        var ids = new TreeSet<String>(List.of("UTC", chosen.getId()));
        ZoneId.getAvailableZoneIds().stream().filter(id -> !region(id).isEmpty()).forEach(ids::add);
        var byRegion = new TreeMap<String, List<Choice>>();
        ids.forEach(id -> byRegion.computeIfAbsent(region(id), name -> new ArrayList<>()).add(new Choice(id, place(id), id.equals(chosen.getId()))));
        var others = new ZoneRegion(words.otherZones(), byRegion.remove(""));
        var regions = new ArrayList<ZoneRegion>();
        byRegion.forEach((name, zones) -> regions.add(new ZoneRegion(name, zones)));
        regions.add(others);
        return List.copyOf(regions);
    }

    private static String region(String id) {
        var cut = id.indexOf('/');
        return cut > 0 && REGIONS.contains(id.substring(0, cut)) ? id.substring(0, cut) : "";
    }

    private static String place(String id) {
        return region(id).isEmpty() ? id : id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
    }
}
