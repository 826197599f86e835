package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to say "the machine itself" that a strict reader must not be talked into; each must end before a connection (F1 to F3). */
class HostileAddressesTest {

    private static final AddressPolicy POLICY = AddressPolicy.publicInternet().exceptOurselves("news.ourselves.example").denying(List.of("198.18.0.0/15", "5.9.9.9"));

    @ParameterizedTest
    @ValueSource(strings = {
        // numbers in disguise
        "http://2130706433/", "http://017700000001/", "http://0x7f000001/", "http://0x7f.0x0.0x0.0x1/", "http://0177.0.0.1/", "http://0177.0.0.01/", "http://127.1/",
        "http://127.0.1/", "http://0/", "http://0x0/", "http://00000000000/", "http://127.0.0.1.0x0/", "http://4294967297/", "http://256.256.256.256/", "http://127.00.0.1/",
        "http://0x7f.1/", "http://0X7F.1/", "http://1.1.1.0x/", "http://3232235521/", "http://169.254.43518/", "http://0xa9fea9fe/", "http://0251.0376.0251.0376/",
        "http://1.0x7f000001/", "http://127.0.0.1./", "http://127.0.0.1../",
        // plain addresses that are not public
        "http://127.0.0.1/", "http://127.127.127.127/", "http://0.0.0.0/", "http://10.0.0.1/", "http://172.31.255.255/", "http://192.168.0.1/", "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/", "http://192.0.0.192/opc/v2/", "http://100.100.100.200/latest/", "http://168.63.129.16/machine", "http://198.18.0.1/",
        "http://224.0.0.1/", "http://255.255.255.255/", "http://240.0.0.1/", "http://192.88.99.1/", "http://203.0.113.5/", "http://5.9.9.9/",
        // IPv6, and IPv4 inside
        "http://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[0:0:0:0:0:ffff:127.0.0.1]/",
        "http://[::127.0.0.1]/", "http://[::7f00:1]/", "http://[::ffff:0:127.0.0.1]/", "http://[64:ff9b::127.0.0.1]/", "http://[64:ff9b::10.0.0.1]/", "http://[64:ff9b:1::1]/",
        "http://[2002:7f00:1::]/", "http://[2002:a00:1::1]/", "http://[2001:0:53aa:64c:0:fbfb:80ff:fffe]/", "http://[2001:db8::1]/", "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[::1%251]/", "http://[fec0::1]/", "http://[fc00::1]/", "http://[fd00:ec2::254]/latest/", "http://[fd20:ce::254]/",
        "http://[ff02::1]/", "http://[100::1]/", "http://[3fff::1]/", "http://[5f00::1]/", "http://[4000::1]/", "http://[e000::1]/", "http://[2620:0:1::5efe:7f00:1]/",
        "http://[2620:0:1::200:5efe:10.0.0.1]/", "http://[::1", "http://::1/", "http://[::1]]/", "http://[[::1]]/", "http://[1.2.3.4]/", "http://[::ffff:0x7f.1]/", "http://[v1.a]/",
        // other letters, other dots
        "http://１２７.０.０.１/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://127．0．0．1/", "http://127｡0｡0｡1/", "http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/", "http://[::１]/",
        "http://ｍｅｔａｄａｔａ.google.internal/", "http://metadata。google。internal/", "http://METADATA.GOOGLE.INTERNAL/", "http://metadata.google.internal./", "http://metadata/",
        "http://meta\u00addata.google.internal/", "http://metadata\u200b.google.internal/", "http://instance-data/", "http://metadata.azure.internal/",
        "http://xn--a.google.\u2488/", "http://a℀b.example/", "http://a％2eb/", "http://a．/", "http://xn--/",
        // who is asked?
        "http://127.0.0.1@8.8.8.8/", "http://8.8.8.8@127.0.0.1/", "http://good.example:80@127.0.0.1/", "http://good.example%40127.0.0.1/", "http://127.0.0.1\\@8.8.8.8/",
        "http://8.8.8.8\\.127.0.0.1/", "http:\\\\127.0.0.1\\", "http://good.example\\@127.0.0.1/", "http://good.example:80\\@127.0.0.1/", "http://good.example:80:81/", "http://good.example:8080/",
        "http://good.example:22/", "http://good.example:0/", "http://good.example:65536/", "http://good.example:-80/", "http://good.example:+80/", "http://good.example:８0x/",
        "http://good.example:99999999999/", "http://good.example /", "http://good.example\t/", "http://good.example\r\nHost: x/", "http://good.example\u0000.evil.example/",
        "http://good.example%00.evil/", "http://%31%32%37.0.0.1/", "http://%5B::1%5D/", "http://good.example\u2028/", "http://good.example\u00a0/", "http://goo\u0007d.example/",
        "http:///127.0.0.1/", "http:////127.0.0.1/", "http:127.0.0.1/", "http:/127.0.0.1/", "//127.0.0.1/", "http://", "http://?x", "http://#x", "http://:80/", "http://.../", "http://..good.example/",
        "http://good..example/", "http://-good.example/", "http://good-.example/", "http://go,od.example/", "http://go;od.example/", "http://go'od.example/", "http://<good>.example/",
        "http://news.ourselves.example/", "https://NEWS.ourselves.example/", "https://news。ourselves.example/",
        // not the web at all
        "file:///etc/passwd", "file://127.0.0.1/etc/passwd", "gopher://127.0.0.1:25/_HELO", "ftp://127.0.0.1/", "jar:http://127.0.0.1!/", "dict://127.0.0.1:11211/", "ldap://127.0.0.1/",
        "data:text/html,x", "javascript:alert(1)", "netdoc:///etc/passwd", "view-source:http://127.0.0.1/", "url:http://127.0.0.1/", "feed:http://127.0.0.1/", "ws://127.0.0.1/",
        "h\u0131ttp://127.0.0.1/", "http\u200b://127.0.0.1/", "ｈｔｔｐ://127.0.0.1/", " http://127.0.0.1/", "\u0000http://good.example/"})
    void nothingOfThisIsConnectedTo(String url) {
        assertThat(destination(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://good.example/", "https://good.example:443/a?b=http://127.0.0.1/", "http://good.example/@127.0.0.1/", "http://good.example/?@127.0.0.1", "http://good.example/#@127.0.0.1",
        "http://good.example/%00", "http://127.0.0.1.good.example/", "http://localhost.good.example/", "http://xn--mnchen-3ya.example/", "http://8.8.8.8/", "http://[2606:4700::1111]/",
        "http://1e100.example/", "http://0x7f.example/", "http://good.example/..%2f..%2f", "http://good.example?x", "http://GOOD.example/", "http://good。example/"})
    void whatMerelyLooksLikeItIs(String url) {
        assertThat(destination(url)).isPresent();
    }

    @Test
    void whatIsAcceptedIsReadByTheParsersOfTheJdkAsByOurs() throws MalformedURLException {
        var differing = new ArrayList<String>();
        for (var url : List.of("http://good.example/", "HTTP://GOOD.example:80/a?b#c", "http://münchen.example/ä?ö", "http://good.example/a/../b", "http://good.example/%2e%2e/",
                "http://[2606:4700::1111]/x", "http://good.example/\"<>^`{|}", "http://good.example/a%zz", "http://good.example?q=@x:y/z", "http://good.example//x//", "http://good.example/a;b=c",
                "http://good.example/[x]", "http://ｇｏｏｄ.example/", "http://good。example/", "http://8.8.8.8:8080/")) {
            var ours = WebAddress.parse(url);
            var uri = URI.create(ours.toString());
            var jdk = uri.toURL();
            var host = ours.host().contains(":") ? "[" + ours.host() + "]" : ours.host();
            if (!host.equals(uri.getHost()) || !host.equals(jdk.getHost()) || !ours.path().equals(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                    || Math.max(jdk.getPort(), -1) != uri.getPort() || (uri.getPort() < 0 ? 80 : uri.getPort()) != ours.port()) {
                differing.add(url + " -> " + ours + ", " + uri.getHost() + ", " + jdk.getHost());
            }
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void whereTheJdkWouldGoInsideWeGoNowhere() throws MalformedURLException {
        for (var url : List.of("http://127.1/", "http://2130706433/", "http://good.example#@127.0.0.1/", "http://u@127.0.0.1/")) {
            var inside = URI.create(url).toURL().getHost();
            assertThat(destination(url).filter(place -> place.getHostAddress().startsWith("127."))).as(url + ", for the JDK " + inside).isEmpty();
        }
    }

    @Test
    void onlyAnAllowedNetworkOpensTheServiceItselfAndOtherPorts() {
        var own = AddressPolicy.allowing(List.of("127.0.0.0/8")).exceptOurselves("LOCALHOST").onPorts(java.util.Set.of(80, 443, 8443));
        assertThat(destination(own, "http://localhost:9000/", "127.0.0.1")).isPresent();
        assertThat(destination(own, "http://localhost/", "8.8.8.8")).isEmpty();
        assertThat(destination(own, "http://good.example:8443/", "8.8.8.8")).isPresent();
        assertThat(destination(own, "http://good.example:9000/", "8.8.8.8")).isEmpty();
        assertThat(destination(AddressPolicy.publicInternet().exceptOurselves("[2606:4700::1]"), "http://good.example/", "2606:4700::1")).isEmpty();
    }

    private static Optional<InetAddress> destination(String url) {
        return destination(POLICY, url, "8.8.8.8");
    }

    /** Where the connection would go, if every name led to this address. */
    private static Optional<InetAddress> destination(AddressPolicy policy, String url, String resolved) {
        return WebAddress.of(url).flatMap(address -> {
            try {
                return new CheckedAddresses(policy, host -> List.of(InetAddress.ofLiteral(resolved))).resolve(address.host(), address.port()).stream().findFirst();
            } catch (UnknownHostException refused) {
                return Optional.empty();
            }
        });
    }
}
