package no.speil.exchange.convert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The same with another date, unless that is empty. */
    Details dated(String other) {
      return other.isEmpty()
          ? this
          : new Details(title, other, authors, publisher, description, language, source);
    }

    /** What is known of an original that is named in its translation only. */
    public static Details ofOriginal(String title, String date, String source) {
      return new Details(title, date, List.of(), "", "", "no", source);
    }

    /** The keys of front matter with their values, in its order; may be changed. */
    public Map<String, List<String>> frontMatter() {
      var values = new LinkedHashMap<String, List<String>>();
      values.put("title", List.of(title));
      values.put("description", List.of(description));
      values.put("language", List.of(language));
      values.put("date", List.of(date));
      values.put("authors", authors);
      values.put("publisher", List.of(publisher));
      values.put("source", List.of(source));
      return values;
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
