package org.broadsheet.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.broadsheet.source.FoundPicture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Which pictures an article could have, the best first: what the feed names as its picture, then those in its text. */
final class PictureChooser {

    private static final Pattern DECORATION = Pattern.compile("(?i)(?<![a-z])((site|news|header|footer|brand)?logo|(fav)?icon|(gr)?avatar|sprite|badge|button"
            + "|emoji|smil(ey|ie)|share|banner-ad|placeholder)s?(?![a-z])");
    private static final int IN_FIGURE = 850;
    private static final int IN_TEXT = 600;
    private static final int SMALLEST = 200;
    private static final int MOST = 5;

    private PictureChooser() {
    }

    static List<PictureOffer> choose(List<FoundPicture> named, String bodyHtml, String base) {
        var all = new ArrayList<>(named);
        var body = Jsoup.parseBodyFragment(bodyHtml, base);
        for (var image : body.select("img")) {
            inText(image, all);
        }
        all.removeIf(picture -> DECORATION.matcher(picture.url()).find() || picture.width() > 0 && picture.width() < SMALLEST);
        all.sort(Comparator.comparingInt(FoundPicture::worth).reversed());
        var distinct = new LinkedHashMap<String, PictureOffer>();
        all.forEach(picture -> distinct.merge(picture.url(), offer(picture), PictureChooser::fuller));
        return distinct.values().stream().limit(MOST).toList();
    }

    private static void inText(Element image, List<FoundPicture> found) {
        var source = LazyPictures.sourceOf(image);
        image.attr("src", source);
        var address = source.isEmpty() ? "" : image.absUrl("src");
        if (!address.toLowerCase(Locale.ROOT).startsWith("http") || TrackingPixels.isPixel(image, source)) {
            return;
        }
        var figure = image.closest("figure");
        var caption = figure == null ? "" : figure.select("figcaption").text();
        found.add(new FoundPicture(address, number(image.attr("width")), number(image.attr("height")), image.attr("alt"), caption, "",
                (figure == null ? IN_TEXT : IN_FIGURE) - found.size()));
    }

    /** The same picture may be named twice, once with its words. */
    private static PictureOffer fuller(PictureOffer one, PictureOffer other) {
        return new PictureOffer(one.url(), first(one.alt(), other.alt()), first(one.caption(), other.caption()), first(one.credit(), other.credit()));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static PictureOffer offer(FoundPicture picture) {
        return new PictureOffer(picture.url(), CleanText.line(picture.alt()), CleanText.line(picture.caption()), CleanText.line(picture.credit()));
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
