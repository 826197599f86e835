package org.broadsheet.mail.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jsoup.nodes.Element;

/** Names the features of HTML and the picture formats that an element uses, by the slugs of the support table. */
final class HtmlFeatures {

    private static final Set<String> LISTS = Set.of("ul", "ol", "dl");
    private static final Set<String> ATTRIBUTES = Set.of("align", "hidden", "loading", "valign", "popover");
    private static final Set<String> FORMATS = Set.of("apng", "avif", "bmp", "gif", "heif", "ico", "jpg", "mp4", "png", "svg", "tiff", "webp");

    private HtmlFeatures() {
    }

    static List<String> of(Element element, Support support) {
        List<String> found = new ArrayList<>();
        var name = element.normalName();
        if (name.equals("link") && !element.attr("rel").toLowerCase(Locale.ROOT).contains("stylesheet")) {
            return found;
        }
        if (LISTS.contains(name)) {
            found.add("html-lists");
        } else if (name.equals("source") || name.equals("track")) {
            return List.of(); // belongs to the element around it
        } else if (support.knows("html-" + name)) {
            found.add("html-" + name);
        }
        for (var attribute : element.attributes()) {
            var key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.equals("srcset")) {
                found.add("html-srcset");
            } else if (key.equals("usemap")) {
                found.add("html-image-maps");
            } else if (ATTRIBUTES.contains(key) && support.knows(slug(key))) {
                found.add(slug(key));
            }
        }
        if (name.equals("img")) {
            format(element.attr("src"), found);
        }
        return found;
    }

    private static String slug(String attribute) {
        return attribute.equals("loading") ? "html-loading-attribute" : "html-" + attribute;
    }

    private static void format(String source, List<String> found) {
        var path = source.strip().toLowerCase(Locale.ROOT).replaceAll("[?#].*", "");
        if (path.startsWith("data:")) {
            return;
        }
        var extension = path.substring(path.lastIndexOf('.') + 1).replace("jpeg", "jpg").replace("heic", "heif").replaceAll("^tif$", "tiff");
        if (FORMATS.contains(extension)) {
            found.add("image-" + extension);
        }
    }

    /** Whether the element brings what stands in for it. */
    static boolean isCovered(Element element, String slug) {
        return switch (slug) {
            case "html-picture", "html-video", "html-audio", "html-object" -> element.selectFirst("img[src], a[href]") != null;
            case "html-srcset" -> element.hasAttr("src");
            case "html-image-maps" -> element.closest("a") != null;
            case "html-loading-attribute" -> true;
            default -> false;
        };
    }
}
