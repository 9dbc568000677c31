package no.speil.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.17, 192.0.2.17, 192.0.2",
    "2001:db8:1:2:3:4:5:6, 20010db800010002, 20010db80001",
    "2001:db8:1:2:ffff::1, 20010db800010002, 20010db80001",
    "::ffff:192.0.2.17, 192.0.2.17, 192.0.2",
    "[2001:db8:1:3::9], 20010db800010003, 20010db80001",
    "not-an-address, not-an-address, ''"
  })
  void hasItsHostAndItsNetwork(String written, String host, String network) {
    assertThat(ClientAddress.of(written)).isEqualTo(new ClientAddress(host, network));
  }

  @Test
  void isOneWordOfTheAccessLog() {
    assertThat(ClientAddress.sender("127.0.0.1", List.of("192.0.2.1, 192.0.2.17 - admin [")))
        .isEqualTo("192.0.2.17");
  }
}
