package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator opens, and what stays closed all the same. */
class AllowedNetworksTest {

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
        assertThat(AddressPolicy.publicInternet().objectionToName("Metadata.Google.Internal")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0/8", "localhost/8", "10.0.0.0/x", "::/129", "010.0.0.0/8", ""})
    void aNetworkThatIsNoneIsRefusedAtTheStart(String network) {
        assertThatThrownBy(() -> AddressPolicy.allowing(List.of(network))).isInstanceOf(IllegalArgumentException.class);
    }

    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
