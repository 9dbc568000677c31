package no.speil.markdown.parse;

import com.vladsch.flexmark.util.ast.Document;
import java.util.List;
import java.util.Optional;
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
  /** Parses a whole file with its front matter. */
  public static ParsedBody of(String written) {
    int body = FrontMatter.find(written).map(FrontMatter::body).orElse(FrontMatter.start(written));
    return of(MergeConflict.blankMarks(written), body);
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
