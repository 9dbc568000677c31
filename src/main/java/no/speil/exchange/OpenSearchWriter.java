package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import no.speil.corpus.text.Normalization;

/** Describes a search, so that a browser can offer it (OpenSearch 1.1, draft 6). Thread-safe. */
public final class OpenSearchWriter {
  public static final String MEDIA_TYPE = "application/opensearchdescription+xml";

  private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

  /** Longest names that the format allows, in characters. */
  private static final int SHORT_NAME = 16;

  private static final int LONG_NAME = 48;

  /**
   * A search.
   *
   * @param name of any length
   * @param lang of the name and the description
   * @param self address of this description
   * @param results address of the results, with {@code {searchTerms}} for the words
   * @param icon address of an icon of 32 by 32 pixels
   */
  public record Engine(
      String name, String description, String lang, String self, String results, String icon) {}

  /** The name under which a browser lists the search: as many whole words as the format allows. */
  public static String shortName(String name) {
    return wholeWords(name, SHORT_NAME);
  }

  public byte[] write(Engine engine) {
    return XmlText.bytes(
        xml -> {
          XmlText.start(xml, "OpenSearchDescription", "xmlns", NAMESPACE);
          XmlText.element(xml, "ShortName", shortName(engine.name()));
          XmlText.element(xml, "LongName", wholeWords(engine.name(), LONG_NAME));
          XmlText.element(xml, "Description", engine.description());
          String results = engine.results();
          XmlText.empty(xml, "Url", "type", "text/html", "rel", "results", "template", results);
          XmlText.empty(xml, "Url", "type", MEDIA_TYPE, "rel", "self", "template", engine.self());
          String type = "image/vnd.microsoft.icon";
          XmlText.element(xml, "Image", engine.icon(), "width", "32", "height", "32", "type", type);
          XmlText.element(xml, "Language", engine.lang());
          XmlText.element(xml, "InputEncoding", UTF_8.name());
          XmlText.element(xml, "OutputEncoding", UTF_8.name());
        });
  }

  /** Cuts within a word only if the first one is too long. */
  private static String wholeWords(String name, int most) {
    if (name.length() <= most) {
      return name;
    }
    int space = name.lastIndexOf(' ', most);
    return name.substring(0, space > 0 ? space : Normalization.onCharacter(name, most)).strip();
  }
}
