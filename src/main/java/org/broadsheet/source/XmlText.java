package org.broadsheet.source;

/** Text that is being gathered from a document: references resolved, what no text may hold left out, and never longer than it may be. */
final class XmlText {

    private static final int LONGEST = 8_000_000;

    private final XmlWindow window;
    private final Malformations malformations;
    private final InternalEntities entities;
    private final StringBuilder text = new StringBuilder(4096);
    /** Whether there may be something in it that no text may hold. */
    private boolean odd;

    XmlText(XmlWindow window, Malformations malformations, InternalEntities entities) {
        this.window = window;
        this.malformations = malformations;
        this.entities = entities;
    }

    void clear() {
        text.setLength(0);
        odd = false;
    }

    int length() {
        return text.length();
    }

    /** The text, which begins anew with this. */
    String take() {
        var taken = odd ? CharacterReferences.mended(text) : text.toString();
        clear();
        return taken;
    }

    void append(char c) {
        if (text.length() < LONGEST) {
            text.append(c);
            odd |= !CharacterReferences.isUsual(c);
        }
    }

    /** Appends what the window has from one place to another. */
    void append(int from, int to) {
        var room = LONGEST - text.length();
        if (room > 0) {
            text.append(window.chars, from, Math.min(to - from, room));
            for (var place = from; place < to && !odd; place++) {
                odd = !CharacterReferences.isUsual(window.chars[place]);
            }
        }
    }

    /** Reads the reference that begins at this ampersand; if none does, it is an ampersand. */
    void reference() {
        window.has(CharacterReferences.LONGEST);
        var length = CharacterReferences.decode(window.chars, window.at, window.end, entities, text);
        if (length == 0) {
            malformations.note("bare-ampersand", window.offset());
            append('&');
            window.at++;
        } else {
            window.at += length;
        }
    }

    /** Whether it holds the end of the element in which it began, or of its item, and behind that such a section as itself: then it lacks its own end. */
    boolean swallowed(String element, String opening) {
        var next = text.indexOf(opening.substring(1)); // its second character is rarer than its first
        return next >= 0 && (leaves(element, next) || leaves("item", next) || leaves("entry", next));
    }

    private boolean leaves(String element, int before) {
        var end = text.indexOf("</" + element + ">");
        var beginning = text.indexOf("<" + element);
        return !element.isEmpty() && end >= 0 && end < before && (beginning < 0 || beginning > end);
    }

    boolean isBlank() {
        for (var place = 0; place < text.length(); place++) {
            if (text.charAt(place) > ' ') {
                return false;
            }
        }
        return true;
    }
}
