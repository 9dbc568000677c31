package no.speil.search.highlight;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.text.Normalization;
import no.speil.search.Concordance.KwicContext;

/** The matches in a text, in order; some may overlap. */
public record MatchSpans(List<MatchSpan> all) {
  static final MatchSpans NONE = new MatchSpans(List.of());

  /** A match: from {@code start} to before {@code end}. */
  public record MatchSpan(int start, int end, String term) {
    /** The match and the words around it. */
    public KwicContext in(String text) {
      return new KwicContext(
          onOneLine(text.substring(from(text, start), start)),
          onOneLine(text.substring(start, end)),
          onOneLine(text.substring(end, to(text, end))));
    }

    private static int from(String text, int end) {
      int least = Math.max(0, end - KwicContext.LENGTH);
      int start = least;
      while (start > 0 && start < end && !isSpace(text.charAt(start - 1))) {
        start++;
      }
      return start < end || least == end ? start : Normalization.onCharacter(text, least);
    }

    private static int to(String text, int start) {
      int most = Math.min(text.length(), start + KwicContext.LENGTH);
      int end = most;
      while (end < text.length() && end > start && !isSpace(text.charAt(end))) {
        end--;
      }
      return end > start || most == start ? end : Normalization.onCharacter(text, most);
    }

    private static String onOneLine(String text) {
      return text.replaceAll("\\s+", " ");
    }
  }

  /**
   * The matches as a reader sees them: those that overlap are merged, and so are those next to each
   * other in a sentence, as the words of a phrase are.
   */
  public List<MatchSpan> merged(String text) {
    var merged = new ArrayList<MatchSpan>();
    for (MatchSpan span : all) {
      MatchSpan last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || !touches(text, last.end(), span.start())) {
        merged.add(span);
      } else if (span.end() > last.end()) {
        merged.set(merged.size() - 1, new MatchSpan(last.start(), span.end(), last.term()));
      }
    }
    return merged;
  }

  private static boolean touches(String text, int end, int start) {
    return start <= end || text.substring(end, start).codePoints().noneMatch(MatchSpans::parts);
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean parts(int character) {
    return Character.isLetterOrDigit(character) || ".!?\n".indexOf(character) >= 0;
  }
}
