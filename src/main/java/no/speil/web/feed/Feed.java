package no.speil.web.feed;

import java.time.Instant;
import java.util.List;
import no.speil.web.page.TaggedText;

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
   * @param text further text, in paragraphs; may be empty
   * @param licences addresses of those of the texts that it is about; none if of no whole texts
   */
  public record Entry(
      String id,
      String page,
      String title,
      Instant updated,
      String author,
      List<TaggedText> text,
      List<String> licences) {}
}
