package org.broadsheet.mail.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What Outlook's Word engine needs said in attributes and ghost tables (D2, D6, D9); looked at as Word sees it. */
final class OutlookCheck implements Check {

    private static final int WIDEST = 680;
    private static final Set<String> NEVER_BY_STYLE = Set.of("img", "table", "td", "th");
    private static final Pattern MSO_BLOCK = Pattern.compile("<!--\\[if [^\\]]{0,40}mso[^\\]]{0,40}]>");
    private static final Pattern TABLE_TAG = Pattern.compile("<(/?)(table|tr|td|v:rect|v:roundrect|v:textbox|center)\\b[^>]*?(/?)>", Pattern.CASE_INSENSITIVE);

    @Override
    public void look(Inspection mail, Findings findings) {
        var word = mail.word();
        word.inline().all().forEach((element, declarations) -> {
            for (var declaration : declarations) {
                switch (declaration.property()) {
                    case "width" -> width(word, element, declaration, findings);
                    case "max-width" -> maxWidth(word, element, declaration, findings);
                    default -> { }
                }
            }
        });
        word.elements().forEach(element -> {
            background(word, element, findings);
            if (element.normalName().equals("table") && !isData(element) && !(element.hasAttr("cellpadding") && element.hasAttr("cellspacing"))) {
                findings.add(Rule.CELL_SPACING, word.place(element), "A layout table leaves the gaps between its cells to the client.");
            }
            tooWide(word, element, findings);
        });
        ghosts(mail, findings);
    }

    private static void width(Markup word, Element element, Declaration width, Findings findings) {
        if (NEVER_BY_STYLE.contains(element.normalName()) && !element.hasAttr("width") && !width.value().equals("auto") && !isHidden(word, element)) {
            findings.add(Rule.WORD_WIDTH, word.at(width.offset(), element), "The width of a <" + element.normalName() + "> stands only in CSS.");
        }
    }

    private static void maxWidth(Markup word, Element element, Declaration width, Findings findings) {
        var wanted = Lengths.pixels(width.value(), Double.NaN);
        if (Double.isNaN(wanted) || wanted < 100 || element.normalName().equals("table") || isHidden(word, element)) {
            return;
        }
        if (element.normalName().equals("img") || "td".equals(element.normalName())) {
            if (!element.hasAttr("width")) {
                findings.add(Rule.WORD_MAX_WIDTH, word.at(width.offset(), element), "A <" + element.normalName() + "> has a max-width, which Word does not read, and no width attribute.");
            }
            return;
        }
        for (var parent = element.parent(); parent != null; parent = parent.parent()) {
            if (Lengths.pixels(parent.attr("width").endsWith("%") ? "" : parent.attr("width") + "px", 0) <= wanted * 1.5) {
                return;
            }
        }
        findings.add(Rule.WORD_MAX_WIDTH, word.at(width.offset(), element), "A max-width holds in no ghost table: Word lets it run over the whole window.");
    }

    private static boolean isHidden(Markup word, Element element) {
        return Visible.isHidden(word, element, Media.Mode.LIGHT);
    }

    private static void background(Markup word, Element element, Findings findings) {
        var style = word.inline().of(element).stream().filter(one -> one.property().startsWith("background") && one.lower().contains("url(")).findFirst();
        if (style.isEmpty() && !element.hasAttr("background")) {
            return;
        }
        var place = style.map(one -> word.at(one.offset(), element)).orElseGet(() -> word.place(element, "background"));
        var colour = element.hasAttr("bgcolor") || word.inline().of(element).stream().anyMatch(one -> one.property().equals("background-color")
                || one.property().equals("background") && Colour.within(one.value()).isPresent());
        if (!colour) {
            findings.add(Rule.BACKGROUND_COLOR, place, "A background picture has no colour behind it.");
        }
        var vml = element.select("*").stream().anyMatch(child -> child.normalName().startsWith("v:")) || element.parent() != null && element.parent().normalName().startsWith("v:");
        if (!vml && !element.normalName().equals("body")) {
            findings.add(Rule.WORD_BACKGROUND, place, "A background picture is not shown by Word.");
        }
    }

    private static void tooWide(Markup word, Element element, Findings findings) {
        var attribute = element.normalName().equals("table") || element.normalName().equals("td") ? element.attr("width").strip().replaceAll("px$", "") : "";
        if (attribute.matches("\\d{3,5}") && Integer.parseInt(attribute) > WIDEST) {
            findings.add(Rule.WIDTH, word.place(element, "width"), "A <" + element.normalName() + "> is " + attribute + " px wide.");
        }
    }

    /** Whether a table holds data, not layout. */
    static boolean isData(Element table) {
        return table.attr("role").toLowerCase(Locale.ROOT).matches("table|grid") || hasHeader(table, 3);
    }

    private static boolean hasHeader(Element element, int deep) {
        return deep > 0 && element.children().stream().anyMatch(child -> switch (child.normalName()) {
            case "th", "thead", "caption" -> true;
            case "tbody", "tr" -> hasHeader(child, deep - 1);
            default -> false;
        });
    }

    /** What the comments for Word open they must close. */
    private static void ghosts(Inspection mail, Findings findings) {
        Deque<String> open = new ArrayDeque<>();
        var source = mail.page().source();
        var blocks = MSO_BLOCK.matcher(source);
        var last = 0;
        while (blocks.find()) {
            if (blocks.group().startsWith("<!--[if !")) {
                continue;
            }
            last = blocks.start();
            var end = source.indexOf("<![endif]-->", blocks.end());
            if (end < 0) {
                findings.add(Rule.GHOST_TABLES, mail.html(last), "A comment for Word is never closed: Word reads nothing of what follows.");
                return;
            }
            var tags = TABLE_TAG.matcher(source).region(blocks.end(), end);
            while (tags.find()) {
                var name = tags.group(2).toLowerCase(Locale.ROOT);
                if (tags.group(1).isEmpty()) {
                    if (tags.group(3).isEmpty()) {
                        open.push(name);
                    }
                } else if (open.isEmpty() || !open.pop().equals(name)) {
                    findings.add(Rule.GHOST_TABLES, mail.html(tags.start()), "</" + name + "> closes what no comment for Word has opened.");
                    return;
                }
            }
        }
        if (!open.isEmpty()) {
            findings.add(Rule.GHOST_TABLES, mail.html(last), "<" + open.peek() + "> is opened for Word and never closed.");
        }
    }
}
