package org.broadsheet.mail.lint;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Element;

/**
 * Whether the text can be read: size, contrast in light, in the mail's own dark, and where a client turns the colours by itself (D7, D8).
 * Backgrounds that are pictures count as the colour behind them.
 */
final class ReadingCheck implements Check {

    private static final double SMALLEST = 14;
    private static final double WANTED = 4.5;
    private static final double WANTED_LARGE = 3;
    private static final double LOST = 3;
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;
    private static final int FINGER = 44;
    private static final double OF_THE_BROWSER = 16;
    private static final Colour LINK = new Colour(0, 0, 238, 1);
    private static final Colour LINK_IN_THE_DARK = new Colour(158, 158, 255, 1);
    private static final Colour DARK_CANVAS = new Colour(30, 30, 30, 1);

    /**
     * How text is set where an element stands.
     *
     * @param onPicture whether a picture lies between it and its background
     */
    private record Type(Colour colour, Colour background, boolean onPicture, double size, boolean bold, double lineHeight) {
    }

    @Override
    public void look(Inspection mail, Findings findings) {
        var page = mail.page();
        var light = types(page, Media.Mode.LIGHT);
        var hidden = page.hidden(Media.Mode.LIGHT);
        var ownDark = isDark(page);
        var hiddenInTheDark = ownDark ? page.hidden(Media.Mode.DARK) : hidden;
        var dark = ownDark ? types(page, Media.Mode.DARK) : light;
        for (var element : page.elements()) {
            var text = Visible.ownText(element);
            if (!hidden.get(element) && !Markup.isBlank(text)) {
                var type = light.get(element);
                contrast(page, element, Rule.CONTRAST, type.colour, type, "", findings);
                inverted(page, element, type, findings);
                size(page, element, type, findings);
                if (type.colour.toString().equals("#000000") && type.background.toString().equals("#ffffff")) {
                    findings.add(Rule.PURE_BLACK_AND_WHITE, page.place(element), "Text is #000000 on #ffffff.");
                }
            }
            if (ownDark && !hiddenInTheDark.get(element) && !Markup.isBlank(text)) {
                contrast(page, element, Rule.CONTRAST_DARK, dark.get(element).colour, dark.get(element), " in the dark", findings);
            }
            page.cascade().own(element, "text-align", Media.Mode.LIGHT).filter("justify"::equalsIgnoreCase)
                    .ifPresent(any -> findings.add(Rule.TEXT_JUSTIFIED, page.place(element), "Text is justified."));
            if (element.normalName().equals("a") && element.hasAttr("href") && !hidden.get(element)) {
                touch(page, element, light.get(element), findings);
            }
        }
    }

    private static boolean isDark(Markup page) {
        return page.sheets().stream().flatMap(sheet -> sheet.media().stream()).anyMatch(media -> media.text().contains("prefers-color-scheme"))
                || page.named("meta").anyMatch(meta -> meta.attr("name").equalsIgnoreCase("color-scheme") && meta.attr("content").contains("dark"));
    }

    private static void contrast(Markup page, Element element, Rule rule, Colour colour, Type type, String where, Findings findings) {
        var shown = colour.over(type.background);
        var contrast = shown.contrast(type.background);
        if (contrast < (isLarge(type) ? WANTED_LARGE : WANTED)) {
            findings.add(rule, contrast < LOST ? Verdict.ERROR : rule.verdict(), page.place(element), String.format(Locale.ROOT, "Text %s on %s has a contrast of %.1f:1%s%s.", shown,
                    type.background, Math.floor(contrast * 10) / 10, isLarge(type) ? " (large text)" : "", where));
        }
    }

    private static void inverted(Markup page, Element element, Type type, Findings findings) {
        var shown = type.colour.over(type.background);
        if (shown.contrast(type.background) < WANTED_LARGE) {
            return; // it cannot be read as it is
        }
        var contrast = shown.inverted().contrast(type.onPicture ? type.background : type.background.inverted()); // pictures are never turned
        if (contrast < WANTED_LARGE) {
            findings.add(Rule.CONTRAST_INVERTED, page.place(element), String.format(Locale.ROOT, "Text %s on %s%s has a contrast of %.1f:1 when it is inverted.", shown,
                    type.onPicture ? "a picture over " : "", type.background, Math.floor(contrast * 10) / 10));
        }
    }

    private static boolean isPictured(Cascade cascade, Element element, Media.Mode mode) {
        return element.hasAttr("background") || cascade.own(element, "background-image", mode).or(() -> cascade.own(element, "background", mode))
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("url(")).isPresent();
    }

    private static boolean isLarge(Type type) {
        return type.size >= LARGE || type.bold && type.size >= LARGE_BOLD;
    }

    private static void size(Markup page, Element element, Type type, Findings findings) {
        if (type.size < SMALLEST - 0.01) {
            findings.add(Rule.TEXT_SIZE, page.place(element), String.format(Locale.ROOT, "Text has %s px.", type.size == Math.rint(type.size) ? String.valueOf((int) type.size)
                    : String.format(Locale.ROOT, "%.1f", type.size)));
        }
    }

    /** Only of links set as blocks; links within text are free to be as high as it (WCAG 2.5.8). */
    private static void touch(Markup page, Element link, Type type, Findings findings) {
        var cascade = page.cascade();
        var display = cascade.own(link, "display", Media.Mode.LIGHT).orElse("");
        if (!display.equals("block") && !display.equals("inline-block") || link.selectFirst("img") != null) {
            return;
        }
        var padding = padding(cascade, link);
        var least = cascade.own(link, "min-height", Media.Mode.LIGHT).or(() -> cascade.own(link, "height", Media.Mode.LIGHT)).map(value -> Lengths.pixels(value, type.size))
                .filter(value -> !Double.isNaN(value)).orElse(0.0);
        var height = Math.max(least, type.lineHeight) + padding;
        if (height < FINGER - 0.5) {
            findings.add(Rule.TOUCH_TARGET, page.place(link), String.format(Locale.ROOT, "A link that stands alone is %d px high.", Math.round(height)));
        }
    }

    private static double padding(Cascade cascade, Element link) {
        var shorthand = cascade.own(link, "padding", Media.Mode.LIGHT).map(value -> value.split("\\s+")).orElse(new String[] {"0"});
        var top = cascade.own(link, "padding-top", Media.Mode.LIGHT).orElse(shorthand[0]);
        var bottom = cascade.own(link, "padding-bottom", Media.Mode.LIGHT).orElse(shorthand.length > 2 ? shorthand[2] : shorthand[0]);
        return number(top) + number(bottom);
    }

    private static double number(String length) {
        var pixels = Lengths.pixels(length, OF_THE_BROWSER);
        return Double.isNaN(pixels) ? 0 : pixels;
    }

    private static Map<Element, Type> types(Markup page, Media.Mode mode) {
        Map<Element, Type> types = new IdentityHashMap<>();
        var dark = mode == Media.Mode.DARK;
        var root = new Type(dark ? Colour.WHITE : Colour.BLACK, dark ? DARK_CANVAS : Colour.WHITE, false, OF_THE_BROWSER, false, 0);
        page.elements().forEach(element -> types.put(element, type(page.cascade(), element, mode, types.getOrDefault(element.parent(), root))));
        return types;
    }

    private static Type type(Cascade cascade, Element element, Media.Mode mode, Type around) {
        var size = size(cascade, element, mode, around.size);
        var background = cascade.own(element, "background-color", mode).flatMap(Colour::parse)
                .or(() -> element.hasAttr("bgcolor") ? Colour.ofAttribute(element.attr("bgcolor")) : Optional.empty()).filter(colour -> colour.alpha() > 0).map(colour -> colour.over(around.background));
        var lineHeight = cascade.own(element, "line-height", mode).map(value -> value.matches("[\\d.]{1,6}") ? Double.parseDouble("0" + value.replaceAll("\\.(?=.*\\.)", "")) * size
                : Lengths.pixels(value, size)).filter(value -> !Double.isNaN(value)).orElse(around.lineHeight > 0 ? around.lineHeight : size * 1.2);
        return new Type(colour(cascade, element, mode, around), background.orElse(around.background), isPictured(cascade, element, mode) || background.isEmpty() && around.onPicture, size, bold(cascade, element, mode, around), lineHeight);
    }

    private static Colour colour(Cascade cascade, Element element, Media.Mode mode, Type around) {
        var own = cascade.own(element, "color", mode);
        if (own.isPresent()) {
            return own.flatMap(Colour::parse).orElse(around.colour);
        }
        var hint = element.normalName().equals("font") ? element.attr("color") : element.normalName().equals("body") ? element.attr("text") : "";
        if (!hint.isEmpty()) {
            return Colour.ofAttribute(hint).orElse(around.colour);
        }
        return element.normalName().equals("a") && element.hasAttr("href") ? mode == Media.Mode.DARK ? LINK_IN_THE_DARK : LINK : around.colour;
    }

    private static double size(Cascade cascade, Element element, Media.Mode mode, double around) {
        var own = cascade.own(element, "font-size", mode).map(value -> named(value.toLowerCase(Locale.ROOT), around)).filter(value -> !Double.isNaN(value));
        return own.orElse(switch (element.normalName()) {
            case "small", "sub", "sup" -> around / 1.2;
            case "h1" -> around * 2;
            case "h2" -> around * 1.5;
            case "h3" -> around * 1.17;
            default -> around;
        });
    }

    private static double named(String value, double around) {
        return switch (value) {
            case "xx-small" -> 9;
            case "x-small" -> 10;
            case "small" -> 13;
            case "medium" -> OF_THE_BROWSER;
            case "large" -> 18;
            case "x-large" -> 24;
            case "xx-large" -> 32;
            case "smaller" -> around / 1.2;
            case "larger" -> around * 1.2;
            default -> Lengths.pixels(value, around);
        };
    }

    private static boolean bold(Cascade cascade, Element element, Media.Mode mode, Type around) {
        return cascade.own(element, "font-weight", mode).map(value -> value.equals("bold") || value.equals("bolder") || value.matches("[6-9]\\d\\d"))
                .orElse(around.bold || element.normalName().matches("b|strong|th|h[1-6]"));
    }
}
