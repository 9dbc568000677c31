package no.speil.corpus;

import java.util.Optional;
import no.speil.corpus.text.Normalization;

/**
 * A document's id: its path below {@code archive/} without {@code .md}, segments separated by
 * {@code /}, in Unicode normal form C. Any file name is allowed that cannot lead out of the folder.
 */
public record DocumentId(String value) implements Comparable<DocumentId> {

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

  private static boolean turns(int c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** Makes no objects, since every look for changed files asks it of every file. */
  private static boolean isSafe(String value) {
    if (value.length() > 1024) {
      return false;
    }
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) || c == '\\' || turns(c)) {
        return false;
      }
      if (c == '/') {
        if (leadsElsewhere(value, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return !leadsElsewhere(value, start, value.length());
  }

  /** Whether a segment is empty, {@code .} or {@code ..}. */
  private static boolean leadsElsewhere(String value, int start, int end) {
    return end - start <= 2 && "..".startsWith(value.substring(start, end));
  }
}
