package no.speil.web.word;

import java.util.List;
import no.speil.library.words.MarkedText;
import no.speil.library.words.WordUsage;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.TaggedText;

/**
 * The page of a word.
 *
 * @param notices that not all was counted
 * @param rows of the table of translations; empty if there is nothing to count
 */
public record WordView(
    PageShell shell,
    Head head,
    List<String> notices,
    List<Row> rows,
    Tables tables,
    Consistency consistency,
    Examples examples) {
  public WordView {
    notices = List.copyOf(notices);
    rows = List.copyOf(rows);
  }

  /**
   * What the page is about.
   *
   * @param summary where the word stands, in words
   * @param search address of the search for it; empty if there is nothing to search for
   * @param elsewhere the same word in the other language; empty if no text has it
   * @param unknown why there is nothing to count, and what may help instead
   */
  public record Head(
      TaggedText word, String summary, String search, LinkChoice elsewhere, Unknown unknown) {}

  /**
   * Instead of counts.
   *
   * @param reason empty if there are counts
   * @param label of the words; empty if there are none
   */
  public record Unknown(String reason, String label, List<TaggedLink> words) {
    static final Unknown NOT = new Unknown("", "", List.of());

    public Unknown {
      words = List.copyOf(words);
    }
  }

  /** A word with its address. */
  public record TaggedLink(TaggedText word, String href) {}

  /**
   * A translation, or why there is none.
   *
   * @param href of the word's own page; empty for what is no word
   * @param examples address of the sections; empty if they are not shown
   * @param share width of its bar in percent
   */
  public record Row(TaggedText word, String href, String times, String examples, double share) {}

  /** Times by year and translator, and words beside this one. */
  public record Tables(
      List<ShareRow> years,
      List<ShareRow> translators,
      List<CountedWord> forms,
      List<CountedWord> related) {}

  /**
   * A year or a translator.
   *
   * @param parts its most used translations
   */
  public record ShareRow(String name, String times, double share, List<CountedWord> parts) {}

  /** A word and how often it is used; the address may be empty. */
  public record CountedWord(TaggedText word, String href, String times) {}

  /**
   * What the glossary says, and where the archive does not.
   *
   * @param differing in words; empty if nothing does
   * @param differingHref the sections
   * @param says what texts say, if they do not all say the same
   */
  public record Consistency(
      List<WordUsage.Line> glossary,
      String differing,
      String differingHref,
      List<TextsSaying> says) {}

  /** A number of texts, in words, and what they say. */
  public record TextsSaying(String texts, TaggedText word) {}

  /**
   * Sections side by side.
   *
   * @param all address of the examples of all translations; empty if these are they
   */
  public record Examples(String title, String all, List<ExampleRow> rows, Paging paging) {}

  /**
   * A section.
   *
   * @param year of the document; may be empty
   * @param paragraph its number in the document, in words; empty for a title
   */
  public record ExampleRow(
      String href,
      TaggedText document,
      String year,
      String paragraph,
      String lang,
      MarkedText original,
      MarkedText translation) {}
}
