package no.speil.web.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names under which this server may be addressed. Any other name in {@code Host} is a page that
 * had its own name resolve to this machine (DNS rebinding), or a mistake.
 */
public final class AllowedHosts {
  private final ServerSettings settings;
  private final IntSupplier port;

  public AllowedHosts(ServerSettings settings, IntSupplier port) {
    this.settings = settings;
    this.port = port;
  }

  /**
   * Whether {@code Host} names this server.
   *
   * @param localAddress the address that the connection came in on
   */
  boolean own(String host, String localAddress) {
    return authorities(localAddress).contains(host.toLowerCase(Locale.ROOT));
  }

  /** Whether {@code Origin} is a page of this server. */
  boolean ownOrigin(String origin, String localAddress) {
    int scheme = origin.indexOf("://");
    if (scheme < 0) {
      return false;
    }
    String authority = origin.substring(scheme + 3).toLowerCase(Locale.ROOT);
    URI publicUrl = settings.publicUrl();
    if (publicUrl != null && publicAuthorities(publicUrl).contains(authority)) {
      return origin.regionMatches(true, 0, publicUrl.getScheme(), 0, scheme);
    }
    return origin.startsWith("http://") && own(authority, localAddress);
  }

  private Set<String> authorities(String localAddress) {
    URI publicUrl = settings.publicUrl();
    Stream<String> direct =
        Stream.of("localhost", "127.0.0.1", "[::1]", settings.host(), localAddress)
            .flatMap(name -> authorities(bracketed(name), port.getAsInt(), 80));
    return Stream.concat(
            direct, publicUrl == null ? Stream.of() : publicAuthorities(publicUrl).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> publicAuthorities(URI url) {
    int standard = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    int port = url.getPort() < 0 ? standard : url.getPort();
    return authorities(String.valueOf(url.getHost()), port, standard).collect(Collectors.toSet());
  }

  /** The name with the port, and without it where the port is standard. */
  private static Stream<String> authorities(String name, int port, int standard) {
    String lower = name.toLowerCase(Locale.ROOT);
    return port == standard ? Stream.of(lower, lower + ":" + port) : Stream.of(lower + ":" + port);
  }

  private static String bracketed(String address) {
    return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
  }
}
