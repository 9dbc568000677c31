package no.speil.web.cite;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows addresses that lead nowhere outside one machine or one local network. */
final class LocalAddress {
  /** Loopback, private and link-local addresses (RFC 1918, 3927, 4193, 4291, 6598). */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?:127|10|0)\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*"
              + "|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*"
              + "|\\[(?:::1|::|fe[89ab].*|f[cd].*)\\]");

  /** Names that the public name system does not have (RFC 6761, 6762, 8375). */
  private static final Pattern LOCAL_NAME =
      Pattern.compile("[^.:\\[]+|.*\\.(?:localhost|local|internal|lan|home\\.arpa|test|invalid)");

  private LocalAddress() {}

  static boolean is(String address) {
    try {
      String host = new URI(address).getHost();
      String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
      return PRIVATE.matcher(name).matches() || LOCAL_NAME.matcher(name).matches();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
