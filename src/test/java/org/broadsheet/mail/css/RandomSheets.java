package org.broadsheet.mail.css;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Documents and sheets for them, valid and broken, the same for the same seed. All rules are such that nothing stays in the style element, and variables
 * have the type that their users want: what a wrong one does (CSS Custom Properties, section 3.1) cannot be said without variables.
 */
final class RandomSheets {

    private static final List<String> TAGS = List.of("div", "p", "span", "a", "b", "td", "li", "h2");
    private static final List<String> PSEUDO = List.of(":first-child", ":last-child", ":only-child", ":nth-child(2n+1)", ":nth-child(-n+2)", ":nth-last-child(2)", ":first-of-type",
            ":last-of-type", ":nth-of-type(2)", ":empty", ":not(.a)", ":not(div,.b)", ":is(.a,#i1)", ":where(.b,p)", ":has(> .a)", ":has(+ p)", ":has(b)", ":link", ":any-link", "[title]",
            "[title=one]", "[title~=two]", "[title^=o]", "[title$='wo']", "[title*=\"e t\"]", "[lang|=en]", "[dir=RTL]", "[title=ONE i]");
    private static final List<String> DECLARATIONS = List.of("color:red", "color:#00f", "color:rgba(0,128,0,.5)", "color:nonsense", "color:12px", "color:inherit", "background:#eee",
            "background:linear-gradient(red,blue)", "background-color:yellow", "background:none", "margin:0", "margin:1px 2px 3px", "margin:4", "margin-left:4px", "margin-top:auto",
            "margin:calc(1px + 2%) 0", "margin-inline-start:7px", "padding:5px", "padding-left:6px", "padding:-1px", "padding:1px 2px 3px 4px", "border:1px solid red", "border-top:2px dashed",
            "border-top-color:blue", "border-width:3px", "border:none", "border-style:dotted double", "border-color:green", "font:bold 14px/20px Georgia,serif", "font-size:18px",
            "font-size:1.2em", "line-height:1.5", "line-height:24px", "font-weight:bold", "font-weight:350", "font-family:\"Times New Roman\",serif", "font-style:italic", "font:oops",
            "text-align:center", "text-align:start", "text-align:-webkit-center", "text-decoration:underline", "text-decoration:none", "text-decoration-color:red", "text-transform:uppercase",
            "display:block", "display:inline-block", "display:flex", "display:none", "width:50%", "width:100px", "width:min(10px,5%)", "width:10", "height:20px", "max-width:80px",
            "vertical-align:top", "vertical-align:3px", "float:left", "white-space:nowrap", "letter-spacing:1px", "letter-spacing:5%", "border-radius:4px", "border-top-left-radius:2px",
            "list-style:square inside", "list-style-type:disc", "overflow:hidden", "overflow-x:scroll", "opacity:.5", "direction:rtl", "border-collapse:collapse", "text-indent:2em",
            "all:initial", "--a:#123456", "--a:teal", "--b:7px", "--b: var(--c, 3px)", "--c:var(--b)", "color:var(--a)", "margin:var(--b)", "padding:1px var(--b,2px)", "color:var(--none,teal)",
            "width:var(--none)", "border:var(--b) solid var(--a)");
    private static final List<String> BROKEN = List.of("*zoom:1;", "color red;", ";;", "top:;", "/* a } comment { */", "foo!;", "margin:'x\n;", "width:url(a b);", "@x{y:z}", "{}", "-->", "(a;b);", "a:b)c;");

    private final Random random;

    RandomSheets(long seed) {
        random = new Random(seed);
    }

    /** A whole document, with its sheets in its head. */
    String document() {
        var doctype = random.nextInt(5) == 0 ? "" : "<!doctype html>";
        var sheets = "<style>" + sheet() + "</style>" + (random.nextBoolean() ? "<style>" + sheet() + "</style>" : "");
        return doctype + "<html lang=en><head><title>t</title>" + sheets + "</head><body class=\"" + classes() + "\">" + content(4) + content(4) + content(4) + "</body></html>";
    }

    private String sheet() {
        var css = new StringBuilder();
        for (var rule = 3 + random.nextInt(12); rule > 0; rule--) {
            css.append(random.nextInt(8) == 0 ? oneOf(BROKEN) + "}" : "").append(selectors()).append('{').append(declarations(1 + random.nextInt(5)));
            if (random.nextInt(6) == 0) {
                css.append(";&").append(oneOf(PSEUDO)).append('{').append(declarations(2)).append("} ").append(oneOf(TAGS)).append('{').append(declarations(2)).append("} top:1px");
            }
            css.append("}\n");
        }
        return css.toString();
    }

    private String selectors() {
        var list = new StringBuilder(selector());
        while (random.nextInt(4) == 0) {
            list.append(random.nextBoolean() ? ", " : ",").append(random.nextInt(20) == 0 ? ":unknown-one" : selector());
        }
        return list.toString();
    }

    private String selector() {
        var selector = new StringBuilder(compound());
        while (random.nextInt(3) == 0) {
            selector.append(oneOf(List.of(" ", " > ", ">", "+", " ~ ", " "))).append(compound());
        }
        return selector.toString();
    }

    private String compound() {
        var simple = switch (random.nextInt(7)) {
            case 0 -> "*";
            case 1 -> "#i" + random.nextInt(4);
            case 2, 3 -> "." + oneOf(List.of("a", "b", "c", "A"));
            case 4 -> oneOf(TAGS).toUpperCase(Locale.ROOT);
            default -> oneOf(TAGS);
        };
        return simple + (random.nextInt(3) == 0 ? "." + oneOf(List.of("a", "b", "c")) : "") + (random.nextInt(3) == 0 ? oneOf(PSEUDO) : "");
    }

    private String declarations(int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(random.nextInt(12) == 0 ? oneOf(BROKEN) : "").append(oneOf(DECLARATIONS)).append(random.nextInt(7) == 0 ? " !important" : "").append(random.nextBoolean() ? ";" : " ; ");
        }
        return text.toString();
    }

    private String content(int depth) {
        var tag = oneOf(List.of("div", "p", "span", "a", "b", "ul", "table", "h2"));
        var open = "<" + tag + attributes() + (tag.equals("a") && random.nextBoolean() ? " href='#x'" : "") + ">";
        if (tag.equals("table")) {
            return open + "<tbody" + attributes() + "><tr" + attributes() + "><td" + attributes() + ">" + inside(depth) + "</td><td>x</td></tr></tbody></table>";
        }
        return open + (tag.equals("ul") ? "<li" + attributes() + ">x</li><li>y</li>" : tag.equals("div") ? inside(depth) : random.nextInt(4) == 0 ? "" : "text") + "</" + tag + ">";
    }

    private String inside(int depth) {
        return depth == 0 ? "x" : content(depth - 1) + (random.nextBoolean() ? content(depth - 1) : "");
    }

    private String attributes() {
        return (random.nextBoolean() ? " class=\"" + classes() + "\"" : "") + (random.nextInt(5) == 0 ? " id=i" + random.nextInt(4) : "")
                + (random.nextInt(5) == 0 ? oneOf(List.of(" title=one", " title='one two'", " lang=en-GB", " dir=rtl")) : "")
                + (random.nextInt(5) == 0 ? " style='" + declarations(1 + random.nextInt(2)).replace("'", "").replace("\n", "") + "'" : "");
    }

    private String classes() {
        return oneOf(List.of("a", "b", "a b", "c", " a  c "));
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
