package no.speil.download;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import no.speil.corpus.HttpUrl;

/**
 * Refuses addresses that lead to this machine or its own network, where a server may answer that
 * trusts whoever is near. A name counts as what it resolves to, which Java remembers for 30
 * seconds: the connection made next goes there.
 */
public class AddressGuard {
  private final boolean allowsPrivate;

  /**
   * @param allowsPrivate whether all addresses are allowed
   */
  public AddressGuard(boolean allowsPrivate) {
    this.allowsPrivate = allowsPrivate;
  }

  void check(HttpUrl url) throws DownloadRefusedException {
    if (url.uri().getRawUserInfo() != null) {
      throw new DownloadRefusedException(
          "the address holds a user name, which would be written into the archive");
    }
    try {
      if (leadsInside(url)) {
        throw new DownloadRefusedException(
            url.host()
                + " is this machine or in its own network, where nothing is fetched from unless"
                + " --allow-private says so");
      }
    } catch (UnknownHostException e) {
      throw new DownloadRefusedException("no server is called " + url.host());
    }
  }

  /** Whether it leads to this machine or its network, and must not. */
  public boolean leadsInside(HttpUrl url) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(url.host());
    return !allowsPrivate && Arrays.stream(addresses).anyMatch(AddressGuard::isPrivate);
  }

  /** Whether it is anything but an address of one server on the internet. */
  static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet4Address && isPrivate4(address.getAddress()))
        || (address instanceof Inet6Address && isPrivate6(address.getAddress()));
  }

  /** IANA IPv4 Special-Purpose Address Registry, what Java does not know of it. */
  private static boolean isPrivate4(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    return first == 0
        || first >= 240
        || (first == 100 && (second & 0xC0) == 64) // RFC 6598
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second & 0xFE) == 18); // RFC 2544
  }

  private static boolean isPrivate6(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    boolean isUniqueLocal = (first & 0xFE00) == 0xFC00; // RFC 4193
    boolean isCompatible = Arrays.equals(bytes, 0, 12, new byte[12], 0, 12); // RFC 4291, 2.5.5
    boolean isTranslated = first == 0x0064 && bytes[2] == (byte) 0xFF && bytes[3] == (byte) 0x9B;
    boolean isTunnel = first == 0x2002; // RFC 3056
    return isUniqueLocal
        || isCompatible
        || (isTranslated && isPrivateEmbedded(bytes, 12)) // RFC 6052
        || (isTunnel && isPrivateEmbedded(bytes, 2));
  }

  private static boolean isPrivateEmbedded(byte[] bytes, int from) {
    try {
      return isPrivate(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
