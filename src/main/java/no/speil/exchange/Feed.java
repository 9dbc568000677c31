package no.speil.exchange;

import java.time.Instant;
import java.util.List;

/**
 * News to subscribe to.
 *
 * @param self its own absolute address, which is also its permanent name
 * @param page absolute address of what it is about
 * @param lang language tag of its words
 * @param entries the latest first
 */
public record Feed(
    String self, String page, String title, String lang, Instant updated, List<Entry> entries) {
  public Feed {
    entries = List.copyOf(entries);
  }

  /**
   * One piece of news.
   *
   * @param id an absolute address that no other entry ever has
   * @param page absolute address of what it is about
   * @param author who did it; empty where it is nobody in particular
   * @param text more of it; may be empty
   */
  public record Entry(
      String id, String page, String title, Instant updated, String author, List<Paragraph> text) {
    public Entry {
      text = List.copyOf(text);
    }
  }

  /**
   * Plain text in one language.
   *
   * @param lang language tag; empty where it is not known
   */
  public record Paragraph(String lang, String text) {}
}
