package no.speil.markdown.visible;

import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleText.Break;
import no.speil.corpus.VisibleTextReader;
import no.speil.corpus.text.Normalization;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.ParsedBody;

/** Reads what a reader sees of a text from the same syntax tree that pages are rendered from. */
public final class VisibleMarkdownReader implements VisibleTextReader {
  private static final int HIGHEST_LEVEL = 6;

  /** In a longer text the limits of the parser may matter. */
  private static final int SHORT = 1000;

  private static final String QUOTES = "\"'“”‘’«»(";

  /** What is never markup after a letter, beside letters and digits. */
  private static final String PLAIN = QUOTES + " .,:;!?)/%–—…-";

  @Override
  public VisibleText read(String markdown, TextRole role) {
    String source = Normalization.compose(markdown);
    var pieces = new VisiblePieces();
    if (role == TextRole.TITLE) {
      plain(source, pieces);
      return pieces.finish();
    }
    var nodes = new VisibleNodes(source, role == TextRole.LISTED, pieces);
    int start = startOfLine(source);
    if (isPlain(source, start)) {
      nodes.text(source.substring(start));
      pieces.add(Break.BLOCK);
      return pieces.finish();
    }
    ParsedBody body = ParsedBody.ofFragment(source);
    for (BlockSpan span : body.spans()) {
      read(span, body, nodes, pieces);
      pieces.add(Break.BLOCK);
    }
    return pieces.finish();
  }

  /** Offset after the marker of a heading, if the text begins with one. */
  private static int startOfLine(String source) {
    int marks = 0;
    while (marks < HIGHEST_LEVEL && source.startsWith("#", marks)) {
      marks++;
    }
    return marks > 0 && source.startsWith(" ", marks) ? marks + 1 : 0;
  }

  /** Whether the parser would find one line of mere words, as in most sections. */
  private static boolean isPlain(String source, int start) {
    int end = source.length() - 1;
    if (end < start || end > SHORT || source.charAt(end) == ' ' || !opens(source.charAt(start))) {
      return false;
    }
    for (int i = start; i <= end; i++) {
      char c = source.charAt(i);
      if (!Character.isLetterOrDigit(c) && PLAIN.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean opens(char c) {
    return Character.isLetter(c) || QUOTES.indexOf(c) >= 0;
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
