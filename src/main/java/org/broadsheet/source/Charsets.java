package org.broadsheet.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Charsets by the names that the web gives them; many a name stands for a larger set than it says (WHATWG Encoding, section 4.2). */
public final class Charsets {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Map<String, String> LARGER = Map.ofEntries(Map.entry("US-ASCII", "windows-1252"), Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("ISO-8859-9", "windows-1254"), Map.entry("ISO-8859-11", "windows-874"), Map.entry("TIS-620", "windows-874"), Map.entry("x-iso-8859-11", "windows-874"),
            Map.entry("GB2312", "GB18030"), Map.entry("GBK", "GB18030"), Map.entry("EUC-KR", "x-windows-949"), Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("Big5", "Big5-HKSCS"));
    private static final Map<String, String> ODD = Map.ofEntries(Map.entry("utf8", "UTF-8"), Map.entry("unicode", "UTF-16LE"), Map.entry("x-sjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"), Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("ksc5601", "x-windows-949"), Map.entry("x-gbk", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"), Map.entry("x-cp1251", "windows-1251"), Map.entry("win-1251", "windows-1251"), Map.entry("win1251", "windows-1251"),
            Map.entry("macintosh", "x-MacRoman"), Map.entry("x-mac-roman", "x-MacRoman"), Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"), Map.entry("dos-874", "windows-874"), Map.entry("ansi", "windows-1252"), Map.entry("latin-1", "windows-1252"));

    private Charsets() {
    }

    /** Empty for a name that nobody knows. */
    public static Optional<Charset> named(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        try {
            var charset = Charset.forName(ODD.getOrDefault(stripped.toLowerCase(Locale.ROOT), stripped));
            return Optional.of(Charset.forName(LARGER.getOrDefault(charset.name(), charset.name())));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
