package no.speil.corpus;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address of the web as it is asked for: encoded, with a host, without a fragment. */
public record HttpUrl(URI uri) {
  private static final Pattern HOST = Pattern.compile("(.*?://)([^/?:]*)(.*)");

  /** Empty for what is no address of the web. */
  public static Optional<HttpUrl> parse(String address) {
    String bare = address.strip().replaceFirst("#.*", "").replace(" ", "%20");
    try {
      var uri = new URI(withAsciiHost(bare));
      boolean isWeb = uri.getHost() != null && bare.matches("(?i)https?:.*");
      return isWeb ? Optional.of(new HttpUrl(URI.create(uri.toASCIIString()))) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty(); // a shelf mark or a mistyped address is not asked
    }
  }

  /** Where a redirect leads; empty where to no address of the web. */
  public Optional<HttpUrl> onTo(String location) {
    try {
      URI next = uri.resolve(new URI(location.strip().replace(" ", "%20")));
      return parse(next.toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty(); // the other server's mistake, told as going astray
    }
  }

  /** The host of an address without {@code www.}; empty for what is no address of the web. */
  public static String site(String address) {
    return parse(address).map(HttpUrl::host).orElse("").replaceFirst("^www\\.", "");
  }

  public String host() {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** Whether it is that of a site as a whole. */
  public boolean isFrontPage() {
    String path = uri.getPath() == null ? "" : uri.getPath();
    return uri.getQuery() == null && path.matches("/?((index|default)\\.[a-z]+)?");
  }

  /** Hosts may have letters that only their encoded form may have in a URI. */
  private static String withAsciiHost(String address) {
    Matcher parts = HOST.matcher(address);
    return parts.matches()
        ? parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3)
        : address;
  }
}
