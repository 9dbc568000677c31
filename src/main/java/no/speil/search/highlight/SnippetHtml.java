package no.speil.search.highlight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import no.speil.corpus.text.HtmlEscape;
import no.speil.corpus.text.Normalization;
import no.speil.search.Excerpt.Match;
import no.speil.search.Excerpt.Snippet;
import no.speil.search.highlight.MatchSpans.MatchSpan;

/**
 * Cuts the part with the most different matches out of a text, as HTML with {@code <mark>} only,
 * which has the class {@code tr} where it is a translation.
 */
final class SnippetHtml {
  static final int LENGTH = 300;
  private static final int BEFORE = 60;
  private static final int SLACK = 40;
  private static final String CUT = "…";

  private SnippetHtml() {}

  /** A part of the text: from {@code start} to before {@code end}. */
  private record Window(int start, int end) {}

  /** The part of a text with the most different matches; its beginning where there are none. */
  static Snippet of(String text, List<MatchSpan> spans, Predicate<String> isTranslation) {
    boolean isWhole = spans.isEmpty() || text.length() <= LENGTH;
    int start = isWhole ? 0 : Math.max(0, densest(spans).start() - BEFORE);
    return html(text, window(text, start), spans, isTranslation);
  }

  private static MatchSpan densest(List<MatchSpan> spans) {
    MatchSpan best = spans.getFirst();
    int most = 0;
    for (int i = 0; i < spans.size() && i < LENGTH; i++) {
      var terms = new HashSet<String>();
      int last = spans.get(i).start() + LENGTH - BEFORE;
      for (int j = i; j < spans.size() && spans.get(j).end() <= last; j++) {
        terms.add(spans.get(j).term());
      }
      if (terms.size() > most) {
        most = terms.size();
        best = spans.get(i);
      }
    }
    return best;
  }

  /** About {@link #LENGTH} characters from there, between whole words. */
  private static Window window(String text, int from) {
    int start = from;
    while (start > 0 && start - from < SLACK && !isBreak(text, start)) {
      start++;
    }
    int end = Math.min(text.length(), start + LENGTH);
    int whole = end;
    while (end < text.length() && whole - end < SLACK && !isBreak(text, end)) {
      end--;
    }
    boolean broken = end < text.length() && !isBreak(text, end);
    return new Window(
        Normalization.onCharacter(text, start),
        Normalization.onCharacter(text, broken ? whole : end));
  }

  private static boolean isBreak(String text, int at) {
    return MatchSpans.isSpace(text.charAt(at - 1)) || MatchSpans.isSpace(text.charAt(at));
  }

  private static Snippet html(
      String text, Window window, List<MatchSpan> spans, Predicate<String> isTranslation) {
    var html = new StringBuilder();
    var matches = new ArrayList<Match>();
    if (window.start() > 0) {
      html.append(CUT);
    }
    int at = window.start();
    for (MatchSpan span : spans) {
      if (span.start() < at || span.end() > window.end()) {
        continue;
      }
      escape(html, text, at, span.start());
      html.append(isTranslation.test(span.term()) ? "<mark class=\"tr\">" : "<mark>");
      escape(html, text, span.start(), span.end());
      html.append("</mark>");
      matches.add(new Match(span.start(), span.end()));
      at = span.end();
    }
    escape(html, text, at, window.end());
    boolean cut = window.end() < text.length();
    if (cut) {
      html.setLength(html.toString().stripTrailing().length());
      html.append(CUT);
    }
    return new Snippet(html.toString(), matches, cut);
  }

  private static void escape(StringBuilder html, String text, int from, int to) {
    html.append(HtmlEscape.text(text.substring(from, to)));
  }
}
