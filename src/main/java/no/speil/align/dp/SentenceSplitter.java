package no.speil.align.dp;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.Side;
import no.speil.corpus.text.ResourceFile;

/**
 * Splits a text into sentences at the platform's boundaries, except after an abbreviation, an
 * ordinal number or an initial, and always at the end of a line. For one thread.
 */
final class SentenceSplitter {
  private static final Set<String> NORWEGIAN = abbreviations("no");
  private static final Set<String> ENGLISH = abbreviations("en");

  private static final String OPENING = "\"«“‘'([";
  private static final String CLOSING_MARKS = "\"»”’')]";
  private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.");
  private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}\\.");

  /**
   * Abbreviations that often end a sentence: there is a boundary if the next word has a capital.
   */
  private static final Set<String> CLOSING = abbreviations("closing");

  private final Side side;
  private final BreakIterator breaks;

  SentenceSplitter(Side side) {
    this.side = side;
    this.breaks =
        BreakIterator.getSentenceInstance(side == Side.ORIGINAL ? Locale.of("no") : Locale.ENGLISH);
  }

  private static Set<String> abbreviations(String kind) {
    String file = "abbreviations-" + kind + ".txt";
    return Set.copyOf(ResourceFile.words(SentenceSplitter.class, file));
  }

  /** The spans of the sentences, in order, without the white space between them; none is empty. */
  List<Span> of(String text) {
    var sentences = new ArrayList<Span>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      for (Span each : ofLine(line)) {
        sentences.add(new Span(start + each.from(), start + each.to()));
      }
      start += line.length() + 1;
    }
    return sentences;
  }

  private List<Span> ofLine(String text) {
    breaks.setText(text);
    var sentences = new ArrayList<Span>();
    int from = 0;
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      if (at == text.length() || isBoundary(text, from, at)) {
        Span sentence = stripped(text, from, at);
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        from = at;
      }
    }
    return sentences;
  }

  private boolean isBoundary(String text, int from, int at) {
    String word = lastWord(text, from, at);
    if (word.isEmpty()) {
      return true;
    }
    boolean goesOn = !Character.isUpperCase(firstLetter(text, at));
    String lower = word.toLowerCase(Locale.ROOT);
    if (CLOSING.contains(lower)) {
      return !goesOn;
    }
    boolean isOrdinal = side == Side.ORIGINAL && ORDINAL.matcher(word).matches() && goesOn;
    Set<String> abbreviations = side == Side.ORIGINAL ? NORWEGIAN : ENGLISH;
    return !abbreviations.contains(lower) && !INITIAL.matcher(word).matches() && !isOrdinal;
  }

  /** The last word before a boundary, with its full stops; empty if there is no full stop. */
  private static String lastWord(String text, int from, int at) {
    int end = from + text.substring(from, at).stripTrailing().length();
    while (end > from && CLOSING_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == from || text.charAt(end - 1) != '.') {
      return "";
    }
    int start = end;
    while (start > from && isOfWord(text.codePointBefore(start))) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    return text.substring(start, end);
  }

  private static boolean isOfWord(int c) {
    return c == '.' || (c >= '0' && c <= '9') || Character.isLetter(c);
  }

  /** What a sentence begins with after quotation marks and brackets. */
  private static int firstLetter(String text, int at) {
    int first = at;
    while (first + 1 < text.length() && OPENING.indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    return text.codePointAt(first);
  }

  private static Span stripped(String text, int from, int to) {
    String sentence = text.substring(from, to).stripTrailing();
    int end = from + sentence.length();
    return new Span(end - sentence.stripLeading().length(), end);
  }
}
