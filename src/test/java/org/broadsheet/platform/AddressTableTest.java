package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTableTest {

    private final AddressPolicy policy = AddressPolicy.publicInternet();

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.1", "192.0.2.9", "192.88.99.1", "192.168.3.4", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
        "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "fc00::1", "fd00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1"})
    void privateAndSpecialAddressesAreClosed(String address) {
        assertThat(policy.objectionTo(ip(address), 80)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "198.17.255.255", "198.20.0.1",
        "223.255.255.255", "::ffff:8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4001::1", "2001:200::1", "2003::1"})
    void publicAddressesAreOpenOnTheUsualPorts(String address) {
        assertThat(policy.objectionTo(ip(address), 80)).isEmpty();
        assertThat(policy.objectionTo(ip(address), 443)).isEmpty();
        assertThat(policy.objectionTo(ip(address), 22)).get().asString().contains("port 22");
    }

    @Test
    void anAllowedNetworkIsOpenOnEveryPortAndNothingElseIs() {
        AddressPolicy open = AddressPolicy.allowing(List.of("10.1.0.0/16", "fd12::/16"));
        assertThat(open.objectionTo(ip("10.1.2.3"), 8080)).isEmpty();
        assertThat(open.objectionTo(ip("fd12::7"), 8080)).isEmpty();
        assertThat(open.objectionTo(ip("10.2.0.1"), 80)).isPresent();
        assertThat(open.objectionTo(ip("fd13::1"), 80)).isPresent();
    }

    @Test
    void openingTheTranslatorsPrefixDoesNotOpenThePrivateAddressesBehindIt() {
        AddressPolicy open = AddressPolicy.allowing(List.of("64:ff9b::/96"));
        assertThat(open.objectionTo(ip("64:ff9b::808:808"), 443)).isEmpty();
        assertThat(open.objectionTo(ip("64:ff9b::7f00:1"), 443)).isPresent();
    }

    @Test
    void cloudMetadataStaysClosedInsideAnAllowedNetworkUnlessNamedItself() {
        assertThat(AddressPolicy.allowing(List.of("169.254.0.0/16")).objectionTo(ip("169.254.169.254"), 80)).isPresent();
        assertThat(AddressPolicy.allowing(List.of("fc00::/7")).objectionTo(ip("fd00:ec2::254"), 80)).isPresent();
        assertThat(AddressPolicy.allowing(List.of("169.254.169.254/32")).objectionTo(ip("169.254.169.254"), 80)).isEmpty();
        assertThat(policy.objectionToName("Metadata.Google.Internal")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0/8", "localhost/8", "10.0.0.0/x", "::/129", "010.0.0.0/8", ""})
    void aNetworkThatIsNoneIsRefusedAtTheStart(String network) {
        assertThatThrownBy(() -> AddressPolicy.allowing(List.of(network))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRowOfThePublicTableIsJudgedRight() throws UnknownHostException {
        List<JsonNode> rows = Corpora.array(Corpora.folder("ssrf").resolve("ssrf.json"));
        assertThat(rows).hasSize(44);
        for (JsonNode row : rows) {
            String value = row.get("value").asText();
            boolean blocked = "ip".equals(row.get("kind").asText())
                    ? policy.objectionTo(ip(value), 443).isPresent() : isBlocked(value);
            assertThat(blocked).as(value).isEqualTo(row.get("mustBlock").asBoolean());
        }
    }

    private boolean isBlocked(String url) throws UnknownHostException {
        try {
            WebAddress address = WebAddress.parse(url);
            new CheckedAddresses(policy, host -> List.of(ip("93.184.216.34"))).resolve(address.host(), address.port());
            return false;
        } catch (InvalidWebAddressException | CheckedAddresses.AddressBlockedException e) {
            return true;
        }
    }

    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
