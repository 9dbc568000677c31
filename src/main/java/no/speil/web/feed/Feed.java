package no.speil.web.feed;

import java.time.Instant;
import java.util.List;

/**
 * A news feed.
 *
 * @param self its own absolute URL, which is also its permanent id
 * @param page absolute URL of what it is about
 * @param title without the name of the archive
 * @param archive its name, which the title ends in, and whose entries are that nobody in particular
 *     wrote
 * @param lang language tag of its words
 * @param entries the latest first
 */
public record Feed(
    String self,
    String page,
    String title,
    String archive,
    String lang,
    Instant updated,
    List<Entry> entries) {
  /**
   * An entry of a feed.
   *
   * @param id an absolute URL that is unique and permanent
   * @param page absolute URL of what it is about
   * @param author who did it; empty if it is nobody in particular
   * @param text further text; may be empty
   * @param licences addresses of those of the texts that it is about
   */
  public record Entry(
      String id,
      String page,
      String title,
      Instant updated,
      String author,
      List<Paragraph> text,
      List<String> licences) {
    /** One that is not about whole texts. */
    public Entry(
        String id,
        String page,
        String title,
        Instant updated,
        String author,
        List<Paragraph> text) {
      this(id, page, title, updated, author, text, List.of());
    }
  }

  /**
   * Plain text in one language.
   *
   * @param lang language tag; empty if unknown
   */
  public record Paragraph(String lang, String text) {}
}
