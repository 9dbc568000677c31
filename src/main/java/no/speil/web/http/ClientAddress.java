package no.speil.web.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * From where a request was sent. Behind a proxy on this machine that is what the proxy itself wrote
 * last into {@code X-Forwarded-For}; what stands before it anybody can have written.
 *
 * @param host the address; of IPv6 the first 64 bits, of which one household has at least one whole
 * @param network what it is part of: the first 24 bits of IPv4, the first 48 of IPv6
 */
record ClientAddress(String host, String network) {
  private static final int IPV6_HOST = 8;
  private static final int IPV6_NETWORK = 6;
  private static final int LONGEST = 64;

  static ClientAddress of(Context context) {
    return of(
        sender(
            context.req().getRemoteAddr(),
            Collections.list(context.req().getHeaders("X-Forwarded-For"))));
  }

  /** The address that is written so; empty if it is none. */
  static Optional<InetAddress> parse(String written) {
    try {
      return Optional.of(InetAddress.getByName(written));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether that is an address of this machine. */
  static boolean isLoopback(String address) {
    return parse(address).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /**
   * The address of the sender, as it is written.
   *
   * @param remote from where the connection comes
   * @param forwardedFor the values of {@code X-Forwarded-For}
   */
  static String sender(String remote, List<String> forwardedFor) {
    if (forwardedFor.isEmpty() || !isLoopback(remote)) {
      return remote;
    }
    String last = forwardedFor.getLast();
    return last.substring(last.lastIndexOf(',') + 1).strip().replaceFirst("\\s.*", "");
  }

  /** Only what looks like an address is looked at as one, so that nobody's name server is asked. */
  static ClientAddress of(String written) {
    String address = written.substring(0, Math.min(written.length(), LONGEST));
    if (!address.contains(":") || !address.matches("[0-9a-fA-F:.%\\[\\]]+")) {
      return ofVersion4(address);
    }
    return parse(address)
        .map(
            parsed ->
                parsed instanceof Inet6Address
                    ? new ClientAddress(
                        beginning(parsed, IPV6_HOST), beginning(parsed, IPV6_NETWORK))
                    : ofVersion4(parsed.getHostAddress()))
        .orElse(new ClientAddress(address, address)); // as good a key as any
  }

  private static ClientAddress ofVersion4(String address) {
    return new ClientAddress(address, address.substring(0, Math.max(0, address.lastIndexOf('.'))));
  }

  private static String beginning(InetAddress address, int bytes) {
    return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes));
  }
}
