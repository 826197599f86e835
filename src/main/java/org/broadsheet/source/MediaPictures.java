package org.broadsheet.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pictures that an entry names outside its text: Media RSS, enclosures, iTunes. The best first. */
final class MediaPictures {

    private static final int CONTENT = 1000;
    private static final int ENCLOSURE = 900;
    private static final int IMAGE = 500;
    private static final int THUMBNAIL = 300;
    private static final int MOST = 30;
    private static final Pattern FILE = Pattern.compile("(?i).*\\.(jpe?g|png|webp|gif|avif)([?#].*)?");
    private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})(?:\\.\\d*)?(?:px)?");

    private final XmlNode entry;
    private final String base;
    private final List<FoundPicture> found = new ArrayList<>();

    private MediaPictures(XmlNode entry, String base) {
        this.entry = entry;
        this.base = base;
    }

    static List<FoundPicture> of(XmlNode entry, String base) {
        return new MediaPictures(entry, base).read();
    }

    private List<FoundPicture> read() {
        media(entry);
        for (var child : entry.children()) {
            switch (child.name()) {
                case "media:group" -> media(child);
                case "enclosure" -> add(child, ENCLOSURE, isPicture(child));
                case "link", "atom:link" -> add(child, ENCLOSURE, FeedHead.isRelation(child.attribute("rel"), "enclosure") && isPicture(child));
                case "itunes:image", "googleplay:image" -> add(child, THUMBNAIL, true);
                case "image", "thumbnail" -> add(child, IMAGE, true);
                default -> { }
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        found.removeIf(picture -> picture.url().isEmpty());
        found.sort(Comparator.comparingInt(FoundPicture::worth).reversed());
        return found.stream().limit(MOST).toList();
    }

    private void media(XmlNode holder) {
        for (var content : holder.children("media:content")) {
            var thumbnails = content.children("media:thumbnail");
            if (isPicture(content)) {
                found.add(picture(content, CONTENT, caption(content, holder), credit(content, holder)));
            }
            thumbnails.forEach(thumbnail -> found.add(picture(thumbnail, THUMBNAIL, caption(content, holder), credit(content, holder))));
        }
        for (var thumbnail : holder.children("media:thumbnail")) {
            found.add(picture(thumbnail, THUMBNAIL, "", credit(holder)));
        }
    }

    private void add(XmlNode element, int worth, boolean picture) {
        if (!picture) {
            return;
        }
        found.add(picture(element, worth, element.html("caption", "title"), element.html("credit")));
    }

    private FoundPicture picture(XmlNode element, int worth, String caption, String credit) {
        var width = pixels(element.attribute("width"));
        return new FoundPicture(FeedValues.absolute(element.base(base), address(element)), width, pixels(element.attribute("height")), "", caption, credit,
                worth + Math.min(width, 4000) / 20);
    }

    /** In an attribute, in an element of its own, or as the text. */
    private static String address(XmlNode element) {
        return Stream.of(element.attribute("url"), element.attribute("href"), element.html("url"), element.children().isEmpty() ? element.text() : "")
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** What is said of the picture itself counts before what is said of all. */
    private String caption(XmlNode content, XmlNode holder) {
        return Stream.of(content, holder, entry).map(place -> place.html("media:description", "media:title")).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private String credit(XmlNode... places) {
        return Stream.concat(Stream.of(places), Stream.of(entry)).map(MediaPictures::credits).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** Photographers alone if they are named as such, else all. */
    private static String credits(XmlNode place) {
        var all = place.children("media:credit");
        Predicate<XmlNode> tookIt = credit -> credit.attribute("role").toLowerCase(Locale.ROOT).matches("photograph(er|y)|photo|image|illustrator");
        var named = all.stream().anyMatch(tookIt) ? all.stream().filter(tookIt) : all.stream();
        var names = AtomEntry.joined(named.map(credit -> credit.html().strip()));
        return Optional.of(names).filter(text -> !text.isEmpty()).orElseGet(() -> place.html("media:copyright"));
    }

    private static boolean isPicture(XmlNode element) {
        var type = element.attribute("type").toLowerCase(Locale.ROOT);
        var medium = element.attribute("medium").toLowerCase(Locale.ROOT);
        if (type.contains("svg")) {
            return false;
        }
        if (type.startsWith("image") || medium.equals("image")) {
            return true;
        }
        var said = !medium.isEmpty() || type.contains("/") && !type.equals("application/octet-stream") && !type.startsWith("text/");
        return !said && FILE.matcher(element.attribute("url") + element.attribute("href")).matches();
    }

    private static int pixels(String text) {
        var match = PIXELS.matcher(text);
        return match.matches() ? Integer.parseInt(match.group(1)) : 0;
    }
}
