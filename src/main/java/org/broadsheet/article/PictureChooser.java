package org.broadsheet.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.broadsheet.article.page.Caption;
import org.broadsheet.article.page.CreditLine;
import org.broadsheet.source.FoundPicture;
import org.broadsheet.source.ImageSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Which pictures an article could have, the best first, as an editor would choose: {@link PictureSignal} says by what. */
final class PictureChooser {

    private static final int IN_TEXT = 600;
    private static final int MOST = 5;
    private static final int ORIGINAL = 1300;
    /** What a page shows so small is no picture of the article, however large its file. */
    private static final int SHOWN_SMALL = 200;
    private static final int LOOK_AROUND = 5;
    /** What stands before the first paragraph of so many characters opens the article. */
    private static final int PARAGRAPH = 80;
    private static final String FIGURE = "figure,.wp-caption,[class*=image-container],[class*=caption-container]";
    private static final Pattern PICTURE_FILE = Pattern.compile("(?i)\\.(jpe?g|png|webp|gif)([?#]|$)|/(attachment|photo|image)s?/");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private final List<PictureCandidate> candidates = new ArrayList<>();

    private PictureChooser() {
    }

    static List<PictureOffer> choose(List<FoundPicture> named, String bodyHtml, String base) {
        return choose(named, bodyHtml, base, "");
    }

    /**
     * @param named    what the feed or the article's page names as its pictures
     * @param headline of the article, which is no alternative text; "" if unknown
     * @return at most five, each photograph once in its largest sensible size
     */
    static List<PictureOffer> choose(List<FoundPicture> named, String bodyHtml, String base, String headline) {
        var chooser = new PictureChooser();
        named.forEach(chooser::take);
        var order = 0;
        for (var image : Jsoup.parseBodyFragment(bodyHtml, base).select("img")) {
            order += chooser.take(image, order) ? 1 : 0;
        }
        return chooser.distinct().stream().filter(picture -> PictureSignal.score(picture) > 0)
                .sorted(Comparator.comparingInt(PictureSignal::score).reversed().thenComparingInt(PictureCandidate::order))
                .limit(MOST).map(picture -> offer(picture, headline)).toList();
    }

    /**
     * Which images of a text are pictures of it, in their order; each photograph once, in its largest sensible size.
     *
     * @param cleanBody HTML of the allow-list
     * @return their addresses as they stand there
     */
    static List<String> standing(String cleanBody) {
        var chooser = new PictureChooser();
        for (var image : Jsoup.parseBodyFragment(cleanBody).select("img[src]:not(figcaption img)")) {
            chooser.take(image, chooser.candidates.size());
        }
        return chooser.distinct().stream().filter(picture -> PictureSignal.score(picture) > 0).map(PictureCandidate::url).toList();
    }

    private void take(FoundPicture picture) {
        var address = PictureAddress.of(picture.url());
        candidates.add(new PictureCandidate(picture.url(), address, true, picture.worth(), picture.width() > 0 ? picture.width() : address.width(), picture.height(), picture.alt(), picture.caption(),
                picture.credit(), Integer.MAX_VALUE, false, false, List.of(), false));
    }

    /** @return whether it counts as a picture of the text */
    private boolean take(Element image, int order) {
        var size = ImageSource.of(image);
        image.attr("src", size.address());
        var url = size.address().isEmpty() ? "" : image.absUrl("src");
        if (!url.toLowerCase(Locale.ROOT).startsWith("http") || TrackingPixels.isPixel(image, size.address())) {
            return false;
        }
        var figure = Optional.ofNullable(image.closest(FIGURE)).filter(holder -> holder.select("img").size() == 1 || holder.normalName().equals("figure"));
        var address = PictureAddress.of(url);
        var declared = ImageSource.pixels(image.attr("width"));
        var width = size.width() > 0 ? size.width() : declared > 0 && declared < SHOWN_SMALL ? declared : Math.max(declared, address.width());
        var height = declared > 0 && ImageSource.pixels(image.attr("height")) > 0 ? (int) Math.round((double) ImageSource.pixels(image.attr("height")) * width / declared) : 0;
        var caption = Caption.of(image);
        candidates.add(new PictureCandidate(url, address, false, IN_TEXT, width, height, image.attr("alt"), caption.caption(), caption.credit(), order,
                order == 0 && opens(image), figure.isPresent(), surroundings(image), linkedAway(image)));
        return true;
    }

    private static boolean opens(Element image) {
        var before = 0;
        for (Node node = image; node != null && !(node instanceof Element body && body.normalName().equals("body")); node = node.parent()) {
            for (var sibling = node.previousSibling(); sibling != null; sibling = sibling.previousSibling()) {
                before += sibling instanceof TextNode text ? text.text().strip().length() : sibling instanceof Element element && !element.normalName().matches("h[1-6]") ? element.text().length() : 0;
            }
        }
        return before < PARAGRAPH;
    }

    private static List<String> surroundings(Element image) {
        var words = new ArrayList<String>();
        var element = image;
        for (var level = 0; level <= LOOK_AROUND && element != null && !element.normalName().equals("body"); level++) {
            for (var name : List.of(element.className(), element.id(), element.attr("role"), element.attr("itemprop"), element.normalName().matches("aside|nav|footer") ? element.normalName() : "")) {
                for (var word : WORDS.split(name)) {
                    words.add(word.toLowerCase(Locale.ROOT));
                }
            }
            element = element.parent();
        }
        return words;
    }

    private static boolean linkedAway(Element image) {
        var link = image.closest("a[href]");
        return link != null && !PICTURE_FILE.matcher(link.attr("href")).find() && !link.attr("href").startsWith("#") && !link.absUrl("href").equals(image.baseUri());
    }

    /** One candidate for each photograph, in its largest sensible size, with all that is said of it anywhere. */
    private List<PictureCandidate> distinct() {
        var distinct = new LinkedHashMap<String, PictureCandidate>();
        for (var candidate : candidates) {
            distinct.merge(candidate.address().key(), candidate, PictureChooser::merged);
        }
        return List.copyOf(distinct.values());
    }

    private static PictureCandidate merged(PictureCandidate one, PictureCandidate other) {
        var both = one.and(other);
        return sensible(other) > sensible(one) ? both.with(other.url(), other.address(), other.width(), other.height()) : both;
    }

    /** An address without any size is usually the original. */
    private static int sensible(PictureCandidate picture) {
        return ImageSource.worth(picture.width() > 0 ? picture.width() : ORIGINAL);
    }

    private static PictureOffer offer(PictureCandidate picture, String headline) {
        var line = CreditLine.of(CleanText.line(picture.caption()));
        var named = CleanText.line(picture.credit());
        var credit = named.isEmpty() ? line.credit() : named;
        var caption = named.isEmpty() || line.credit().contains(named) ? line.caption() : CleanText.line(picture.caption());
        return new PictureOffer(picture.url(), AltText.of(picture.alt(), headline, caption), caption, credit);
    }
}
