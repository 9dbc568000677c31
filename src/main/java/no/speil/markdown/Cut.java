package no.speil.markdown;

import com.vladsch.flexmark.util.ast.Document;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.BlockKind;
import org.jspecify.annotations.Nullable;

/**
 * A file cut into the blocks of its body, in their order and without overlap.
 *
 * @param body offset where the body begins
 * @param root the whole syntax tree; null where the text is beyond {@link Bounds}
 */
record Cut(String source, int body, List<Piece> pieces, @Nullable Document root) {

  Cut {
    pieces = List.copyOf(pieces);
  }

  /** Cuts a file, front matter and all. */
  static Cut of(String source) {
    int body = FrontMatter.find(source).map(FrontMatter::body).orElse(FrontMatter.start(source));
    return of(source, body);
  }

  /** Cuts a text without front matter. */
  static Cut ofFragment(String source) {
    return of(source, 0);
  }

  private static Cut of(String source, int body) {
    Optional<Document> root = Syntax.parse(Shortcodes.mask(blankHead(source, body), body));
    var cutter = new BlockCutter(source, body);
    root.ifPresent(cutter::cut);
    return new Cut(source, body, cutter.pieces(), root.orElse(null));
  }

  /** The head made blank rather than cut off, so that offsets in the tree are offsets here. */
  private static String blankHead(String source, int body) {
    var blanked = new StringBuilder(source);
    for (int i = 0; i < body; i++) {
      if (!Lines.isEnd(source.charAt(i))) {
        blanked.setCharAt(i, ' ');
      }
    }
    return body == 0 ? source : blanked.toString();
  }

  /** Whether the text was beyond the bounds and is taken as plain paragraphs. */
  boolean plain() {
    return root == null;
  }

  String markdown(Piece piece) {
    return source.substring(piece.start(), piece.end());
  }

  /** Whether the piece is the first item of its list. */
  static boolean opensList(Piece piece) {
    return piece.kind() == BlockKind.ITEM
        && piece.node() != null
        && piece.node().getPrevious() == null;
  }
}
