package no.speil.exchange.convert;

import java.util.List;

/**
 * A text of another format as Markdown.
 *
 * @param markdown the body, without front matter
 * @param pictures that the body shows
 * @param losses what could not be kept, each in a sentence for the person who imports it
 */
public record ConvertedText(
    Details details, String markdown, List<Picture> pictures, List<String> losses) {

  public ConvertedText {
    pictures = List.copyOf(pictures);
    losses = List.copyOf(losses);
  }

  /**
   * What the file says of the text; empty where it says nothing.
   *
   * @param date year, month or day in ISO 8601
   * @param language BCP 47
   * @param source URL of the published text
   */
  public record Details(
      String title,
      String date,
      List<String> authors,
      String publisher,
      String description,
      String language,
      String source) {
    public Details {
      authors = List.copyOf(authors);
    }
  }

  /**
   * A picture that comes with the text.
   *
   * @param name of the file, as the body refers to it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Picture(String name, byte[] bytes) {}
}
