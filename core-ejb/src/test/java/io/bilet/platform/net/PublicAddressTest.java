package io.bilet.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.InvalidInput;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.0.1",
                "198.19.1.1",
                "224.0.0.1",
                "255.255.255.255",
                "0.0.0.0",
                "::1",
                "::",
                "fd00::1",
                "fe80::1",
                "64:ff9b::a00:1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "ff02::1",
                "::ffff:10.0.0.1"
            })
    void what_is_not_on_the_open_internet_is_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getAllByName(address)[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.32.0.1",
                "198.20.0.1",
                "2606:4700::1111",
                "2a00::1"
            })
    void what_is_is(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getAllByName(address)[0])).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/a",
                "file:///etc/passwd",
                "https:///a",
                "https://user@example.org/",
                "/a",
                "mailto:a@b",
                "https://example.org/a b",
                "https://example.org/\r\nX: y",
                "https://example.org/#a",
                "http://[::1"
            })
    void what_is_no_address_of_a_file_is_refused(String url) {
        assertThatThrownBy(() -> GuardedGet.parse(url, "/url")).isInstanceOf(InvalidInput.class);
    }
}
