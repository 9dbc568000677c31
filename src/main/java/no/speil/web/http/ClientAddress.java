package no.speil.web.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * From where a request was sent. Behind a proxy on this machine that is what the proxy itself wrote
 * last into {@code X-Forwarded-For}; what stands before it anybody can have written. Of an IPv6
 * address it is the network, of which one household has at least one whole.
 */
final class ClientAddress {
  private static final int NETWORK = 8;

  private ClientAddress() {}

  static String of(Context context) {
    String remote = context.req().getRemoteAddr();
    return network(AccessPolicy.isLoopback(remote) ? forwarded(context, remote) : remote);
  }

  private static String forwarded(Context context, String remote) {
    List<String> headers = Collections.list(context.req().getHeaders("X-Forwarded-For"));
    if (headers.isEmpty()) {
      return remote;
    }
    String last = headers.getLast();
    return last.substring(last.lastIndexOf(',') + 1).strip();
  }

  /** Only what looks like an address is looked at as one, so that nobody's name server is asked. */
  private static String network(String address) {
    if (!address.contains(":") || !address.matches("[0-9a-fA-F:.%\\[\\]]+")) {
      return address.substring(0, Math.min(address.length(), 64));
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address; // as good a key as any
    }
  }
}
