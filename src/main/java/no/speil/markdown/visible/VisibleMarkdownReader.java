package no.speil.markdown.visible;

import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.BlockKind;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleText.Break;
import no.speil.corpus.VisibleTextReader;
import no.speil.corpus.text.Normalization;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.ParsedBody;

/** Reads what a reader sees of a text from the same syntax tree that pages are rendered from. */
public final class VisibleMarkdownReader implements VisibleTextReader {
  private static final String QUOTES = "\"'“”‘’«»(";

  /** One line of mere words, as in most sections, of which the parser would find the same. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:#{1,6} )?([\\p{L}%1$s][\\p{L}\\p{Nd} .,:;!?)/%%–—…%1$s-]{0,1000}+(?<! ))"
              .formatted(QUOTES));

  @Override
  public VisibleText read(String markdown, TextRole role) {
    String source = Normalization.compose(markdown);
    var pieces = new VisiblePieces();
    if (role == TextRole.TITLE) {
      pieces.begin(BlockKind.TITLE);
      plain(source, pieces);
      return pieces.finish();
    }
    var nodes = new VisibleNodes(source, role == TextRole.LISTED, pieces);
    Matcher words = WORDS.matcher(source);
    if (words.matches()) {
      pieces.begin(source.startsWith("#") ? BlockKind.HEADING : BlockKind.PARAGRAPH);
      nodes.text(words.group(1));
      pieces.add(Break.BLOCK);
      return pieces.finish();
    }
    ParsedBody body = ParsedBody.ofFragment(source);
    for (BlockSpan span : body.spans()) {
      pieces.begin(span.kind());
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
    for (String line : text.lines().toList()) {
      pieces.words(line);
      pieces.add(Break.LINE);
    }
  }
}
