package no.speil.markdown;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Metadata;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.corpus.Text;

/**
 * Reads a file's text into metadata and blocks. Any text can be read: what is odd becomes a
 * problem. Every character of the body that is not white space lies in exactly one block.
 * Thread-safe.
 */
public final class MarkdownReader {

  /**
   * Reads one file.
   *
   * @param file path below the root, for problems
   * @param fallbackTitle where neither front matter nor body has one
   * @param side which language to expect
   */
  public Page read(String source, String file, String fallbackTitle, Side side) {
    Entries entries = Entries.read(source, file);
    List<Problem> problems = new ArrayList<>(entries.problems());
    Cut cut = Cut.of(source);
    if (cut.plain()) {
      problems.add(Problem.of(file, 0, Problem.Kind.TOO_MUCH_MARKUP));
    }
    List<Block> body = body(cut);
    Metadata metadata = new MetadataReader(file, side, entries, problems).read(body, fallbackTitle);
    List<Block> blocks = new ArrayList<>(body.size() + 1);
    blocks.add(title(metadata));
    blocks.addAll(body);
    return new Page(new Text(metadata, blocks), problems);
  }

  private static Block title(Metadata metadata) {
    String description = metadata.description();
    String words = metadata.title() + (description.isEmpty() ? "" : "\n\n" + description);
    return new Block(BlockKind.TITLE, 0, new Block.Source(0, 1, words), words);
  }

  private static List<Block> body(Cut cut) {
    List<Block> blocks = new ArrayList<>(cut.pieces().size());
    int line = 1;
    int counted = 0;
    for (Piece piece : cut.pieces()) {
      line += Lines.count(cut.source(), counted, piece.start());
      counted = piece.start();
      var place = new Block.Source(piece.start(), line, cut.markdown(piece));
      String words = PlainWords.of(piece, cut.source());
      blocks.add(new Block(piece.kind(), piece.level(), place, words));
    }
    return blocks;
  }
}
