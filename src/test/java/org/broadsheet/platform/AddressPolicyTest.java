package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

import org.broadsheet.testsupport.Corpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private final AddressPolicy policy = AddressPolicy.publicInternet();

    @Test
    void everyRowOfTheCorpusIsDecidedAsItSays() throws UnknownHostException {
        var wrong = new ArrayList<String>();
        var rows = Corpora.rows(Corpora.folder("ssrf").resolve("ssrf.json")).toList();
        for (var row : rows) {
            var value = row.path("value").asText();
            var blocked = row.path("kind").asText().equals("ip") ? policy.objectionTo(InetAddress.ofLiteral(value), 443).isPresent() : urlBlocked(value);
            if (blocked != row.path("mustBlock").asBoolean()) {
                wrong.add(value + (blocked ? " is blocked" : " is let through"));
            }
        }
        assertThat(rows).hasSize(44);
        assertThat(wrong).isEmpty();
    }

    /** Names resolve to a public address here, so that a name alone blocks nothing. */
    private boolean urlBlocked(String url) {
        return WebAddress.of(url).map(address -> {
            try {
                return new CheckedAddresses(policy, host -> List.of(InetAddress.ofLiteral("8.8.8.8"))).resolve(address.host(), address.port()).isEmpty();
            } catch (UnknownHostException blocked) {
                return true;
            }
        }).orElse(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "10.255.255.255", "100.64.0.0", "127.255.255.254", "169.254.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.9",
            "192.88.99.1", "192.168.255.255", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            "::", "::1", "::7f00:1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1",
            "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "fd00:ec2::254"})
    void specialAddressesAreRefused(String address) {
        assertThat(policy.objectionTo(InetAddress.ofLiteral(address), 80).orElse("")).contains("not on the public internet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
            "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
            "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8"})
    void publicAddressesNextToThemAreNot(String address) {
        assertThat(policy.objectionTo(InetAddress.ofLiteral(address), 443)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 25, 81, 5432, 8080, 65535})
    void onlyThePortsOfTheWebAreOpen(int port) {
        assertThat(policy.objectionTo(InetAddress.ofLiteral("8.8.8.8"), port).orElse("")).contains("port " + port);
    }

    @ParameterizedTest
    @CsvSource({
            "10.1.2.0/24, 10.1.2.9, 8080, true", "10.1.2.0/24, 10.1.3.1, 80, false", "127.0.0.1, 127.0.0.1, 9000, true", "127.0.0.1, 127.0.0.2, 80, false",
            "10.0.0.0/8, ::ffff:10.9.9.9, 80, true", "10.0.0.0/8, 64:ff9b::a00:1, 80, false", "fd00::/8, fd12::1, 80, true", "0.0.0.0/0, fd12::1, 80, false",
            "169.254.0.0/16, 169.254.1.1, 80, true", "169.254.0.0/16, 169.254.169.254, 80, false", "169.254.169.254, 169.254.169.254, 80, true"})
    void anAllowedNetworkOpensItselfAndNoMore(String network, String address, int port, boolean open) {
        assertThat(AddressPolicy.allowing(List.of(network)).objectionTo(InetAddress.ofLiteral(address), port).isEmpty()).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata.google.internal", "METADATA", "instance-data"})
    void metadataNamesAreRefusedWhateverTheyResolveTo(String name) {
        assertThat(policy.objectionToName(name).orElse("")).contains("cloud metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user@a.example/", "http://a.example\\@b.example/", "http://a.example /", "http://a.example\u0000/", "http://0177.0.0.1/",
            "http://127.0.0.01/", "http://0x7f.1/", "http://2130706433/", "http://[fe80::1%25eth0]/", "http://a.example:0/", "http://a.example:65536/",
            "ftp://a.example/", "file:///etc/passwd", "gopher://a.example/", "//a.example/", "http:///x", "http://", "", "http://%6c%6f%63al/", "http://a..b/",
            "http://１２７.0.0.1.5/", "http://a.example#@b.example\n/", "http://metadata.google.internal./"})
    void addressesThatTwoParsersMightReadDifferentlyAreRefused(String url) {
        assertThat(WebAddress.of(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "HTTP://News.Example:80/a b, ''", "https://müller.example/ä?q=ö#x, https://xn--mller-kva.example/%C3%A4?q=%C3%B6",
            "http://a.example:8080, http://a.example:8080/", "https://a.example?x=[1], https://a.example/?x=%5B1%5D", "https://a.example/100%, https://a.example/100%25"})
    void aGoodAddressHasOneForm(String url, String form) {
        assertThat(WebAddress.of(url).map(WebAddress::toString).orElse("")).isEqualTo(form);
    }

    @Test
    void fullWidthDigitsMakeAnAddressThatIsCheckedAsOne() {
        assertThat(WebAddress.of("http://１２７.0.0.1/").map(WebAddress::host)).contains("127.0.0.1");
    }
}
