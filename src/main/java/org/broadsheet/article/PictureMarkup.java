package org.broadsheet.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.broadsheet.source.ImageSource;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Pictures in all the ways that pages write them, made plain {@code img} with the address where they really are, each once. */
final class PictureMarkup {

    private static final Pattern EMOJI = Pattern.compile("(?i).*(s\\.w\\.org/images/core/emoji|twemoji|/emoji/|/smil(ey|ie)s?/|abs\\.twimg\\.com/emoji).*");
    private static final Pattern SIZE = Pattern.compile("(-\\d{2,4}x\\d{2,4}|@\\dx|-scaled)?(\\.\\w{3,5})?([?#].*)?$");
    private static final int TELLING_NAME = 4;

    private PictureMarkup() {
    }

    static void settle(Element body) {
        body.select("amp-img,amp-anim").tagName("img");
        body.select("noscript").forEach(PictureMarkup::revealed);
        body.select("picture").forEach(PictureMarkup::chosen);
        body.select("[style*=url(],[data-bg],[data-background],[data-background-image],[data-bg-src],[data-lazy-background]").forEach(PictureMarkup::fromBackground);
        for (var image : body.select("img,image")) {
            if (image.parent() != null) {
                place(image.tagName("img"));
            }
        }
        body.select(".wp-caption,.tr-caption-container").forEach(PictureMarkup::intoFigure);
        body.select("figure").forEach(PictureMarkup::once);
    }

    /** As WordPress and Blogger wrote a picture and its caption before there were figures. */
    private static void intoFigure(Element box) {
        var images = box.select("img");
        var caption = box.selectFirst(".wp-caption-text,.tr-caption");
        if (box.parent() == null || box.closest("figure") != null || images.size() != 1 || caption == null || caption == box || caption.selectFirst("img") != null) {
            return;
        }
        var image = images.getFirst();
        var link = image.closest("a");
        var figure = new Element("figure").appendChild(link != null && link != box && link.parents().contains(box) && !link.hasText() ? link : image);
        figure.appendElement("figcaption").insertChildren(0, caption.childNodesCopy());
        box.replaceWith(figure);
    }

    private static void place(Element image) {
        var source = ImageSource.of(image).address();
        if (EMOJI.matcher(source).matches() && !image.attr("alt").isBlank() && image.attr("alt").length() <= 12) {
            image.replaceWith(new TextNode(image.attr("alt")));
            return;
        }
        if (source.isEmpty() || TrackingPixels.isPixel(image, source)) {
            image.remove();
            return;
        }
        image.attr("src", source);
        Links.address(image, "src");
        if (!image.hasAttr("src")) {
            image.remove();
        }
    }

    /** What a page shows without scripts is a twin of the picture beside it, or the only one. */
    private static void revealed(Element noscript) {
        if (noscript.parent() == null) {
            return;
        }
        for (var image : noscript.select("img")) {
            var source = ImageSource.of(image).address();
            if (source.isEmpty() || TrackingPixels.isPixel(image, source)) {
                continue;
            }
            var twin = twin(noscript, source);
            if (twin == null) {
                noscript.before(image);
            } else if (isEmpty(twin)) {
                twin.attr("src", source).removeAttr("srcset");
            }
        }
        noscript.remove();
    }

    private static boolean isEmpty(Element image) {
        return ImageSource.of(image).address().isEmpty();
    }

    /** The picture beside it, or around it, that has the same file or none yet; null if there is none. */
    private static Element twin(Element noscript, String source) {
        var near = new ArrayList<Element>();
        for (var beside : new Element[] {noscript.previousElementSibling(), noscript.nextElementSibling()}) {
            if (beside != null && !beside.hasText()) {
                near.addAll(beside.select("img"));
            }
        }
        var around = noscript.closest("figure,picture");
        if (around != null) {
            near.addAll(around.select("img"));
        }
        near.removeIf(image -> image.closest("noscript") != null);
        return near.stream().filter(image -> isEmpty(image) || file(ImageSource.of(image).address()).equals(file(source))).findFirst().orElse(null);
    }

    /** The name of a picture's file whatever its size; the whole address where the name says nothing. */
    private static String file(String source) {
        var address = SIZE.matcher(source).replaceFirst("");
        var name = address.substring(address.lastIndexOf('/') + 1);
        return name.length() >= TELLING_NAME ? name : address;
    }

    /** A {@code picture} is its {@code img}, with the largest of its sources that every mail client reads. */
    private static void chosen(Element picture) {
        if (picture.parent() == null) {
            return;
        }
        var image = picture.selectFirst("img");
        if (image == null) {
            image = picture.appendElement("img");
        }
        if (isEmpty(image) || image.attr("srcset").isBlank() && image.attr("data-srcset").isBlank()) {
            adopt(picture, image);
        }
        picture.replaceWith(image);
    }

    private static void adopt(Element picture, Element image) {
        var offers = new ArrayList<String>();
        for (var source : picture.select("source")) {
            if (ImageSource.isReadable(source)) {
                offers.add(source.attr("srcset").isBlank() ? source.attr("data-srcset") : source.attr("srcset"));
            }
        }
        offers.removeIf(String::isBlank);
        if (!offers.isEmpty()) {
            var probe = new Element("img").attr("srcset", String.join(", ", offers));
            var best = ImageSource.of(probe).address();
            if (!best.isEmpty() && (isEmpty(image) || !image.attr("src").matches("(?i).*\\.(jpe?g|png)(\\?.*)?"))) {
                image.attr("src", best);
            }
        }
    }

    /** Only where nothing else is: behind text, a picture is decoration. */
    private static void fromBackground(Element element) {
        if (element.parent() == null || element.hasText() || element.nameIs("body") || element.nameIs("img") || element.selectFirst("img,picture,iframe,video") != null) {
            return;
        }
        var source = ImageSource.background(element);
        if (!source.isEmpty()) {
            var words = element.hasAttr("aria-label") ? element.attr("aria-label") : element.attr("title");
            var image = element.appendElement("img").attr("src", source);
            if (!words.isBlank()) {
                image.attr("alt", words);
            }
        }
    }

    /** Sliders and lazy loaders put the same picture into a figure several times. */
    private static void once(Element figure) {
        Set<String> seen = new HashSet<>();
        for (var image : figure.select("img")) {
            if (!seen.add(file(image.attr("src")))) {
                image.remove();
            }
        }
    }
}
