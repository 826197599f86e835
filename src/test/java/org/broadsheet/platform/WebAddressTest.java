package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP://Example.ORG, http://example.org/",
        "https://example.org:443/a?b=c#d, https://example.org/a?b=c",
        "http://example.org:8080, http://example.org:8080/",
        "http://example.org?x=1, http://example.org/?x=1",
        "http://münchen.example/straße, http://xn--mnchen-3ya.example/stra%C3%9Fe",
        "http://example.org/100%, http://example.org/100%25",
        "http://example.org/a%20b|c, http://example.org/a%20b%7Cc",
        "http://8.8.8.8/, http://8.8.8.8/",
        "http://[2001:4860:4860::8888]/x, http://[2001:4860:4860:0:0:0:0:8888]/x",
        "http://[::ffff:8.8.8.8]/, http://8.8.8.8/",
        "http://example.org:/x, http://example.org/x",
        "http://a_b.example/, http://a_b.example/"
    })
    void anOrdinaryAddressHasOneSpelling(String given, String expected) {
        assertThat(WebAddress.parse(given)).hasToString(expected);
        assertThat(WebAddress.parse(expected)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "javascript:alert(1)", "http:/example.org",
        "http://", "http:///x", "http://user@example.org/", "http://user:secret@example.org/", "http://example.org\\@evil.example/", "http://exa mple.org/",
        "http://example.org/a b", "http://example.org/\r\nX: y", "http://example.org\u00a0/", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
        "http://0x7f.1/", "http://0177.0.0.1/", "http://127.0.0.01/", "http://256.0.0.1/", "http://1.2.3/", "http://example.123/", "http://example.0x7f/",
        "http://１２７.１/", "http://127。1/", "http://[::1/", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[::1]x/", "http://[]/", "http://[1.2.3.4]/",
        "http://::1/", "http://example.org./", "http://127.0.0.1./", "http://.example.org/", "http://a..b/", "http://%6c%6fcalhost/", "http://example.org:0/",
        "http://example.org:65536/", "http://example.org:-1/", "http://example.org:80:80/", "http://exam\u0000ple.org/", "http://-x.example/", "http://a,b/", "http://a*b/"})
    void anAddressThatTwoParsersMightReadDifferentlyIsRefused(String given) {
        assertThatThrownBy(() -> WebAddress.parse(given)).isInstanceOf(InvalidWebAddressException.class);
    }

    @Test
    void theReasonNamesWhatIsWrongAndHidesPasswords() {
        assertThatThrownBy(() -> WebAddress.parse("http://user:secret@example.org/"))
                .hasMessageContaining("user name or password").hasMessageNotContaining("secret");
        assertThatThrownBy(() -> WebAddress.parse("http://0x7f.1/")).hasMessageContaining("unusual notation");
    }

    @Test
    void fullWidthDigitsAreReadAsTheNumberTheyMean() {
        assertThat(WebAddress.parse("http://１２７.０.０.１/").host()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "/x, http://example.org/x",
        "x y, http://example.org/a/x%20y",
        "../x?q=ü, http://example.org/x?q=%C3%BC",
        "//other.example/z, http://other.example/z",
        "https://other.example, https://other.example/",
        "?p=2, http://example.org/a/?p=2"
    })
    void aReferenceIsFollowedFromWhereItStands(String reference, String expected) {
        assertThat(WebAddress.parse("http://example.org/a/b").resolve(reference)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "gopher://x/", "javascript:alert(1)", "http://user@x.example/", "http://0x7f.1/", "data:text/html,x", "http://[::1"})
    void aReferenceThatLeavesTheWebIsRefused(String reference) {
        assertThatThrownBy(() -> WebAddress.parse("http://example.org/a/b").resolve(reference)).isInstanceOf(InvalidWebAddressException.class);
    }
}
