package org.broadsheet.article;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Formulas in the way in which mail programs can show them, none of which knows MathML: letters, signs, and what stands above or below the line. What
 * that cannot express, a matrix for instance, goes by the words of its author.
 */
final class Formulas {

    private static final Set<String> LEFT_OUT = Set.of("annotation", "annotation-xml", "mphantom", "maligngroup", "malignmark", "none", "mprescripts");
    /** Signs between two things, which have room around them. */
    private static final Pattern BETWEEN = Pattern.compile("[=<>≤≥≠≈≡≃≅∼∝+\\-−±∓×·÷→←↔⇒⇐⇔↦∈∉∋⊂⊃⊆⊇∪∩∧∨≪≫]|:=");
    private static final String APPLICATION = "\u2061";
    /** The times, the comma and the plus that are not written. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u2062-\\u2064]");
    private static final int LONGEST_WORDS = 500;

    private Formulas() {
    }

    static void intoText(Element body) {
        for (var formula : body.select("math,script[type^=math/tex]")) {
            if (formula.parent() != null) {
                formula.replaceWith(formula.normalName().equals("math") ? written(formula) : new TextNode(shortened(formula.data())));
            }
        }
    }

    private static Node written(Element formula) {
        var stated = stated(formula);
        var line = new Element("span");
        formula.childNodes().forEach(part -> write(part, line));
        var drawn = line.hasText() && formula.selectFirst("mtable") == null;
        return drawn || stated.isEmpty() ? line : new TextNode(stated);
    }

    /** What its author wrote for those who cannot see it. */
    private static String stated(Element formula) {
        var tex = formula.selectFirst("annotation[encoding*=tex]");
        return shortened(formula.hasAttr("alttext") ? formula.attr("alttext") : tex == null ? "" : tex.text());
    }

    private static String shortened(String words) {
        return words.length() > LONGEST_WORDS ? "" : words.strip();
    }

    private static String seen(String text) {
        return UNSEEN.matcher(text.strip()).replaceAll("").replace(APPLICATION, " ");
    }

    private static void write(Node part, Element line) {
        if (part instanceof TextNode text && !text.isBlank()) {
            line.appendText(seen(text.text()));
        } else if (part instanceof Element element && !LEFT_OUT.contains(element.normalName())) {
            element(element, line);
        }
    }

    private static void element(Element element, Element line) {
        var parts = element.children();
        switch (element.normalName()) {
            case "semantics" -> parts.stream().limit(1).forEach(part -> write(part, line));
            case "mi" -> variable(element, line);
            case "mo" -> operator(element, line);
            case "msup", "mover" -> scripted(parts, List.of("sup"), line);
            case "msub", "munder" -> scripted(parts, List.of("sub"), line);
            case "msubsup", "munderover" -> scripted(parts, List.of("sub", "sup"), line);
            case "mfrac" -> fraction(parts, line);
            case "msqrt" -> bracketed(element.childNodes(), "√", line);
            case "mroot" -> root(parts, line);
            case "mtr", "mlabeledtr" -> {
                line.appendText(element.previousElementSibling() == null ? "" : "; ");
                element.childNodes().forEach(part -> write(part, line));
            }
            case "mspace", "mtd" -> {
                line.appendText(" ");
                element.childNodes().forEach(part -> write(part, line));
            }
            default -> element.childNodes().forEach(part -> write(part, line));
        }
    }

    /** A name of one letter stands for something, one of several is a word like sin. */
    private static void variable(Element element, Element line) {
        var name = seen(element.text());
        if (name.codePointCount(0, name.length()) == 1 && Character.isLetter(name.codePointAt(0)) && !"normal".equals(element.attr("mathvariant"))) {
            line.appendElement("i").text(name);
        } else {
            line.appendText(name);
        }
    }

    private static void operator(Element element, Element line) {
        var sign = seen(element.text());
        var between = BETWEEN.matcher(sign).matches() && element.previousElementSibling() != null && element.nextElementSibling() != null;
        line.appendText(between ? " " + sign + " " : sign.equals(",") || sign.equals(";") ? sign + " " : sign);
    }

    private static void scripted(List<Element> parts, List<String> scripts, Element line) {
        for (var place = 0; place < parts.size(); place++) {
            write(parts.get(place), place == 0 || place > scripts.size() ? line : line.appendElement(scripts.get(place - 1)));
        }
    }

    private static void fraction(List<Element> parts, Element line) {
        for (var place = 0; place < parts.size(); place++) {
            if (place > 0) {
                line.appendText("/");
            }
            bracketed(List.of(parts.get(place)), "", line);
        }
    }

    private static void root(List<Element> parts, Element line) {
        if (parts.size() > 1) {
            write(parts.get(1), line.appendElement("sup"));
        }
        bracketed(List.copyOf(parts.subList(0, Math.min(1, parts.size()))), "√", line);
    }

    /** In brackets, unless it is a single thing. */
    private static void bracketed(List<? extends Node> parts, String sign, Element line) {
        var inner = new Element("span");
        parts.forEach(part -> write(part, inner));
        var single = inner.childNodeSize() <= 1;
        line.appendText(sign + (single ? "" : "("));
        List.copyOf(inner.childNodes()).forEach(line::appendChild);
        line.appendText(single ? "" : ")");
    }
}
