package org.broadsheet.mail.lint;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;

/** Pictures: what stands for them, how large they are, where they come from (A36, D6, D7). */
final class ImageCheck implements Check {

    private static final int WIDEST = 640;
    private static final int MANY = 60;

    @Override
    public void look(Inspection mail, Findings findings) {
        var page = mail.page();
        Map<String, String> alts = new HashMap<>();
        var count = 0;
        for (var element : page.elements()) {
            switch (element.normalName()) {
                case "img" -> {
                    count++;
                    source(mail, element, "src", findings);
                    if (isPixel(element)) {
                        findings.add(Rule.TRACKING_PIXEL, page.place(element), "A picture of one pixel is loaded.");
                    }
                    alt(page, element, alts, findings);
                    size(page, element, findings);
                }
                case "input" -> {
                    if (element.hasAttr("src")) {
                        source(mail, element, "src", findings);
                    }
                }
                default -> {
                    if (element.hasAttr("background")) {
                        source(mail, element, "background", findings);
                    }
                }
            }
        }
        if (count > MANY) {
            findings.add(Rule.IMAGE_COUNT, mail.html(0), "The mail loads " + count + " pictures.");
        }
    }

    private static boolean isPixel(Element image) {
        return image.attr("width").strip().matches("[01](px)?") && image.attr("height").strip().matches("[01](px)?");
    }

    private static void alt(Markup page, Element image, Map<String, String> alts, Findings findings) {
        if (!image.hasAttr("alt")) {
            if (!isPixel(image)) {
                findings.add(Rule.IMAGE_ALT, page.place(image), "A picture has no alt text: " + Place.snippet(image.attr("src")) + ".");
            }
            return;
        }
        var alt = image.attr("alt").strip();
        if (alt.matches("(?i)[\\w%+.-]+\\.(jpe?g|png|gif|webp|svg)|(img|dsc|image)[_ -]?\\d+")) {
            findings.add(Rule.IMAGE_ALT_FILE_NAME, page.place(image, "alt"), "The alt text is a file name: " + Place.snippet(alt) + ".");
        }
        var source = image.attr("src");
        var before = alt.isEmpty() ? null : alts.putIfAbsent(alt, source);
        if (before != null && !before.equals(source)) {
            findings.add(Rule.IMAGE_ALT_REPEATED, page.place(image, "alt"), "Different pictures have the alt text \"" + Place.snippet(alt) + "\".");
        }
    }

    private static void size(Markup page, Element image, Findings findings) {
        if (!image.hasAttr("width") || !image.hasAttr("height")) {
            findings.add(Rule.IMAGE_SIZE, page.place(image), "A picture lacks the attribute" + (image.hasAttr("width") ? " height." : image.hasAttr("height") ? " width." : "s width and height."));
        }
        var width = image.attr("width").strip().replaceAll("px$", "");
        if (width.matches("\\d{1,6}") && Integer.parseInt(width) > WIDEST) {
            findings.add(Rule.IMAGE_WIDE, page.place(image, "width"), "A picture is " + width + " px wide.");
        }
        if (isInLink(image) && !image.attr("border").equals("0")
                && page.inline().of(image).stream().noneMatch(one -> one.property().startsWith("border") && one.value().matches("(0|none)(px)?.*"))) {
            findings.add(Rule.IMAGE_BORDER, page.place(image), "A picture in a link gets a blue border.");
        }
    }

    private static boolean isInLink(Element image) {
        for (var at = image.parent(); at != null; at = at.parent()) {
            if (at.normalName().equals("a")) {
                return true;
            }
        }
        return false;
    }

    private static void source(Inspection mail, Element image, String attribute, Findings findings) {
        var page = mail.page();
        var source = image.attr(attribute).strip();
        var place = page.place(image, attribute);
        var lower = source.toLowerCase(Locale.ROOT);
        if (source.isEmpty()) {
            findings.add(Rule.IMAGE_SOURCE, page.place(image), "A picture has no address.");
        } else if (lower.startsWith("data:")) {
            findings.add(Rule.IMAGE_DATA, place, "A picture stands in the mail as data:.");
        } else if (Unresolved.inAddress(source)) {
            findings.add(Rule.LINK_UNRESOLVED, place, "A picture's address is an expression of a template: " + Place.snippet(source) + ".");
        } else if (lower.startsWith("cid:")) {
            attached(mail, source.substring(4), place, findings);
        } else if (lower.startsWith("http://")) {
            findings.add(Rule.IMAGE_INSECURE, place, "A picture comes by http: and not https:.");
        } else if (!lower.startsWith("https://") || LinkCheck.host(source).isEmpty()) {
            findings.add(Rule.IMAGE_SOURCE, place, "A picture has no whole address: " + Place.snippet(source) + ".");
        }
        if (lower.startsWith("http") && LinkCheck.host(source).filter(Placeholders::isHost).isPresent()) {
            findings.add(Rule.LINK_PLACEHOLDER, place, "A picture comes from " + LinkCheck.host(source).orElse("") + ", which only holds the place of an address.");
        }
    }

    private static void attached(Inspection mail, String id, Place place, Findings findings) {
        mail.message().filter(Message::hasBody).ifPresent(message -> {
            Set<String> ids = message.parts().stream().map(Message.Part::contentId).collect(Collectors.toSet());
            if (!ids.contains(id)) {
                findings.add(Rule.IMAGE_CID, place, "No part of the message has the Content-ID " + Place.snippet(id) + ".");
            }
        });
    }
}
