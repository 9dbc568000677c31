package no.speil.people;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import no.speil.corpus.TextHash;

/** Random values that let somebody in; only their hashes are kept. */
final class Secret {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What the hashes begin with. */
  static final String PREFIX = "sha256:";

  private static final int BYTES = 32;
  private static final int LONGEST = 200;

  private Secret() {}

  /** A new one: 256 bits, as base64url. */
  static String create() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Eight hex digits that name something and let nobody in. */
  static String id() {
    return HexFormat.of().toHexDigits(RANDOM.nextInt());
  }

  /** What is kept of a secret; of what is too long to be one, the hash of its beginning. */
  static String hash(String secret) {
    String bounded = secret.substring(0, Math.min(secret.length(), LONGEST));
    return PREFIX + HexFormat.of().formatHex(TextHash.sha256(bounded));
  }
}
