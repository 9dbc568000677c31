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
 * A file with the blocks of its body, in order and without overlap.
 *
 * @param source the file's text; in a merge conflict with both versions and blank markers
 * @param body offset where the body begins
 * @param root the syntax tree; null if the text exceeds {@link ParseLimits}
 */
public record ParsedBody(String source, int body, List<BlockSpan> spans, @Nullable Document root) {
  /** Files with no more blocks are always parsed whole. */
  private static final int SHORT = 500;

  /** Parses a whole file with its front matter. */
  public static ParsedBody of(String written) {
    int body = FrontMatter.find(written).map(FrontMatter::body).orElse(FrontMatter.start(written));
    return of(MergeConflict.blankMarks(written), body);
  }

  /**
   * Parses what the rendering of some blocks of a file needs: the whole file, or in a long one a
   * {@link RenderWindow}.
   *
   * @param all the blocks of the file, the title first
   * @param shown some of them, in order
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

  /** Whether all these blocks are among the parsed ones. */
  private boolean holds(List<Block> blocks) {
    Map<Integer, String> known =
        spans.stream().collect(Collectors.toMap(BlockSpan::start, this::markdown));
    return blocks.stream()
        .filter(block -> block.kind() != BlockKind.TITLE)
        .allMatch(block -> block.markdown().equals(known.get(block.source().start())));
  }

  /** Parses a text without front matter. */
  public static ParsedBody ofFragment(String source) {
    return of(source, 0);
  }

  private static ParsedBody of(String source, int body) {
    var blanked = new StringBuilder(source); // so that offsets in the tree are offsets in the file
    LineBreaks.fill(blanked, 0, body, ' ');
    Optional<Document> root = FlexmarkParser.parse(Shortcodes.mask(blanked.toString(), body));
    var cutter = new BlockSplitter(source, body);
    root.ifPresent(cutter::cut);
    return new ParsedBody(source, body, cutter.pieces(), root.orElse(null));
  }

  /** Whether the text exceeds the limits and is taken as plain paragraphs. */
  public boolean isPlain() {
    return root == null;
  }

  public String markdown(BlockSpan span) {
    return source.substring(span.start(), span.end());
  }

  /** Whether the block is the first item of its list. */
  public static boolean opensList(BlockSpan span) {
    return span.kind() == BlockKind.ITEM
        && span.node() != null
        && span.node().getPrevious() == null;
  }
}
