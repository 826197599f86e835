package org.broadsheet.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;


/** The pictures that an entry names outside its text: Media RSS, enclosures, iTunes. The best first. */
final class MediaPictures {

    private static final int CONTENT = 1000;
    private static final int ENCLOSURE = 900;
    private static final int IMAGE = 500;
    private static final int THUMBNAIL = 300;

    private MediaPictures() {
    }

    static List<FoundPicture> of(XmlNode entry, String base) {
        var found = new ArrayList<FoundPicture>();
        media(entry, entry, base, found);
        for (var group : entry.children("media:group")) {
            media(group, entry, base, found);
        }
        for (var enclosure : entry.children("enclosure")) {
            add(found, enclosure, "url", base, ENCLOSURE, looksLikePicture(enclosure));
        }
        for (var link : entry.children("link")) {
            if ("enclosure".equalsIgnoreCase(link.attribute("rel"))) {
                add(found, link, "href", base, ENCLOSURE, looksLikePicture(link));
            }
        }
        entry.child("itunes:image").ifPresent(image -> add(found, image, "href", base, THUMBNAIL, true));
        entry.child("image").ifPresent(image -> found.addAll(plain(image, base)));
        found.sort(Comparator.comparingInt(FoundPicture::worth).reversed());
        return List.copyOf(found);
    }

    private static void media(XmlNode holder, XmlNode entry, String base, List<FoundPicture> found) {
        for (var content : holder.children("media:content")) {
            if (looksLikePicture(content)) {
                found.add(picture(content, "url", base, CONTENT, words(content, holder, entry, "media:description", "media:title"),
                        words(content, holder, entry, "media:credit")));
            }
            for (var thumbnail : content.children("media:thumbnail")) {
                add(found, thumbnail, "url", base, THUMBNAIL, true);
            }
        }
        for (var thumbnail : holder.children("media:thumbnail")) {
            found.add(picture(thumbnail, "url", base, THUMBNAIL, "", words(holder, holder, entry, "media:credit")));
        }
        found.removeIf(picture -> picture.url().isEmpty());
    }

    private static void add(List<FoundPicture> found, XmlNode element, String attribute, String base, int worth, boolean picture) {
        var made = picture(element, attribute, base, worth, "", "");
        if (picture && !made.url().isEmpty()) {
            found.add(made);
        }
    }

    private static List<FoundPicture> plain(XmlNode image, String base) {
        var url = FeedValues.absolute(base, Optional.of(image.html("url")).filter(text -> !text.isEmpty()).orElseGet(image::text));
        return url.isEmpty() ? List.of() : List.of(new FoundPicture(url, 0, 0, "", "", "", IMAGE));
    }

    private static FoundPicture picture(XmlNode element, String attribute, String base, int worth, String caption, String credit) {
        var width = number(element.attribute("width"));
        return new FoundPicture(FeedValues.absolute(base, element.attribute(attribute)), width, number(element.attribute("height")), "", caption, credit,
                worth + Math.min(width, 4000) / 20);
    }

    private static String words(XmlNode own, XmlNode holder, XmlNode entry, String... names) {
        for (var place : List.of(own, holder, entry)) {
            var text = place.html(names);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static boolean looksLikePicture(XmlNode element) {
        var type = element.attribute("type").toLowerCase(Locale.ROOT);
        var medium = element.attribute("medium").toLowerCase(Locale.ROOT);
        if (!type.isEmpty() || !medium.isEmpty()) {
            return type.startsWith("image/") && !type.contains("svg") || medium.equals("image");
        }
        var url = (element.attribute("url") + element.attribute("href")).toLowerCase(Locale.ROOT);
        return url.matches(".*\\.(jpe?g|png|webp|gif)([?#].*)?");
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
