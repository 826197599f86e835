package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.broadsheet.edition.RichText.Paragraph;
import org.broadsheet.edition.RichText.Run;
import org.broadsheet.edition.RichText.Weight;
import org.junit.jupiter.api.Test;

class RichTextTest {

    @Test
    void anEmptyLinePartsParagraphsOfPlainTextAndALineFeedDoesNot() {
        assertThat(texts("Good morning,\nreader.\n\nIt rains.\r\n \r\nAgain.")).containsExactly("Good morning, reader.", "It rains.", "Again.");
    }

    @Test
    void strongEmphasisAndLinksAreKept() {
        assertThat(RichText.of("<p>See <b>the</b> <em>quay</em> at <a href='https://example.org/a'>this page</a>.</p>").paragraphs()).containsExactly(
                new Paragraph(List.of(run("See "), new Run(Weight.STRONG, "the", ""), run(" "), new Run(Weight.EMPHASIS, "quay", ""), run(" at "),
                        new Run(Weight.PLAIN, "this page", "https://example.org/a"), run("."))));
    }

    @Test
    void ofAllOtherMarkUpOnlyTheWordsAreKept() {
        var text = RichText.of("<h2>Head</h2><ul><li>one<li>two</ul><script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)>three"
                + "<a href='javascript:alert(1)'>four</a><a href='/relative'>five</a>");
        assertThat(text.paragraphs().stream().map(Paragraph::text)).containsExactly("Head", "one", "two", "threefourfive");
        assertThat(text.paragraphs()).allSatisfy(paragraph -> assertThat(paragraph.links()).isEmpty());
    }

    @Test
    void whatIsNoMarkUpStaysText() {
        assertThat(texts("3 < 4 & 5 > 4 <3")).containsExactly("3 < 4 & 5 > 4 <3");
        assertThat(texts("  \n\n <p> </p>\n\n")).isEmpty();
    }

    @Test
    void aLineEndOfWindowsPartsNoParagraphs() {
        assertThat(texts("One\r\ntwo.\r\n\r\nThree.")).containsExactly("One two.", "Three.");
    }

    @Test
    void noCharacterReferenceBringsInOurMarksOrControls() {
        var text = RichText.of("&#xE000;TOKEN&#xE001; <a href='https://example.org/?t=&#xE000;TOKEN&#xE001;'>a</a> <a href='https://example.org/&#x1b;'>b</a>&#x1b;");
        assertThat(text.paragraphs()).containsExactly(new Paragraph(List.of(run("TOKEN a b"))));
    }

    private static List<String> texts(String typed) {
        return RichText.of(typed).paragraphs().stream().map(Paragraph::text).toList();
    }

    private static Run run(String text) {
        return new Run(Weight.PLAIN, text, "");
    }
}
