package no.speil.markdown.visible;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.speil.corpus.BlockKind;
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
  private final List<BlockKind> kinds = new ArrayList<>();

  /** How many marks of each manner are open. */
  private final Map<Manner, Integer> open = new EnumMap<>(Manner.class);

  /** Begins a block at top level. */
  void begin(BlockKind kind) {
    kinds.add(kind);
  }

  /** Begins words that are marked so. */
  void open(Manner manner) {
    endWords();
    open.merge(manner, 1, Integer::sum);
  }

  void close(Manner manner) {
    endWords();
    open.merge(manner, -1, Integer::sum);
  }

  void words(CharSequence text) {
    words.append(text);
  }

  void code(String text) {
    add(new Code(text, manner() == Manner.STRUCK));
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
    return new VisibleText(pieces, kinds);
  }

  private void endWords() {
    String all = words.toString();
    words.setLength(0);
    String[] texts =
        all.indexOf('{') < 0 ? new String[] {all} : TEMPLATE.splitWithDelimiters(all, -1);
    for (int i = 0; i < texts.length; i++) {
      if (i % 2 == 1) {
        pieces.add(new Code(texts[i], manner() == Manner.STRUCK));
      } else if (!texts[i].isEmpty()) {
        pieces.add(new Words(texts[i], manner()));
      }
    }
  }

  private Manner manner() {
    Manner last = Manner.PLAIN;
    for (Map.Entry<Manner, Integer> each : open.entrySet()) {
      last = each.getValue() > 0 ? each.getKey() : last;
    }
    return last;
  }
}
