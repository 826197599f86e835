package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMarkupTest {

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd",
            "/relative", "#anchor", "", "vbscript:x", "ftp://x/"})
    void otherAddressesThanWebMailAndTelephoneLoseTheirAttribute(String address) {
        assertThat(MailMarkup.finished("<a href=\"" + address + "\" class=\"x\">t</a><img src='" + address + "'>"))
                .isEqualTo("<a class=\"x\">t</a><img>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/?a=1&amp;b=2", "http://a.example/", "mailto:a@b.example", "tel:+441632960118",
            "HTTPS://A.EXAMPLE/$1", "https://a.example/\uE000TOKEN\uE001"})
    void theseStay(String address) {
        assertThat(MailMarkup.finished("<a href=\"" + address + "\">t</a>")).isEqualTo("<a href=\"" + address + "\">t</a>\n");
    }

    @Test
    void longLinesAreFoldedBetweenWordsAndNeverInsideAnAttribute() {
        var html = "<p style=\"" + "a b ".repeat(300) + "\" class=\"x\">" + "Wörter stehen hier. ".repeat(200) + "</p>";
        var finished = MailMarkup.finished(html);
        assertThat(finished.replace('\n', ' ').strip()).isEqualTo(html);
        assertThat(finished).contains("a b ".repeat(300));
        assertThat(finished.lines().skip(2)).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(MailMarkup.LONGEST_LINE));
    }
}
