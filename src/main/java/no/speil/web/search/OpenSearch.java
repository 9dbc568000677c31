package no.speil.web.search;

import no.speil.corpus.text.Normalization;
import no.speil.messages.Messages;

/**
 * The search as it is described to browsers, so that they can offer it (OpenSearch 1.1, draft 6).
 *
 * @param t in the language of the name and the description
 * @param name of the archive, of any length
 * @param base address of the site, without a slash at its end
 */
public record OpenSearch(Messages t, String name, String base) {
  public static final String MEDIA_TYPE = "application/opensearchdescription+xml";

  /** Longest names that the format allows, in characters. */
  private static final int SHORT_NAME = 16;

  private static final int LONG_NAME = 48;

  /** The name under which a browser lists the search: as many whole words as the format allows. */
  public static String shortName(String name) {
    return wholeWords(name, SHORT_NAME);
  }

  public String longName() {
    return wholeWords(name, LONG_NAME);
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
