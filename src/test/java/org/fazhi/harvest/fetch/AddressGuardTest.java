package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final URI PAGE = URI.create("http://www.example.gov.cn/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "3fff::1",
                "3fff:fff:ffff::1",
                "192.88.99.1",
                "2400:da00::5efe:10.0.0.1",
                "2400:da00::200:5efe:192.168.0.1"
            })
    void refusesWhatIsNotOnThePublicInternet(String address) throws Exception {
        assertThat(guard(address).refusal(PAGE, 80, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "172.32.0.1",
                "198.20.0.1",
                "2400:da00::6666",
                "64:ff9b::101:101",
                "192.88.98.1",
                "192.88.100.1",
                "3fff:1000::1",
                "3ffe::1",
                "2400:da00::5efe:1.1.1.1",
                "2400:da00::100:5efe:10.0.0.1"
            })
    void allowsWhatIs(String address) throws Exception {
        assertThat(guard(address).refusal(PAGE, 80, false)).isEmpty();
    }

    @Test
    void refusesANameWithOnePrivateAddressAmongItsOwn() throws Exception {
        assertThat(guard("1.1.1.1", "10.0.0.1").refusal(PAGE, 80, false)).contains("address 10.0.0.1");
    }

    @Test
    void allowsOnlyLoopbackToSamples() throws Exception {
        assertThat(guard("127.0.0.9").refusal(PAGE, 80, true)).isEmpty();
        assertThat(guard("10.0.0.1").refusal(PAGE, 80, true)).contains("address 10.0.0.1");
        assertThat(guard("1.1.1.1").refusal(PAGE, 80, true)).contains("address 1.1.1.1");
    }

    @Test
    void allowsWebPortsAndTheOneTheSourceNames() throws Exception {
        AddressGuard guard = guard("1.1.1.1");

        assertThat(guard.refusal(URI.create("https://a.example/"), 80, false)).isEmpty();
        assertThat(guard.refusal(URI.create("http://a.example:8080/"), 8080, false))
                .isEmpty();
        assertThat(guard.refusal(URI.create("http://a.example:6379/"), 8080, false))
                .contains("port 6379");
    }

    @Test
    void refusesOtherSchemesAndAddressesWithoutAHost() throws Exception {
        AddressGuard guard = guard("1.1.1.1");

        assertThat(guard.refusal(URI.create("gopher://a.example/"), 80, false)).contains("scheme gopher");
        assertThat(guard.refusal(URI.create("http://user@a.example/"), 80, false))
                .contains("no plain host");
    }

    @Test
    void tellsAnUnknownHostFromARefusedOne() {
        AddressGuard guard = new AddressGuard(host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> guard.refusal(PAGE, 80, false))
                .isInstanceOf(AddressGuard.Unknown.class)
                .hasMessage("unknown host www.example.gov.cn");
    }

    private static AddressGuard guard(String... addresses) {
        return new AddressGuard(host ->
                List.of(addresses).stream().map(AddressGuardTest::address).toList());
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
