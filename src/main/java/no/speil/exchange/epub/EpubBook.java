package no.speil.exchange.epub;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import no.speil.corpus.Metadata;
import no.speil.corpus.PersonName;
import no.speil.exchange.XmlText;

/**
 * Bilingual texts as a book.
 *
 * @param contents the title of the table of contents
 * @param parts read once, one after another; at least one
 */
public record EpubBook(Identity identity, Credits credits, Words contents, Iterable<Part> parts) {
  /**
   * What the book is.
   *
   * @param id unique, such as the address of this version
   * @param titles in the languages of the texts, the one of the book first
   * @param modified when the texts were last changed
   */
  public record Identity(String id, List<Words> titles, Instant modified) {}

  /**
   * Whose the texts are.
   *
   * @param told what the files of the texts say, the original first; empty for a book of many
   */
  public record Credits(
      List<PersonName> authors, List<PersonName> translators, List<Metadata> told) {}

  /**
   * A text, which begins with a page of its own.
   *
   * @param titles the one of the book's language first; at least one
   * @param languages as tags
   * @param titlePage HTML of its first page below the titles
   * @param level of its headings below its title in the table of contents; 0 beside it
   */
  public record Part(
      List<Words> titles,
      List<String> languages,
      String titlePage,
      int level,
      List<Chapter> chapters) {}

  /** A file of the book. */
  public record Chapter(List<Pair> pairs) {}

  /**
   * A section: both texts and what is to be said about them.
   *
   * @param id unique in the book
   * @param number by which it is quoted
   * @param level of the heading that it is, from 1; 0 for other text
   * @param heading its words; empty if it is none
   * @param note in the language of the book's own words; may be empty
   */
  public record Pair(
      String id,
      int number,
      int level,
      Words heading,
      Text original,
      Text translation,
      Words note) {
    /** The name of its place in the book. */
    public String anchor() {
      return "s-" + id;
    }
  }

  /**
   * HTML in a language.
   *
   * @param html well-formed; empty if there is no text
   */
  public record Text(String lang, String html) {}

  /** Plain text in a language. */
  public record Words(String lang, String text) {
    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}]");

    /** The text, or a dash if it has nothing to be seen: titles and links must have something. */
    public String visible() {
      String permitted = XmlText.permitted(text);
      return VISIBLE.matcher(permitted).find() ? permitted : "–";
    }
  }
}
