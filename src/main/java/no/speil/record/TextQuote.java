package no.speil.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;

/**
 * The words that a report is about, with the text around them: the TextQuoteSelector of the W3C Web
 * Annotation Data Model. All are as a reader sees them, without markup, white space folded.
 *
 * @param exact empty if the whole text is meant
 */
public record TextQuote(
    Side side,
    String exact,
    @JsonSetter(nulls = Nulls.AS_EMPTY) String prefix,
    @JsonSetter(nulls = Nulls.AS_EMPTY) String suffix) {
  /** The most characters of {@code exact}. */
  public static final int MOST = 1_000;

  /** The characters kept before and after the words. */
  public static final int AROUND = 32;

  public TextQuote {
    exact = seen(exact);
    prefix = seen(prefix);
    suffix = seen(suffix);
  }

  /** Adds the text around the words in the section if the quote has none. */
  public TextQuote placedIn(Section section) {
    String text = text(section);
    int from = exact.isEmpty() ? -1 : text.indexOf(exact);
    if (from < 0 || !prefix.isEmpty() || !suffix.isEmpty()) {
      return this;
    }
    int to = from + exact.length();
    String before = text.substring(Math.max(0, from - AROUND), from);
    String after = text.substring(to, Math.min(text.length(), to + AROUND));
    return new TextQuote(side, exact, before, after);
  }

  /** What has become of the words in the current section. */
  public QuoteMatch in(Section section) {
    if (exact.isEmpty()) {
      return new QuoteMatch.OfTheWhole();
    }
    String text = text(section);
    if (text.contains(exact)) {
      return new QuoteMatch.Found();
    }
    return prefix.isEmpty() && suffix.isEmpty() ? new QuoteMatch.Gone() : between(text);
  }

  /** The shortest text between the two; each of them may be there several times. */
  private QuoteMatch between(String text) {
    int from = 0;
    int to = -1;
    int end = -1;
    for (int at = text.indexOf(prefix); at >= 0; at = next(text, at)) {
      int start = at + prefix.length();
      if (end < start) { // else it is the first from here on, too
        end = suffix.isEmpty() ? text.length() : text.indexOf(suffix, start);
      }
      if (end < 0) {
        break;
      }
      if (to < 0 || end - start < to - from) {
        from = start;
        to = end;
      }
    }
    return to < 0 || to - from > 2 * MOST
        ? new QuoteMatch.Gone()
        : new QuoteMatch.Reworded(text.substring(from, to).strip());
  }

  /** The next place of the prefix; without one the words began the text. */
  private int next(String text, int at) {
    return prefix.isEmpty() ? -1 : text.indexOf(prefix, at + 1);
  }

  private String text(Section section) {
    return seen(section.words(side));
  }

  /** Removes soft hyphens, which are invisible and get lost when text is copied. */
  private static String seen(String text) {
    return Normalization.normalize(text.replace("\u00AD", ""));
  }

  /** What has become of quoted words. */
  public sealed interface QuoteMatch {
    /** No words were quoted. */
    record OfTheWhole() implements QuoteMatch {}

    /** They are there unchanged. */
    record Found() implements QuoteMatch {}

    /**
     * The text around them is there, with other text between.
     *
     * @param now the shortest text between; may be empty
     */
    record Reworded(String now) implements QuoteMatch {}

    /** Neither they nor the text around them is there any more. */
    record Gone() implements QuoteMatch {}
  }
}
