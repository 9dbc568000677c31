package no.speil.record;

import java.util.List;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/**
 * A side of a section as it was when somebody acted on it.
 *
 * @param hash of the normalised text; that of the empty text where the side had no blocks
 * @param text the Markdown as it stood in the file, or null where only the hash was kept
 */
public record TextSnapshot(TextHash hash, @Nullable String text) {
  private static final TextHash EMPTY = TextHash.ofNormalized("");

  /** The run as it is now, with its text. */
  public static TextSnapshot of(List<Block> run) {
    return new TextSnapshot(TextHash.of(run), markdown(run));
  }

  /** The run as it is now, by its hash alone. */
  public static TextSnapshot hashOf(List<Block> run) {
    return new TextSnapshot(TextHash.of(run), null);
  }

  /** Whether the side had no blocks. */
  public boolean isEmpty() {
    return hash.equals(EMPTY);
  }

  int characters() {
    return text == null ? 0 : text.length();
  }

  /** The Markdown of a run, blocks apart by a blank line. */
  public static String markdown(List<Block> run) {
    return run.stream().map(Block::markdown).collect(Collectors.joining("\n\n"));
  }
}
