package no.speil.markdown.parse;

import com.vladsch.flexmark.util.ast.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import org.jspecify.annotations.Nullable;

/**
 * A file cut into the blocks of its body, in their order and without overlap.
 *
 * @param source the file's text; of one with an unresolved merge both versions, without the marks
 * @param body offset where the body begins
 * @param root the whole syntax tree; null where the text is beyond {@link ParseLimits}
 */
public record ParsedBody(
    String source, int body, List<BlockSpan> blockSpans, @Nullable Document root) {
  /** A file of so many blocks is parsed whole in no time. */
  private static final int SHORT = 500;

  public ParsedBody {
    blockSpans = List.copyOf(blockSpans);
  }

  /** Cuts a file, front matter and all. */
  public static ParsedBody of(String written) {
    int body = FrontMatter.find(written).map(FrontMatter::body).orElse(FrontMatter.start(written));
    return of(MergeConflict.blankMarks(written), body);
  }

  /**
   * Cuts of a file what rendering some of its blocks needs: the whole, or in a long one a {@link
   * RenderWindow}.
   *
   * @param all the blocks of the file, the title first
   * @param shown some of them, in their order
   */
  public static ParsedBody around(String written, List<Block> all, List<Block> shown) {
    if (all.size() <= SHORT || shown.isEmpty()) {
      return of(written);
    }
    String source = MergeConflict.blankMarks(written);
    String seen = RenderWindow.around(source, all, shown);
    ParsedBody window = of(seen, 0);
    return window.holds(shown) ? window : of(source);
  }

  /** Whether all these blocks are among the pieces. */
  private boolean holds(List<Block> blocks) {
    Map<Integer, String> known =
        blockSpans.stream().collect(Collectors.toMap(BlockSpan::start, this::markdown));
    return blocks.stream()
        .filter(block -> block.kind() != BlockKind.TITLE)
        .allMatch(block -> block.markdown().equals(known.get(block.source().start())));
  }

  /** Cuts a text without front matter. */
  public static ParsedBody ofFragment(String source) {
    return of(source, 0);
  }

  private static ParsedBody of(String source, int body) {
    Optional<Document> root = FlexmarkParser.parse(Shortcodes.mask(blankHead(source, body), body));
    var cutter = new BlockSplitter(source, body);
    root.ifPresent(cutter::cut);
    return new ParsedBody(source, body, cutter.pieces(), root.orElse(null));
  }

  /** The head made blank rather than cut off, so that offsets in the tree are offsets here. */
  private static String blankHead(String source, int body) {
    var blanked = new StringBuilder(source);
    for (int i = 0; i < body; i++) {
      if (!LineBreaks.isEnd(source.charAt(i))) {
        blanked.setCharAt(i, ' ');
      }
    }
    return body == 0 ? source : blanked.toString();
  }

  /** Whether the text was beyond the bounds and is taken as plain paragraphs. */
  public boolean plain() {
    return root == null;
  }

  public String markdown(BlockSpan blockSpan) {
    return source.substring(blockSpan.start(), blockSpan.end());
  }

  /** Whether the piece is the first item of its list. */
  public static boolean opensList(BlockSpan blockSpan) {
    return blockSpan.kind() == BlockKind.ITEM
        && blockSpan.node() != null
        && blockSpan.node().getPrevious() == null;
  }
}
