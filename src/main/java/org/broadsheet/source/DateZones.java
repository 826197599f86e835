package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Zones as feeds write them: offsets, names of places, abbreviations. */
final class DateZones {

    private static final Set<String> AMERICAN = Set.of("EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT");
    /** Abbreviations are taken by what they say, in winter as in summer. Of those that several places share, the one whose feeds are the most. */
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("UT", "Z"), Map.entry("UTC", "Z"), Map.entry("GMT", "Z"), Map.entry("Z", "Z"),
            Map.entry("EST", "-05:00"), Map.entry("EDT", "-04:00"), Map.entry("CST", "-06:00"), Map.entry("CDT", "-05:00"), Map.entry("MST", "-07:00"), Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"), Map.entry("PDT", "-07:00"), Map.entry("AST", "-04:00"), Map.entry("ADT", "-03:00"), Map.entry("NST", "-03:30"), Map.entry("NDT", "-02:30"),
            Map.entry("AKST", "-09:00"), Map.entry("AKDT", "-08:00"), Map.entry("HST", "-10:00"), Map.entry("BRT", "-03:00"), Map.entry("BRST", "-02:00"), Map.entry("ART", "-03:00"),
            Map.entry("CLT", "-04:00"), Map.entry("CLST", "-03:00"), Map.entry("COT", "-05:00"), Map.entry("PET", "-05:00"), Map.entry("VET", "-04:00"), Map.entry("UYT", "-03:00"),
            Map.entry("WET", "Z"), Map.entry("WEST", "+01:00"), Map.entry("BST", "+01:00"), Map.entry("CET", "+01:00"), Map.entry("CEST", "+02:00"), Map.entry("MET", "+01:00"),
            Map.entry("MEST", "+02:00"), Map.entry("MEZ", "+01:00"), Map.entry("MESZ", "+02:00"), Map.entry("EET", "+02:00"), Map.entry("EEST", "+03:00"), Map.entry("MSK", "+03:00"),
            Map.entry("MSD", "+04:00"), Map.entry("TRT", "+03:00"), Map.entry("SAST", "+02:00"), Map.entry("CAT", "+02:00"), Map.entry("EAT", "+03:00"), Map.entry("WAT", "+01:00"),
            Map.entry("IDT", "+03:00"), Map.entry("GST", "+04:00"), Map.entry("IRST", "+03:30"), Map.entry("PKT", "+05:00"), Map.entry("IST", "+05:30"), Map.entry("NPT", "+05:45"),
            Map.entry("ICT", "+07:00"), Map.entry("WIB", "+07:00"), Map.entry("WITA", "+08:00"), Map.entry("HKT", "+08:00"), Map.entry("SGT", "+08:00"), Map.entry("PHT", "+08:00"),
            Map.entry("AWST", "+08:00"), Map.entry("JST", "+09:00"), Map.entry("KST", "+09:00"), Map.entry("ACST", "+09:30"), Map.entry("ACDT", "+10:30"), Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"), Map.entry("NZST", "+12:00"), Map.entry("NZDT", "+13:00"),
            Map.entry("ET", "America/New_York"), Map.entry("CT", "America/Chicago"), Map.entry("MT", "America/Denver"), Map.entry("PT", "America/Los_Angeles"),
            Map.entry("AT", "America/Halifax"));

    private DateZones() {
    }

    /** Whether it is the abbreviation of a zone, in its capitals. */
    static boolean isName(String zone) {
        return NAMES.containsKey(zone);
    }

    /** Whether it is one of a country that puts the month before the day. */
    static boolean isAmerican(String zone) {
        return AMERICAN.contains(zone.toUpperCase(Locale.ROOT));
    }

    /**
     * The zone of an offset or a name. Unknown abbreviations are taken for UTC, as RFC 5322, section 4.3, has it.
     *
     * @throws DateTimeException if there is no such offset or place
     */
    static ZoneId of(String zone) {
        if (zone.contains("/")) {
            return ZoneId.of(zone);
        }
        if (Character.isLetter(zone.charAt(0))) {
            return ZoneId.of(NAMES.getOrDefault(zone.toUpperCase(Locale.ROOT), "Z"));
        }
        var digits = zone.substring(1).replace(":", "");
        var padded = switch (digits.length()) {
            case 1 -> "0" + digits + "00";
            case 2 -> digits + "00";
            case 3 -> "0" + digits;
            default -> digits;
        };
        return ZoneId.of(zone.charAt(0) + padded.substring(0, 2) + ":" + padded.substring(2, 4));
    }
}
