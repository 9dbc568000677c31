package no.speil.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.speil.corpus.text.Normalization;

/**
 * The identity of a text: the first 128 bits of SHA-256 over its normalised form in UTF-8, as 32
 * hexadecimal digits. Written {@code sha256:…} in records.
 */
public record TextHash(String hex) {
  private static final String PREFIX = "sha256:";
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  /** The hash of the empty text. */
  public static final TextHash EMPTY = ofNormalized("");

  /**
   * @throws IllegalArgumentException if the value is not 32 lower-case hexadecimal digits
   */
  public TextHash {
    if (!isHash(hex)) {
      throw new IllegalArgumentException("not a text hash: " + hex);
    }
  }

  /** The hash of one block. */
  public static TextHash of(Block block) {
    return ofNormalized(block.normalized());
  }

  /** The hash of a section's side; of the empty text if the run is empty. */
  public static TextHash of(List<Block> run) {
    return ofNormalized(Block.normalized(run));
  }

  /** The hash of a side from the Markdown of its blocks. */
  public static TextHash ofBlocks(List<String> markdown) {
    return ofNormalized(
        Normalization.ofRun(markdown.stream().map(Normalization::normalize).toList()));
  }

  /** The hash of a text normalised by {@link Normalization}. */
  public static TextHash ofNormalized(String text) {
    return new TextHash(HexFormat.of().formatHex(sha256(text), 0, 16));
  }

  /** Parses the result of {@link #toString}; empty for other text. */
  public static Optional<TextHash> parse(String written) {
    String hex = written.startsWith(PREFIX) ? written.substring(PREFIX.length()) : "";
    return isHash(hex) ? Optional.of(new TextHash(hex)) : Optional.empty();
  }

  private static boolean isHash(String hex) {
    return FORM.matcher(hex).matches();
  }

  /** The form in records. */
  @Override
  public String toString() {
    return PREFIX + hex;
  }

  /** Of a text in UTF-8. */
  public static byte[] sha256(String text) {
    return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of what is left of a stream, in hexadecimal digits. */
  public static String sha256(InputStream in) throws IOException {
    var hashed = new DigestInputStream(in, sha256());
    hashed.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
  }

  /** Computes hashes of bytes; for one use at a time. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
