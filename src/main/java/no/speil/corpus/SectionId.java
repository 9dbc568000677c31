package no.speil.corpus;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A section's permanent id: ten characters of Crockford's base 32, lower case (digits and letters
 * without i, l, o and u), that is 50 bits.
 */
public record SectionId(String value) implements Comparable<SectionId> {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 10;
  private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{" + LENGTH + "}");

  /**
   * @throws IllegalArgumentException if the value has another form
   */
  public SectionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a section id: " + value);
    }
  }

  /** Parses an id from a request or a record; empty if it is not valid. */
  public static Optional<SectionId> parse(String value) {
    return FORM.matcher(value).matches() ? Optional.of(new SectionId(value)) : Optional.empty();
  }

  /**
   * The id of a new section: the first 50 bits of SHA-256 of document id, normalised text,
   * occurrence and salt, separated by NUL. The same on every machine.
   *
   * @param text the normalised text of the original, or of the translation if there is no original
   * @param occurrence how many sections before it in the document have the same text
   * @param salt 0, or higher if the record has already held the id
   */
  public static SectionId derive(DocumentId document, String text, int occurrence, int salt) {
    byte[] digest =
        TextHash.sha256(document.value() + '\0' + text + '\0' + occurrence + '\0' + salt);
    long bits = ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - 5 * LENGTH);
    var id = new StringBuilder(LENGTH);
    for (int shift = 5 * (LENGTH - 1); shift >= 0; shift -= 5) {
      id.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
    }
    return new SectionId(id.toString());
  }

  @Override
  public int compareTo(SectionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
