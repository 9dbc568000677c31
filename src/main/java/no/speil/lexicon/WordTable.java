package no.speil.lexicon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of words, found by the first word of each, which is its key. Kept as the text that it is in
 * a file: sorted lines, with tabs between the words. Immutable.
 */
public final class WordTable {
  /** Increased when a compiled table is written in another form. */
  private static final int FORM = 5;

  private final byte[] text;

  /** Of the lines, and the end of the last. */
  private final int[] starts;

  private WordTable(byte[] text) {
    this.text = text;
    this.starts =
        IntStream.rangeClosed(0, text.length)
            .filter(at -> at == 0 || text[at - 1] == '\n')
            .toArray();
  }

  /** The rows, each a key and at least one other word; no word has a tab or the end of a line. */
  public static WordTable of(Stream<List<String>> rows) {
    var text = new ByteArrayOutputStream();
    rows.map(row -> (String.join("\t", row) + "\n").getBytes(StandardCharsets.UTF_8))
        .sorted(Arrays::compareUnsigned)
        .forEach(text::writeBytes);
    return new WordTable(text.toByteArray());
  }

  /** Reads the bytes of {@link #toBytes}; throws {@link IllegalArgumentException} for others. */
  static WordTable fromBytes(byte[] bytes) {
    if (bytes.length > 0 && bytes[bytes.length - 1] != '\n') {
      throw new IllegalArgumentException("no table of words");
    }
    return new WordTable(bytes.clone());
  }

  byte[] toBytes() {
    return text.clone();
  }

  /** Differs if the rows do. */
  public String fingerprint() {
    return Integer.toHexString(Arrays.hashCode(text));
  }

  /** A row for each word with others that belong to it, the word after a prefix. */
  public static Stream<List<String>> rows(
      String prefix, Map<String, ? extends Collection<String>> words) {
    return words.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(
            each ->
                Stream.concat(Stream.of(prefix + each.getKey()), each.getValue().stream())
                    .toList());
  }

  /** The words after a key; empty if it has no row. */
  public List<String> of(String key) {
    return rows(key + '\t').findFirst().map(row -> row.subList(1, row.size())).orElse(List.of());
  }

  /** Whether a key has a row. */
  boolean has(String key) {
    return rows(key + '\t').findFirst().isPresent();
  }

  /** The rows that begin so, with their keys. */
  public Stream<List<String>> rows(String beginning) {
    byte[] sought = beginning.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(text, starts[middle], starts[middle + 1], sought, 0, sought.length)
          < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return IntStream.range(low, starts.length - 1)
        .takeWhile(
            line ->
                Arrays.mismatch(text, starts[line], starts[line + 1], sought, 0, sought.length)
                    == sought.length)
        .mapToObj(
            line ->
                List.of(
                    new String(
                            text,
                            starts[line],
                            starts[line + 1] - 1 - starts[line],
                            StandardCharsets.UTF_8)
                        .split("\t", -1)));
  }

  /**
   * The bytes of a resource that {@link #compiled} reads.
   *
   * @param hash of what it is made of
   */
  public byte[] compile(String hash) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(mark(hash));
    bytes.writeBytes(text);
    return bytes.toByteArray();
  }

  /**
   * A table that the build made of other resources, so that the program need not at each start;
   * empty if it is missing or made of something else, as it may be where a program is compiled
   * without Maven.
   */
  public static Optional<WordTable> compiled(Class<?> beside, String name, String hash) {
    byte[] mark = mark(hash);
    try (@Nullable InputStream resource = beside.getResourceAsStream(name)) {
      return resource != null && Arrays.equals(resource.readNBytes(mark.length), mark)
          ? Optional.of(new WordTable(resource.readAllBytes()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name + " of the program", e);
    }
  }

  private static byte[] mark(String hash) {
    return (FORM + " " + hash + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
