package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.broadsheet.source.FoundPicture;
import org.broadsheet.source.ImageSource;
import org.jsoup.nodes.Element;

/** The pictures of an article, the likeliest lead first: what the page names for those who share it, and what its readers see, each with all that is known of it. */
final class PagePictures {

    private static final Pattern OF_PEOPLE_OR_HOUSES = Pattern.compile("(?i)avatar|logo|author|gravatar|profile-p");
    private static final Pattern FOR_ALL_PAGES = Pattern.compile("(?i)(?<![a-z])(logo|default|placeholder|fallback|no[-_]?image|generic|favicon|site[-_]?icon|apple-touch-icon|blank|avatar"
            + "|(?:og|social|share|sharing|facebook|twitter|open-?graph)[-_]?(?:image|card|share|default|img|logo)?)s?(?![a-z])");
    private static final Pattern SIZE_IN_NAME = Pattern.compile("(?i)[-_@](?:\\d{2,4}x\\d{2,4}|\\d{3,4}w?|scaled|large|medium|small|thumb(?:nail)?|\\dx)(?=\\.|$)");
    private static final int LEAD = 1_000;
    private static final int SHARED = 900;
    private static final int IN_FIGURE = 850;
    private static final int IN_TEXT = 600;
    private static final int OF_ALL_PAGES = 50;
    private static final int SEEN_TOO = 60;
    private static final int MOST_SEEN = 300;
    private static final int MOST = 40;
    private static final int SMALLEST = 100;

    private final Addresses addresses;
    private final MetaTags metas;
    private final LinkedData data;
    private final JsonNode article;
    private final List<FoundPicture> seen = new ArrayList<>();
    private final Elsewhere elsewhere = new Elsewhere();

    /** @param body before the article was looked for */
    PagePictures(Element body, Addresses addresses, MetaTags metas, LinkedData data) {
        this.addresses = addresses;
        this.metas = metas;
        this.data = data;
        this.article = data.article().orElse(MissingNode.getInstance());
        body.selectStream("img").limit(MOST_SEEN).filter(image -> !elsewhere.holds(image) && !isPortrait(image)).forEach(this::see);
    }

    /** A portrait of the author or a logo is named so, or what is right around it is. */
    private static boolean isPortrait(Element image) {
        var around = image.parent() == null ? image : image.parent();
        return OF_PEOPLE_OR_HOUSES.matcher(image.className() + " " + around.className()).find();
    }

    private void see(Element image) {
        var source = ImageSource.of(image);
        var address = addresses.absolute(source.address());
        var width = source.width() > 0 ? source.width() : ImageSource.pixels(image.attr("width"));
        if (!isWeb(address) || width > 0 && width < SMALLEST) {
            return;
        }
        var caption = Caption.of(image);
        var figure = image.closest("figure") != null || !caption.caption().isEmpty();
        seen.add(new FoundPicture(address, width, source.width() > 0 ? 0 : ImageSource.pixels(image.attr("height")), image.attr("alt").strip(), caption.caption(), caption.credit(),
                (figure ? IN_FIGURE : IN_TEXT) - Math.min(seen.size(), MOST_SEEN)));
    }

    /** @param inArticle addresses of pictures in the article's text */
    List<FoundPicture> of(Set<String> inArticle) {
        var keys = inArticle.stream().map(PagePictures::key).collect(Collectors.toSet());
        Map<String, FoundPicture> found = new LinkedHashMap<>();
        named().forEach(picture -> found.merge(key(picture.url()), picture, PagePictures::both));
        for (var picture : seen) {
            var key = key(picture.url());
            if (found.containsKey(key)) {
                found.put(key, both(found.get(key), worth(picture, LEAD)));
            } else if (keys.contains(key)) {
                found.put(key, picture);
            } else if (picture.worth() > IN_TEXT + MOST_SEEN / 2 && !picture.caption().isEmpty() && found.values().stream().noneMatch(other -> other.worth() >= LEAD)) {
                found.put(key, worth(picture, picture.worth() - SEEN_TOO));
            }
        }
        return found.values().stream().sorted(Comparator.comparingInt(FoundPicture::worth).reversed()).limit(MOST).toList();
    }

    private List<FoundPicture> named() {
        var all = new ArrayList<FoundPicture>();
        LinkedData.values(article.path("image")).map(data::resolved).forEach(image -> stated(image, SHARED + SEEN_TOO / 2, all));
        shared(all);
        data.page().ifPresent(page -> LinkedData.values(page.path("primaryImageOfPage")).map(data::resolved).forEach(image -> stated(image, SHARED - 10, all)));
        metas.first("twitter:image", "twitter:image:src", "parsely-image-url", "sailthru:image:full", "itemprop=image")
                .ifPresent(image -> add(all, image, 0, 0, metas.first("twitter:image:alt").orElse(""), SHARED - 20));
        LinkedData.values(article.path("thumbnailUrl")).filter(JsonNode::isTextual).forEach(image -> add(all, image.asText(), 0, 0, "", IN_TEXT - SEEN_TOO));
        return all;
    }

    private void shared(List<FoundPicture> all) {
        var images = metas.all("og:image").isEmpty() ? metas.all("og:image:url").isEmpty() ? metas.all("og:image:secure_url") : metas.all("og:image:url") : metas.all("og:image");
        for (var place = 0; place < Math.min(images.size(), MOST); place++) {
            add(all, images.get(place), ImageSource.pixels(at("og:image:width", place, images.size())), ImageSource.pixels(at("og:image:height", place, images.size())),
                    at("og:image:alt", place, images.size()), SHARED - place);
        }
    }

    /** What is said of each picture is of use only if it is said of all. */
    private String at(String name, int place, int size) {
        return metas.all(name).size() == size ? metas.all(name).get(place) : "";
    }

    private void stated(JsonNode image, int worth, List<FoundPicture> all) {
        var address = image.isTextual() ? image.asText() : LinkedData.text(image, "url", "contentUrl", "@id");
        var parted = CreditLine.of(WhiteSpace.folded(LinkedData.text(image, "caption", "description")));
        var credit = LinkedData.text(image, "creditText", "copyrightNotice");
        var holder = LinkedData.values(image.path("copyrightHolder")).findFirst().or(() -> LinkedData.values(image.path("creator")).findFirst())
                .or(() -> LinkedData.values(image.path("author")).findFirst())
                .map(data::resolved).map(node -> node.isTextual() ? node.asText() : LinkedData.text(node, "name")).orElse("");
        var before = all.size();
        add(all, address, size(image, "width"), size(image, "height"), "", worth);
        if (all.size() > before) {
            var picture = all.removeLast();
            all.add(new FoundPicture(picture.url(), picture.width(), picture.height(), "", parted.caption(),
                    first(CreditLine.marked(WhiteSpace.folded(credit)), first(parted.credit(), holder)), picture.worth()));
        }
    }

    private static int size(JsonNode image, String name) {
        var value = image.path(name).isObject() ? image.path(name).path("value") : image.path(name);
        return ImageSource.pixels(value.asText().replaceAll("(px|\\.0+)$", ""));
    }

    private void add(List<FoundPicture> all, String address, int width, int height, String alt, int worth) {
        var absolute = addresses.absolute(address);
        if (isWeb(absolute)) {
            all.add(new FoundPicture(absolute, width, height, alt, "", "", isOfAllPages(absolute) ? OF_ALL_PAGES : worth));
        }
    }

    /** The site's own picture, which it gives to every page that has none. */
    private boolean isOfAllPages(String address) {
        var key = key(address);
        return FOR_ALL_PAGES.matcher(name(address)).find() || data.all("Organization").map(house -> house.path("logo")).map(data::resolved)
                .map(logo -> logo.isTextual() ? logo.asText() : LinkedData.text(logo, "url", "contentUrl")).anyMatch(logo -> !logo.isEmpty() && key(addresses.absolute(logo)).equals(key))
                || LinkedData.values(data.resolved(article.path("publisher")).path("logo")).map(data::resolved).map(logo -> logo.isTextual() ? logo.asText() : LinkedData.text(logo, "url"))
                        .anyMatch(logo -> !logo.isEmpty() && key(addresses.absolute(logo)).equals(key));
    }

    /** One picture is kept in several sizes: the same name but for the size is the same picture. */
    private static String key(String address) {
        var path = address.replaceFirst("^https?://", "").replaceFirst("[?#].*$", "");
        return SIZE_IN_NAME.matcher(path).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String name(String address) {
        var path = address.replaceFirst("[?#].*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static FoundPicture both(FoundPicture one, FoundPicture other) {
        var larger = other.width() > one.width() && one.width() > 0 ? other : one;
        return new FoundPicture(larger.url(), larger.width(), larger.height(), first(one.alt(), other.alt()), first(other.caption(), one.caption()), first(other.credit(), one.credit()),
                Math.max(one.worth(), other.worth()));
    }

    private static FoundPicture worth(FoundPicture picture, int worth) {
        return new FoundPicture(picture.url(), picture.width(), picture.height(), picture.alt(), picture.caption(), picture.credit(), worth);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http", 0, 4) && !address.toLowerCase(Locale.ROOT).matches(".*\\.svg(?:[?#].*)?$");
    }
}
