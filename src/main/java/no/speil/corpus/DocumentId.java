package no.speil.corpus;

import java.util.Optional;
import java.util.regex.Pattern;
import no.speil.corpus.text.Normalization;

/**
 * A document's id: its path below {@code archive/} without {@code .md}, segments separated by
 * {@code /}, in Unicode normal form C. Any file name is allowed that cannot lead out of the folder.
 */
public record DocumentId(String value) implements Comparable<DocumentId> {
  private static final int LONGEST = 1024;

  /** No backslash, no control character, none that turns the direction of writing. */
  private static final String SEGMENT =
      "(?!\\.{1,2}(?:/|\\z))[^/\\\\\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]++";

  private static final Pattern SAFE = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*+");

  /**
   * @throws IllegalArgumentException if the value is empty, has an empty segment, {@code .} or
   *     {@code ..}, or holds a backslash or a control character, also one that turns the direction
   *     of writing, by which a name could pass for another
   */
  public DocumentId {
    value = Normalization.compose(value);
    if (!isSafe(value)) {
      throw new IllegalArgumentException("not a document id: " + value);
    }
  }

  /** Parses an id from a request or a file name; empty if it is not valid. */
  public static Optional<DocumentId> parse(String value) {
    String composed = Normalization.compose(value);
    return isSafe(composed) ? Optional.of(new DocumentId(composed)) : Optional.empty();
  }

  /** The path of the folder, without a final slash; empty at the top. */
  public String folder() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? "" : value.substring(0, slash);
  }

  /** The last segment. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(DocumentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isSafe(String value) {
    return value.length() <= LONGEST && SAFE.matcher(value).matches();
  }
}
