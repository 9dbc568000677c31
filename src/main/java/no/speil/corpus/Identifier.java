package no.speil.corpus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A permanent identifier of a text, as its front matter says: a DOI, a Handle, an ARK, a URN (such
 * as URN:NBN of the national libraries) or an address.
 *
 * @param name with its scheme, as it is cited: doi:10.1234/abc
 * @param address where it leads to the text; empty where nobody is known who resolves it
 */
public record Identifier(String name, String address) {
  private static final String DOI_SCHEME = "doi:";

  private static final Pattern DOI =
      Pattern.compile("(?i)(?:doi:\\s*|https?://(?:dx\\.)?doi\\.org/)?(10\\.\\d{4,9}/\\S+)");
  private static final Pattern HANDLE =
      Pattern.compile("(?i)(?:hdl:\\s*|https?://hdl\\.handle\\.net/)(\\S+/\\S+)");
  private static final Pattern ARK = Pattern.compile("(?i)(https?://\\S+?/)?(ark:/?\\w+/\\S+)");
  private static final Pattern URN =
      Pattern.compile("(?i)(https?://\\S+?/)?(urn:[A-Z0-9-]{2,32}:\\S+)");
  private static final Pattern NORWEGIAN_URN = Pattern.compile("(?i)urn:nbn:no-\\S+");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

  /** Reads one that stands under {@code identifiers}. */
  public static Identifier of(String written) {
    Matcher doi = DOI.matcher(written);
    if (doi.matches()) {
      return new Identifier(DOI_SCHEME + doi.group(1), resolved("doi.org", doi.group(1)));
    }
    Matcher handle = HANDLE.matcher(written);
    if (handle.matches()) {
      return new Identifier("hdl:" + handle.group(1), resolved("hdl.handle.net", handle.group(1)));
    }
    Matcher ark = ARK.matcher(written);
    if (ark.matches()) {
      return new Identifier(
          ark.group(2), ark.group(1) == null ? resolved("n2t.net", ark.group(2)) : written);
    }
    Matcher urn = URN.matcher(written);
    if (urn.matches()) {
      String resolver =
          NORWEGIAN_URN.matcher(urn.group(2)).matches() ? resolved("urn.nb.no", urn.group(2)) : "";
      return new Identifier(urn.group(2), urn.group(1) == null ? resolver : written);
    }
    return new Identifier(written, ADDRESS.matcher(written).matches() ? written : "");
  }

  private static String resolved(String host, String name) {
    try {
      return new URI("https", host, "/" + name, null).toASCIIString();
    } catch (URISyntaxException e) {
      return ""; // no character is forbidden in a path that is quoted here
    }
  }

  /** Without its scheme if it is a DOI; else empty. */
  public String doi() {
    return name.startsWith(DOI_SCHEME) ? name.substring(DOI_SCHEME.length()) : "";
  }

  /** The address, or the name where there is none: for formats with one field for both. */
  public String addressOrName() {
    return address.isEmpty() ? name : address;
  }
}
