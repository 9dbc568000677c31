package no.speil.markdown.visible;

import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import java.text.Normalizer;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleText.Break;
import no.speil.corpus.VisibleTextReader;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.ParsedBody;

/** Reads what a reader sees of a text from the same syntax tree that pages are rendered from. */
public final class VisibleMarkdownReader implements VisibleTextReader {

  @Override
  public VisibleText read(String markdown, TextRole role) {
    String source = Normalizer.normalize(markdown, Normalizer.Form.NFC);
    var pieces = new VisiblePieces();
    if (role == TextRole.TITLE) {
      plain(source, pieces);
      return pieces.finish();
    }
    ParsedBody body = ParsedBody.ofFragment(source);
    var nodes = new VisibleNodes(source, role == TextRole.LISTED, pieces);
    for (BlockSpan span : body.blockSpans()) {
      read(span, body, nodes, pieces);
      pieces.add(Break.BLOCK);
    }
    return pieces.finish();
  }

  private static void read(
      BlockSpan span, ParsedBody body, VisibleNodes nodes, VisiblePieces pieces) {
    if (span.node() == null) {
      plain(body.markdown(span), pieces);
      return;
    }
    switch (span.kind()) {
      case SHORTCODE -> pieces.code(body.markdown(span));
      case DEFINITIONS -> {
        for (Node node = span.node();
            node instanceof Reference && node.getStartOffset() < span.end();
            node = node.getNext()) {
          nodes.read(node);
        }
      }
      default -> nodes.read(span.node());
    }
  }

  private static void plain(String text, VisiblePieces pieces) {
    text.lines()
        .forEach(
            line -> {
              pieces.words(line);
              pieces.add(Break.LINE);
            });
  }
}
