package no.speil.search.schema;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.search.SectionText;
import org.jspecify.annotations.Nullable;

/**
 * Writes a section's text as it is stored, and reads it back: a line about it, then the text,
 * unless the words of its section are the same; and its hash, unless it follows from the text.
 */
public final class StoredText {
  private StoredText() {}

  /**
   * Writes a text.
   *
   * @param words gives the words of a section's text as they are stored; null where it has none
   */
  static String write(SectionText text, BiFunction<SectionId, Side, @Nullable String> words) {
    String hash = ofOneBlock(text.markdown()).equals(text.hash()) ? "" : text.hash().hex();
    String line = text.section().value() + ' ' + text.side() + ' ' + hash;
    return text.markdown().equals(words.apply(text.section(), text.side()))
        ? line
        : line + '\n' + text.markdown();
  }

  /**
   * Reads the result of {@link #write}.
   *
   * @throws IOException if the words that it was written with are missing
   */
  public static SectionText read(String stored, BiFunction<SectionId, Side, @Nullable String> words)
      throws IOException {
    String[] parts = stored.split("\n", 2);
    String[] line = parts[0].split(" ", -1);
    var section = new SectionId(line[0]);
    Side side = Side.valueOf(line[1]);
    String markdown = parts.length > 1 ? parts[1] : words.apply(section, side);
    if (markdown == null) {
      throw new IOException("the words of section " + section + " are missing");
    }
    TextHash hash = line[2].isEmpty() ? ofOneBlock(markdown) : new TextHash(line[2]);
    return new SectionText(section, side, hash, markdown);
  }

  private static TextHash ofOneBlock(String markdown) {
    return TextHash.ofBlocks(List.of(markdown));
  }
}
