package org.broadsheet.mail.css;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.broadsheet.mail.css.CssProblem.Kind;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** One case and more for each rule of D1 to D4. All of them written by us. */
class CssInlinerTest {

    private static final CssInliner INLINER = new CssInliner();

    // --- D1: the cascade ---

    @Test
    void theMoreSpecificRuleWinsWhateverItsPlace() {
        assertThat(styled("#a{color:red} .b.c{color:green} .b{color:blue} p{color:black}", "<p id=a class='b c'>")).isEqualTo("color:red");
        assertThat(styled(".b.c{color:green} .b{color:blue} p{color:black}", "<p class='b c'>")).isEqualTo("color:green");
    }

    @Test
    void elevenClassesAreLessThanOneId() {
        assertThat(styled("#a{color:red} .b.b.b.b.b.b.b.b.b.b.b{color:blue}", "<p id=a class=b>")).isEqualTo("color:red");
    }

    @Test
    void ofEquallySpecificRulesTheLaterWins() {
        assertThat(styled(".a{color:red} .b{color:blue}", "<p class='b a'>")).isEqualTo("color:blue");
    }

    @Test
    void importantBeatsSpecificityAndTheStyleAttribute() {
        assertThat(styled("p{color:red!important} #a{color:blue}", "<p id=a style='color:green'>")).isEqualTo("color:red");
    }

    @Test
    void theStyleAttributeBeatsEverySheetAndImportantInItBeatsAll() {
        assertThat(styled("#a{color:red;margin:0}", "<p id=a style='color:green'>")).isEqualTo("margin:0;color:green");
        assertThat(styled("p{color:red ! important}", "<p style='color:green !important'>")).isEqualTo("color:green");
    }

    @Test
    void aShorthandAndItsExceptionKeepTheirOrder() {
        assertThat(styled("p{margin:0;margin-left:4px}", "<p>")).isEqualTo("margin:0;margin-left:4px");
        assertThat(styled("p{margin-left:4px} .a{margin:0}", "<p class=a>")).isEqualTo("margin:0");
        assertThat(styled(".a{margin:0} p{margin-left:4px}", "<p class=a>")).isEqualTo("margin:0");
        assertThat(styled("p{border:1px solid red} .a{border-top-color:blue}", "<p class=a>")).isEqualTo("border:1px solid red;border-top-color:blue");
    }

    @Test
    void aFallbackForClientsThatUnderstandLessStays() {
        assertThat(styled("p{background:#fff;background:linear-gradient(#fff,#eee)}", "<p>")).isEqualTo("background:#fff;background:linear-gradient(#fff,#eee)");
        assertThat(styled("p{width:600px;width:calc(100% - 20px)}", "<p>")).isEqualTo("width:600px;width:calc(100% - 20px)");
        assertThat(styled("p{color:red;color:blue}", "<p>")).isEqualTo("color:blue");
        assertThat(styled("p{color:red;color:12px}", "<p>")).isEqualTo("color:red;color:12px");
    }

    // --- D1: selectors ---

    @Test
    void selectorsOfEveryKindFindTheirElements() {
        var html = "<div id=d class='x y' lang=en-GB><p title='one two'>a</p><p>b</p><ul><li>1</li><li class=k>2</li><li>3</li></ul><a href='https://a.example/z.png'>l</a><i></i></div>";
        assertThat(hits("p", html)).isEqualTo(2);
        assertThat(hits("P", html)).isEqualTo(2);
        assertThat(hits(".x.y > p", html)).isEqualTo(2);
        assertThat(hits("#d p+p", html)).isEqualTo(1);
        assertThat(hits("p~ul li", html)).isEqualTo(3);
        assertThat(hits("li:first-child,li:last-child", html)).isEqualTo(2);
        assertThat(hits("li:nth-child(2n + 1)", html)).isEqualTo(2);
        assertThat(hits("li:nth-child(odd)", html)).isEqualTo(2);
        assertThat(hits("li:nth-child(-n+2)", html)).isEqualTo(2);
        assertThat(hits("li:nth-last-child(1)", html)).isEqualTo(1);
        assertThat(hits("p:first-of-type", html)).isEqualTo(1);
        assertThat(hits("p:nth-last-of-type(2)", html)).isEqualTo(1);
        assertThat(hits("ul:only-of-type", html)).isEqualTo(1);
        assertThat(hits("i:empty", html)).isEqualTo(1);
        assertThat(hits("[title~=two]", html)).isEqualTo(1);
        assertThat(hits("[lang|=en]", html)).isEqualTo(1);
        assertThat(hits("a[href^='https:'][href$=\".png\"][href*=example]", html)).isEqualTo(1);
        assertThat(hits("[LANG='EN-gb']", html)).isEqualTo(1);
        assertThat(hits("[title='ONE two' i]", html)).isEqualTo(1);
        assertThat(hits("li:not(.k)", html)).isEqualTo(2);
        assertThat(hits(":is(p, ul) > li", html)).isEqualTo(3);
        assertThat(hits("div:has(> ul > .k) p", html)).isEqualTo(2);
        assertThat(hits("p:has(+ ul)", html)).isEqualTo(1);
        assertThat(hits("a:link", html)).isEqualTo(1);
        assertThat(hits(".X", html)).isZero();
    }

    @Test
    void whereCountsNothingAndIsCountsItsBest() {
        assertThat(styled(":where(#a){color:red} p{color:blue}", "<p id=a>")).isEqualTo("color:blue");
        assertThat(styled(":is(#a,b){color:red} .c.c{color:blue}", "<p id=a class=c>")).isEqualTo("color:red");
        assertThat(styled("p:not(#z){color:red} .c.c{color:blue}", "<p class=c>")).isEqualTo("color:red");
    }

    @Test
    void nestedRulesAreUnfolded() {
        var inlined = INLINER.inlined(page(".card{color:red;& .t{margin:0} .u &{top:0} &:hover{color:blue} @media print{color:black}}", "<div class=card><b class=t></b></div>"));
        assertThat(inlined.html()).contains("<div class=card style=\"color:red\"><b class=t style=\"margin:0\">")
                .contains("<style>.card:hover{color:blue}@media print{.card{color:black}}</style>");
    }

    // --- D1: what stays ---

    @Test
    void whatTheDocumentCannotAnswerStaysInItsStyleElement() {
        var css = "a{color:red} a:hover, b { color: blue } p::before{content:\"x\"} @media (max-width: 600px) { .a > b { width : 100% } }"
                + " @font-face{font-family:X;src:url(x.woff)} @keyframes k{from{top:0} to{top:1px}} @supports (display:grid){p{display:grid}}";
        assertThat(INLINER.inline(page(css, "<a>x</a><b>y</b>"))).contains("<style>a:hover{color:blue}p::before{content:'x'}@media (max-width:600px){.a>b{width:100%}}"
                + "@font-face{font-family:X;src:url(x.woff)}@keyframes k{from{top:0}to{top:1px}}@supports (display:grid){p{display:grid}}</style>")
                .contains("<a style=\"color:red\">x</a><b style=\"color:blue\">y</b>");
    }

    @Test
    void aStyleElementWithNothingLeftIsGone() {
        assertThat(INLINER.inline("<head><style>p{top:0}</style></head><p>")).isEqualTo("<head></head><p style=\"top:0\">");
    }

    @Test
    void hooksOfClientsStayAlthoughNothingAnswersThem() {
        var hooks = "[data-ogsc] .a{color:red}#MessageViewBody a{color:red}.ExternalClass *{line-height:100%}u+.body p{top:0}a[x-apple-data-detectors]{color:red}";
        assertThat(INLINER.inline(page(hooks, "<p class=a>"))).contains("<style>" + hooks + "</style>").contains("<p class=a>");
    }

    @Test
    void aMarkedStyleElementStaysWholeAndTakesNoPart() {
        var html = "<head><style data-embed>\n p { color : red }\n</style><style>b{top:0}\n@media print{b{top:1px}}</style></head><p>a<b>b</b>";
        assertThat(INLINER.inline(html)).isEqualTo("<head><style data-embed>\n p { color : red }\n</style><style>@media print{b{top:1px}}</style></head><p>a<b style=\"top:0\">b</b>");
    }

    @Test
    void keptRulesWinWhenAskedTo() {
        var css = "td{width:600px;color:red!important} td::before{top:0} td:hover{color:blue} @media (max-width:600px){td{width:100%;--x:1}}";
        var html = new CssInliner(InlinerOption.KEPT_RULES_WIN).inline(page(css, "<table><tr><td>x</table>"));
        assertThat(html).contains("td::before{top:0}td:hover{color:blue!important}@media (max-width:600px){td{width:100%!important}}")
                .contains("<td style=\"width:600px;color:red!important\">"); // red was more important than the pointer, and stays so
    }

    @Test
    void aRuleForAnElementThatHasNoTagStays() {
        assertThat(INLINER.inline("<style>tbody{color:red}p{top:0}</style><table><tr><td></table><p>")).contains("<style>tbody{color:red}</style>").contains("<p style=\"top:0\">");
    }

    // --- D1: what is invalid, and what is not ours ---

    @Test
    void invalidCssIsSkippedAndNamedWithItsPlace() {
        var inlined = INLINER.inlined("<head>\n<style>p{color:red;*zoom:1;top}\n a:foo{top:0} b{margin:'x\n;padding:0}\n@nonsense{x} i{color:blue}</style></head><p>a<b>b</b><i>c</i>");
        assertThat(inlined.html()).contains("<p style=\"color:red\">a<b style=\"padding:0\">b</b><i style=\"color:blue\">");
        assertThat(inlined.problems()).extracting(CssProblem::kind).containsOnly(Kind.INVALID);
        assertThat(inlined.problems()).extracting(Object::toString).containsExactly("2:20 '*zoom:1' is neither a rule nor a declaration", "2:28 'top' is neither a rule nor a declaration",
                "3:2 there is no pseudo-class :foo", "3:17 'margin:'x' has a broken value", "5:1 there is no rule @nonsense");
    }

    @Test
    void invalidCssInAStyleAttributeIsNamedToo() {
        assertThat(INLINER.inlined("<p>\n<b style=\"top:0;*zoom:1\">x</b>").problems()).extracting(Object::toString).containsExactly("2:17 '*zoom:1' is not a declaration");
        assertThat(styled("p{left:0}", "<p style='*zoom:1;top:0'>")).isEqualTo("left:0;top:0");
    }

    @Test
    void whatIsNoStyleStaysByteForByte() {
        var before = "<!DOCTYPE  html>\r\n<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o='x' lang=de>\r\n<head><title>A &amp; B&nbsp;\uE000</title>\r\n<!--[if mso]><style>td{color:red}</style><![endif]-->\r\n";
        var after = "</head><body  bgcolor=white >\r\n<!--[if mso]><table><tr><td width=600><![endif]--><!--[if !mso]><!--><br/><!--<![endif]-->\r\n"
                + "<v:roundrect  arcsize='8%' href=\"a?b&c\" ><o:p>&nbsp;</o:p></v:roundrect>{{#if x > 1}}{name}<%= a > b %><?php echo 1 ?>\uE001\u0000&copy<img src=a/ ALT=\"\"></body>\r\n</html>\r\n";
        assertThat(INLINER.inline(before + after)).isEqualTo(before + after);
        assertThat(INLINER.inline(before + "<style>img{border:0}</style>" + after)).isEqualTo(before + after.replace("ALT=\"\">", "ALT=\"\" style=\"border:0\">"));
    }

    @Test
    void templateCodeInSheetsAndAttributesIsKept() {
        assertThat(styled("p{color:{{brand}};margin:{p.space} 0;{{more}};top:<%= t %>px}", "<p>")).isEqualTo("color:{{brand}};margin:{p.space} 0;{{more}};top:<%= t %>px");
        assertThat(styled("p{margin:0}", "<p style=\"{{own}};color:{colour}\">")).isEqualTo("margin:0;{{own}};color:{colour}");
        assertThat(INLINER.inline(page("p{top:0}", "<p {{#if a}}class=\"b\"{{/if}}>"))).contains("<p style=\"top:0\" {{#if a}}class=\"b\"{{/if}}>");
        assertThat(INLINER.inline(page("{#if dark}\n b{top:0}\n{/if}", "<i>"))).contains("<style>{#if dark}{/if}</style>");
    }

    @Test
    void aValueThatWouldEndTheAttributeIsEscaped() {
        assertThat(INLINER.inline(page("p{font-family:\"A'B\";background:url(a?b&c)}", "<p>"))).contains("style=\"font-family:&quot;A'B&quot;;background:url(a?b&amp;c)\"");
    }

    // --- D2 ---

    @Test
    void outlookGetsAttributesFromWhatTheCssSays() {
        var outlook = new CssInliner(InlinerOption.OUTLOOK_ATTRIBUTES);
        assertThat(outlook.inline(page("table{width:100%;border-collapse:collapse;margin:0 auto;border:0} td{width:300.5px;background:#ABC;text-align:center;vertical-align:top} img{width:64px;height:auto}",
                "<table><tr><td><img src=a></table>"))).contains("width=\"100%\" align=\"center\" cellspacing=\"0\" border=\"0\">")
                .contains("width=\"300\" bgcolor=\"#aabbcc\" align=\"center\" valign=\"top\">").contains("width=\"64\">");
    }

    @Test
    void gradientsAreNoBackgroundColourAndAttributesOfTheAuthorStay() {
        var outlook = new CssInliner(InlinerOption.OUTLOOK_ATTRIBUTES);
        assertThat(outlook.inline(page("td{background:linear-gradient(red,blue);width:50%}", "<table><tr><td width=600></table>"))).doesNotContain("bgcolor").contains("<td width=600 style=");
        assertThat(outlook.inline(page("td{background:#fff;background:linear-gradient(red,blue)}", "<table><tr><td></table>"))).contains("bgcolor=\"#ffffff\"");
    }

    // --- D3 ---

    @Test
    void variablesAreResolvedWithInheritanceAndFallbacks() {
        var css = ":root{--a:#123456;--b:var(--a)} .x{--a:red} p{color:var(--b);top:var(--a);left:var(--none,4px);right:var(--none)}";
        assertThat(INLINER.inline("<html><head><style>" + css + "</style></head><body><div class=x><p></p></div></body></html>"))
                .contains("<html><head></head>").contains("<p style=\"color:#123456;top:red;left:4px;right:var(--none)\">").contains("<div class=x>");
    }

    @Test
    void variablesThatAskForEachOtherHaveNoValue() {
        assertThat(styled("p{--a:var(--b);--b:var(--a);color:red;color:var(--a)}", "<p>")).isEqualTo("color:red;color:var(--a)");
    }

    @Test
    void aVariableWithoutAValueIsReportedAndStays() {
        var inlined = INLINER.inlined(page("p{top:0;\ncolor:var(--none)}", "<p>"));
        assertThat(inlined.html()).contains("<p style=\"top:0;color:var(--none)\">");
        assertThat(inlined.problems()).extracting(Object::toString).containsExactly("2:1 'color:var(--none)' asks for a variable that has no value");
    }

    @Test
    void variablesOfDarkModeAreSaidAgainForTheRulesThatUseThem() {
        var css = ":root{--paper:#fff;--ink:#111} body{background:var(--paper)} .a{color:var(--ink);top:0} @media (prefers-color-scheme:dark){:root{--paper:#000}.b{color:var(--paper)}}";
        assertThat(new CssInliner(InlinerOption.KEPT_RULES_WIN).inline(page(css, "<p class=a>")))
                .contains("<style>@media (prefers-color-scheme:dark){body{background:#000!important}.b{color:#000!important}}</style></head><body style=\"background:#fff\"><p class=a style=\"color:#111;top:0\">");
    }

    @Test
    void aVariableThatAKeptRuleNeedsStaysOnItsElement() {
        assertThat(INLINER.inline(page(".x{--c:red;top:0} .x a:hover{color:var(--c)}", "<p class=x><a>b</a>"))).contains("<style>.x a:hover{color:var(--c)}</style>")
                .contains("<p class=x style=\"--c:red;top:0\">");
    }

    // --- D4 ---

    @Test
    void nothingIsLoadedAndThatIsSaid() {
        var inlined = INLINER.inlined("<head><link rel=stylesheet href='http://127.0.0.1:1/a.css'><style>@import url(http://127.0.0.1:1/b.css);p{top:0}</style></head><p>");
        assertThat(inlined.html()).isEqualTo("<head><link rel=stylesheet href='http://127.0.0.1:1/a.css'></head><p style=\"top:0\">");
        assertThat(inlined.problems()).extracting(CssProblem::kind).containsExactly(Kind.NOT_LOADED, Kind.NOT_LOADED);
    }

    // --- Size ---

    @Test
    void namesThatNothingAsksForAnyMoreAreDroppedOnRequest() {
        var html = page("p{top:0} @media print{.a{top:1px}}", "<!--[if mso]><style>.c{top:0}</style><![endif]--><p class='a b'><b class=b>x</b><i class=c>{{x}}</i><u class='{{y}}'></u>");
        assertThat(new CssInliner(InlinerOption.NO_SPARE_CLASSES).inline(html)).contains("<p class='a' style=\"top:0\"><b>x</b><i class=c>{{x}}</i><u class='{{y}}'>");
    }

    @Test
    void moreThanGmailTakesIsReported() {
        var css = "a:hover{color:red}".repeat(1000);
        var inlined = INLINER.inlined(page(css, "<a>"));
        assertThat(inlined.keptBytes()).isEqualTo(18_000);
        assertThat(inlined.problems()).extracting(CssProblem::kind).containsExactly(Kind.TOO_LARGE);
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        var html = page("td{margin:0;padding:0} .a{color:red} @media print{td{top:0}}", "<table><tr><td class=a></table>");
        assertThat(List.of(INLINER.inline(html), new CssInliner().inline(html), INLINER.inline(html))).containsOnly(INLINER.inline(html));
    }

    private static String page(String css, String body) {
        return "<!doctype html><html><head><style>" + css + "</style></head><body>" + body + "</body></html>";
    }

    private static String styled(String css, String element) {
        return Jsoup.parse(INLINER.inline(page(css, element))).body().child(0).attr("style");
    }

    private static int hits(String selector, String html) {
        return Jsoup.parse(INLINER.inline(page(selector + "{top:0}", html))).select("[style]").size();
    }
}
