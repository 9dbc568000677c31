package no.speil.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/**
 * The text of a section's side at the time of an event.
 *
 * @param hash of the normalised text; that of the empty text if the side had no blocks
 * @param text the Markdown as it was in the file, or null if only the hash was kept
 */
public record TextSnapshot(TextHash hash, @JsonSetter(nulls = Nulls.SET) @Nullable String text) {

  /** A snapshot with the text. */
  public static TextSnapshot of(List<Block> run) {
    return new TextSnapshot(TextHash.of(run), markdown(run));
  }

  /** A snapshot with only the hash. */
  public static TextSnapshot hashOf(List<Block> run) {
    return new TextSnapshot(TextHash.of(run), null);
  }

  /** Whether the side had no blocks. */
  public boolean isEmpty() {
    return hash.equals(TextHash.EMPTY);
  }

  int characters() {
    return text == null ? 0 : text.length();
  }

  /** The Markdown of a run of blocks, separated by blank lines. */
  public static String markdown(List<Block> run) {
    return run.stream().map(Block::markdown).collect(Collectors.joining("\n\n"));
  }
}
