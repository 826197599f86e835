package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.broadsheet.testsupport.Corpora;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F7: nothing that runs, loads or styles is left, whatever came in; read by jsoup here, by a browser in {@link XssInBrowserTest}. */
class XssTest {

    private static final String BASE = "https://news.example/2026/03/story.html";
    private static final Set<String> ATTRIBUTES = Set.of("href", "rel", "src", "alt", "title", "width", "height", "colspan", "rowspan", "lang", "dir");
    private static final String HARMFUL = "script,style,iframe,object,embed,form,input,button,meta,base,link,svg,math,template,noscript,frame,frameset,applet,audio,video,textarea,select,xmp,"
            + "plaintext,title,dialog,details,marquee,body body,[style],[id],[name],[class],[target]";

    static Stream<String> corpora() {
        return Payloads.corpora().stream();
    }

    static Stream<String> own() {
        return Payloads.own().stream();
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void nothingIsLeftOfTheCorpus(String payload) {
        assertHarmless(payload);
    }

    @Test
    void theCorpusIsWhole() {
        assertThat(Payloads.corpora()).hasSize(380);
    }

    @ParameterizedTest
    @MethodSource("own")
    void nothingIsLeftOfOurOwnMutations(String payload) {
        assertHarmless(payload);
    }

    @Test
    void nothingIsLeftOfMixtures() {
        Payloads.mixed(Payloads.sample(2_000, 60_000), 20260311).forEach(XssTest::assertHarmless);
    }

    @Test
    void nothingIsLeftOfCorpusRowsSplicedIntoEachOther() {
        var payloads = Payloads.corpora();
        var random = new Random(20260302);
        for (var round = 0; round < Payloads.sample(1_000, 20_000); round++) {
            var one = payloads.get(random.nextInt(payloads.size()));
            var other = payloads.get(random.nextInt(payloads.size()));
            assertHarmless(one.substring(0, random.nextInt(one.length() + 1)) + other.substring(random.nextInt(other.length() + 1)));
        }
    }

    static Stream<String> harmless() {
        return Corpora.rows(Corpora.folder("xss").resolve("bluemonday.json")).filter(row -> row.path("in").asText().equals(row.path("expected").asText()))
                .map(row -> row.path("in").asText());
    }

    /** What another cleaner leaves as it is, ours keeps in meaning: its words, and every element and address of our list. */
    @ParameterizedTest
    @MethodSource("harmless")
    void harmlessMarkUpKeepsItsMeaning(String html) {
        var given = Jsoup.parseBodyFragment(html, BASE);
        given.select("script,style,head,title,noscript,svg,math,form,select,textarea,button,iframe,object").remove();
        var clean = Jsoup.parseBodyFragment(BodyCleaner.clean(html, BASE), BASE);
        assertThat(clean.text()).isEqualTo(given.text());
        assertThat(clean.select("a[href]").eachAttr("href")).containsExactlyElementsOf(given.select("a[href^=http],a[href^=mailto]").stream().filter(link -> !link.text().isBlank())
                .map(link -> link.attr("href")).toList());
        for (var element : List.of("b", "i", "em", "strong", "li", "blockquote", "code")) {
            assertThat(clean.select(element)).as(element).hasSize((int) given.select(element).stream().filter(found -> found.hasText()).count());
        }
    }

    private static void assertHarmless(String payload) {
        var clean = BodyCleaner.clean(payload, BASE);
        assertThat(harm(clean)).as("%s from %s", clean, payload).isEmpty();
        assertThat(BodyCleaner.clean(clean, BASE)).as("a second time, from %s", payload).isEqualTo(clean);
    }

    private static List<String> harm(String clean) {
        var found = new ArrayList<String>();
        harm(Jsoup.parseBodyFragment(clean), found);
        Jsoup.parse("<svg>" + clean + "</svg>").select("svg svg,math,script,style,foreignObject").forEach(element -> found.add("in svg: " + element));
        return found;
    }

    private static void harm(Document document, List<String> found) {
        document.body().select(HARMFUL).forEach(element -> found.add("element " + element));
        for (var element : document.body().select("*")) {
            for (var attribute : element.attributes()) {
                var value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
                if (!ATTRIBUTES.contains(attribute.getKey())) {
                    found.add("attribute " + attribute.getKey());
                }
                if ((attribute.getKey().equals("href") || attribute.getKey().equals("src")) && !value.matches("(https?://|mailto:).*")) {
                    found.add("address " + value);
                }
            }
        }
    }
}
