package org.broadsheet.mail.css;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSS that wants to cost time or memory, or to break out: all of it ends soon, by a result or by a refusal that says why. Time is that of the thread. */
class HostileCssTest {

    private static final long SOON = 5_000_000_000L;

    @Test
    void aHundredThousandSelectorsAreRefused() {
        refused("p,".repeat(100_000) + "p{top:0}", "<p>", "more than 20000 selectors in one sheet");
    }

    @Test
    void moreThanHalfAMegabyteIsRefused() {
        refused("{".repeat(1_000_000), "<p>", "more than 500000 characters in one sheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "(", "[", "{{", "{%", "<%", "{{{", "{#", "/*", "@media", "@media{", "\"", "\\", "a:", "url(", "url( ", ":is(", ":not(:not(", "var(", "--a:", "!", "<!--", "a{b:c;", "a{&", "&", "{a}", ","})
    void oneThingOverAndOverEndsSoon(String piece) {
        soon(() -> tolerant(piece.repeat(400_000 / piece.length()), "<p>"));
        soon(() -> tolerant("p{color:" + piece.repeat(400_000 / piece.length()), "<p>"));
        soon(() -> tolerant("p{top:0}", "<p style=\"" + piece.replace("\"", "'").repeat(100_000 / piece.length()) + "\">"));
    }

    @Test
    void blocksWithinBlocksAreRefused() {
        refused("@media print{".repeat(50), "<p>", "blocks within blocks more than 32 deep");
        refused("a{".repeat(50), "<p>", "blocks within blocks more than 32 deep");
        refused(":not(".repeat(50) + "a" + ")".repeat(50) + "{top:0}", "<p>", "selectors within selectors more than 12 deep");
        refused(":has(a ".repeat(50) + ")".repeat(50) + "{top:0}", "<p>", "selectors within selectors more than 12 deep");
    }

    @Test
    void chainsOfHasAreBoundedInSteps() {
        var css = IntStream.range(0, 200).mapToObj(i -> "div:has(div:has(div:has(p:nth-of-type(" + i + ")))){top:0}").collect(Collectors.joining());
        refused(css, "<div>".repeat(400) + "<p>".repeat(2000), "its selectors take more than 20000000 steps in this document");
    }

    @Test
    void backtrackingIsBoundedInSteps() {
        refused("x div ".repeat(1) + "div ".repeat(30) + "p{top:0}", "<div>".repeat(120) + "<p>", "its selectors take more than 20000000 steps in this document");
    }

    @Test
    void nestedListsDoNotMultiplyWithoutEnd() {
        refused("a,b,c,d{&:hover,& i,& u,& s{".repeat(6) + "top:0", "<p>", "nested selectors of more than 10000 characters");
    }

    @Test
    void variablesThatDoubleEachOtherStayUnresolved() {
        var css = IntStream.range(0, 40).mapToObj(i -> "--v" + i + ":var(--v" + (i + 1) + ") var(--v" + (i + 1) + ");").collect(Collectors.joining("", "p{", "--v40:x;font-family:var(--v0)}"));
        soon(() -> assertThat(new CssInliner().inline("<style>" + css + "</style><p>")).contains("font-family:var(--v0)"));
    }

    @Test
    void thousandsOfDeclarationsForThousandsOfElementsEndSoon() {
        var css = IntStream.range(0, 300).mapToObj(i -> ".c" + i + ",p:nth-child(" + (i + 2) + "n){x" + i + ":1;margin-left:" + i + "px;margin:calc(1px + " + i + "px)}").collect(Collectors.joining());
        soon(() -> new CssInliner(InlinerOption.values()).inline("<style>" + css + "</style>" + "<p class='c1 c2'>a</p>".repeat(5000)));
    }

    @Test
    void nothingBreaksOutOfAnAttributeOrStyleElement() {
        var html = new CssInliner().inline("<style>a:hover{content:'<\\/style><script>';x:<//**/style>}p{font-family:'\">\\22 ><script>'}b{x:a/**/b}@media print{<//**/style>{a:b}}</style><p>x<a>y</a><b>z</b>");
        assertThat(html.indexOf("</style>")).isEqualTo(html.lastIndexOf("</style>"));
        assertThat(org.jsoup.Jsoup.parse(html).select("script")).isEmpty();
        assertThat(html).contains("<b style=\"x:a/**/b\">");
    }

    @Test
    void anyTextAtAllEndsInADocument() {
        var random = new Random(20261125);
        var alphabet = "{}()[]:;,.#@!*&>+~\"'\\/<%-=|^$ \n\tabpu019é\uE000\uD83D\uDE00\u0000";
        for (var round = 0; round < 3000; round++) {
            var css = random.ints(random.nextInt(120), 0, alphabet.length()).mapToObj(i -> alphabet.substring(i, i + 1)).collect(Collectors.joining());
            soon(() -> tolerant(css, "<p class=a>x</p>"));
        }
    }

    private static void refused(String css, String body, String reason) {
        soon(() -> assertThatThrownBy(() -> new CssInliner().inline("<style>" + css + "</style>" + body)).isInstanceOf(RefusedCssException.class).hasMessage("CSS is refused: " + reason));
    }

    private static void tolerant(String css, String body) {
        try {
            assertThat(new CssInliner(InlinerOption.values()).inline("<style>" + css + "</style>" + body)).contains(body.substring(0, 2));
        } catch (RefusedCssException refused) {
            assertThat(refused).hasMessageStartingWith("CSS is refused: ");
        }
    }

    private static void soon(Runnable work) {
        var clock = ManagementFactory.getThreadMXBean();
        var began = clock.getCurrentThreadCpuTime();
        work.run();
        assertThat(clock.getCurrentThreadCpuTime() - began).isLessThan(SOON);
    }
}
