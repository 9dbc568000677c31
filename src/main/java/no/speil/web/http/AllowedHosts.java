package no.speil.web.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/**
 * The names under which this server may be addressed. Any other name in {@code Host} is a page that
 * had its own name resolve to this machine (DNS rebinding), or a mistake.
 */
public record AllowedHosts(ServerSettings settings, IntSupplier port) {
  /**
   * Whether {@code Host} names this server.
   *
   * @param localAddress the address that the connection came in on
   */
  boolean own(String host, String localAddress) {
    return authorities(localAddress).contains(host.toLowerCase(Locale.ROOT));
  }

  /** Whether {@code OriginalSource} is a page of this server. */
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
    var all = new TreeSet<String>();
    for (String name : Set.of("localhost", "127.0.0.1", "[::1]")) {
      addWithPort(all, name);
    }
    addWithPort(all, bracketed(settings.host()));
    addWithPort(all, bracketed(localAddress));
    URI publicUrl = settings.publicUrl();
    if (publicUrl != null) {
      all.addAll(publicAuthorities(publicUrl));
    }
    return all;
  }

  private void addWithPort(Set<String> all, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    all.add(lower + ":" + port.getAsInt());
    if (port.getAsInt() == 80) {
      all.add(lower);
    }
  }

  private static Set<String> publicAuthorities(URI url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    int standard = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    int port = url.getPort() < 0 ? standard : url.getPort();
    return port == standard ? Set.of(host, host + ":" + port) : Set.of(host + ":" + port);
  }

  private static String bracketed(String address) {
    return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
  }
}
