package no.speil.library.words;

import no.speil.corpus.Coded;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * A question for a word.
 *
 * @param word as it was written
 * @param side the language that it is in; null to take the one in which more sections have it
 * @param wanted which sections are shown as examples
 * @param page of the examples, from 1
 */
public record WordRequest(String word, @Nullable Side side, ExampleFilter wanted, int page) {
  /** Examples on a page. */
  public static final int EXAMPLES = 5;

  /** Examples can be paged through so far. */
  public static final int MOST_PAGES = 200;

  /** In characters; the rest of a longer one is not looked up. */
  public static final int LONGEST = 512;

  public WordRequest {
    page = Math.clamp(page, 1, MOST_PAGES);
  }

  /**
   * The sections that are shown.
   *
   * @param key of the translation; empty for other kinds
   */
  public record ExampleFilter(Kind kind, String key) {
    public static final ExampleFilter ALL = new ExampleFilter(Kind.ALIGNED, "");

    /** The sections that have the word translated so. */
    public static ExampleFilter translatedAs(String key) {
      return new ExampleFilter(Kind.TRANSLATION, key);
    }
  }

  /** What is to be seen in a section. */
  public enum Kind implements Coded {
    /** The word has some counterpart. */
    ALIGNED,
    /** It has a certain one. */
    TRANSLATION,
    /** It has another than the glossary says. */
    DIFFERING,
    /** It has none that is known. */
    UNALIGNED
  }
}
