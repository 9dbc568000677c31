package no.speil.search.highlight;

import no.speil.corpus.text.Normalization;
import no.speil.search.Concordance.KwicContext;
import no.speil.search.highlight.MatchSpans.MatchSpan;
import no.speil.search.query.QueryText;

/** Extracts a match and the words around it from a text. */
public final class KwicExtractor {
  private KwicExtractor() {}

  public static KwicContext around(String text, MatchSpan match) {
    return new KwicContext(
        onOneLine(text.substring(from(text, match.start()), match.start())),
        onOneLine(text.substring(match.start(), match.end())),
        onOneLine(text.substring(match.end(), to(text, match.end()))));
  }

  private static int from(String text, int end) {
    int least = Math.max(0, end - KwicContext.LENGTH);
    int start = least;
    while (start > 0 && start < end && !QueryText.isSpace(text.charAt(start - 1))) {
      start++;
    }
    return start < end || least == end ? start : Normalization.onCharacter(text, least);
  }

  private static int to(String text, int start) {
    int most = Math.min(text.length(), start + KwicContext.LENGTH);
    int end = most;
    while (end < text.length() && end > start && !QueryText.isSpace(text.charAt(end))) {
      end--;
    }
    return end > start || most == start ? end : Normalization.onCharacter(text, most);
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
