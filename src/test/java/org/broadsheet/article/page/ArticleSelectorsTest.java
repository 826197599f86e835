package org.broadsheet.article.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.broadsheet.source.ArticleSelectors;
import org.junit.jupiter.api.Test;

/** Where an operator says on which part of a page an article stands, that part is read. */
class ArticleSelectorsTest {

    private static final String LONG = "The harbour has asked ships to slow down before they arrive, and pays them for the hours that they lose at sea. ".repeat(6);
    private static final String PAGE = """
            <html lang="en"><head><title>Harbours learn to wait | The Quay</title><meta property="og:title" content="Harbours learn to wait"></head><body>
            <div class="story"><p>%s</p><p>%s</p></div>
            <div class="box short"><p>Two lines that <b>matter</b>.</p><p class="promo">Buy a boat.</p><div class="box"><p>Within.</p></div></div>
            <div class="tail"><p>And a third.</p></div></body></html>""".formatted(LONG, LONG);

    @Test
    void theSelectedPartsAreTheTextInTheOrderOfThePageAndNothingStandsTwice() {
        var read = read(new ArticleSelectors(".box, .tail", ".promo"));

        assertThat(read.article().bodyHtml()).contains("<b>matter</b>").contains("Within.").contains("And a third.").doesNotContain("Buy a boat").doesNotContain("slow down")
                .containsOnlyOnce("Within.");
        assertThat(read.article().title()).isEqualTo("Harbours learn to wait");
        assertThat(read.article().likely()).isTrue();
        assertThat(read.note()).isEmpty();
    }

    @Test
    void whereTheSelectorFitsNothingTheTextIsFoundWithoutItAndTheOperatorIsTold() {
        var read = read(new ArticleSelectors(".gone", null));

        assertThat(read.article().bodyHtml()).contains("slow down");
        assertThat(read.note()).contains("articleSelectors.text");
    }

    @Test
    void whatDoesNotBelongIsLeftOutOfTextsThatAreFoundByThemselves() {
        var read = read(new ArticleSelectors(null, ".story > p:first-child, body"));

        assertThat(read.article().bodyHtml()).contains("slow down");
        assertThat(read.article().bodyHtml().split("asked ships", -1)).hasSize(7);
        assertThat(read.note()).isEmpty();
    }

    private static PageRead read(ArticleSelectors selectors) {
        return PageReader.read(PAGE.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", "https://example.org/story", selectors);
    }
}
