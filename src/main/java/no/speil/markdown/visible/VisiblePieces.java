package no.speil.markdown.visible;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleText.Break;
import no.speil.corpus.VisibleText.Code;
import no.speil.corpus.VisibleText.Manner;
import no.speil.corpus.VisibleText.Piece;
import no.speil.corpus.VisibleText.Unseen;
import no.speil.corpus.VisibleText.Words;
import no.speil.corpus.text.Normalization;

/** Collects the pieces of a text; keeps track of emphasis and strikethrough. */
final class VisiblePieces {
  /** Templates of site generators, which Markdown does not know. */
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{[^{}]{1,300}+\\}\\}|\\{%[^%]{1,300}+%\\}");

  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int stressed;
  private int struck;

  /** Begins words that are marked so. */
  void open(Manner manner) {
    endWords();
    stressed += manner == Manner.STRESSED ? 1 : 0;
    struck += manner == Manner.STRUCK ? 1 : 0;
  }

  void close(Manner manner) {
    endWords();
    stressed -= manner == Manner.STRESSED ? 1 : 0;
    struck -= manner == Manner.STRUCK ? 1 : 0;
  }

  void words(CharSequence text) {
    words.append(text);
  }

  void code(String text) {
    add(new Code(text, struck > 0));
  }

  /** Adds text that is not shown but must not change unnoticed. */
  void unseen(String written) {
    add(new Unseen(Normalization.normalize(written)));
  }

  /** Adds a piece; an empty block has no end. */
  void add(Piece piece) {
    endWords();
    if (piece != Break.BLOCK || !isAtStart()) {
      pieces.add(piece);
    }
  }

  /** Whether nothing of a block or row has been read yet. */
  boolean isAtStart() {
    return words.isEmpty() && (pieces.isEmpty() || pieces.getLast() == Break.BLOCK);
  }

  VisibleText finish() {
    endWords();
    return new VisibleText(pieces);
  }

  private void endWords() {
    String text = words.toString();
    words.setLength(0);
    if (text.indexOf('{') < 0) {
      addWords(text);
      return;
    }
    Matcher template = TEMPLATE.matcher(text);
    int end = 0;
    while (template.find()) {
      addWords(text.substring(end, template.start()));
      pieces.add(new Code(template.group(), struck > 0));
      end = template.end();
    }
    addWords(text.substring(end));
  }

  private void addWords(String text) {
    if (!text.isEmpty()) {
      Manner plain = stressed > 0 ? Manner.STRESSED : Manner.PLAIN;
      pieces.add(new Words(text, struck > 0 ? Manner.STRUCK : plain));
    }
  }
}
