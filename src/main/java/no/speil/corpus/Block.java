package no.speil.corpus;

import java.util.List;
import no.speil.corpus.text.Normalization;

/**
 * One Markdown element at top level.
 *
 * @param level of a heading 1 to 6, else 0
 * @param source its place and exact text in the file
 * @param text its words as a reader sees them, without markup; of HTML and pictures the words and
 *     alternative texts; may be empty
 * @param listed whether it is an item of a list with more items, numbered with them
 */
public record Block(BlockKind kind, int level, Source source, String text, boolean listed) {

  /** A block that is not one of several list items. */
  public Block(BlockKind kind, int level, Source source, String text) {
    this(kind, level, source, text, false);
  }

  /** The block's exact Markdown source. */
  public String markdown() {
    return source.markdown();
  }

  /** The block's normalised source: equal for equal texts. */
  public String normalized() {
    return Normalization.normalize(markdown());
  }

  /**
   * The normalised form of a run of blocks: each normalised, joined by a blank line. Joining or
   * splitting blocks changes it; reflowing them does not.
   */
  public static String normalized(List<Block> run) {
    return Normalization.ofRun(run.stream().map(Block::normalized).toList());
  }

  /**
   * A part of a file.
   *
   * @param start offset of its first character (UTF-16) in the decoded file
   * @param line its first line, from 1
   */
  public record Source(int start, int line, String markdown) {
    /** Offset just after its last character. */
    public int end() {
      return start + markdown.length();
    }
  }
}
