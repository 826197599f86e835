package org.broadsheet.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Alternative text that says what is seen; where the page had none worth reading, there is none, rather than an invention. */
final class AltText {

    private static final Pattern FILE = Pattern.compile("(?i).*\\.(jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg)"
            + "|(img|dsc[nf]?|pxl|screenshot|image|photo|foto|bild|picture|wp)[-_ ]?[-_0-9 ()]*|[-_0-9a-f]{8,}|\\S*[_]\\S*|\\S*\\d\\S*");
    private static final Set<String> EMPTY_WORDS = Set.of("image", "images", "photo", "photos", "photograph", "picture", "pic", "img", "thumbnail",
            "featured image", "feature image", "article image", "header image", "main image",
            "lead image", "hero image", "cover image", "cover", "post thumbnail", "untitled", "null", "undefined", "none", "alt", "alt text",
            "placeholder", "banner", "logo", "bild", "foto", "fotos", "symbolbild", "artikelbild",
            "aufmacherbild", "beitragsbild", "titelbild", "vorschaubild", "illustration", "image d'illustration", "photo d'illustration", "imagen",
            "imagen destacada", "fotografia", "fotografía", "immagine", "immagine in evidenza",
            "afbeelding", "beeld", "uitgelichte afbeelding", "image may contain", "media", "teaser", "open image in lightbox", "enlarge this image", "click to enlarge");

    private AltText() {
    }

    /**
     * @param alt      as found
     * @param headline of the article: repeated in a picture it says nothing of the picture; "" if unknown
     * @param caption  serves where there is no alternative text
     */
    static String of(String alt, String headline, String caption) {
        var text = CleanText.line(alt);
        return saysSomething(text, headline) ? text : caption;
    }

    private static boolean saysSomething(String text, String headline) {
        var plain = plain(text);
        return plain.length() > 2 && !EMPTY_WORDS.contains(text.toLowerCase(Locale.ROOT)) && !FILE.matcher(text).matches() && !plain.equals(plain(headline));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
