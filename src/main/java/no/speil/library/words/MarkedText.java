package no.speil.library.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.analysis.IndexTokenizer.WordPlace;

/** A text, or the part of it around its first marked word. */
public record MarkedText(List<Part> parts) {
  private static final int LENGTH = 400;
  private static final int BEFORE = 120;
  private static final int SLACK = 40;
  private static final String CUT = "…";

  /** A piece of the text, plain. */
  public record Part(String text, boolean marked) {}

  /**
   * Words that belong together.
   *
   * @param first position, as in {@link no.speil.lexicon.TermTokenizer.Token}
   * @param last position
   */
  record WordSpan(int first, int last) {}

  /** From {@code start} to before {@code end}, in characters. */
  record TextSpan(int start, int end) {}

  /** Marks words of a text of that side. */
  static MarkedText of(IndexTokenizer tokenizer, Side side, String text, List<WordSpan> words) {
    String composed = Normalization.compose(text);
    List<TextSpan> marks = marks(tokenizer.places(side, composed), words);
    int start = marks.isEmpty() ? 0 : start(composed, marks.getFirst().start());
    int end = end(composed, start, marks.isEmpty() ? start : marks.getFirst().end());
    var parts = new ArrayList<Part>();
    add(parts, start > 0 ? CUT : "", false);
    int at = start;
    for (TextSpan mark : marks) {
      if (mark.start() >= at && mark.end() <= end) {
        add(parts, composed.substring(at, mark.start()), false);
        add(parts, composed.substring(mark.start(), mark.end()), true);
        at = mark.end();
      }
    }
    add(parts, composed.substring(at, end), false);
    add(parts, end < composed.length() ? CUT : "", false);
    return new MarkedText(parts);
  }

  private static void add(List<Part> parts, String text, boolean marked) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, marked));
    }
  }

  /** Where words are that stand at these places; those of a text that has them. */
  static List<TextSpan> marks(List<WordPlace> places, List<WordSpan> words) {
    Map<Integer, WordPlace> byPosition = new HashMap<>();
    places.forEach(place -> byPosition.put(place.position(), place));
    var marks = new ArrayList<TextSpan>();
    for (WordSpan each : words) {
      WordPlace first = byPosition.get(each.first());
      WordPlace last = byPosition.get(each.last());
      if (first != null && last != null) {
        marks.add(new TextSpan(first.start(), last.end()));
      }
    }
    marks.sort(Comparator.comparingInt(TextSpan::start));
    return marks;
  }

  /** Where to begin, so that the mark has some words before it. */
  private static int start(String text, int mark) {
    if (text.length() <= LENGTH || mark <= BEFORE) {
      return 0;
    }
    int from = mark - BEFORE;
    for (int at = from; at < from + SLACK; at++) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at + 1;
      }
    }
    return Normalization.onCharacter(text, from);
  }

  private static int end(String text, int start, int mark) {
    int to = Math.max(mark, start + LENGTH);
    if (to >= text.length()) {
      return text.length();
    }
    for (int at = to; at > Math.max(mark, to - SLACK); at--) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at;
      }
    }
    return Normalization.onCharacter(text, to);
  }
}
